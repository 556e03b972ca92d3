// What the planner makes of every statement in a shop with rows by the ten thousand, as the role
// that runs it and for any parameters: nothing that serves a request reads a whole table.
// cspell:ignore indexrelid indrelid relname reltuples

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Statement } from '../../src/db/statement.ts';
import { freshDatabase } from '../shop.ts';
import { fillShop } from './full-shop.ts';
import {
  explain,
  importStatements,
  isPlanned,
  nodesOf,
  type PlanNode,
  roleOf,
} from './registered.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let statements: readonly Statement[];
let tenant: string;
let client: pg.Client;
/** Rows by table and partition. */
let sizes: Map<string, number>;
/** The table of an index. */
let tables: Map<string, string>;
before(async () => {
  database = await freshDatabase();
  tenant = await fillShop(database.url);
  statements = (await importStatements()).filter(isPlanned);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`set jit = off; set plan_cache_mode = force_generic_plan`);
  const rows = await ask(`select relname as name, reltuples::int as rows from pg_class`);
  sizes = new Map(rows.map((row) => [row.name, row.rows]));
  const indexes = await ask(
    `select indexrelid::regclass::text as index, indrelid::regclass::text as name from pg_index`,
  );
  tables = new Map(indexes.map((row) => [row.index, row.name]));
});
after(async () => {
  await client.end();
  await database.drop();
});

/** Small enough to be read whole: channels, locations, users, keys. */
const SMALL_ROWS = 1000;
/** Up to this the planner reads a table whole to join it with a batch of unknown size. */
const BATCH_ROWS = 15_000;

/** Statements that may read a whole table, and why. */
const MAY_SCAN: Readonly<Record<string, string>> = {
  'customers.eraseStoredAnswers': 'an erasure is rare, and answers are kept for two weeks',
};

/** Statements that may sort, and what bounds the rows they sort. */
const MAY_SORT: Readonly<Record<string, string>> = {
  'webhooks.listPending': 'the 1,000 of an endpoint that are due first',
  'desk.listByIds': 'the 1,000 things that a search names at most',
  'desk.listByIdsAndTag': 'the 1,000 things that a search names at most',
  'access.listSessions': 'the open sessions of one user',
  'order-page.selectPageScans': 'what carriers said of the parcels of one order',
  'returns.listAmong': 'the few returns that a search names',
  'returns.selectSoughtReturns': 'the few returns that a search names',
  'customers.selectCustomersAmong': 'the 1,000 things that a search names at most',
  'catalog.selectSkusAmong': 'the 1,000 things that a search names at most',
  'inventory.listGridSkusAmong': 'the 1,000 things that a search names at most',
  'log.selectEventsAfter': 'the positions of one page, and the batches at its ends',
  'log.selectEventsOfSubject': 'the history of one subject',
  'log.selectHistory': 'the history of one subject',
  'log.selectHistoryNewest': 'the history of one subject',
  'webhooks.selectDeliveriesOfSubject': 'what was sent of the newest events of one subject',
  'catalog.selectChannel': 'one row by its id and one by its code',
  'locations.selectLocationId': 'one row by its id and one by its code',
  'history.selectSourceRows': 'the rows that one order was made of',
  'history.listPastDocumentsOfOrder': 'the documents that give back lines of one order',
  ...Object.fromEntries(
    [
      ...['Day', 'Month', 'Channel', 'Country'],
      ...['Sku', 'SkuInChannel', 'SkuInCountry', 'SkuInBoth'],
      ...['CustomerBySales', 'CustomerByUnits', 'CustomerByOrders', 'CustomerByKey'],
    ].map((by) => [
      `analytics.salesBy${by}`,
      'the sums of the period: they are ranked by what they come to, and no index can know that',
    ]),
  ),
  'analytics.flowByMonth': 'the months of one member, and the days at both ends',
  'analytics.listFlowOfMember': 'the days on which there was anything of one member',
  'analytics.flowByReason': 'the sums of the period by reason, ranked by what they come to',
  'analytics.flowByMember': 'the sums of the period by SKU or place, ranked by what they come to',
};

test('every list statement uses an index as the server’s role', async () => {
  const lists = statements.filter(isList);
  assert.ok(lists.length > 20, lists.map(({ name }) => name).join(' '));
  await noneReads(lists, SMALL_ROWS);
});

