// Grants the buyer what was paid for units that came back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { refundReturn as operation } from '@doorstep/contract/returns.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { atLeastZero, smaller } from '@doorstep/core/payments/payment.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { grantRefund } from '../orders/grant-refund.ts';
import { readTerms } from '../orders/settle-order.ts';
import type { LockedReturn } from './lock-return.ts';
import { priceReturn } from './price-return.ts';
import { refuseMoreAlone } from './refuse-more-alone.ts';
import { addGrantedToReturn, refundReturnLines } from './sql.ts';

/** The return must be locked by this transaction. */
export async function giveBack(
  tx: CommandTx,
  back: LockedReturn,
  input: BodyOf<typeof operation>,
): Promise<{ readonly amountMinor: bigint } | Refusal> {
  const { id, order } = back;
  if (order === null)
    return refuse('not-refundable', 'Nobody knows of which order this is: there is no buyer.');
  const priced = await priceReturn(tx, { id, order }, input);
  if (isRefusal(priced)) return priced;
  const { decided } = priced;
  const { dueMinor } = await readTerms(tx, order, 'shipment');
  // Goodwill may have given part of it back before.
  const worth = smaller(decided.amountMinor, dueMinor);
  const amountMinor = input.amountMinor === undefined ? worth : BigInt(input.amountMinor);
  const more = await refuseMoreAlone(tx, tx.actor, order, { amountMinor, worthMinor: worth });
  if (more !== undefined) return more;
  if (amountMinor <= 0n)
    return refuse('nothing-to-refund', 'The buyer has nothing to get back for it.');
  const granted = await grantRefund(tx, order, {
    amountMinor,
    reason: 'return',
    note: input.note ?? null,
    return: id,
    beyondWorthMinor: atLeastZero(amountMinor - worth),
    // Less may be given than it is all worth; no more of it can be for shipping.
    shippingMinor: smaller(priced.shippingMinor, amountMinor),
    destination: input.destination ?? null,
  });
  if (isRefusal(granted)) return granted;
  await Promise.all([
    tx.run(refundReturnLines, [uuidOf(id), JSON.stringify(decided.lines)]),
    tx.run(addGrantedToReturn, [uuidOf(id), amountMinor]),
  ]);
  await emitOfOrder(tx, order, 'return.refunded.v1', {
    return: id,
    amountMinor: Number(amountMinor),
    returnLines: decided.lines.map(({ line, quantity }) => ({ line, refunded: quantity })),
  });
  return { amountMinor };
}
