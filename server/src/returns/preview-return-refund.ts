// Says what a refund of a return would do.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { previewReturnRefund as operation } from '@doorstep/contract/returns.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import { smaller } from '@doorstep/core/payments/payment.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refundableUnits } from '@doorstep/core/returns/refund.ts';
import type { Tx } from '../db/transaction.ts';
import { foreseeCredit } from '../orders/foresee-credit.ts';
import { foreseeMoney } from '../orders/foresee-money.ts';
import { refuseBeyondDue } from '../orders/grant-refund.ts';
import { readTerms } from '../orders/settle-order.ts';
import { priceReturn } from './price-return.ts';
import { returnNotFound } from './read-return.ts';
import { refuseMoreAlone } from './refuse-more-alone.ts';
import { selectReturn } from './sql.ts';

export async function previewReturnRefund(
  tx: Tx,
  actor: Actor,
  id: ReturnId,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const row = await tx.row(selectReturn, [uuidOf(id)]);
  if (row === undefined) return returnNotFound(id);
  if (row.order_id === null || row.currency === null)
    return refuse('not-refundable', 'Nobody knows of which order this is: there is no buyer.');
  const order = idFromUuid('order', row.order_id);
  const priced = await priceReturn(tx, { id, order }, input);
  if (isRefusal(priced)) return priced;
  const { dueMinor } = await readTerms(tx, order, 'shipment');
  const worth = smaller(priced.decided.amountMinor, dueMinor);
  const amountMinor = input.amountMinor === undefined ? worth : BigInt(input.amountMinor);
  const more = await refuseMoreAlone(tx, actor, order, { amountMinor, worthMinor: worth });
  if (more !== undefined) return more;
  if (amountMinor <= 0n)
    return refuse('nothing-to-refund', 'The buyer has nothing to get back for it.');
  const beyond = refuseBeyondDue(amountMinor, dueMinor);
  if (beyond !== undefined) return beyond;
  const foresee = input.destination === 'store-credit' ? foreseeCredit : foreseeMoney;
  const foreseen = await foresee(tx, order, {
    canceledMinor: 0n,
    grantedMinor: amountMinor,
    canceled: 0,
    allocation: null,
  });
  if (isRefusal(foreseen)) return foreseen;
  return {
    return: id,
    currency: row.currency,
    amountMinor: Number(amountMinor),
    lines: [...priced.decided.lines],
    refundable: priced.lines
      .map((line) => ({ line: line.number, quantity: refundableUnits(line) }))
      .filter(({ quantity }) => quantity > 0),
    ...foreseen,
  };
}
