// Who waits for a SKU of a drop, in memory and always exact: a place is told its position without a
// walk over all who are ahead of it, thousands of times a second.

import { type DropId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { type LineRow, selectLine } from './holds.sql.ts';

/** As it was at one moment. Places get numbers that only grow, and nobody comes to wait a second time. */
export interface QueueLine {
  /** The last place that was given to anybody, for whichever SKU, and how many wait for this one. */
  readonly lastPlace: number;
  readonly waiting: number;
  /** Of those who wait, in their order. */
  readonly numbers: readonly number[];
  /** What they want up to and with each of them. */
  readonly units: readonly number[];
}

const NOBODY: QueueLine = { lastPlace: -1, waiting: -1, numbers: [], units: [] };

/** SKUs whose lines are kept, those asked for last: 16 bytes for each who waits, 1.6 MB for 100,000. */
const LINES_MAX = 50;

export interface QueueLines {
  /** As of now, and kept: what is read must be committed. */
  read(tx: Tx, drop: DropId, sku: SkuId): Promise<QueueLine>;
  /** As the transaction sees it, with what it wrote. */
  readOwn(tx: Tx, drop: DropId, sku: SkuId): Promise<QueueLine>;
}

export function queueLines(): QueueLines {
  const kept = new Map<string, QueueLine>();
  const readOwn = async (tx: Tx, drop: DropId, sku: SkuId) =>
    lineNow(tx, drop, sku, kept.get(`${drop} ${sku}`) ?? NOBODY);
  return {
    readOwn,
    async read(tx, drop, sku) {
      const line = await readOwn(tx, drop, sku);
      const name = `${drop} ${sku}`;
      kept.delete(name);
      kept.set(name, line);
      const [oldest] = kept.keys();
      if (kept.size > LINES_MAX && oldest !== undefined) kept.delete(oldest);
      return line;
    },
  };
}

/** How many wait ahead of a place, and what they want. */
export function aheadOf(
  { numbers, units }: QueueLine,
  number: number,
): { readonly places: number; readonly units: number } {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return { places: from, units: units[from - 1] ?? 0 };
}

async function lineNow(tx: Tx, drop: DropId, sku: SkuId, known: QueueLine): Promise<QueueLine> {
  const ask = ({ lastPlace, waiting }: QueueLine) =>
    tx.row(selectLine, [uuidOf(drop), uuidOf(sku), lastPlace, waiting]);
  const row = await ask(known);
  if (row === undefined) return NOBODY;
  if (row.last_place === known.lastPlace && row.waiting === known.waiting) return known;
  const grown = continued(known, row);
  if (grown !== undefined) return grown;
  const whole = await ask(NOBODY);
  return whole === undefined ? NOBODY : behind(NOBODY, 0, whole);
}

/**
 * The known line without the first of it, who were served, and with who came behind it.
 *
 * @returns undefined where somebody left from the middle, as the numbers do not add up then
 */
function continued(known: QueueLine, row: LineRow): QueueLine | undefined {
  const came = row.numbers?.length ?? 0;
  const gone = known.numbers.length + came - row.waiting;
  if (gone < 0 || gone > known.numbers.length) return undefined;
  const first = known.numbers[gone] ?? row.numbers?.[0] ?? null;
  return first === row.first ? behind(known, gone, row) : undefined;
}

function behind(known: QueueLine, gone: number, row: LineRow): QueueLine {
  const before = known.units[gone - 1] ?? 0;
  const numbers = known.numbers.slice(gone);
  const units = before === 0 ? known.units.slice(gone) : rest(known.units, gone, before);
  let sum = units.at(-1) ?? 0;
  row.numbers?.forEach((number, place) => {
    sum += row.quantities?.[place] ?? 0;
    numbers.push(number);
    units.push(sum);
  });
  return { lastPlace: row.last_place, waiting: row.waiting, numbers, units };
}

function rest(units: readonly number[], gone: number, before: number): number[] {
  return units.slice(gone).map((sum) => sum - before);
}
