// A shop of its own for a test: a fresh database cloned from a migrated template, a tenant, a key,
// and the API called in-process. Every answer is checked against the contract.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import { paypalPayments } from '@doorstep/connectors/paypal/paypal-payments.ts';
import {
  type SandboxPayments,
  sandboxPayments,
} from '@doorstep/connectors/sandbox-payments/sandbox-payments.ts';
import { stripePayments } from '@doorstep/connectors/stripe/stripe-payments.ts';
import { termsPayments } from '@doorstep/connectors/terms-payments/terms-payments.ts';
import type { Operation } from '@doorstep/contract/operation.ts';
import { operations } from '@doorstep/contract/operations.ts';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import { createApiKey } from '../src/access/create-api-key.ts';
import { createTenant } from '../src/access/create-tenant.ts';
import { readTenants } from '../src/access/read-tenants.ts';
import { migrate, schemaFingerprint } from '../src/db/migrate.ts';
import { runCommand } from '../src/db/run-command.ts';
import { buildApp } from '../src/http/app.ts';
import { sequenceLog } from '../src/log/sequence-log.ts';
import { runIntents } from '../src/payments/run-intents.ts';
import { bindRoutes } from '../src/routes.ts';
import { openRuntime, type Runtime, type RuntimeOptions } from '../src/runtime.ts';
import { verifyTenant } from '../src/verify/verify-tenant.ts';
import { testPostgres } from './embedded.ts';

const TEMPLATE_LOCK = 7_036_874_418;

/** A database of its own, cloned from the migrated template in about 0.2 s. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { url } = await testPostgres();
  const template = await migratedTemplate(url);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(url, async (admin) => {
    // A template may not be in use while it is copied, so copies go one at a time.
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    // Its files as they are, instead of each of their pages by way of the log.
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return {
    url: withDatabase(url, name),
    drop: () =>
      onServer(url, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; each is checked against the contract
  readonly body: any;
}

export interface Caller {
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export interface Shop extends Caller {
  readonly url: string;
  readonly tenant: TenantId;
  readonly secret: string;
  readonly runtime: Runtime;
  readonly app: FastifyInstance;
  /** A caller with another key of this tenant. */
  as(scopes: readonly Scope[]): Promise<Caller>;
  /** A caller with a secret that was given out, such as a session's. */
  withSecret(secret: string): Caller;
  /** Another tenant on the same database. */
  anotherTenant(slug: string): Promise<Caller & { tenant: TenantId; secret: string }>;
  /** Sequences the log, as the worker does all the time. */
  sequence(): Promise<void>;
  /** What the sandbox did, as the other side knows it. */
  readonly sandbox: SandboxPayments;
  /** Asks payment providers for all that is due, as the worker does all the time. */
  runPayments(): Promise<void>;
  close(): Promise<void>;
}

export type ShopOptions = Partial<
  Pick<
    RuntimeOptions,
    | 'now'
    | 'realNow'
    | 'secretKeys'
    | 'outbound'
    | 'providers'
    | 'carriers'
    | 'mailer'
    | 'publicUrl'
    | 'log'
  >
>;

/** Providers that tests may connect; a test that calls them gives its own. */
const UNREACHABLE = [
  stripePayments({ mode: 'test', address: { protocol: 'http', host: '127.0.0.1', port: 1 } }),
  paypalPayments({ mode: 'test', address: 'http://127.0.0.1:1' }),
];

/** Opens a shop; `close` drops its database. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const database = await freshDatabase();
  const log = options.log ?? pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const secretKeys = [randomBytes(32)];
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-sandbox-'));
  const sandbox = sandboxPayments({ folder });
  const providers = [manualPayments(), termsPayments(), sandbox, ...UNREACHABLE];
  const runtime = openRuntime({ url: database.url, log, secretKeys, providers, ...options });
  const intents = runIntents(runtime);
  const app = buildApp(log);
  bindRoutes(app, runtime);
  await app.ready();

  async function tenantWithKey(slug: string) {
    const { id } = await createTenant(database.url, { slug, name: slug, currency: 'EUR' });
    const secret = await keyFor(runtime, id, SCOPES);
    return { tenant: id, secret, ...callerWith(app, secret) };
  }

  const own = await tenantWithKey('test');
  return {
    ...own,
    url: database.url,
    runtime,
    app,
    as: async (scopes) => callerWith(app, await keyFor(runtime, own.tenant, scopes)),
    withSecret: (secret) => callerWith(app, secret),
    anotherTenant: tenantWithKey,
    sandbox,
    async sequence() {
      await sequenceLog(runtime.clock);
    },
    async runPayments() {
      while ((await intents.step()) > 0) await intents.settled();
    },
    async close() {
      try {
        await assertVerified(runtime);
      } finally {
        await app.close();
        await runtime.close();
        await database.drop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Every test leaves a database in which every invariant holds, for every tenant. */
