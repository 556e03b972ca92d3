// Nothing about a drop that is over can be changed.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { DropRow } from './sql.ts';

export function refuseOver(row: DropRow, now: Date): Refusal | undefined {
  if (row.closed_at === null && row.stopped_at === null && row.ends_at > now) return undefined;
  return refuse('drop-over', row.stopped_at === null ? 'The drop ended.' : 'The drop was stopped.');
}
