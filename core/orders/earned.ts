// What an order owes, and how much of it may be captured by now.

import type { CaptureMoment } from '../catalog/channel.ts';
import { atLeastZero, smaller } from '../payments/payment.ts';
import type { AccountTerms } from '../payments/payment-account.ts';
import { lineShare, type SharePart } from './line-share.ts';
import type { LineKind } from './order-line.ts';

export interface EarningLine {
  readonly number: number;
  readonly kind: LineKind;
  readonly kitLine: number | null;
  readonly ordered: number;
  readonly shipped: number;
  readonly overshipped: number;
  /** The line's amount; of a component its share in the amount of the kit. */
  readonly amountMinor: bigint;
  /** What the buyer pays for all units; 0 for a component, whose kit line carries it. */
  readonly payableMinor: bigint;
}

export interface EarningOrder {
  readonly totalMinor: bigint;
  readonly canceledMinor: bigint;
  readonly grantedMinor: bigint;
  readonly ordered: number;
  readonly canceled: number;
  readonly shipped: number;
  readonly overshipped: number;
  readonly lines: readonly EarningLine[];
  /** Shipping and the like: earned with the first unit that leaves. */
  readonly chargesMinor: bigint;
}

export function accountTerms(order: EarningOrder, captureAt: CaptureMoment): AccountTerms {
  const dueMinor = atLeastZero(order.totalMinor - order.canceledMinor - order.grantedMinor);
  const { grantedMinor } = order;
  const finished = order.canceled + order.shipped - order.overshipped === order.ordered;
  const isAllEarned = finished || captureAt === 'authorization';
  const earned = isAllEarned ? dueMinor : atLeastZero(shippedValue(order) - grantedMinor);
  return {
    dueMinor,
    grantedMinor,
    earnedMinor: smaller(earned, dueMinor),
    finished,
  };
}

/** The value of what left: of each line its share, as cancellations and returns count it. */
function shippedValue({ lines, chargesMinor }: EarningOrder): bigint {
  const isAnyShipped = lines.some((line) => line.kind !== 'kit' && shippedUnits(line) > 0);
  if (!isAnyShipped) return 0n;
  return chargesMinor + valueOfUnits(lines, shippedUnits);
}

/** What the buyer pays for these units of the lines; a kit's price follows its components. */
export function valueOfUnits(
  lines: readonly EarningLine[],
  unitsOf: (line: EarningLine) => number,
): bigint {
  const partsOf = Map.groupBy(lines, (line) => line.kitLine);
  const shareOf = (line: EarningLine): SharePart => ({
    ordered: line.ordered,
    units: unitsOf(line),
    amountMinor: line.amountMinor,
  });
  return lines
    .filter((line) => line.kind !== 'component')
    .reduce((value, line) => {
      const parts = line.kind === 'kit' ? (partsOf.get(line.number) ?? []) : [line];
      return value + lineShare(line.payableMinor, parts.map(shareOf));
    }, 0n);
}

/** Units beyond what was ordered earn nothing. */
function shippedUnits(line: EarningLine): number {
  return line.shipped - line.overshipped;
}
