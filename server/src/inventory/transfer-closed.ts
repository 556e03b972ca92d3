// Whether a transfer is under way no longer.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { TransferRow } from './documents.sql.ts';

/** @returns undefined while it is under way */
export function transferClosed({ status }: TransferRow): Refusal | undefined {
  if (status === 'received')
    return refuse('transfer-received', 'This transfer was received before.');
  if (status === 'canceled')
    return refuse('transfer-canceled', 'This transfer was taken back before.');
  return undefined;
}
