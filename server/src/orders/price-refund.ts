// What a refund comes to: the price of units the buyer keeps, shipping, and what is given on top.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { previewRefund } from '@doorstep/contract/previews.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import {
  decideLineRefund,
  type GivenLine,
  type LineRefund,
} from '@doorstep/core/orders/line-refund.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectGivenShipping, selectGivenUnits } from './payments.sql.ts';
import { readUnits } from './read-units.ts';
import { selectPayableCharges } from './sql.ts';

export interface PricedRefund {
  readonly amountMinor: bigint;
  readonly linesMinor: bigint;
  readonly shippingMinor: bigint;
  readonly lines: LineRefund['lines'];
}

export interface Refundable {
  readonly lines: readonly GivenLine[];
  readonly shippingMinor: bigint;
}

/** What may be given back by line and for shipping. */
export async function readRefundable(tx: Tx, order: OrderId): Promise<Refundable> {
  const id = [uuidOf(order)];
  const [units, given, charges, shipping] = await Promise.all([
    readUnits(tx, order),
    tx.rows(selectGivenUnits, id),
    tx.row(selectPayableCharges, id),
    tx.row(selectGivenShipping, id),
  ]);
  const refundedOf = new Map(given.map(({ line, units: count }) => [line, count]));
  return {
    lines: units.lines.map((line, index) => ({
      ...line,
      payableMinor: line.kind === 'component' ? 0n : (units.rows[index]?.payable_minor ?? 0n),
      amountMinor: units.rows[index]?.amount_minor ?? 0n,
      refunded: refundedOf.get(line.number) ?? 0,
    })),
    shippingMinor: (charges?.payable_minor ?? 0n) - (shipping?.given_minor ?? 0n),
  };
}

export function priceRefund(
  refundable: Refundable,
  input: Pick<BodyOf<typeof previewRefund>, 'amountMinor' | 'lines' | 'shippingMinor'>,
): PricedRefund | Refusal {
  const decided = decideLineRefund(refundable.lines, input.lines ?? []);
  if (isRefusal(decided)) return decided;
  const shippingMinor = BigInt(input.shippingMinor ?? 0);
  if (shippingMinor > refundable.shippingMinor)
    return refuse(
      'not-refundable',
      `Of shipping, ${refundable.shippingMinor} minor units are left to give back.`,
      { shippingMinor: Number(shippingMinor), refundable: Number(refundable.shippingMinor) },
    );
  const linesMinor = decided.amountMinor;
  return {
    lines: decided.lines,
    linesMinor,
    shippingMinor,
    amountMinor: linesMinor + shippingMinor + BigInt(input.amountMinor ?? 0),
  };
}
