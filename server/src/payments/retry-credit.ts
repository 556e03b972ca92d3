// Orders that wait for credit are asked about again, one after the other, who waits longest first,
// whenever their customer owes less or may owe more.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, type PaymentId, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { findTerms } from './find-terms.ts';
import { handOverTerms } from './hand-over-terms.ts';
import { selectOpenIntents } from './intents.sql.ts';
import { selectWaitingTerms } from './terms.sql.ts';

/** That is about its own order alone; money that came by hand is there when its payment is added. */
const PAID_ANOTHER_WAY = ['payment.authorized.', 'payment.added.'] as const;

/** That a customer owes less, or may owe more. */
const FREED = [
  'payment.captured.',
  'payment.voided.',
  'order.refund_granted.',
  'order.canceled.',
  'customer.credit_set.',
  'customer.joined.',
] as const;

/** Events after which something that waits for credit may go on. */
export const FREES_CREDIT = [...PAID_ANOTHER_WAY, ...FREED] as const;

/** What waits for credit of those whom these events are about. */
export async function listWaitingForCredit(
  tx: Tx,
  events: readonly Pick<LogEvent, 'subject' | 'type'>[],
): Promise<PaymentId[]> {
  const among = (types: readonly string[]) =>
    events.filter(({ type }) => types.some((one) => type.startsWith(one)));
  const paid = among(PAID_ANOTHER_WAY);
  const freed = among(FREED);
  if (paid.length + freed.length === 0) return [];
  const of = (kind: 'order' | 'customer', some: typeof events) => [
    ...new Set(
      some.flatMap(({ subject }) => {
        const id = parseId(kind, subject);
        return id === undefined ? [] : [uuidOf(id)];
      }),
    ),
  ];
  const rows = await tx.rows(selectWaitingTerms, [
    of('order', freed),
    of('customer', freed),
    of('order', paid),
  ]);
  return rows.map((row) => idFromUuid('payment', row.payment_id));
}

export async function retryCredit(tx: CommandTx, id: PaymentId): Promise<null> {
  const found = await findTerms(tx, id);
  if (isRefusal(found)) return null;
  const { order, payment, terms } = found;
  if (terms.waits_since === null) return null;
  const open = await tx.rows(selectOpenIntents, [uuidOf(order)]);
  const intent = open.find(
    (one) => one.kind === 'authorize' && idFromUuid('payment', one.payment_id) === id,
  );
  if (intent !== undefined) await handOverTerms(tx, order, payment, intent);
  return null;
}
