// The reader of the log that sums up sales.

import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { LogReader } from '../log/run-reader.ts';
import { BOOKED_TYPES } from './bookings.ts';
import { projectSales } from './project-sales.ts';

export function salesReader(app: Pool): LogReader {
  return {
    name: 'project-sales',
    wants: BOOKED_TYPES,
    countsAll: true, // its position says how far behind the log reports are
    // Orders of one SKU and day become one row: the more of them at once, the fewer writes.
    atOnceMax: 5000,
    restMs: 1000,
    restMsMax: 3000,
    handle: (tenant, events, range) =>
      inTransaction(app, tenant, (tx) => projectSales(tx, events, range)),
  };
}
