// Adds bookings up to the rows that are written: one for each day, SKU and customer, and for the
// months and years of the latter two; of SKUs also in all channels and countries.

import { SALES_MEASURES, type SalesFigures } from '@doorstep/core/analytics/sales-measures.ts';
import { inStretches } from '../db/in-stretches.ts';
import { addFigures, type Booking } from './bookings.ts';
import { MEASURE_COLUMNS } from './sql.ts';

export interface SalesCells {
  readonly days: readonly object[];
  readonly skus: readonly object[];
  /** In all channels and countries, by month and year. */
  readonly wholeSkus: readonly object[];
  readonly customers: readonly object[];
}

export async function salesCells(bookings: readonly Booking[]): Promise<SalesCells> {
  const days = newCells();
  const skus = newCells();
  const wholeSkus = newCells();
  const customers = newCells();
  await inStretches(
    bookings,
    ({ day, currency, channel, customer, country, whole, skus: bySku }) => {
      days.add([day, currency, channel, country], whole);
      customers.add([currency, day, customer, channel, country], whole);
      for (const [sku, figures] of bySku) {
        skus.add([currency, day, sku, channel, country], figures);
        wholeSkus.add([currency, day, sku], figures);
      }
    },
  );
  return {
    days: days.rows(['day', 'currency', 'channel_id', 'country']),
    skus: bySpans(skus).rows([...spanned('sku_code'), ...PLACE]),
    wholeSkus: bySpans(wholeSkus, ['month', 'year']).rows(spanned('sku_code')),
    customers: bySpans(customers).rows([...spanned('customer_id'), ...PLACE]),
  };
}

const PLACE = ['channel_id', 'country'];
const spanned = (key: string) => ['span', 'currency', 'starts_on', key];

const STARTS = {
  day: (day: string) => day,
  month: (day: string) => `${day.slice(0, 7)}-01`,
  year: (day: string) => `${day.slice(0, 4)}-01-01`,
};
const SPANS = ['day', 'month', 'year'] as const;

function bySpans(days: Cells, spans: readonly (typeof SPANS)[number][] = SPANS): Cells {
  const all = newCells();
  for (const { key, figures } of days.all()) {
    const [currency = '', day = '', ...rest] = key;
    for (const span of spans) all.add([span, currency, STARTS[span](day), ...rest], figures);
  }
  return all;
}

interface Cell {
  readonly key: readonly string[];
  readonly figures: SalesFigures;
}

type Cells = ReturnType<typeof newCells>;

function newCells() {
  const cells = new Map<string, Cell>();
  return {
    add(key: readonly string[], figures: SalesFigures): void {
      const name = key.join('\n');
      let cell = cells.get(name);
      if (cell === undefined) {
        cell = { key, figures: {} };
        cells.set(name, cell);
      }
      addFigures(cell.figures, figures);
    },
    all: (): Iterable<Cell> => cells.values(),
    /** In the order of the key. */
    rows(columns: readonly string[]): object[] {
      const inOrder = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
      return inOrder.map(([, { key, figures }]) => rowOf(columns, key, figures));
    },
  };
}

/** What is 0 is left out. */
function rowOf(columns: readonly string[], key: readonly string[], figures: SalesFigures): object {
  const row: Record<string, string | number> = {};
  columns.forEach((column, place) => {
    row[column] = key[place] ?? '';
  });
  SALES_MEASURES.forEach((measure, place) => {
    const figure = figures[measure] ?? 0;
    if (figure !== 0) row[MEASURE_COLUMNS[place] ?? ''] = figure;
  });
  return row;
}
