// The sequencer: gives committed events their dense positions. Any process may run it at any
// time; the log head's row lets one through.

import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction, lookOnce } from '../db/transaction.ts';
import {
  lockHead,
  notifyLog,
  type SequencedTenant,
  selectPending,
  sequencePending,
} from './sql.ts';

/** Batches numbered in one transaction; the rest follows in the next. */
const BATCHES_MAX = 1000;

/**
 * Numbers what has committed since the last time and wakes every process that follows the log.
 *
 * @returns the tenants whose log grew, with their newest position
 */
export async function sequenceLog(clock: Pool): Promise<Map<TenantId, bigint>> {
  return inTransaction(clock, null, async (tx) => {
    const head = await tx.row(lockHead);
    if (head === undefined) return new Map<TenantId, bigint>(); // another process is at it
    const grown = await tx.rows(sequencePending, [head.last_position, BATCHES_MAX]);
    if (grown.length > 0) await tx.run(notifyLog, [namesOf(grown)]);
    return new Map(
      grown.map((row) => [idFromUuid('tenant', row.tenant_id), row.last_position] as const),
    );
  });
}

/** Whether there is anything to number: one cheap look, many times a second. */
export async function isAnythingPending(clock: Pool): Promise<boolean> {
  const [row] = await lookOnce(clock, selectPending);
  return row?.pending === true;
}

/** PostgreSQL passes on at most 8,000 bytes: with more tenants than fit, everybody looks. */
function namesOf(grown: readonly SequencedTenant[]): string {
  const names = grown.map((row) => row.tenant_id).join(' ');
  return names.length > 7900 ? '' : names;
}
