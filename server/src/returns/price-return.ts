// What a refund of a return comes to, before anybody looks at what is due.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { refundReturn as operation } from '@doorstep/contract/returns.ts';
import { type OrderId, type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import { atLeastZero } from '@doorstep/core/payments/payment.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import {
  decideReturnRefund,
  type RefundableLine,
  type ReturnRefund,
} from '@doorstep/core/returns/refund.ts';
import type { Tx } from '../db/transaction.ts';
import { selectGivenCharges, selectGivenUnits } from '../orders/payments.sql.ts';
import { selectPayableCharges } from '../orders/sql.ts';
import { readReturnableLines } from './read-returnable-lines.ts';
import { selectReturnLines } from './sql.ts';

export interface PricedReturn {
  readonly decided: ReturnRefund;
  readonly lines: readonly RefundableLine[];
  /** Asked for with it: what was not given back before. */
  readonly shippingMinor: bigint;
}

export async function priceReturn(
  tx: Tx,
  { id, order }: { readonly id: ReturnId; readonly order: OrderId },
  input: BodyOf<typeof operation>,
): Promise<PricedReturn | Refusal> {
  const [{ lines, rows }, refunded, returned, charges, before] = await Promise.all([
    readReturnableLines(tx, order),
    tx.rows(selectGivenUnits, [uuidOf(order)]),
    tx.rows(selectReturnLines, [uuidOf(id)]),
    tx.row(selectPayableCharges, [uuidOf(order)]),
    tx.row(selectGivenCharges, [uuidOf(order)]),
  ]);
  const refundable = lines.map((line, index): RefundableLine => {
    const own = returned.find((one) => one.line === line.number);
    return {
      ...line,
      payableMinor: line.kind === 'component' ? 0n : (rows[index]?.payable_minor ?? 0n),
      amountMinor: rows[index]?.amount_minor ?? 0n,
      refunded: refunded.find((one) => one.line === line.number)?.units ?? 0,
      open: own === undefined ? 0 : own.received - own.refunded,
    };
  });
  const leftMinor = atLeastZero((charges?.shipping_minor ?? 0n) - (before?.shipping_minor ?? 0n));
  const shippingMinor = input.includeShipping === true ? leftMinor : 0n;
  const decided = decideReturnRefund(refundable, { lines: input.lines ?? null, shippingMinor });
  if (!isRefusal(decided)) return { decided, lines: refundable, shippingMinor };
  // An amount that somebody names is given for whatever came.
  const isNamed = input.amountMinor !== undefined && input.lines === undefined;
  return decided.refused === 'nothing-to-refund' && isNamed
    ? { decided: { lines: [], amountMinor: 0n }, lines: refundable, shippingMinor }
    : decided;
}
