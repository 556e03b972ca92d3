// Whether units may be sent back: a decision, so it may be refused.

import { countedLines, findLine, type UnitLine } from '../orders/order-units.ts';
import { type Refusal, refuse } from '../refusal.ts';

export interface AskedReturn {
  /** The number or the id of a line. A kit's line stands for all its components. */
  readonly line: number | string;
  readonly quantity: number;
  readonly reason: string;
}

export interface RequestedLine {
  readonly line: number;
  readonly quantity: number;
  readonly reason: string;
}

export type RequestRefusal = Refusal<'line-unknown' | 'not-returnable'>;

/**
 * Only what the buyer has, or is sent, may come back, and each unit is asked for once. Kits are
 * counted by their components, so a kit may also come back in parts.
 *
 * @param awaited units by line that other returns asked for and that have not come yet
 * @returns counted lines, each once, with the first reason given for it
 */
export function decideReturn(
  lines: readonly UnitLine[],
  awaited: ReadonlyMap<number, number>,
  asked: readonly AskedReturn[],
): RequestedLine[] | RequestRefusal {
  const wanted = new Map<number, RequestedLine>();
  const wantedOf = (line: UnitLine) => wanted.get(line.number)?.quantity ?? 0;
  for (const { line: reference, quantity, reason } of asked) {
    const line = findLine(lines, reference);
    if (line === undefined)
      return refuse('line-unknown', `The order has no line ${reference}.`, { line: reference });
    const most = wholeUnits(
      lines,
      line,
      (part) => returnableUnits(part, awaited.get(part.number) ?? 0) - wantedOf(part),
    );
    if (quantity > most)
      return refuse('not-returnable', `Only ${most} more of line ${line.number} can come back.`, {
        line: line.id,
        asked: quantity,
        returnable: most,
      });
    for (const { line: part, perUnit } of countedLines(lines, line))
      wanted.set(part.number, {
        line: part.number,
        quantity: wantedOf(part) + perUnit * quantity,
        reason: wanted.get(part.number)?.reason ?? reason,
      });
  }
  return [...wanted.values()];
}

/** Units of a counted line that shipped, have not come back, and are not asked for already. */
export function returnableUnits({ counts }: UnitLine, awaitedUnits: number): number {
  return Math.max(0, counts.shipped - counts.returned - awaitedUnits);
}

/** How many whole units of a line there are: of a kit, as many as its rarest component allows. */
export function wholeUnits(
  lines: readonly UnitLine[],
  line: UnitLine,
  unitsOf: (part: UnitLine) => number,
): number {
  const parts = countedLines(lines, line);
  if (parts.length === 0) return 0;
  return Math.min(
    ...parts.map(({ line: part, perUnit }) => Math.floor(Math.max(0, unitsOf(part)) / perUnit)),
  );
}
