// Tables and roles: what keeps tenants apart when the code does not.
// cspell:ignore attname attnum attrelid authid deptype indisprimary indkey indrelid proname
// cspell:ignore pronamespace prosecdef refclassid refobjid relforcerowsecurity relispartition
// cspell:ignore relname relrowsecurity rolbypassrls rolcanlogin rolcreatedb rolcreaterole rolname
// cspell:ignore rolreplication rolsuper shdepend

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { openShop, type Shop } from '../shop.ts';
import { fillForeign } from './foreign-calls.ts';

const ROLES = ['doorstep_app', 'doorstep_gate', 'doorstep_clock'] as const;

let shop: Shop;
let second: string;
let owner: pg.Client;
before(async () => {
  shop = await openShop();
  await fillForeign(shop, 'test', shop.runtime);
  const other = await shop.anotherTenant('other');
  await fillForeign(other, 'other', shop.runtime);
  second = uuidOf(other.tenant);
  owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await shop.close();
});

interface Table {
  readonly name: string;
  readonly forced: boolean;
  readonly key: string[] | null;
  readonly has_tenant: boolean;
}

/** Tables whose key does not begin with the tenant, and why. */
const KEYED_OTHERWISE: Readonly<Record<string, string>> = {
  credentials: 'found by the hash of a secret, before a tenant is known',
};

/** Tables of no tenant, and why. */
const OF_NO_TENANT: Readonly<Record<string, string>> = {
  log_readers: 'the cursors of the server’s own readers, over all tenants',
  schema_migrations: 'of the database; only its owner reads it',
  sign_in_guesses: 'counted by a digest, before it is known whether there is such a tenant',
};

test('every table has a tenant, but for those listed here with a reason', async () => {
  const tables = await allTables();
  const without = tables.filter((table) => !table.has_tenant).map(({ name }) => name);
  assert.deepEqual(without, Object.keys(OF_NO_TENANT).sort());
});

test('every tenant table has its tenant first in the key and forced row-level security', async () => {
  for (const { name, forced, key } of (await allTables()).filter((table) => table.has_tenant)) {
    assert.ok(forced, `${name} does not force row-level security`);
    if (!(name in KEYED_OTHERWISE)) assert.equal(key?.[0], 'tenant_id', name);
  }
});

test('every policy of the role that serves a tenant is that tenant’s', async () => {
  const policies = await ask(
    `select tablename as name, cmd, qual, with_check from pg_policies
     where roles && array['doorstep_app', 'public']::name[] order by 1`,
  );
  const own = '(tenant_id = ( SELECT current_tenant() AS current_tenant))';
  for (const { name, cmd, qual, with_check } of policies) {
    assert.equal(qual, own, name);
    if (cmd !== 'SELECT') assert.equal(with_check, own, name);
  }
  const tables = (await allTables()).filter((table) => table.has_tenant);
  assert.deepEqual(
    tables.map(({ name }) => name),
    policies.map(({ name }) => name),
  );
});

test('the server’s roles own nothing, inherit nothing, and bypass nothing', async () => {
  const roles = await ask(
    `select rolname as name from pg_roles
     where rolname like 'doorstep\\_%' and not (rolsuper or rolbypassrls or rolcreaterole
       or rolcreatedb or rolreplication or rolcanlogin)
       and not exists (select from pg_auth_members where member = pg_roles.oid)
     order by 1`,
  );
  assert.deepEqual(
    roles.map(({ name }) => name),
    [...ROLES].sort(),
  );
  const owned = await ask(
    `select objid from pg_shdepend join pg_roles on pg_roles.oid = refobjid
     where refclassid = 'pg_authid'::regclass and deptype = 'o' and rolname like 'doorstep\\_%'`,
  );
  assert.deepEqual(owned, []);
  for (const role of ROLES)
    assert.deepEqual(
      await ask(
        `select has_schema_privilege($1, 'public', 'create') or
                has_database_privilege($1, current_database(), 'create') as may_create`,
        [role],
      ),
      [{ may_create: false }],
    );
});

test('partitions are reached through their table only, where the policy is', async () => {
  const reachable = await ask(
    `select c.relname, role from pg_class c, unnest($1::text[]) as role
     where c.relispartition and has_table_privilege(role, c.oid, 'select,insert,update,delete')`,
    [ROLES],
  );
  assert.deepEqual(reachable, []);
});

test('only the maker of partitions runs with more rights than its caller', async () => {
  const raised = await ask(
    `select proname as name from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef`,
  );
  assert.deepEqual(raised, [{ name: 'ensure_partitions' }]);
  const callers = await ask(
    `select role from unnest($1::text[]) as role
     where has_function_privilege(role, 'ensure_partitions(date)', 'execute')`,
    [ROLES],
  );
  assert.deepEqual(callers, [{ role: 'doorstep_clock' }]);
});

