// What must hold of the units of an order, whatever became of it. `doorstep verify` proves the same
// of the tables.

import { isSound } from './order-line.ts';
import type { OrderUnits, WorkCounts } from './order-units.ts';

/** What does not hold, in words; nothing is right. */
export function unsoundUnits(units: OrderUnits): string[] {
  const counted = units.lines.filter((line) => line.kind !== 'kit');
  return [
    ...counted.filter(({ counts }) => !isSound(counts)).map((line) => `line ${line.number}`),
    ...units.work.filter(({ counts }) => !isSoundWork(counts)).map((one) => `work ${one.line}`),
    ...counted.flatMap(({ number }) => unsoundLine(units, number)),
    ...units.work.flatMap((work) => {
      const { fulfillmentOrder, line, counts } = work;
      const isOwn = (one: { fulfillmentOrder: string | null; line: number }) =>
        one.fulfillmentOrder === fulfillmentOrder && one.line === line;
      const held = sum(units.reservations.filter(isOwn), (one) => one.quantity);
      const boxes = units.parcels.filter(isOwn);
      const packed = sum(boxes, (one) => (one.shipped ? 0 : one.quantity - one.canceled));
      const shipped = sum(boxes, (one) => (one.shipped ? one.quantity - one.canceled : 0));
      const open = counts.allocated + counts.picked + counts.packed;
      return [
        ...differs(`promises of work on line ${line}`, held, work.sku === null ? 0 : open),
        ...differs(`packed of line ${line}`, packed, counts.packed),
        ...differs(`shipped of line ${line}`, shipped, counts.shipped),
      ];
    }),
  ];
}

function unsoundLine(units: OrderUnits, number: number): string[] {
  const counts = units.lines.find((line) => line.number === number)?.counts;
  if (counts === undefined) return [];
  const free = units.reservations.filter(
    (one) => one.line === number && one.fulfillmentOrder === null,
  );
  const work = units.work.filter((one) => one.line === number);
  return [
    ...differs(
      `promises of line ${number}`,
      sum(free, (one) => one.quantity),
      counts.reserved,
    ),
    ...(['allocated', 'picked', 'packed', 'shipped', 'overshipped'] as const).flatMap((place) =>
      differs(
        `${place} of line ${number}`,
        sum(work, (one) => one.counts[place]),
        counts[place],
      ),
    ),
  ];
}

function isSoundWork(counts: WorkCounts): boolean {
  const { quantity, allocated, picked, packed, shipped, canceled, short, overshipped } = counts;
  return (
    Object.values(counts).every((units) => units >= 0) &&
    quantity + overshipped === allocated + picked + packed + shipped + canceled + short &&
    overshipped <= shipped
  );
}

function differs(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${what}: ${found}, not ${expected}`];
}

function sum<Row>(rows: readonly Row[], units: (row: Row) => number): number {
  return rows.reduce((total, row) => total + units(row), 0);
}
