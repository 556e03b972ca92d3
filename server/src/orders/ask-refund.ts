// Gives the buyer money back, if whoever asks may do so alone; else it waits for somebody else.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { OrderPaymentsAnswer, grantRefund as operation } from '@doorstep/contract/payments.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { refuseReason } from '../settings/refuse-reason.ts';
import { grantRefund, refuseBeyondDue } from './grant-refund.ts';
import { lockOrder } from './lock-order.ts';
import { selectPayableOrder } from './payments.sql.ts';
import { type PricedRefund, priceRefund, readRefundable } from './price-refund.ts';
import { readOrderPayments } from './read-order-payments.ts';
import { insertRefundRequest } from './refund-requests.sql.ts';
import { refuseNobody } from './refund-to-credit.ts';
import { sayOfRefund } from './say-of-refund.ts';
import { readTerms } from './settle-order.ts';

type Input = BodyOf<typeof operation>;

export async function askRefund(
  tx: CommandTx,
  reference: string,
  input: Input,
): Promise<OrderPaymentsAnswer | Refusal> {
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;
  const priced = priceRefund(await readRefundable(tx, order), input);
  if (isRefusal(priced)) return priced;
  if (priced.amountMinor === 0n) return NOTHING_NAMED;
  const unknown = await refuseReason(tx, 'refund', input.reason);
  if (unknown !== undefined) return unknown;
  const say = await sayOfRefund(tx, tx.actor, order, priced.amountMinor);
  if (isRefusal(say)) return say;
  const { reason, note = null, allocation = null, destination = null } = input;
  const refused =
    say === 'alone'
      ? await grantRefund(tx, order, {
          ...{ ...priced, reason, note, allocation, destination, return: null },
        })
      : await request(tx, order, priced, input);
  return isRefusal(refused) ? refused : readOrderPayments(tx, order);
}

const NOTHING_NAMED = refuse(
  'validation-failed',
  'Say what to refund: lines that cost something, shipping, fees, or an amount.',
);

/** What could not be granted now is not asked for either. */
async function request(
  tx: CommandTx,
  order: OrderId,
  priced: PricedRefund,
  { reason, note, allocation, destination }: Input,
): Promise<Refusal | undefined> {
  const { amountMinor, onTopMinor, shippingMinor, feesMinor, lines } = priced;
  const { dueMinor } = await readTerms(tx, order, 'shipment');
  const beyond =
    refuseBeyondDue(amountMinor, dueMinor) ??
    (destination === 'store-credit' ? await refuseNobody(tx, order) : undefined);
  if (beyond !== undefined) return beyond;
  const id = newId('refundRequest');
  await tx.run(insertRefundRequest, [
    ...[uuidOf(order), uuidOf(id), amountMinor, onTopMinor, shippingMinor, feesMinor],
    ...[JSON.stringify(lines), reason, note ?? null, allocation ?? null],
    ...[actorText(tx.actor), tx.now, destination === 'store-credit' ? destination : null],
  ]);
  const payable = await tx.row(selectPayableOrder, [uuidOf(order)]);
  const told = { request: id, amountMinor: Number(amountMinor), reason };
  await emitOfOrder(tx, order, 'order.refund_requested.v1', told);
  tx.raise({
    type: 'refund-waiting',
    cause: id,
    about: { order },
    data: {
      refundRequest: id,
      amountMinor: Number(amountMinor),
      currency: payable?.currency ?? null,
    },
  });
  return undefined;
}
