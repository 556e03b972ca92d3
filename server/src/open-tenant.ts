// `doorstep tenants create`: a tenant with its first admin and API key. Whoever may reach the
// database may do this; it never goes over HTTP.

import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { SCOPES } from '@doorstep/core/access/scope.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import pino from 'pino';
import { createApiKey } from './access/create-api-key.ts';
import { createTenant } from './access/create-tenant.ts';
import { createUser } from './access/create-user.ts';
import { hashPassword } from './access/password.ts';
import { readConfig } from './config.ts';
import { runningPostgresUrl } from './db/embedded/running-postgres-url.ts';
import { migrate } from './db/migrate.ts';
import { runCommand } from './db/run-command.ts';
import { explainStartError } from './explain-start-error.ts';
import { openRuntime } from './runtime.ts';

const USAGE = 'doorstep tenants create <slug> --name <name> --currency <EUR> --email <admin>';

try {
  const opened = await openTenant();
  process.stdout.write(`${JSON.stringify(opened)}\n`);
} catch (error) {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(1);
}

function requireSound(slug: string, currency: string, email: string): void {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(slug))
    throw new Error(`DOORSTEP_USAGE: a slug is lower-case words with hyphens, not "${slug}"`);
  if (!/^[A-Z]{3}$/.test(currency))
    throw new Error(`DOORSTEP_USAGE: a currency is three capitals such as EUR, not "${currency}"`);
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    throw new Error(`DOORSTEP_USAGE: "${email}" is no e-mail address`);
}

async function openTenant() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      currency: { type: 'string', default: 'EUR' },
      email: { type: 'string' },
    },
  });
  const [slug] = positionals;
  if (slug === undefined || values.email === undefined) throw new Error(`DOORSTEP_USAGE: ${USAGE}`);
  requireSound(slug, values.currency, values.email);
  const config = readConfig();
  const url = config.databaseUrl ?? (await runningPostgresUrl(config.dataHome));
  await migrate(url);
  const tenant = { slug, name: values.name ?? slug, currency: values.currency };
  const { id, created } = await createTenant(url, tenant);
  if (!created) throw new Error(`the database has a tenant ${slug} already`);

  const runtime = openRuntime({ url, log: pino({ level: 'silent' }) });
  try {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    const email = values.email;
    const context = { tenant: id, actor: systemActor('tenants-create'), now: runtime.now() };
    const { outcome } = await runCommand(runtime.app, context, null, async (tx) => {
      const user = { email, name: email, role: 'admin', passwordHash } as const;
      const made = await createUser(tx, user, SCOPES);
      return isRefusal(made)
        ? made
        : createApiKey(tx, { name: 'First key', scopes: SCOPES, expiresAt: null });
    });
    if (isRefusal(outcome)) throw new Error(`the database refused the admin: ${outcome.detail}`);
    return { tenant: slug, id, email, password, apiKey: outcome.secret };
  } finally {
    await runtime.close();
  }
}
