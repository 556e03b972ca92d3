// Does something about a difference: records what the provider says, reads the day again, says why it is
// right so, or puts it before people.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  DifferenceAnswer,
  resolveDifference as operation,
} from '@doorstep/contract/reconciliation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import {
  type DraftEntry,
  entriesOfUnclear,
  entryOfUnclearRest,
} from '@doorstep/core/accounting/journal.ts';
import { type Id, idFromUuid, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { StatementLine } from '@doorstep/core/payments/statement.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { type EntryOrigin, postEntries } from '../accounting/post-entries.ts';
import { markWritten } from '../customers/erasure.sql.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { wakeIntents } from '../payments/intents.sql.ts';
import {
  type DifferenceRow,
  lockDifference,
  resolveRow,
  selectDifference,
  touchDifference,
} from './differences.sql.ts';
import { beginStatement } from './fetch-statement.ts';
import { lineOfRow } from './line-of-row.ts';
import { selectLine } from './lines.sql.ts';
import { presentDifference } from './present-difference.ts';
import { recordFact } from './record-fact.ts';
import { tellResolved } from './write-differences.ts';

type Body = BodyOf<typeof operation>;

/** @returns refusals: `not-found`, `version-conflict`, `difference-resolved`,
 * `difference-not-recordable`, `note-missing` */
export async function resolveDifference(
  tx: CommandTx,
  id: Id<'difference'>,
  body: Body,
): Promise<DifferenceAnswer | Refusal> {
  const row = await tx.row(lockDifference, [uuidOf(id)]);
  if (row === undefined) return refuse('not-found', `There is no difference ${id}.`);
  const stale = refuseStale(body.version, row.version);
  if (stale !== undefined) return stale;
  if (row.status === 'resolved')
    return refuse('difference-resolved', `The difference is resolved: ${row.resolution}.`, {
      resolution: row.resolution,
    });
  const refused = await resolve(tx, row, body);
  if (isRefusal(refused)) return refused;
  const shown = await tx.row(selectDifference, [row.id]);
  if (shown === undefined) throw new Error('a difference just written was not found');
  return presentDifference(shown);
}

async function resolve(
  tx: CommandTx,
  row: DifferenceRow,
  body: Body,
): Promise<Refusal | undefined> {
  const { how, note = null } = body;
  switch (how) {
    case 'explain':
      if (note === null) return refuse('note-missing', 'Say why it is right so.');
      await close(tx, row, how, note);
      return setAside(tx, row);
    case 'record-fact': {
      await close(tx, row, how, note);
      return recordFact(tx, row, (body.payment ?? null) as PaymentId | null);
    }
    case 'fetch-again':
      return fetchAgain(tx, row);
    case 'raise-exception':
      return raise(tx, row, note);
  }
}

async function close(
  tx: CommandTx,
  row: DifferenceRow,
  how: 'explain' | 'record-fact',
  note: string | null,
): Promise<void> {
  const after = await tx.row(resolveRow, [row.id, how, note, tx.now, actorText(tx.actor)]);
  if (after !== undefined) tellResolved(tx, after);
  // No event of the order tells of it.
  if (note !== null && row.order_id !== null) await tx.run(markWritten, [[row.order_id], [tx.now]]);
}

/** The books: money that is at the provider and not in the ledger, until somebody clears it there. */
async function setAside(tx: CommandTx, row: DifferenceRow): Promise<undefined> {
  const line = row.subject === 'line' ? await tx.row(selectLine, [row.subject_id]) : undefined;
  if (line === undefined) return undefined;
  const drafts = draftsOf(row, lineOfRow(line));
  const connection = await tx.row(selectDifference, [row.id]);
  const origin: EntryOrigin = {
    source: 'difference',
    sourceId: row.id,
    occurredAt: line.occurred_at,
    provider: connection?.provider ?? '',
    connection: row.connection_id,
    order: row.order_id,
    payment: row.payment_id,
    payout: line.payout_reference,
    reference: row.reference,
  };
  await postEntries(
    tx,
    tx.now,
    drafts.map((draft) => ({ draft, origin })),
  );
  return undefined;
}

function draftsOf(row: DifferenceRow, line: StatementLine): DraftEntry[] {
  const { cause, ledger_minor: amountMinor, ledger_currency: currency } = row;
  switch (cause) {
    case 'missing-in-ledger':
    case 'duplicate':
      return entriesOfUnclear(line);
    case 'amount-differs':
    case 'currency-differs':
      if (amountMinor === null || currency === null) return [];
      return [entryOfUnclearRest(line, { amountMinor, currency })];
    default:
      return [];
  }
}

const DAY_MS = 86_400_000;

async function fetchAgain(tx: CommandTx, row: DifferenceRow): Promise<undefined> {
  const at = row.occurred_at.getTime();
  const to = new Date(Math.min(at + DAY_MS, tx.now.getTime()));
  const from = new Date(Math.min(at, to.getTime()) - DAY_MS);
  const statement = await beginStatement(tx, row.connection_id, { origin: 'api', from, to });
  if (row.order_id !== null && row.payment_id !== null)
    await tx.run(wakeIntents, [row.order_id, tx.now, row.payment_id]);
  return touch(tx, row, statement.id);
}

async function raise(tx: CommandTx, row: DifferenceRow, note: string | null): Promise<undefined> {
  const id = idFromUuid('difference', row.id);
  tx.raise({
    type: 'reconciliation-difference',
    cause: id,
    about: {
      ...(row.order_id === null ? {} : { order: idFromUuid('order', row.order_id) }),
      ...(row.payment_id === null ? {} : { payment: idFromUuid('payment', row.payment_id) }),
    },
    data: {
      difference: id,
      code: row.cause,
      kind: row.kind,
      reference: row.reference,
      ...(row.provider_minor === null
        ? {}
        : { amountMinor: Number(row.provider_minor), currency: row.provider_currency }),
      ...(row.ledger_minor === null
        ? {}
        : { expectedMinor: Number(row.ledger_minor), expectedCurrency: row.ledger_currency }),
      ...(note === null ? {} : { note }),
    },
  });
  return touch(tx, row, null);
}

async function touch(
  tx: CommandTx,
  row: DifferenceRow,
  statement: string | null,
): Promise<undefined> {
  const after = await tx.row(touchDifference, [row.id, statement]);
  tx.emit({
    type: 'difference.changed.v1',
    subject: idFromUuid('difference', row.id),
    version: after?.version ?? 0,
    data: { cause: row.cause },
  });
  return undefined;
}
