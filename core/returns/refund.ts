// What the buyer gets back for units that came back. Canceled units take their money from the first
// unit of a line on, returned ones from the last: whatever the order of events, all that is given
// back for a line sums to its price exactly.

import { lineShare } from '../orders/line-share.ts';
import { countedLines, findLine, type UnitLine } from '../orders/order-units.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { wholeUnits } from './request.ts';

export interface RefundableLine extends UnitLine {
  /** What the buyer pays for all units of the line; 0 for a component, whose kit carries it. */
  readonly payableMinor: bigint;
  /** The line's amount; of a component its share in the amount of the kit. */
  readonly amountMinor: bigint;
  /** Units whose price was given back, over all returns of the order. */
  readonly refunded: number;
  /** Units of this return that came and whose price was not given back. */
  readonly open: number;
}

export interface RefundScope {
  /** Null: everything that came and is not refunded. */
  readonly lines: readonly { readonly line: number | string; readonly quantity: number }[] | null;
  /** What shipping cost, to be given back too; only once nothing is left with the buyer. */
  readonly shippingMinor: bigint;
}

export interface ReturnRefund {
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
  readonly amountMinor: bigint;
}

export type RefundRefusal = Refusal<'line-unknown' | 'not-refundable' | 'nothing-to-refund'>;

export function decideReturnRefund(
  lines: readonly RefundableLine[],
  { lines: asked, shippingMinor }: RefundScope,
): ReturnRefund | RefundRefusal {
  const units = asked === null ? everythingOpen(lines) : askedUnits(lines, asked);
  if ('refused' in units) return units;
  const given = [...units].flatMap(([line, quantity]) =>
    quantity > 0 ? [{ line, quantity }] : [],
  );
  if (given.length === 0)
    return refuse('nothing-to-refund', 'Nothing has come back that is not refunded already.');
  const keptOf = (line: RefundableLine) => line.counts.ordered - line.refunded;
  const isAllBack = lines.every(
    (line) =>
      line.kind === 'kit' || keptOf(line) - (units.get(line.number) ?? 0) <= line.counts.canceled,
  );
  if (shippingMinor > 0n && !isAllBack)
    return refuse(
      'not-refundable',
      'Shipping is given back with the last units of an order; some are still with the buyer.',
    );
  const shareOf = (line: RefundableLine, kept: (part: RefundableLine) => number): bigint =>
    lineShare(
      line.payableMinor,
      countedLines(lines, line).flatMap(({ line: { number } }) =>
        lines
          .filter((part) => part.number === number)
          .map((part) => ({
            ordered: part.counts.ordered,
            units: kept(part),
            amountMinor: part.amountMinor,
          })),
      ),
    );
  const amountMinor = lines
    .filter((line) => line.kind !== 'component')
    .reduce((sum, line) => {
      const after = (part: RefundableLine) => keptOf(part) - (units.get(part.number) ?? 0);
      return sum + shareOf(line, keptOf) - shareOf(line, after);
    }, shippingMinor);
  return { lines: given, amountMinor };
}

/**
 * Units of a line that may be refunded for this return: those that came, but of the units that were
 * sold and sent. Units sent beyond what was ordered come back first, and cost nothing.
 */
export function refundableUnits({ counts, refunded, open }: RefundableLine): number {
  const { shipped, returned, overshipped } = counts;
  const sold = Math.min(shipped, returned) - overshipped - refunded;
  return Math.max(0, Math.min(open, sold));
}

function everythingOpen(lines: readonly RefundableLine[]): Map<number, number> {
  return new Map(lines.map((line) => [line.number, refundableUnits(line)]));
}

function askedUnits(
  lines: readonly RefundableLine[],
  asked: readonly { readonly line: number | string; readonly quantity: number }[],
): Map<number, number> | RefundRefusal {
  const units = new Map<number, number>();
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const openOf = ({ number }: UnitLine) => {
    const line = byNumber.get(number);
    return line === undefined ? 0 : refundableUnits(line) - (units.get(number) ?? 0);
  };
  for (const { line: reference, quantity } of asked) {
    const line = findLine(lines, reference);
    if (line === undefined)
      return refuse('line-unknown', `The order has no line ${reference}.`, { line: reference });
    const most = wholeUnits(lines, line, openOf);
    if (quantity > most)
      return refuse('not-refundable', `Only ${most} of line ${line.number} can be refunded.`, {
        line: line.id,
        asked: quantity,
        refundable: most,
      });
    for (const { line: part, perUnit } of countedLines(lines, line))
      units.set(part.number, (units.get(part.number) ?? 0) + perUnit * quantity);
  }
  return units;
}