test('roles that cross tenants read no personal data', async () => {
  assert.deepEqual(await readableBy('doorstep_gate'), {
    credentials: 'every column',
    sign_in_guesses: 'every column',
    provider_connections: 'id, provider, removed_at, tenant_id',
    tenants: 'every column',
  });
  assert.deepEqual(await readableBy('doorstep_clock'), {
    bulk_actions: 'forget_at, leased_until, state, tenant_id',
    drop_holds: 'expires_at, tenant_id',
    drop_items: 'pooled, tenant_id, waiting',
    drops: 'closed_at, ends_at, places_kept, started_at, starts_at, tenant_id',
    event_batches: 'every column',
    exceptions: 'snoozed_until, tenant_id',
    flow_projections: 'position, rebuild_to, tenant_id',
    fulfillment_orders: 'allocated, late_at, packed, picked, ship_by, tenant_id',
    imports: 'created_at, leased_until, state, tenant_id',
    log_heads: 'every column',
    log_readers: 'every column',
    order_holds: 'expires_at, released_at, tenant_id',
    orders: 'release_at, tenant_id',
    payment_accounts: 'pay_by, tenant_id',
    payment_intents: 'leased_until, next_attempt_at, tenant_id',
    payment_terms: 'due_at, overdue_at, settled_at, tenant_id',
    payments: 'renewal_due_at, tenant_id',
    provider_connections: 'next_statement_at, tenant_id',
    provider_statements: 'leased_until, next_attempt_at, tenant_id',
    reservations: 'drop_id, expires_at, tenant_id',
    retention_rules: 'next_run_at, tenant_id',
    risk_traces: 'captured_at, tenant_id',
    stored_values: 'expiry_due_at, tenant_id',
    tenants: 'every column',
    webhook_deliveries: 'endpoint_id, forget_at, next_attempt_at, state, tenant_id',
    webhook_replays: 'next_step_at, state, tenant_id',
  });
});

test('with no tenant set, the role that serves one sees no row and writes none', async () => {
  const client = await connectAs('doorstep_app');
  for (const { name } of (await allTables()).filter((table) => table.has_tenant)) {
    assert.equal(await countAs(client, name), 0, name);
    if (name === 'tenants' || name === 'log_heads') continue;
    if (name === 'audit_entries') {
      await assert.rejects(client.query(`delete from ${name}`), /permission denied/);
      await assert.rejects(client.query(`update ${name} set actor = ''`), /permission denied/);
      continue;
    }
    const { rowCount } = await client.query(`delete from ${name}`);
    assert.equal(rowCount, 0, name);
  }
  await assert.rejects(insertCustomer(client, second), /row-level security/);
  await client.end();
});

test('with a tenant set, it sees that tenant’s rows, all of them, and writes for no other', async () => {
  const client = await connectAs('doorstep_app');
  await client.query(`select set_config('doorstep.tenant', $1, false)`, [second]);
  let filled = 0;
  for (const { name } of (await allTables()).filter((table) => table.has_tenant)) {
    const [{ count }] = (await ask(
      `select count(*)::int as count from ${name} where tenant_id = $1`,
      [second],
    )) as [{ count: number }];
    assert.equal(await countAs(client, name), count, name);
    if (count > 0) filled += 1;
  }
  assert.ok(filled > 20, `only ${filled} tables have rows`);
  await assert.rejects(insertCustomer(client, uuidOf(shop.tenant)), /row-level security/);
  const { rowCount } = await client.query('update customers set name = name where tenant_id = $1', [
    uuidOf(shop.tenant),
  ]);
  assert.equal(rowCount, 0);
  await assert.rejects(
    client.query('update customers set tenant_id = $1', [uuidOf(shop.tenant)]),
    /row-level security/,
  );
  await client.end();
});

function allTables(): Promise<Table[]> {
  return ask(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
            exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant_id') as has_tenant,
            (select array_agg(a.attname::text order by place)
             from unnest(i.indkey::int[]) with ordinality as column_of(number, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = column_of.number) as key
     from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition
     order by c.relname collate "C"`,
  ) as Promise<Table[]>;
}

/** Tables with the columns a role may read. */
async function readableBy(role: string): Promise<Record<string, string>> {
  const rows = await ask(
    `select c.relname as name,
            case when has_table_privilege($1, c.oid, 'select') then 'every column'
            else string_agg(a.attname, ', ' order by a.attname) end as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
       and has_column_privilege($1, c.oid, a.attnum, 'select')
     group by c.oid, c.relname order by 1`,
    [role],
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

async function connectAs(role: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  await client.query(`set role ${role}`);
  return client;
}

async function countAs(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

function insertCustomer(client: pg.Client, tenant: string): Promise<unknown> {
  return client.query(
    'insert into customers (tenant_id, id, created_at) values ($1, gen_random_uuid(), now())',
    [tenant],
  );
}

// biome-ignore lint/suspicious/noExplicitAny: rows of ad-hoc queries
async function ask(sql: string, values: unknown[] = []): Promise<any[]> {
  return (await owner.query(sql, values)).rows;
}
