// Says what a refund would do.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { previewRefund as operation } from '@doorstep/contract/previews.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import { refundableOf } from '@doorstep/core/orders/line-refund.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { readRefundPolicy } from '../payments/read-refund-policy.ts';
import { foreseeCredit } from './foresee-credit.ts';
import { foreseeMoney } from './foresee-money.ts';
import { refuseBeyondDue } from './grant-refund.ts';
import { priceRefund, readRefundable } from './price-refund.ts';
import { readSeenOrder } from './read-seen-order.ts';
import { sayOfRefund } from './say-of-refund.ts';

export async function previewRefund(
  tx: Tx,
  actor: Actor,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const seen = await readSeenOrder(tx, reference, input.version);
  if (isRefusal(seen)) return seen;
  const { order } = seen;
  const refundable = await readRefundable(tx, order);
  const priced = priceRefund(refundable, input);
  if (isRefusal(priced)) return priced;
  const { amountMinor } = priced;
  const isToCredit = input.destination === 'store-credit';
  const foresee = isToCredit ? foreseeCredit : foreseeMoney;
  const foreseen = await foresee(tx, order, {
    canceledMinor: 0n,
    grantedMinor: amountMinor,
    canceled: 0,
    allocation: input.allocation ?? null,
  });
  if (isRefusal(foreseen)) return foreseen;
  const beyond = refuseBeyondDue(amountMinor, BigInt(foreseen.dueBeforeMinor));
  if (beyond !== undefined) return beyond;
  const say = await sayOfRefund(tx, actor, order, amountMinor);
  if (isRefusal(say)) return say;
  const back = foreseen.money.filter(({ kind }) => kind === 'refund');
  return {
    order,
    version: seen.version,
    currency: seen.currency,
    amountMinor: Number(amountMinor),
    linesMinor: Number(priced.linesMinor),
    shippingMinor: Number(priced.shippingMinor),
    ...foreseen,
    lines: [...priced.lines],
    refundable: refundable.lines
      .filter((line) => line.kind !== 'component')
      .map((line) => ({ line: line.number, quantity: refundableOf(refundable.lines, line) })),
    shippingMaxMinor: Number(refundable.shippingMinor),
    feesMinor: Number(priced.feesMinor),
    feesMaxMinor: Number(refundable.feesMinor),
    allocation: input.allocation ?? (await readRefundPolicy(tx)).allocation,
    destination: isToCredit ? 'store-credit' : 'original',
    approval: say === 'alone' ? 'not-needed' : 'needed',
    refundedNowMinor: back.reduce((sum, one) => sum + one.orderAmountMinor, 0),
  };
}
