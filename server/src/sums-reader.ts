// The reader of the log that keeps the sums of reports, and what runs low.

import { bookEvents } from './analytics/book-events.ts';
import { BOOKED_TYPES } from './analytics/booking.ts';
import { FLOW_TYPES, sumFlow } from './analytics/sum-flow.ts';
import { sumSales } from './analytics/sum-sales.ts';
import type { Pool } from './db/pool.ts';
import { keepLow, MOVES_STOCK } from './inventory/keep-low.ts';
import { readTogether } from './log/read-together.ts';
import type { PageReader } from './log/run-reader.ts';

/** Orders of one SKU and day become one row: the more of them at once, the fewer writes. */
const PACE = { name: 'sum-up', atOnceMax: 10_000, restMs: 1000, restMsMax: 10_000 };

export function sumsReader(app: Pool): PageReader {
  const book = bookEvents();
  return readTogether(app, PACE, [
    { wants: BOOKED_TYPES, begin: () => sumSales(book) },
    { wants: FLOW_TYPES, begin: () => sumFlow(book) },
    { wants: MOVES_STOCK, begin: keepLow },
  ]);
}
