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
import { selectGivenCharges, selectGivenUnits } from './payments.sql.ts';
import { readUnits } from './read-units.ts';
import { selectPayableCharges } from './sql.ts';

export interface PricedRefund {
  readonly amountMinor: bigint;
  readonly linesMinor: bigint;
  readonly shippingMinor: bigint;
  readonly feesMinor: bigint;
  /** Given on top of it, for nothing in particular. */
  readonly onTopMinor: bigint;
  readonly lines: LineRefund['lines'];
}

export interface Refundable {
  readonly lines: readonly GivenLine[];
  readonly shippingMinor: bigint;
  readonly feesMinor: bigint;
}

/** What may be given back by line, for shipping and for fees. */
export async function readRefundable(tx: Tx, order: OrderId): Promise<Refundable> {
  const id = [uuidOf(order)];
  const [units, given, charges, before] = await Promise.all([
    readUnits(tx, order),
    tx.rows(selectGivenUnits, id),
    tx.row(selectPayableCharges, id),
    tx.row(selectGivenCharges, id),
  ]);
  const refundedOf = new Map(given.map(({ line, units: count }) => [line, count]));
  return {
    lines: units.lines.map((line, index) => ({
      ...line,
      payableMinor: line.kind === 'component' ? 0n : (units.rows[index]?.payable_minor ?? 0n),
      amountMinor: units.rows[index]?.amount_minor ?? 0n,
      refunded: refundedOf.get(line.number) ?? 0,
    })),
    shippingMinor: (charges?.shipping_minor ?? 0n) - (before?.shipping_minor ?? 0n),
    feesMinor: (charges?.fees_minor ?? 0n) - (before?.fees_minor ?? 0n),
  };
}

export function priceRefund(
  refundable: Refundable,
  input: Pick<
    BodyOf<typeof previewRefund>,
    'amountMinor' | 'lines' | 'shippingMinor' | 'feesMinor'
  >,
): PricedRefund | Refusal {
  const decided = decideLineRefund(refundable.lines, input.lines ?? []);
  if (isRefusal(decided)) return decided;
  const shippingMinor = BigInt(input.shippingMinor ?? 0);
  const feesMinor = BigInt(input.feesMinor ?? 0);
  const beyond =
    refuseBeyondCharge('shipping', shippingMinor, refundable.shippingMinor) ??
    refuseBeyondCharge('fees', feesMinor, refundable.feesMinor);
  if (beyond !== undefined) return beyond;
  const linesMinor = decided.amountMinor;
  const onTopMinor = BigInt(input.amountMinor ?? 0);
  return {
    lines: decided.lines,
    linesMinor,
    shippingMinor,
    feesMinor,
    onTopMinor,
    amountMinor: linesMinor + shippingMinor + feesMinor + onTopMinor,
  };
}

function refuseBeyondCharge(
  what: 'shipping' | 'fees',
  askedMinor: bigint,
  leftMinor: bigint,
): Refusal | undefined {
  if (askedMinor <= leftMinor) return undefined;
  return refuse('not-refundable', `Of ${what}, ${leftMinor} minor units are left to give back.`, {
    [`${what}Minor`]: Number(askedMinor),
    refundable: Number(leftMinor),
  });
}
