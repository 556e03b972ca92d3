// Holds an order while its payer has something to do, with the link to where; and releases it when
// the provider has decided. Told twice, it does nothing the second time.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { readPayments } from '../payments/read-payments.ts';
import { lockOrder } from './lock-order.ts';
import { selectHolds, selectPayersOrders } from './notes.sql.ts';
import { placeHold } from './place-hold.ts';
import { releaseHold } from './release-hold.ts';

/** Events after which a payer may have something to do, or nothing any more. */
export const MOVES_PAYER = [
  'payment.action_required.',
  'payment.authorized.',
  'payment.declined.',
  'payment.intent_closed.',
] as const;

/** Of these events, those that may change something: nearly all payments need nothing of the payer. */
export async function listPayerEvents(tx: Tx, events: readonly LogEvent[]): Promise<LogEvent[]> {
  const orders = [...new Set(events.map((event) => uuidOf(event.subject as OrderId)))];
  const rows = await tx.rows(selectPayersOrders, [orders]);
  const moved = new Set<string>(rows.map((row) => idFromUuid('order', row.order_id)));
  return events.filter((event) => moved.has(event.subject));
}

export async function holdForPayer(tx: CommandTx, event: LogEvent): Promise<null> {
  const order = event.subject as OrderId;
  const payment = (event.data as { readonly payment?: PaymentId }).payment;
  if (payment === undefined) return null;
  await lockOrder(tx, order);
  const known = (await readPayments(tx, order)).find((one) => one.id === payment);
  const handle = `payer ${payment}`;
  const standing = (await tx.rows(selectHolds, [uuidOf(order)])).find(
    (hold) => hold.handle === handle && hold.released_at === null,
  );
  // What is so by now counts: the payer may have been faster than this reader.
  const waits = known !== undefined && known.authorizing > 0n && known.payerWaits;
  if (waits && standing === undefined)
    await placeHold(tx, order, {
      reason: 'awaiting-payment',
      handle,
      ...(known.payerActionLink === null ? {} : { note: known.payerActionLink }),
    });
  if (!waits && standing !== undefined)
    await releaseHold(tx, order, idFromUuid('hold', standing.id));
  return null;
}