test('every list statement walks its index in order, and sorts at most a bounded set', async () => {
  const wrong: string[] = [];
  for (const one of statements.filter(isList)) {
    if (one.name in MAY_SORT) continue;
    for (const node of nodesOf(await planOf(one)))
      if (node['Node Type'] === 'Sort' && readsUnbounded(node))
        wrong.push(`${one.name} sorts ${nodesOf(node).map(shortly).join(' < ')}`);
  }
  assert.deepEqual(wrong, []);
});

test('every statement of capture uses an index, with and without its settings', async () => {
  const hot = statements.filter(({ name }) => HOT.includes(name));
  assert.equal(hot.length, HOT.length);
  await noneReads(hot, BATCH_ROWS);
  await client.query(
    'set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off',
  );
  await noneReads(hot, SMALL_ROWS);
  await client.query('reset enable_seqscan; reset enable_hashjoin; reset enable_mergejoin');
});

test('no other statement reads a big table whole', async () => {
  await noneReads(
    statements.filter((one) => !isList(one) && !one.name.startsWith('verify.')),
    BATCH_ROWS,
  );
});

test('every exception named here is one of a statement that exists', () => {
  const known = new Set(statements.map(({ name }) => name));
  for (const name of [...Object.keys(MAY_SCAN), ...Object.keys(MAY_SORT)])
    assert.ok(known.has(name), name);
});

/** What capture runs for every batch, besides its inserts. */
const HOT = [
  'orders.selectCatalog',
  'orders.selectKnownOrders',
  'orders.selectKeys',
  'orders.storeRefusals',
  'orders.repointKeys',
  'orders.dropClaims',
  'orders.selectCapturedEvents',
  'customers.lockCustomersByEmail',
  'inventory.selectAvailableByLocation',
  'inventory.lockChosenLevels',
  'inventory.reserveChosenLevels',
  'inventory.lockLevelsOfSkus',
  'inventory.lockBackorderLimits',
  'inventory.takeBackorders',
  'drops.lockDrops',
  'drops.selectItems',
  'drops.selectPool',
  'drops.selectHolds',
  'drops.selectBuyers',
  'drops.selectBuyersOfHolds',
  'drops.updatePool',
  'drops.deletePool',
  'drops.deleteHolds',
  'drops.deleteHeldUnits',
  'drops.changePlaces',
];

/** What pages, follows, searches or takes the first few. */
function isList({ name, text }: Statement): boolean {
  return !name.startsWith('verify.') && (/\blimit \$?\d/.test(text) || name.includes('.list'));
}

async function planOf(statement: Statement): Promise<PlanNode> {
  const role = roleOf(statement);
  await client.query('reset role');
  if (role !== 'owner') await client.query(`set role ${role}`);
  await client.query(`select set_config('doorstep.tenant', $1, false)`, [tenant]);
  return explain(client, statement);
}

async function noneReads(which: readonly Statement[], rowsMax: number): Promise<void> {
  const wrong: string[] = [];
  for (const one of which) {
    if (one.name in MAY_SCAN) continue;
    for (const node of nodesOf(await planOf(one)))
      if (isWholeRead(node, rowsMax)) wrong.push(`${one.name}: ${shortly(node)}`);
  }
  assert.deepEqual(wrong, []);
}

/** A scan of the table, or of an index by nothing but the tenant. */
function isWholeRead(node: PlanNode, rowsMax: number): boolean {
  const type = node['Node Type'];
  if (rowsOf(node) <= rowsMax) return false;
  if (type === 'Seq Scan') return true;
  return /Index/.test(type) && /^\(?\(?tenant_id = \$\d+\)*$/.test(node['Index Cond'] ?? '');
}

/** Whether rows of a big table reach this node with no limit on the way. */
function readsUnbounded(node: PlanNode): boolean {
  if (node['Node Type'] === 'Limit') return false;
  if (rowsOf(node) > SMALL_ROWS) return true;
  // What drives a join is its first input; initial plans and the like are no input.
  return (node.Plans ?? [])
    .filter((plan) => ['Outer', 'Member', 'Subquery'].includes(plan['Parent Relationship']))
    .some(readsUnbounded);
}

function rowsOf(node: PlanNode): number {
  const table = node['Relation Name'] ?? tables.get(node['Index Name'] ?? '') ?? '';
  return sizes.get(table) ?? 0;
}

function shortly(node: PlanNode): string {
  const on = node['Index Name'] ?? node['Relation Name'] ?? '';
  return `${node['Node Type']} ${on} ${node['Index Cond'] ?? ''}`.trim();
}

// biome-ignore lint/suspicious/noExplicitAny: rows of ad-hoc queries
async function ask(sql: string): Promise<any[]> {
  return (await client.query(sql)).rows;
}
