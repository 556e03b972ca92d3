// Every statement of the server, and the role that uses it.

import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import type { Role } from '../../src/db/pool.ts';
import { registeredStatements, type Statement } from '../../src/db/statement.ts';

const SOURCES = join(import.meta.dirname, '../../src');

export async function importStatements(): Promise<readonly Statement[]> {
  for await (const file of glob('**/*sql.ts', { cwd: SOURCES }))
    await import(pathToFileURL(join(SOURCES, file)).href);
  return registeredStatements();
}

/** What runs across tenants or before one is known; everything else is doorstep_app's. */
const ROLES: Readonly<Record<string, Role | 'owner'>> = {
  'access.selectCredential': 'doorstep_gate',
  'access.selectTenantBySlug': 'doorstep_gate',
  'access.selectTenants': 'doorstep_gate',
  'access.selectExpiry': 'doorstep_gate',
  'access.countGuess': 'doorstep_gate',
  'access.deleteGuesses': 'doorstep_gate',
  'access.deleteGuessesOver': 'doorstep_gate',
  'access.insertTenant': 'owner',
  'db.ensurePartitions': 'doorstep_clock',
  'log.lockHead': 'doorstep_clock',
  'log.sequencePending': 'doorstep_clock',
  'log.passReaders': 'doorstep_clock',
  'log.lockReader': 'doorstep_clock',
  'log.selectUnread': 'doorstep_clock',
  'log.stillReading': 'doorstep_clock',
  'log.selectIsLogRead': 'doorstep_clock',
  'log.selectLaggingReaders': 'doorstep_clock',
  'log.advanceReader': 'doorstep_clock',
  'log.notify': 'doorstep_clock',
  'payments.selectIsAnyIntentDue': 'doorstep_clock',
  'payments.selectAddressee': 'doorstep_gate',
};

export function roleOf({ name }: Statement): Role | 'owner' {
  return ROLES[name] ?? (/TenantsWithDue/.test(name) ? 'doorstep_clock' : 'doorstep_app');
}

/** Values of the right type, so that no partition is pruned away for a null. */
const SAMPLES: Readonly<Record<string, string>> = {
  uuid: `'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
  'uuid[]': `array['ffffffff-ffff-ffff-ffff-ffffffffffff']::uuid[]`,
  'date[]': `array[date_trunc('week', now())::date]`,
  date: `date_trunc('week', now())::date`,
  'timestamp with time zone': 'now()',
  jsonb: `'[]'`,
  'text[]': `array['x']`,
  'bytea[]': `array['x']::bytea[]`,
  bytea: `'x'`,
  smallint: '50',
  text: `'x'`,
  integer: '50',
  bigint: '50',
};

/**
 * The generic plan of a statement as the role of the connection. Explaining opens the plan as
 * running it would, so it fails on what the role may not touch.
 */
export async function explain(client: pg.Client, { text }: Statement): Promise<PlanNode> {
  await client.query('deallocate all');
  await client.query(`prepare explained as ${text}`);
  const { rows: types } = await client.query<{ type: string }>(
    `select unnest(parameter_types)::text as type from pg_prepared_statements
     where name = 'explained'`,
  );
  const values = types.map(({ type }) => SAMPLES[type] ?? 'null').join(', ');
  const call = values === '' ? 'explained' : `explained (${values})`;
  const { rows } = await client.query(`explain (format json) execute ${call}`);
  return rows[0]['QUERY PLAN'][0].Plan;
}

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Parent Relationship': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

export function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Settings such as `set local …` have no plan. */
export function isPlanned({ text }: Statement): boolean {
  return /^\s*(with|select|insert|update|delete)\b/i.test(text);
}
