// The reader of the log that keeps the sums of reports, and what runs low.

import { BOOKED_TYPES } from './analytics/bookings.ts';
import { FLOW_TYPES, projectFlow } from './analytics/project-flow.ts';
import { projectSales } from './analytics/project-sales.ts';
import type { Pool } from './db/pool.ts';
import { inTransaction } from './db/transaction.ts';
import { keepLowFromLog, MOVES_STOCK } from './inventory/keep-low-from-log.ts';
import { type LogPart, readTogether } from './log/read-together.ts';
import type { LogReader } from './log/run-reader.ts';

/** Orders of one SKU and day become one row: the more of them at once, the fewer writes. */
const PACE = { name: 'sum-up', atOnceMax: 10_000, restMs: 1000, restMsMax: 4000 };

export function sumsReader(app: Pool): LogReader {
  const part = (wants: readonly string[], keep: typeof projectSales): LogPart => ({
    wants,
    handle: (tenant, events, range) => inTransaction(app, tenant, (tx) => keep(tx, events, range)),
  });
  return readTogether(PACE, [
    part(BOOKED_TYPES, projectSales),
    part(FLOW_TYPES, projectFlow),
    part(MOVES_STOCK, keepLowFromLog),
  ]);
}
