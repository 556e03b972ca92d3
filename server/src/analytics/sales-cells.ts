// Adds bookings up to the rows that are written: for each day and month, for each SKU by day, month and
// year, in all channels and countries, in one channel and in one country, and for each customer by day and
// year: they buy so seldom that months would be as many as days.

import { SALES_MEASURES, type SalesFigures } from '@doorstep/core/analytics/sales-measures.ts';
import { inStretches } from '../db/in-stretches.ts';
import { addFigures, type Booking } from './booking.ts';
import { MEASURE_COLUMNS } from './sql.ts';

/** The rows of each table, in the order of its key. */
export interface SalesCells {
  add(booking: Booking): void;
  days(): Promise<object[]>;
  months(): Promise<object[]>;
  skus(): Promise<object[]>;
  /** In all channels and countries, in one channel and in one country, by month and year. */
  wholeSkus(): Promise<object[]>;
  customers(): Promise<object[]>;
}

/** Adds bookings one by one: what is held of them is the rows, however many they are. */
export function gatherSalesCells(): SalesCells {
  const days = newCells();
  const skus = newCells();
  const customers = newCells();
  return {
    add({ day, currency, channel, customer, country, whole, skus: bySku }) {
      days.add([day, currency, channel, country], whole);
      customers.add([currency, day, customer, channel, country], whole);
      for (const [sku, figures] of bySku) skus.add([currency, day, sku, channel, country], figures);
    },
    days: () => days.rows(['day', ...DAY_KEYS]),
    months: async () => (await byMonth(days)).rows(['month', ...DAY_KEYS]),
    skus: async () => (await bySpans(skus, SPANS)).rows([...spanned('sku_code'), ...PLACE]),
    wholeSkus: async () =>
      (await byPlace(skus)).rows(['dimension', 'member', ...spanned('sku_code')]),
    customers: async () =>
      (await bySpans(customers, ['day', 'year'])).rows([...spanned('customer_id'), ...PLACE]),
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

async function bySpans(days: Cells, spans: readonly (typeof SPANS)[number][]): Promise<Cells> {
  const all = newCells();
  await inStretches(days.all(), ({ key, figures }) => {
    const [currency = '', day = '', ...rest] = key;
    for (const span of spans) all.add([span, currency, STARTS[span](day), ...rest], figures);
  });
  return all;
}

async function byMonth(days: Cells): Promise<Cells> {
  const months = newCells();
  await inStretches(days.all(), ({ key, figures }) => {
    const [day = '', ...rest] = key;
    months.add([STARTS.month(day), ...rest], figures);
  });
  return months;
}

/** Months and years of SKUs: in all of the shop, in one channel, in one country. */
async function byPlace(skus: Cells): Promise<Cells> {
  const whole = newCells();
  await inStretches(skus.all(), ({ key, figures }) => {
    const [currency = '', day = '', sku = '', channel = '', country = ''] = key;
    for (const span of ['month', 'year'] as const) {
      const rest = [span, currency, STARTS[span](day), sku];
      whole.add(['all', '', ...rest], figures);
      whole.add(['channel', channel, ...rest], figures);
      whole.add(['country', country, ...rest], figures);
    }
  });
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
    all: (): Cell[] => [...cells.values()],
    /** In the order of the key. */
    async rows(columns: readonly string[]): Promise<object[]> {
      const inOrder = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
      const rows: object[] = [];
      await inStretches(inOrder, ([, { key, figures }]) => {
        rows.push(rowOf(columns, key, figures));
      });
      return rows;
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
