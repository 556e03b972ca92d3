// Reads statements of providers: page by page, each taken in one transaction with where to go on, so
// that a crash at any point goes on from there. Then the ledger is walked, and what was open is looked
// at once more. No more than a page is ever in memory.

import { systemActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import {
  type FailureKind,
  failureKind,
  ProviderFailure,
} from '@doorstep/core/payments/provider-failure.ts';
import { retryDelayMs } from '@doorstep/core/payments/retry-delay.ts';
import type { ProviderStatements, StatementPage } from '@doorstep/core/payments/statement.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { inTransaction, lookOnce } from '../db/transaction.ts';
import { unlessAborted, withoutSecrets } from '../payments/ask-provider.ts';
import {
  type ConnectionRow,
  forgetCalls,
  type SealedConnectionRow,
  selectSealedConnection,
} from '../payments/connections.sql.ts';
import { providerAccount } from '../payments/provider-account.ts';
import { recordHealth } from '../payments/record-health.ts';
import type { Runtime } from '../runtime.ts';
import { checkLedger } from './check-ledger.ts';
import { checkPayouts, isPlaceOfPayouts, placeBeforePayouts } from './check-payouts.ts';
import { fetchDue } from './fetch-statement.ts';
import { recallDifferences } from './recall-differences.ts';
import {
  advanceStatement,
  failStatement,
  leaseStatement,
  lockStatement,
  postponeStatement,
  recordReadTo,
  type StatementRow,
  selectTenantsWithDueConnections,
  selectTenantsWithDueStatements,
} from './statements.sql.ts';
import { takeLines } from './take-lines.ts';
import type { StatementOf } from './weigh-lines.ts';

type Deps = Pick<Runtime, 'app' | 'clock' | 'now' | 'providers' | 'secrets' | 'log'>;

const CALL_MS_MAX = 30_000;
/** Longer than a call and its recording. */
const LEASE = '90 seconds';
const ATTEMPTS_MAX = 8;
/** Payouts are told when they are made, and pay what was booked days before. */
const PAYOUTS_BACK_MS = 12 * 86_400_000;

/** @returns how many pages were worked on: call again at once unless it is 0 */
export async function runStatements(deps: Deps): Promise<number> {
  for (const tenant of await lookOnce(deps.clock, selectTenantsWithDueConnections, [deps.now()]))
    await record(deps, idFromUuid('tenant', tenant.tenant_id), (tx) =>
      fetchDue(tx, deps.providers),
    );
  const due = await lookOnce(deps.clock, selectTenantsWithDueStatements);
  let worked = 0;
  for (const { tenant_id } of due)
    if (await workOnOne(deps, idFromUuid('tenant', tenant_id))) worked += 1;
  return worked;
}

async function workOnOne(deps: Deps, tenant: TenantId): Promise<boolean> {
  const leased = await inTransaction(deps.app, tenant, async (tx) => {
    const row = await tx.row(leaseStatement, [LEASE]);
    if (row === undefined) return undefined;
    return { row, connection: await tx.row(selectSealedConnection, [row.connection_id]) };
  });
  if (leased === undefined) return false;
  const { row, connection } = leased;
  const statements = deps.providers.get(connection?.provider ?? '')?.statements;
  if (connection === undefined || statements === undefined)
    await record(deps, tenant, (tx) => tx.run(failStatement, [row.id, 'not-connected', tx.now]));
  else if (row.state === 'reading') await readPage(deps, tenant, { row, connection, statements });
  else await record(deps, tenant, (tx) => check(tx, row, connection, statements.lagMs));
  return true;
}

function record<T>({ app, now }: Deps, tenant: TenantId, verb: (tx: CommandTx) => Promise<T>) {
  const context = { tenant, actor: systemActor('reconciliation'), now: now() };
  return runCommand(app, context, null, verb);
}

interface Reading {
  readonly row: StatementRow;
  readonly connection: SealedConnectionRow;
  readonly statements: ProviderStatements;
}

async function readPage(
  deps: Deps,
  tenant: TenantId,
  { row, connection, statements }: Reading,
): Promise<void> {
  const page = await callProvider(deps, tenant, { row, connection, statements });
  await record(deps, tenant, async (tx) => {
    const id = idFromUuid('providerConnection', connection.id);
    if ('failure' in page) {
      await recordHealth(tx, id, page.failure);
      return putOff(tx, row, page);
    }
    await recordHealth(tx, id, null);
    const before = await tx.row(lockStatement, [row.id]);
    // Somebody else went on from here meanwhile.
    if (before === undefined || before.state !== row.state || before.place !== row.place)
      return null;
    const taken = await takeLines(tx, ofConnection(connection), page.lines, page.payouts);
    const state = page.next === null ? 'checking' : 'reading';
    const counts = [taken.lines, taken.newLines, taken.differences];
    await tx.run(advanceStatement, [row.id, state, page.next, ...counts, tx.now]);
    return null;
  });
}

interface NoPage {
  readonly failure: FailureKind;
  readonly detail: string;
}

async function callProvider(
  deps: Deps,
  tenant: TenantId,
  { row, connection, statements }: Reading,
): Promise<StatementPage | NoPage> {
  const account = providerAccount(deps.secrets, tenant, connection);
  const signal = AbortSignal.timeout(CALL_MS_MAX);
  const { from_at: from, to_at: to, place: page } = row;
  try {
    if (from === null || to === null)
      throw new ProviderFailure('unexpected', 'the statement has no period');
    return await unlessAborted(signal, statements.read({ account, from, to, page, signal }));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const detail = withoutSecrets(words, account);
    deps.log.info({ tenant, statement: row.id, detail }, 'a statement is read later');
    return { failure: failureKind(error), detail };
  }
}

/** Refused credentials stay so until a person does something; the rest passes, or does not. */
async function putOff(
  tx: CommandTx,
  row: StatementRow,
  { failure, detail }: NoPage,
): Promise<null> {
  if (failure === 'credentials' || row.attempts >= ATTEMPTS_MAX)
    await tx.run(failStatement, [row.id, detail, tx.now]);
  else {
    const pause = `${retryDelayMs(row.attempts, Math.random())} milliseconds`;
    await tx.run(postponeStatement, [row.id, pause, detail]);
  }
  return null;
}

async function check(
  tx: CommandTx,
  leased: StatementRow,
  connection: ConnectionRow,
  lagMs: number,
): Promise<null> {
  const row = (await tx.row(lockStatement, [leased.id])) ?? leased;
  if (row.state !== leased.state || row.place !== leased.place) return null;
  const advance = (state: StatementRow['state'], place: string | null, differences: number) =>
    tx.run(advanceStatement, [row.id, state, place, 0, 0, differences, tx.now]);
  if (row.state === 'checking') {
    const { differences, place } = await checkLedger(tx, row, lagMs);
    await advance(place === null ? 'recalling' : 'checking', place, differences);
    return null;
  }
  if (row.place === null || !isPlaceOfPayouts(row.place)) {
    const place = await recallDifferences(tx, ofConnection(connection), row.place);
    const since = new Date((row.from_at ?? tx.now).getTime() - PAYOUTS_BACK_MS);
    await advance('recalling', place ?? placeBeforePayouts(since), 0);
    return null;
  }
  const { differences, place } = await checkPayouts(tx, row.connection_id, row.place);
  await advance(place === null ? 'done' : 'recalling', place, differences);
  if (place === null) await finish(tx, row, row.differences + differences);
  return null;
}

async function finish(tx: CommandTx, row: StatementRow, differences: number): Promise<void> {
  if (row.origin === 'api' && row.to_at !== null)
    await tx.run(recordReadTo, [row.connection_id, row.to_at]);
  await tx.run(forgetCalls, [row.connection_id]);
  tx.emit({
    type: 'statement.read.v1',
    subject: idFromUuid('statement', row.id),
    version: 1,
    data: {
      connection: idFromUuid('providerConnection', row.connection_id),
      lines: row.lines,
      newLines: row.new_lines,
      differences,
    },
  });
}

function ofConnection({ id, provider }: ConnectionRow): StatementOf {
  return { connection: id, provider };
}
