// Cancellation of what has not shipped, wherever it is by then: the whole order, some lines, some
// units.

import { type Refusal, refuse } from '../refusal.ts';
import { lineShare } from './line-share.ts';
import type { LineCounts } from './order-line.ts';
import {
  countedLines,
  findLine,
  holdingsOf,
  type OrderUnits,
  takeFrom,
  type UnitLine,
} from './order-units.ts';
import { changesOf, type LineChange, type Step, type UnitChanges } from './unit-changes.ts';

/** `line` is the number or the id of a line. */
export type CancellationScope =
  | 'whole'
  | readonly { readonly line: number | string; readonly quantity: number }[];

export interface CanceledLine {
  readonly line: number;
  readonly quantity: number;
  /** The buyer's money for these units; rounded so that all cancellations of a line sum exactly. */
  readonly amountMinor: bigint;
}

export interface Cancellation {
  readonly lines: readonly CanceledLine[];
  readonly steps: readonly Step[];
  readonly changes: UnitChanges;
  /** Shipping falls away only when nothing at all is left of the order. */
  readonly shippingMinor: bigint;
  readonly amountMinor: bigint;
}

export type CancellationRefusal = Refusal<'nothing-to-cancel' | 'not-cancelable' | 'line-unknown'>;

export interface CancelableMoney {
  readonly lines: ReadonlyMap<number, LineMoney>;
  readonly shippingMinor: bigint;
}

export interface LineMoney {
  /** What the buyer pays for all units of the line; 0 for a component, whose kit carries it. */
  readonly payableMinor: bigint;
  /** The line's amount; of a component its share in the amount of the kit. */
  readonly amountMinor: bigint;
}

/** Decides which units go, from where, and what money they carry. */
export function decideCancellation(
  units: OrderUnits,
  scope: CancellationScope,
  money: CancelableMoney,
): Cancellation | CancellationRefusal {
  const wanted = wantedUnits(units.lines, scope);
  if ('refused' in wanted) return wanted;
  const lines: CanceledLine[] = [];
  const steps: Step[] = [];
  const kits: LineChange[] = [];
  for (const line of units.lines) {
    const { number } = line;
    const quantity = wanted.units.get(number) ?? 0;
    const amountMinor = moneyOf(units.lines, line, wanted.units, money);
    if (quantity === 0 && amountMinor === 0n) continue;
    lines.push({ line: number, quantity, amountMinor });
    // Units nobody promised go first, then those the least work was done for.
    if (line.kind === 'kit') kits.push({ line: number, canceled: quantity });
    else
      for (const from of takeFrom(holdingsOf(units, line), quantity).taken)
        steps.push({ from, to: { place: 'canceled' } });
  }
  if (lines.length === 0)
    return refuse('nothing-to-cancel', 'Every unit has shipped or is canceled already.');
  const nothingLeft = units.lines.every(
    ({ number, counts }) => counts.canceled + (wanted.units.get(number) ?? 0) === counts.ordered,
  );
  const shippingMinor = nothingLeft ? money.shippingMinor : 0n;
  const changes = changesOf(units, steps);
  return {
    lines,
    steps,
    changes: { ...changes, lines: [...changes.lines, ...kits] },
    shippingMinor,
    amountMinor: lines.reduce((sum, line) => sum + line.amountMinor, shippingMinor),
  };
}

/** Units that have not shipped. */
export function cancelableUnits(counts: LineCounts): number {
  const { unpromised, backordered, reserved, allocated, picked, packed } = counts;
  return unpromised + backordered + reserved + allocated + picked + packed;
}

function wantedUnits(
  lines: readonly UnitLine[],
  scope: CancellationScope,
): { units: Map<number, number> } | CancellationRefusal {
  const units = new Map<number, number>();
  const want = (line: UnitLine, quantity: number) => {
    units.set(line.number, quantity);
    for (const { line: part, perUnit } of countedLines(lines, line))
      units.set(part.number, perUnit * quantity);
  };
  if (scope === 'whole') {
    for (const line of lines) if (line.kind !== 'component') want(line, restOf(line, lines));
    // A kit that has shipped in part: the rest of it goes as well, component by component.
    for (const line of lines)
      if (line.kind === 'component') units.set(line.number, cancelableUnits(line.counts));
    return { units };
  }
  for (const asked of scope) {
    const line = findLine(lines, asked.line);
    if (line === undefined)
      return refuse('line-unknown', `The order has no line ${asked.line}.`, { line: asked.line });
    if (line.kind === 'component')
      return refuse('not-cancelable', 'A component goes with its kit: cancel the kit line.', {
        line: line.id,
        kitLine: lines.find((one) => one.number === line.kitLine)?.id,
      });
    const total = (units.get(line.number) ?? 0) + asked.quantity;
    const most = restOf(line, lines);
    if (total > most)
      return refuse('not-cancelable', `Only ${most} units of line ${line.id} can be canceled.`, {
        line: line.id,
        asked: total,
        cancelable: most,
      });
    want(line, total);
  }
  return { units };
}

/**
 * Units of a line that may be canceled. A kit can be canceled as long as every component still can,
 * kit by kit.
 */
export function restOf(line: UnitLine, lines: readonly UnitLine[]): number {
  return Math.min(
    ...countedLines(lines, line).map(({ line: part, perUnit }) =>
      Math.floor(cancelableUnits(part.counts) / perUnit),
    ),
  );
}

/** Money is counted from the first canceled unit on; what comes back is counted from the last. */
function moneyOf(
  lines: readonly UnitLine[],
  line: UnitLine,
  units: ReadonlyMap<number, number>,
  money: CancelableMoney,
): bigint {
  const payable = money.lines.get(line.number)?.payableMinor ?? 0n;
  const parts = countedLines(lines, line).map(({ line: part }) => part);
  const share = (canceledOf: (part: UnitLine) => number): bigint =>
    lineShare(
      payable,
      parts.map((part) => ({
        ordered: part.counts.ordered,
        units: canceledOf(part),
        amountMinor: money.lines.get(part.number)?.amountMinor ?? 0n,
      })),
    );
  const before = share((part) => part.counts.canceled);
  return share((part) => part.counts.canceled + (units.get(part.number) ?? 0)) - before;
}
