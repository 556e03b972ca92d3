// Adds bookings up to the rows that are written: one for each day, SKU and customer, and for the
// months and years of the latter two.

import { SALES_MEASURES, type SalesFigures } from '@doorstep/core/analytics/sales-measures.ts';
import { addFigures, type Booking } from './bookings.ts';
import { MEASURE_COLUMNS } from './sql.ts';

export interface SalesCells {
  readonly days: readonly object[];
  readonly skus: readonly object[];
  readonly customers: readonly object[];
}

export function salesCells(bookings: readonly Booking[]): SalesCells {
  const days = newCells();
  const skus = newCells();
  const customers = newCells();
  for (const { day, currency, channel, customer, country, whole, skus: bySku } of bookings) {
    days.add([day, currency, channel, country], whole);
    customers.add([currency, day, customer, channel, country], whole);
    for (const [sku, figures] of bySku) skus.add([currency, day, sku, channel, country], figures);
  }
  return {
    days: days.rows(['day', 'currency', 'channel_id', 'country']),
    skus: bySpans(skus).rows(spanned('sku_code')),
    customers: bySpans(customers).rows(spanned('customer_id')),
  };
}

const spanned = (key: string) => ['span', 'currency', 'starts_on', key, 'channel_id', 'country'];

function bySpans(days: Cells): Cells {
  const all = newCells();
  for (const { key, figures } of days.all()) {
    const [currency = '', day = '', ...rest] = key;
    all.add(['day', currency, day, ...rest], figures);
    all.add(['month', currency, `${day.slice(0, 7)}-01`, ...rest], figures);
    all.add(['year', currency, `${day.slice(0, 4)}-01-01`, ...rest], figures);
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
