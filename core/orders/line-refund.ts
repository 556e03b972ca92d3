// What the buyer gets back for units that shipped and that they keep: broken, lost, not as promised.
// Money is counted from the last unit of a line on, as it is for what comes back.

import { type Refusal, refuse } from '../refusal.ts';
import { lineShare } from './line-share.ts';
import { countedLines, findLine, type UnitLine } from './order-units.ts';

export interface GivenLine extends UnitLine {
  /** What the buyer pays for all units of the line; 0 for a component, whose kit carries it. */
  readonly payableMinor: bigint;
  /** The line's amount; of a component its share in the amount of the kit. */
  readonly amountMinor: bigint;
  /** Units whose price was given back already, for a return or not. */
  readonly refunded: number;
}

export interface LineRefund {
  /** Counted lines: of a kit its components. */
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
  readonly amountMinor: bigint;
}

export type LineRefundRefusal = Refusal<'line-unknown' | 'not-refundable'>;

export function decideLineRefund(
  lines: readonly GivenLine[],
  asked: readonly { readonly line: number | string; readonly quantity: number }[],
): LineRefund | LineRefundRefusal {
  const units = new Map<number, number>();
  for (const { line: reference, quantity } of asked) {
    const line = findLine(lines, reference);
    if (line === undefined)
      return refuse('line-unknown', `The order has no line ${reference}.`, { line: reference });
    const most = refundableOf(lines, line, units);
    if (quantity > most)
      return refuse('not-refundable', `Only ${most} of line ${line.number} can be refunded.`, {
        line: line.id,
        asked: quantity,
        refundable: most,
      });
    for (const { line: part, perUnit } of countedLines(lines, line))
      units.set(part.number, (units.get(part.number) ?? 0) + perUnit * quantity);
  }
  const given = [...units].map(([line, quantity]) => ({ line, quantity }));
  return { lines: given, amountMinor: worthOf(lines, units) };
}

/** How many of a line may be refunded: what left and was not refunded. What has not left is canceled. */
export function refundableOf(
  lines: readonly GivenLine[],
  line: UnitLine,
  taken: ReadonlyMap<number, number> = new Map(),
): number {
  const byNumber = new Map(lines.map((one) => [one.number, one]));
  const openOf = ({ number, counts }: UnitLine) =>
    Math.max(
      0,
      counts.shipped -
        counts.overshipped -
        (byNumber.get(number)?.refunded ?? 0) -
        (taken.get(number) ?? 0),
    );
  const parts = countedLines(lines, line);
  if (parts.length === 0) return 0;
  return Math.min(...parts.map(({ line: part, perUnit }) => Math.floor(openOf(part) / perUnit)));
}

function worthOf(lines: readonly GivenLine[], units: ReadonlyMap<number, number>): bigint {
  const kept = (line: GivenLine) => line.counts.ordered - line.refunded;
  const keptAfter = (line: GivenLine) => kept(line) - (units.get(line.number) ?? 0);
  return lines
    .filter((line) => line.kind !== 'component')
    .reduce((sum, line) => {
      const numbers = new Set(countedLines(lines, line).map(({ line: part }) => part.number));
      const parts = lines.filter((part) => numbers.has(part.number));
      const share = (unitsOf: (part: GivenLine) => number) =>
        lineShare(
          line.payableMinor,
          parts.map((part) => ({
            ordered: part.counts.ordered,
            units: unitsOf(part),
            amountMinor: part.amountMinor,
          })),
        );
      return sum + share(kept) - share(keptAfter);
    }, 0n);
}
