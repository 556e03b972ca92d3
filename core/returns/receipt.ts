// What came back: a fact, recorded as it was found. Whatever differs from what was asked for, sent
// or delivered is told as a difference.

import type { SkuId } from '../ids.ts';
import { countedLines, findLine, type UnitLine } from '../orders/order-units.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { wholeUnits } from './request.ts';
import { awaitedUnits, type Condition, type Disposition, type ReturnLine } from './return.ts';

/** A line of the order, with the code it was sold under: the catalog may not know it. */
export interface ReturnableLine extends UnitLine {
  readonly code: string;
}

/** How people name what they found. */
export type FoundAs =
  | { readonly line: number | string }
  | { readonly code: string; readonly sku: SkuId | null }
  | { readonly label: string | null };

export type FoundItem = {
  readonly quantity: number;
  readonly condition: Condition;
  readonly disposition: Disposition;
  readonly note: string | null;
} & { readonly as: FoundAs };

export interface ReceivedItem {
  /** The counted line of the order it was; null: of no line of it. */
  readonly line: number | null;
  readonly sku: SkuId | null;
  /** What was written on it, where the catalog does not know it. */
  readonly label: string | null;
  readonly quantity: number;
  readonly condition: Condition;
  readonly disposition: Disposition;
  readonly note: string | null;
}

export type ReturnDifference =
  | {
      /** Units of a line beyond what was asked for; of a line nobody asked for; beyond what had
       * shipped; before their delivery was recorded. */
      readonly kind: 'more-than-requested' | 'not-requested' | 'beyond-shipped' | 'before-delivery';
      readonly line: number;
      readonly units: number;
    }
  | { readonly kind: 'other-sku'; readonly sku: SkuId; readonly units: number }
  | { readonly kind: 'unknown-label'; readonly units: number }
  | { readonly kind: 'without-order' | 'return-was-canceled'; readonly units: number };

export interface ReceivedLine {
  readonly line: number;
  readonly units: number;
  /** Of the units, those that had not even shipped. */
  readonly beyondShipped: number;
}

export interface Receipt {
  readonly items: readonly ReceivedItem[];
  readonly lines: readonly ReceivedLine[];
  readonly units: number;
  /** Units that nobody asked for. */
  readonly unexpected: number;
  readonly differences: readonly ReturnDifference[];
}

/** What the receipt is for. */
export type ExpectedReturn =
  | { readonly kind: 'requested' | 'canceled'; readonly lines: readonly ReturnLine[] }
  /** Of an order, and nobody announced it. */
  | { readonly kind: 'unannounced' }
  | { readonly kind: 'without-order' };

/** @param lines of the order; none where it is not known */
export function decideReceipt(
  lines: readonly ReturnableLine[],
  expected: ExpectedReturn,
  found: readonly FoundItem[],
): Receipt | Refusal<'line-unknown'> {
  const asked = 'lines' in expected ? expected.lines : [];
  const awaited = new Map(asked.map((line) => [line.line, awaitedUnits(line)]));
  const came = new Map<number, number>();
  const items: ReceivedItem[] = [];
  for (const item of found) {
    const placed = placeItem(lines, item, awaited, came);
    if ('refused' in placed) return placed;
    items.push(...placed);
  }
  const unplaced = items.filter((item) => item.line === null);
  const unexpectedOf = (line: number, units: number) =>
    units - Math.min(units, awaited.get(line) ?? 0);
  const unexpected = [...came].map(([line, units]) => unexpectedOf(line, units));
  return {
    items,
    lines: [...came].map(([number, units]) => ({
      line: number,
      units,
      beyondShipped: beyondShipped(lines, number, units),
    })),
    units: unitsOf(items),
    unexpected: unexpected.reduce((sum, units) => sum + units, unitsOf(unplaced)),
    differences: [
      ...lineDifferences(lines, expected, came, unexpectedOf),
      ...unplacedDifferences(expected, unplaced),
      ...(expected.kind === 'canceled'
        ? [{ kind: 'return-was-canceled', units: unitsOf(items) } as const]
        : []),
      ...(expected.kind === 'without-order'
        ? [{ kind: 'without-order', units: unitsOf(items) } as const]
        : []),
    ],
  };
}

/**
 * Gives an item to lines of the order: to such as wait for it, then to such as can have it, and
 * what is too much to the first. A kit is given to its components.
 *
 * @param came units by line so far; those of the item are added
 */
