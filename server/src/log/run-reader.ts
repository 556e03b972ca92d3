// The server's own readers of the log: each has a cursor, and each event reaches it at least once,
// in order. One process at a time runs a reader: its row is the lock. A migration makes the row.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { type LogRange, readWanted, readWantedHeads } from './read-log.ts';
import { advanceReader, type BatchRow, lockReader, selectBatchesAfter } from './sql.ts';

/** Batches read in one round; a surge commits hundreds of orders in each. */
const BATCHES_MAX = 50;
const EVENTS_MAX = 1000;

export interface LogReader {
  readonly name: string;
  /**
   * Types it wants, by their beginning: `order.` is every order event. Asked of each tenant where that
   * depends on it; what nobody wants is not read.
   */
  readonly wants: readonly string[] | ((tx: Tx) => Promise<readonly string[]>);
  /** It wants nothing but what stands beside the data of an event. */
  readonly headsOnly?: boolean;
  /** It is told of stretches without a wanted event, too, for it says how far it has come. */
  readonly countsAll?: boolean;
  /** Batches in a round, and events handed over at once. */
  readonly atOnceMax?: number;
  /** Between two rounds of a surge, in milliseconds. */
  readonly restMs?: number;
  /** The same where a thousand events and more come between two rounds. */
  readonly restMsMax?: number;
  /** Must bear seeing an event twice: after a crash it starts where it last got through. */
  handle(tenant: TenantId, events: readonly LogEvent[], range: LogRange): Promise<void>;
}

export interface ReadRound {
  /** In the stretch that was read, wanted or not. */
  readonly events: number;
  /** It took as much as it may at once: there is likely more. */
  readonly isFull: boolean;
}

/** @returns null when there was nothing to read */
export async function runReader(
  clock: Pool,
  app: Pool,
  reader: LogReader,
): Promise<ReadRound | null> {
  const batchesMax = reader.atOnceMax ?? BATCHES_MAX;
  return inTransaction(clock, null, async (tx) => {
    const cursor = await tx.row(lockReader, [reader.name]);
    if (cursor === undefined) return null; // another process runs it
    const batches = await tx.rows(selectBatchesAfter, [cursor.batch_position, batchesMax]);
    for (const [tenant, range] of rangesOf(batches)) await handleRange(app, reader, tenant, range);
    const last = batches.at(-1);
    if (last === undefined) return null;
    await tx.run(advanceReader, [reader.name, last.batch_position]);
    return {
      events: batches.reduce((sum, { event_count }) => sum + event_count, 0),
      isFull: batches.length === batchesMax,
    };
  });
}

/** Batches of one tenant follow each other in its log, so their events are one range. */
function rangesOf(batches: readonly BatchRow[]): Map<TenantId, LogRange> {
  const ranges = new Map<TenantId, LogRange>();
  for (const batch of batches) {
    const tenant = idFromUuid('tenant', batch.tenant_id);
    const through = batch.first_position + BigInt(batch.event_count) - 1n;
    const after = ranges.get(tenant)?.after ?? batch.first_position - 1n;
    ranges.set(tenant, { after, through });
  }
  return ranges;
}

async function handleRange(
  app: Pool,
  reader: LogReader,
  tenant: TenantId,
  range: LogRange,
): Promise<void> {
  const read = reader.headsOnly === true ? readWantedHeads : readWanted;
  const step = BigInt(reader.atOnceMax ?? EVENTS_MAX);
  for (let { after } = range; after < range.through; after += step) {
    const through = after + step < range.through ? after + step : range.through;
    const part = { after, through };
    const events = await inTransaction(app, tenant, async (tx) => {
      const wants = typeof reader.wants === 'function' ? await reader.wants(tx) : reader.wants;
      return wants.length === 0 ? [] : readPages(part, (page) => read(tx, page, wants));
    });
    if (events.length > 0 || reader.countsAll === true) await reader.handle(tenant, events, part);
  }
}

/** Many rows that arrive at once are made into events at once, and nobody is served meanwhile. */
const PAGE_EVENTS = 500n;

async function readPages(
  { after, through }: LogRange,
  read: (page: LogRange) => Promise<LogEvent[]>,
): Promise<LogEvent[]> {
  const pages: LogEvent[][] = [];
  for (let from = after; from < through; from += PAGE_EVENTS) {
    const to = from + PAGE_EVENTS;
    pages.push(await read({ after: from, through: to < through ? to : through }));
  }
  return pages.flat();
}