export async function assertVerified(runtime: Runtime): Promise<void> {
  while ((await sequenceLog(runtime.clock)).grown.size > 0);
  for (const tenant of await readTenants(runtime.gate)) {
    const { checks } = await verifyTenant(runtime.app, tenant.id);
    const broken = checks.filter((check) => !check.ok);
    assert.deepEqual(broken, [], `invariants of ${tenant.slug}`);
  }
}

/** A tenant of its own on a database that a server of another process, or of this one, serves. */
export async function tenantOn(url: string, slug: string): Promise<{ readonly secret: string }> {
  const { id } = await createTenant(url, { slug, name: `Shop ${slug}`, currency: 'EUR' });
  const log = pino({ level: 'silent' });
  const runtime = openRuntime({ url, log, secretKeys: [randomBytes(32)], providers: [] });
  try {
    return { secret: await keyFor(runtime, id, SCOPES) };
  } finally {
    await runtime.close();
  }
}

async function keyFor(
  runtime: Runtime,
  tenant: TenantId,
  scopes: readonly Scope[],
): Promise<string> {
  const context = { tenant, actor: systemActor('test'), now: runtime.now() };
  const { outcome } = await runCommand(runtime.app, context, null, (tx) =>
    createApiKey(tx, { name: 'test', scopes, expiresAt: null }),
  );
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return outcome.secret;
}

function callerWith(app: FastifyInstance, secret: string): Caller {
  return {
    async call(method, path, body, headers = {}) {
      const response = await app.inject({
        method: method as 'GET',
        url: path,
        headers: { authorization: `Bearer ${secret}`, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const type = String(response.headers['content-type'] ?? '');
      const answer = {
        status: response.statusCode,
        headers: response.headers,
        body:
          type.includes('json') && response.body !== '' && !type.includes('ndjson')
            ? JSON.parse(response.body)
            : response.body,
      };
      checkAgainstContract(method, path, answer);
      return answer;
    },
  };
}

// A schema with a name may come first within another, whichever answer is looked at first.
const ajv = new Ajv({ strict: false, allErrors: true, addUsedSchema: false });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);
const checks = operations.map((operation) => ({
  operation,
  path: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));
/** Compiled when the first answer comes: a test sees a few of all these. */
const validates = new Map<string, ValidateFunction>();

function validateOf({ id, answer, answers }: Operation): ValidateFunction | undefined {
  if (answer === undefined || answers !== undefined) return undefined;
  // One inside of another: a schema with a name may have been met in another answer before.
  const validate = validates.get(id) ?? ajv.compile({ properties: { body: answer } });
  validates.set(id, validate);
  return validate;
}

/** A path that is all words goes before one with parameters, as in the server. */
checks.sort((a, b) => Number(/\{/.test(a.operation.path)) - Number(/\{/.test(b.operation.path)));

/** Throws when an answer is not what the contract says: status, form, listed refusals. */
export function checkAgainstContract(method: string, path: string, answer: Answer): void {
  const pathname = path.split('?')[0] ?? path;
  const check = checks.find((one) => one.operation.method === method && one.path.test(pathname));
  if (check === undefined) return;
  const { operation } = check;
  if (answer.status < 400) {
    if (answer.status !== operation.status && answer.status !== 200)
      throw new Error(
        `${operation.id} answered ${answer.status}, the contract says ${operation.status}`,
      );
    const validate = validateOf(operation);
    if (validate !== undefined && !validate({ body: answer.body }))
      throw new Error(
        `${operation.id} answered off the contract: ${ajv.errorsText(validate.errors)}`,
      );
    return;
  }
  const common = [
    'validation-failed',
    'body-not-json',
    'body-too-large',
    'not-authenticated',
    'not-allowed',
    'cross-site-request',
    'cursor-invalid',
    'idempotency-in-flight',
    'idempotency-key-reused',
    'customer-erased', // what a request is told that is repeated after the erasure
    'overloaded',
    'database-unavailable',
    'internal-error',
  ];
  const code = String(answer.body?.code);
  if (!common.includes(code) && !operation.refusals.some((refusal) => refusal === code))
    throw new Error(`${operation.id} refused with ${code}, which its contract does not list`);
}

let template: Promise<string> | undefined;

function migratedTemplate(url: string): Promise<string> {
  template ??= onServer(url, async (admin) => {
    // A server that outlives a run may hold the template of other migrations: leave that alone.
    const name = `doorstep_template_${await schemaFingerprint()}`;
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await admin.query(`create database ${name}`);
    await migrate(withDatabase(url, name));
    return name;
  });
  return template;
}

async function onServer<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
