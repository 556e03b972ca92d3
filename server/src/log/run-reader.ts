// The server's own readers of the log: each has a cursor, and each event reaches it at least once,
// in order. One process at a time runs a reader: its row is the lock.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { readLog } from './read-log.ts';
import {
  advanceReader,
  type BatchRow,
  ensureReader,
  lockReader,
  selectBatchesAfter,
} from './sql.ts';

/** Batches read in one round; a surge commits hundreds of orders in each. */
const BATCHES_MAX = 50;
const EVENTS_MAX = 1000;

export interface LogReader {
  readonly name: string;
  /** Types it wants, by their beginning: `order.` is every order event. */
  readonly wants: readonly string[];
  /** Must bear seeing an event twice: after a crash it starts where it last got through. */
  handle(tenant: TenantId, events: readonly LogEvent[]): Promise<void>;
}

/** @returns whether there was anything to read: call again at once if so */
export async function runReader(clock: Pool, app: Pool, reader: LogReader): Promise<boolean> {
  return inTransaction(clock, null, async (tx) => {
    await tx.run(ensureReader, [reader.name]);
    const cursor = await tx.row(lockReader, [reader.name]);
    if (cursor === undefined) return false; // another process runs it
    const batches = await tx.rows(selectBatchesAfter, [cursor.batch_position, BATCHES_MAX]);
    for (const [tenant, range] of rangesOf(batches)) await handleRange(app, reader, tenant, range);
    const last = batches.at(-1);
    if (last === undefined) return false;
    await tx.run(advanceReader, [reader.name, last.batch_position]);
    return true;
  });
}

interface Range {
  readonly after: bigint;
  through: bigint;
}

/** Batches of one tenant follow each other in its log, so their events are one range. */
function rangesOf(batches: readonly BatchRow[]): Map<TenantId, Range> {
  const ranges = new Map<TenantId, Range>();
  for (const batch of batches) {
    const tenant = idFromUuid('tenant', batch.tenant_id);
    const through = batch.first_position + BigInt(batch.event_count) - 1n;
    const range = ranges.get(tenant);
    if (range === undefined) ranges.set(tenant, { after: batch.first_position - 1n, through });
    else range.through = through;
  }
  return ranges;
}

async function handleRange(
  app: Pool,
  reader: LogReader,
  tenant: TenantId,
  { after, through }: Range,
): Promise<void> {
  let position = after;
  while (position < through) {
    const limit = Math.min(EVENTS_MAX, Number(through - position));
    const events = await inTransaction(app, tenant, (tx) => readLog(tx, position, limit));
    const last = events.at(-1);
    if (last === undefined) return; // its partition was let go
    position = BigInt(last.position ?? through);
    const wanted = events.filter((event) =>
      reader.wants.some((beginning) => event.type.startsWith(beginning)),
    );
    if (wanted.length > 0) await reader.handle(tenant, wanted);
  }
}
