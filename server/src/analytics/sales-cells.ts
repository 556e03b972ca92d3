// Adds bookings up to the rows that are written: for each day and month, for each SKU by day, month and
// year, in all channels and countries, in one channel and in one country, and for each customer by day and
// year: they buy so seldom that months would be as many as days.

import { SALES_MEASURES, type SalesFigures } from '@doorstep/core/analytics/sales-measures.ts';
import { addFigures, type Booking } from './bookings.ts';
import { MEASURE_COLUMNS } from './sql.ts';

export interface SalesCells {
  readonly days: readonly object[];
  readonly months: readonly object[];
  readonly skus: readonly object[];
  /** In all channels and countries, in one channel and in one country, by month and year. */
  readonly wholeSkus: readonly object[];
  readonly customers: readonly object[];
}

/** Adds bookings one by one: what is held of them is the rows, however many they are. */
export function gatherSalesCells(): { add(booking: Booking): void; rows(): SalesCells } {
  const days = newCells();
  const skus = newCells();
  const customers = newCells();
  return {
    add({ day, currency, channel, customer, country, whole, skus: bySku }) {
      days.add([day, currency, channel, country], whole);
      customers.add([currency, day, customer, channel, country], whole);
      for (const [sku, figures] of bySku) skus.add([currency, day, sku, channel, country], figures);
    },
    rows() {
      const spannedSkus = bySpans(skus);
      return {
        days: days.rows(['day', ...DAY_KEYS]),
        months: byMonth(days).rows(['month', ...DAY_KEYS]),
        skus: spannedSkus.rows([...spanned('sku_code'), ...PLACE]),
        wholeSkus: byPlace(spannedSkus).rows(['dimension', 'member', ...spanned('sku_code')]),
        customers: bySpans(customers, ['day', 'year']).rows([...spanned('customer_id'), ...PLACE]),
      };
    },
  };
}

const DAY_KEYS = ['currency', 'channel_id', 'country'];
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

function byMonth(days: Cells): Cells {
  const months = newCells();
  for (const { key, figures } of days.all()) {
    const [day = '', ...rest] = key;
    months.add([STARTS.month(day), ...rest], figures);
  }
  return months;
}

/** Months and years of SKUs: in all of the shop, in one channel, in one country. */
function byPlace(skus: Cells): Cells {
  const whole = newCells();
  for (const { key, figures } of skus.all()) {
    const [span = '', currency = '', start = '', sku = '', channel = '', country = ''] = key;
    if (span === 'day') continue;
    const rest = [span, currency, start, sku];
    whole.add(['all', '', ...rest], figures);
    whole.add(['channel', channel, ...rest], figures);
    whole.add(['country', country, ...rest], figures);
  }
  return whole;
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
