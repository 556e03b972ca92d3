// Every statement prepares against the schema as the role that runs it, and touches nothing that
// this role may not.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Statement } from '../../src/db/statement.ts';
import { freshDatabase } from '../shop.ts';
import { explain, importStatements, isPlanned, roleOf } from './registered.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let statements: readonly Statement[];
before(async () => {
  database = await freshDatabase();
  statements = await importStatements();
});
after(() => database.drop());

test('every statement prepares as the role that uses it', async () => {
  assert.ok(statements.length > 100, `only ${statements.length} statements were found`);
  const broken: string[] = [];
  for (const role of new Set(statements.map(roleOf))) {
    const client = await connectAs(role);
    for (const one of statements.filter((statement) => roleOf(statement) === role))
      await prepare(client, one).catch((error) =>
        broken.push(`${one.name} as ${role}: ${error.message}`),
      );
    await client.end();
  }
  assert.deepEqual(broken, []);
});

test('of the statements across tenants, one tenant’s role can run those that row-level security filters', async () => {
  const client = await connectAs('doorstep_app');
  const allowed: string[] = [];
  for (const one of statements.filter((statement) => roleOf(statement) !== 'doorstep_app'))
    await prepare(client, one).then(
      () => allowed.push(one.name),
      () => undefined,
    );
  await client.end();
  assert.deepEqual(allowed.sort(), FILTERED);
});

/** With a tenant set they see its rows only; `log.notify`, `log.lockReader` and `log.stillReading` read
 * nothing, and `log.selectIsLogRead` and `log.selectLaggingReaders` but the cursors of readers. */
const FILTERED = [
  'access.selectCredential',
  'access.selectExpiry',
  'access.selectTenantBySlug',
  'access.selectTenants',
  'analytics.selectTenantsWithDueFlow',
  'desk.selectTenantsWithDueBulks',
  'desk.selectTenantsWithDueForgottenBulks',
  'drops.selectTenantsWithDueDropHolds',
  'drops.selectTenantsWithDueDrops',
  'drops.selectTenantsWithDueOffers',
  'drops.selectTenantsWithDuePlaces',
  'exceptions.selectTenantsWithDueExceptions',
  'fulfillment.selectTenantsWithDueReleases',
  'fulfillment.selectTenantsWithDueWork',
  'history.selectTenantsWithDueDryRuns',
  'history.selectTenantsWithDueImports',
  'inventory.selectTenantsWithDue',
  'log.lockReader',
  'log.notify',
  'log.selectIsLogRead',
  'log.selectLaggingReaders',
  'log.selectUnread',
  'log.stillReading',
  'orders.selectTenantsWithDueHolds',
  'payments.selectAddressee',
  'payments.selectIsAnyIntentDue',
  'payments.selectTenantsWithDueAccounts',
  'payments.selectTenantsWithDueIntents',
  'payments.selectTenantsWithDueInvoices',
  'payments.selectTenantsWithDueRenewals',
  'reconciliation.selectTenantsWithDueConnections',
  'reconciliation.selectTenantsWithDueStatements',
  'retention.selectTenantsWithDueRetention',
  'risk.selectTenantsWithDueTraces',
  'storedValue.selectTenantsWithDueValues',
  'webhooks.selectTenantsWithDueDeliveries',
  'webhooks.selectTenantsWithDueForgetting',
  'webhooks.selectTenantsWithDueReplays',
];

async function connectAs(role: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  if (role !== 'owner') await client.query(`set role ${role}`);
  return client;
}

/** What has no plan, such as a setting, is run, and undone. */
async function prepare(client: pg.Client, statement: Statement): Promise<void> {
  if (isPlanned(statement)) {
    await explain(client, statement);
    return;
  }
  await client.query('begin');
  try {
    await client.query(statement.text);
  } finally {
    await client.query('rollback');
  }
}
