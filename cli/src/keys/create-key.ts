// doorstep keys create: a new key, whose secret is shown this once.

import { createApiKey } from '@doorstep/contract/access.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, say, sayJson } from '../print.ts';

type Scopes = BodyOf<typeof createApiKey>['scopes'];

interface Options extends JsonOption {
  readonly name: string;
  readonly scopes: string;
  readonly expires?: string;
}

export function createKeyCommand(keys: Command): void {
  verb(keys, 'create', 'create an API key')
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--scopes <scopes>', 'e.g. orders:read,orders:write')
    .option('--expires <time>', 'e.g. 2027-01-01T00:00:00Z; never without it')
    .action(async ({ name, scopes, expires, json }: Options) => {
      const body = {
        name,
        // What is no scope the API refuses, and says which there are.
        scopes: scopes.split(',').map((scope) => scope.trim()) as Scopes,
        ...(expires === undefined ? {} : { expiresAt: expires }),
      };
      const key = await callApi(await readConnection(), createApiKey, { body });
      if (json) return sayJson(key);
      say(key.secret ?? '');
      process.stderr.write(colors.dim(`${key.id}: shown this once, keep it\n`));
    });
}
