// doorstep tenants create: a tenant with its first admin and key, by whoever may reach the database.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';

const OPEN_TENANT = join(import.meta.dirname, '../../../server/src/open-tenant.ts');

interface Options extends JsonOption {
  readonly name?: string;
  readonly currency: string;
  readonly email: string;
}

interface OpenedTenant {
  readonly tenant: string;
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
}

export function createTenantCommand(tenants: Command): void {
  verb(tenants, 'create <slug>', 'make a tenant with its first admin and API key')
    .option('--name <name>', 'what people call it')
    .option('--currency <code>', 'the currency of its costs and reports', 'EUR')
    .requiredOption('--email <address>', 'of the first admin')
    .action(async (slug: string, options: Options) => {
      const opened = await openTenant(slug, options);
      if (options.json) return sayJson(opened);
      say(`Tenant ${opened.tenant} is open (${opened.id}).`);
      say(`  Sign in   ${opened.email}`);
      say(`  Password  ${opened.password}`);
      say(`  API key   ${opened.apiKey}`);
      say('They are shown this once.');
    });
}

async function openTenant(slug: string, options: Options): Promise<OpenedTenant> {
  if (!existsSync(OPEN_TENANT))
    throw new CommandError({
      what: 'There is no server here: this is the command alone.',
      remedy: 'Run it in the clone that the server runs from.',
      exitCode: 1,
    });
  const flags = ['--email', options.email, '--currency', options.currency];
  const name = options.name === undefined ? [] : ['--name', options.name];
  try {
    const args = ['--disable-warning=ExperimentalWarning', OPEN_TENANT, slug, ...flags, ...name];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as OpenedTenant;
  } catch (error) {
    const told = (error as { stderr?: string }).stderr?.trim();
    throw new CommandError({
      what: told === undefined || told === '' ? String(error) : told,
      remedy:
        'See the message above; Doorstep must run, or DATABASE_URL be set as the server has it.',
      exitCode: 1,
    });
  }
}
