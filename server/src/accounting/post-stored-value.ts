// Enters what people and time did to store credit and gift cards into the books. What orders were paid
// with stands in the ledger of their payments.

import { entryOfStoredValue } from '@doorstep/core/accounting/journal.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { type NewEntry, postEntries } from './post-entries.ts';
import { type NotEnteredMovementRow, selectNotEnteredMovements } from './stored-value.sql.ts';

/** @param values bare UUIDs. May see the same again: what is entered stays as it is. */
export async function postStoredValue(tx: Tx, values: readonly string[], now: Date): Promise<void> {
  const rows = await tx.rows(selectNotEnteredMovements, [values]);
  await postEntries(tx, now, rows.flatMap(entriesOfMovement));
}

export function entriesOfMovement(row: NotEnteredMovementRow): NewEntry[] {
  const { account, kind, amount_minor: amountMinor, currency, order_id: order } = row;
  const isSold = kind === 'issued' && order !== null;
  const draft = entryOfStoredValue(kind, { account, amountMinor, currency, isSold });
  if (draft === null) return [];
  const origin = {
    source: 'stored-value',
    sourceId: row.id,
    provider: account,
    connection: null,
    order,
    payment: null,
    payout: null,
    reference: idFromUuid('valueMovement', row.id),
    occurredAt: row.occurred_at,
  } as const;
  return [{ draft, origin }];
}
