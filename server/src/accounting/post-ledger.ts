// Enters what the ledger of payments says into the books: what orders were paid, and what it cost.

import {
  entryOfFee,
  entryOfLedger,
  entryOfLostDispute,
  entryOfRegainedDispute,
} from '@doorstep/core/accounting/journal.ts';
import type { Tx } from '../db/transaction.ts';
import { type NewEntry, postEntries } from './post-entries.ts';
import {
  type DisputeToEnterRow,
  type NotEnteredRow,
  selectLostDisputes,
  selectNotEnteredOfOrders,
  selectRegainedDisputes,
} from './sql.ts';

/** @param orders bare UUIDs. May see the same orders again: what is entered stays as it is. */
export async function postLedger(tx: Tx, orders: readonly string[], now: Date): Promise<void> {
  const rows = await tx.rows(selectNotEnteredOfOrders, [orders]);
  const lost = await tx.rows(selectLostDisputes, [orders]);
  const regained = await tx.rows(selectRegainedDisputes, [orders]);
  await postEntries(tx, now, [
    ...rows.flatMap(entriesOfRow),
    ...lost.map((row) => entryOfDispute(row, entryOfLostDispute, now)),
    ...regained.map((row) => entryOfDispute(row, entryOfRegainedDispute, now)),
  ]);
}

export function entriesOfRow(row: NotEnteredRow): NewEntry[] {
  const { amount_minor: amountMinor, currency, fee_minor: fee, fee_currency: feeCurrency } = row;
  const origin = {
    ...originOf(row),
    source: 'ledger',
    occurredAt: row.occurred_at,
  } as const;
  const worth = {
    amountMinor: row.order_amount_minor ?? amountMinor,
    currency: row.order_currency,
  };
  const money = entryOfLedger(
    row.kind,
    { amountMinor, currency },
    { worth, provider: row.provider },
  );
  return [
    ...(money === null ? [] : [{ draft: money, origin }]),
    ...(fee === null || feeCurrency === null
      ? []
      : [{ draft: entryOfFee({ amountMinor: fee, currency: feeCurrency }), origin }]),
  ];
}

/** A loss is one from the day on that it is known, and none from the day on that this is. */
function entryOfDispute(
  row: DisputeToEnterRow,
  draftOf: typeof entryOfLostDispute,
  now: Date,
): NewEntry {
  const { amount_minor: amountMinor, currency } = row;
  return {
    draft: draftOf({ amountMinor, currency }),
    origin: { ...originOf(row), source: 'dispute', occurredAt: now },
  };
}

function originOf(row: NotEnteredRow | DisputeToEnterRow) {
  return {
    sourceId: row.id,
    provider: row.provider,
    connection: row.connection_id,
    order: row.order_id,
    payment: row.payment_id,
    payout: null,
    reference: row.reference,
  };
}
