// The reader of the log that sums up what flows.

import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { LogReader } from '../log/run-reader.ts';
import { FLOW_TYPES, projectFlow } from './project-flow.ts';

export function flowReader(app: Pool): LogReader {
  return {
    name: 'project-flow',
    wants: FLOW_TYPES,
    countsAll: true, // its position says how far behind the log reports are
    atOnceMax: 5000,
    restMs: 1000,
    restMsMax: 3000,
    handle: (tenant, events, range) =>
      inTransaction(app, tenant, (tx) => projectFlow(tx, events, range)),
  };
}
