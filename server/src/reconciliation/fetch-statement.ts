// Has a stretch of a provider's balance read: because somebody asks, or because a day went by.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  fetchProviderStatement as operation,
  StatementAnswer,
} from '@doorstep/contract/reconciliation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import type { ProviderStatements } from '@doorstep/core/payments/statement.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { type ConnectionRow, selectConnection } from '../payments/connections.sql.ts';
import type { ConnectionId } from '../payments/provider-account.ts';
import {
  failAbandoned,
  insertStatement,
  type StatementRow,
  takeDueConnections,
} from './statements.sql.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 400;

/** @returns refusals: `not-found`, `payment-provider-unknown`, `period-invalid` */
export async function fetchStatement(
  tx: CommandTx,
  providers: PaymentProviders,
  id: ConnectionId,
  body: BodyOf<typeof operation>,
): Promise<StatementAnswer | Refusal> {
  const found = await connectionWithStatements(tx, providers, id);
  if (isRefusal(found)) return found;
  const [from, to] = [new Date(body.from), new Date(body.to)];
  const wrong = refusePeriod(from, to, tx.now);
  if (wrong !== undefined) return wrong;
  return presentStatement(await beginStatement(tx, uuidOf(id), { origin: 'api', from, to }));
}

export interface Stretch {
  readonly origin: 'api' | 'file';
  readonly fileName?: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** @param connection a bare UUID */
export async function beginStatement(
  tx: CommandTx,
  connection: string,
  { origin, fileName, from, to }: Stretch,
): Promise<StatementRow> {
  const fields = [origin, fileName ?? null, from, to, tx.now, actorText(tx.actor)];
  const row = await tx.row(insertStatement, [newUuid(), connection, ...fields]);
  if (row === undefined) throw new Error('a statement was not inserted');
  return row;
}

interface WithStatements {
  readonly row: ConnectionRow;
  readonly statements: ProviderStatements;
}

export async function connectionWithStatements(
  tx: Tx,
  providers: PaymentProviders,
  id: ConnectionId,
): Promise<WithStatements | Refusal> {
  const row = await tx.row(selectConnection, [uuidOf(id)]);
  if (row === undefined) return refuse('not-found', `There is no provider connection ${id}.`);
  const statements = providers.get(row.provider)?.statements;
  return statements === undefined
    ? refuse('payment-provider-unknown', `${row.provider} keeps no balance here.`, {
        provider: row.provider,
        providers: [...providers.values()].flatMap((one) => (one.statements ? [one.name] : [])),
      })
    : { row, statements };
}

export function refusePeriod(from: Date, to: Date, now: Date): Refusal | undefined {
  const isWrong = from >= to || to > now || to.getTime() - from.getTime() > DAYS_MAX * DAY_MS;
  return isWrong
    ? refuse('period-invalid', `${from.toISOString()} to ${to.toISOString()} cannot be read.`)
    : undefined;
}

/** What came late is read again with the day after, and the day after that. */
const OVERLAP_DAYS = 2;

/** Once a day for each account. @returns how many were begun */
export async function fetchDue(tx: CommandTx, providers: PaymentProviders): Promise<number> {
  const due = await tx.rows(takeDueConnections, [tx.now]);
  for (const row of due) {
    const statements = providers.get(row.provider)?.statements;
    await tx.run(failAbandoned, [row.id, tx.now]);
    if (statements === undefined) continue;
    const back = statements.lagMs + OVERLAP_DAYS * DAY_MS;
    const since = (row.statements_read_to ?? row.created_at).getTime() - back;
    const from = new Date(Math.max(since, tx.now.getTime() - DAYS_MAX * DAY_MS));
    await beginStatement(tx, row.id, { origin: 'api', from, to: tx.now });
  }
  return due.length;
}

export function presentStatement(row: StatementRow): StatementAnswer {
  const textOf = (time: Date | null): string | null => time?.toISOString() ?? null;
  return {
    id: idFromUuid('statement', row.id),
    connection: idFromUuid('providerConnection', row.connection_id),
    origin: row.origin,
    fileName: row.file_name,
    from: textOf(row.from_at),
    to: textOf(row.to_at),
    state: row.state,
    lines: row.lines,
    newLines: row.new_lines,
    differences: row.differences,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    finishedAt: textOf(row.finished_at),
  };
}
