// Reads a report file of a provider as it comes: 500 rows at a time, each time in one transaction. A
// transfer that breaks off is sent again from the beginning; what was taken stays and changes nothing.

import type { Readable } from 'node:stream';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { sendProviderReport as operation } from '@doorstep/contract/reconciliation.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import {
  isReportProblem,
  type ReportReader,
  type StatementLine,
} from '@doorstep/core/payments/statement.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandContext, type CommandTx, runCommand } from '../db/run-command.ts';
import { decodeText } from '../history/decode-text.ts';
import { findDelimiter } from '../history/find-delimiter.ts';
import { SourceError } from '../history/source-error.ts';
import { splitRows } from '../history/split-rows.ts';
import type { ConnectionId } from '../payments/provider-account.ts';
import {
  beginStatement,
  connectionWithStatements,
  presentStatement,
  refusePeriod,
} from './fetch-statement.ts';
import {
  advanceStatement,
  failStatement,
  lockStatement,
  type StatementRow,
} from './statements.sql.ts';
import { type Taken, takeLines } from './take-lines.ts';
import type { StatementOf } from './weigh-lines.ts';

const TOGETHER = 500;
const PROBLEMS_MAX = 100;

export interface ReportDeps {
  readonly pool: Pool;
  readonly providers: PaymentProviders;
  readonly context: CommandContext;
}

type Unread = { row: number; problem: string };
type Read = AnswerOf<typeof operation>;

/** @returns refusals: `not-found`, `payment-provider-unknown`, `period-invalid`, `report-unreadable` */
export async function receiveReport(
  deps: ReportDeps,
  id: ConnectionId,
  query: QueryOf<typeof operation>,
  body: Readable,
): Promise<Read | Refusal> {
  const run = <T>(verb: (tx: CommandTx) => Promise<T | Refusal>) =>
    runCommand(deps.pool, deps.context, null, verb).then(({ outcome }) => outcome);
  const begun = await run((tx) => begin(tx, deps.providers, id, query));
  if (isRefusal(begun)) return begun;
  const { statement, reader, of } = begun;
  const unread: Unread[] = [];
  try {
    for await (const lines of linesOf(body, query.fileName, reader, unread))
      await run((tx) => take(tx, statement, of, lines));
  } catch (error) {
    await run((tx) => tx.run(failStatement, [statement.id, 'broken-off', tx.now]));
    if (error instanceof SourceError) return refuse('report-unreadable', error.detail);
    throw error;
  }
  if (!reader.isKnown()) {
    await run((tx) => tx.run(failStatement, [statement.id, 'unreadable', tx.now]));
    return refuse(
      'report-unreadable',
      `${query.fileName} has not the columns of a report of ${of.provider}.`,
    );
  }
  const done = await run((tx) => finish(tx, statement));
  return isRefusal(done) ? done : { statement: presentStatement(done), unread };
}

async function begin(
  tx: CommandTx,
  providers: PaymentProviders,
  id: ConnectionId,
  { fileName, from, to }: QueryOf<typeof operation>,
) {
  const found = await connectionWithStatements(tx, providers, id);
  if (isRefusal(found)) return found;
  const period = from === undefined || to === undefined ? null : [new Date(from), new Date(to)];
  const [start = null, end = null] = period ?? [];
  if ((from === undefined) !== (to === undefined))
    return refuse('period-invalid', 'Give both `from` and `to`, or none.');
  const wrong = start === null || end === null ? undefined : refusePeriod(start, end, tx.now);
  if (wrong !== undefined) return wrong;
  const stretch = { origin: 'file', fileName, from: start, to: end } as const;
  return {
    statement: await beginStatement(tx, uuidOf(id), stretch),
    reader: found.statements.openReport(),
    of: { connection: found.row.id, provider: found.row.provider },
  };
}

async function take(
  tx: CommandTx,
  { id }: StatementRow,
  of: StatementOf,
  lines: readonly StatementLine[],
): Promise<Taken> {
  const taken = await takeLines(tx, of, lines, []);
  const counts = [taken.lines, taken.newLines, taken.differences];
  await tx.run(advanceStatement, [id, 'reading', null, ...counts, tx.now]);
  return taken;
}

/** The rest is done by the worker: with a period the ledger is walked, too. */
async function finish(tx: CommandTx, { id, from_at: from }: StatementRow): Promise<StatementRow> {
  const state = from === null ? 'recalling' : 'checking';
  await tx.run(advanceStatement, [id, state, null, 0, 0, 0, tx.now]);
  const row = await tx.row(lockStatement, [id]);
  if (row === undefined) throw new Error('a statement is gone');
  return row;
}

async function* linesOf(
  body: Readable,
  fileName: string,
  reader: ReportReader,
  unread: Unread[],
): AsyncGenerator<readonly StatementLine[]> {
  let waiting: StatementLine[] = [];
  for await (const rows of rowsOf(body, fileName)) {
    for (const { line: row, cells } of rows) {
      const read = reader.take(cells.map((cell) => cell ?? ''));
      if (read === null) continue;
      if (!isReportProblem(read)) waiting.push(read);
      else if (unread.length < PROBLEMS_MAX) unread.push({ row, problem: read.problem });
      if (waiting.length < TOGETHER) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}

async function* rowsOf(body: Readable, fileName: string) {
  const text = decodeText(body as AsyncIterable<Buffer>, 'utf-8');
  const first = await text.next();
  if (first.done === true) return;
  async function* whole(): AsyncGenerator<string> {
    yield first.value as string;
    yield* text;
  }
  yield* splitRows(whole(), findDelimiter(first.value, fileName));
}
