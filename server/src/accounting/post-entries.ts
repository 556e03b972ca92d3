// Enters balanced entries into the books, each once by what it is made of. A day that is closed gets
// none: what becomes known later stands on the first open day.

import { type DraftEntry, imbalance } from '@doorstep/core/accounting/journal.ts';
import { newUuid } from '../db/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { ensureBooks, insertEntries, shareBooks } from './sql.ts';

/** What an entry is about, as bare UUIDs. */
export interface EntryOrigin {
  /** Of each source one entry per kind. */
  readonly source: 'ledger' | 'dispute' | 'line' | 'difference' | 'stored-value';
  readonly sourceId: string;
  readonly occurredAt: Date;
  readonly provider: string;
  readonly connection: string | null;
  readonly order: string | null;
  readonly payment: string | null;
  readonly payout: string | null;
  /** What the provider calls the movement. */
  readonly reference: string;
}

export interface NewEntry {
  readonly draft: DraftEntry;
  readonly origin: EntryOrigin;
}

/** @returns how many were new */
export async function postEntries(
  tx: Tx,
  now: Date,
  entries: readonly NewEntry[],
): Promise<number> {
  const rows = entries.filter(({ draft }) => draft.lines.length > 0).map(rowOf);
  if (rows.length === 0) return 0;
  await tx.run(ensureBooks, [newUuid()]);
  const books = await tx.row(shareBooks);
  const params = [JSON.stringify(rows), books?.closed_through ?? null, now];
  return (await tx.rows(insertEntries, params)).length;
}

function rowOf({ draft, origin }: NewEntry): object {
  const off = imbalance(draft.lines);
  if (off.size > 0) throw new Error(`an entry of ${origin.reference} does not balance`);
  return {
    id: newUuid(),
    at: origin.occurredAt,
    kind: draft.kind,
    source: origin.source,
    sourceId: origin.sourceId,
    provider: origin.provider,
    connection: origin.connection,
    order: origin.order,
    payment: origin.payment,
    payout: origin.payout,
    reference: origin.reference,
    lines: draft.lines.map(({ role, currency, debitMinor, creditMinor }) => ({
      role,
      currency,
      debit: String(debitMinor),
      credit: String(creditMinor),
    })),
  };
}