function placeItem(
  lines: readonly ReturnableLine[],
  item: FoundItem,
  awaited: ReadonlyMap<number, number>,
  came: Map<number, number>,
): ReceivedItem[] | Refusal<'line-unknown'> {
  const candidates = candidatesOf(lines, item.as);
  if ('line' in item.as && candidates.length === 0)
    return refuse('line-unknown', `The order has no line ${item.as.line}.`, { line: item.as.line });
  const [first] = candidates;
  const { quantity, condition, disposition, note } = item;
  const as = (line: ReturnableLine | null, units: number): ReceivedItem => ({
    line: line?.number ?? null,
    sku: line === null ? skuOf(item.as) : line.sku,
    label: line === null ? labelOf(item.as) : line.sku === null ? line.code : null,
    quantity: units,
    condition,
    disposition,
    note,
  });
  if (first === undefined) return [as(null, quantity)];

  const cameOf = (part: UnitLine) => came.get(part.number) ?? 0;
  const awaitedOf = (part: UnitLine) => (awaited.get(part.number) ?? 0) - cameOf(part);
  const withBuyer = ({ number, counts }: UnitLine) =>
    counts.shipped - counts.returned - (came.get(number) ?? 0);
  const placed: ReceivedItem[] = [];
  let left = quantity;
  const give = (line: ReturnableLine, units: number) => {
    left -= units;
    for (const { line: part, perUnit } of countedLines(lines, line)) {
      came.set(part.number, cameOf(part) + units * perUnit);
      const counted = lines.find((one) => one.number === part.number) ?? line;
      placed.push(as(counted, units * perUnit));
    }
  };
  for (const most of [awaitedOf, withBuyer])
    for (const line of candidates) {
      const units = Math.min(left, wholeUnits(lines, line, most));
      if (units > 0) give(line, units);
    }
  if (left > 0) give(first, left);
  return mergedByLine(placed);
}

function candidatesOf(lines: readonly ReturnableLine[], as: FoundAs): ReturnableLine[] {
  if ('label' in as) return [];
  if ('line' in as) {
    const number = findLine(lines, as.line)?.number;
    return lines.filter((line) => line.number === number);
  }
  const isIt = (line: ReturnableLine) =>
    as.sku === null ? line.sku === null && line.code === as.code : line.sku === as.sku;
  return lines.filter(isIt);
}

/** In steps of awaited, with the buyer and beyond, a line may be given units three times. */
function mergedByLine(items: readonly ReceivedItem[]): ReceivedItem[] {
  const byLine = new Map<number | null, ReceivedItem>();
  for (const item of items) {
    const known = byLine.get(item.line);
    byLine.set(item.line, { ...item, quantity: item.quantity + (known?.quantity ?? 0) });
  }
  return [...byLine.values()];
}

function lineDifferences(
  lines: readonly ReturnableLine[],
  expected: ExpectedReturn,
  came: ReadonlyMap<number, number>,
  unexpectedOf: (line: number, units: number) => number,
): ReturnDifference[] {
  const asked = 'lines' in expected ? expected.lines : [];
  return [...came].flatMap(([number, units]): ReturnDifference[] => {
    const wasAsked = asked.some((one) => one.line === number && one.requested > 0);
    const beyond = wasAsked ? 'more-than-requested' : 'not-requested';
    const told = [
      // That nobody announced it is known of all of it.
      ...(expected.kind === 'unannounced'
        ? []
        : [{ kind: beyond, line: number, units: unexpectedOf(number, units) } as const]),
      {
        kind: 'beyond-shipped',
        line: number,
        units: beyondShipped(lines, number, units),
      } as const,
      {
        kind: 'before-delivery',
        line: number,
        units: beforeDelivery(lines, number, units),
      } as const,
    ];
    return told.filter((one) => one.units > 0);
  });
}

function unplacedDifferences(
  expected: ExpectedReturn,
  unplaced: readonly ReceivedItem[],
): ReturnDifference[] {
  if (expected.kind === 'without-order') return [];
  return unplaced.map(({ sku, quantity }) =>
    sku === null
      ? { kind: 'unknown-label', units: quantity }
      : { kind: 'other-sku', sku, units: quantity },
  );
}

function beyondShipped(lines: readonly UnitLine[], number: number, units: number): number {
  const counts = lines.find((line) => line.number === number)?.counts;
  if (counts === undefined) return units;
  const { shipped, returned } = counts;
  return Math.max(0, returned + units - shipped) - Math.max(0, returned - shipped);
}

/** Units that shipped, and of which no delivery is recorded. */
function beforeDelivery(lines: readonly UnitLine[], number: number, units: number): number {
  const counts = lines.find((line) => line.number === number)?.counts;
  if (counts === undefined) return 0;
  const { shipped, delivered, returned } = counts;
  const undelivered = (back: number) => Math.max(0, Math.min(back, shipped) - delivered);
  return undelivered(returned + units) - undelivered(returned);
}

function skuOf(as: FoundAs): SkuId | null {
  return 'sku' in as ? as.sku : null;
}

function labelOf(as: FoundAs): string | null {
  if ('label' in as) return as.label;
  return 'code' in as && as.sku === null ? as.code : null;
}

function unitsOf(items: readonly ReceivedItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0);
}
