// The server's own readers of the log: each has a cursor, and each event reaches it at least once,
// in order. One process at a time runs a reader. Where it stands is in a row that a migration makes.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import {
  type EventHead,
  type LogRange,
  readTouches,
  readWanted,
  readWantedHeads,
  type Touch,
} from './read-log.ts';
import { advanceReader, type BatchRow, lockReader, selectUnread, stillReading } from './sql.ts';
import { wantsType } from './wants-type.ts';

/** Batches read in one round; a surge commits hundreds of orders in each. */
const BATCHES_MAX = 50;
const EVENTS_MAX = 1000;
/** Several times within what runtime.ts lets a connection of the clock be silent for. */
const STILL_READING_MS = 5_000;

/** Of a stretch of the log what a reader wants, in order, some hundred events at a time. */
export type EventPages = AsyncIterable<readonly LogEvent[]>;

/** What it does must bear seeing an event twice: after a crash it starts where it last got through. */
export type LogReader = EventReader | HeadReader | TouchReader | PageReader;

export interface EventReader extends ReaderPace {
  handle(tenant: TenantId, events: readonly LogEvent[], range: LogRange): Promise<void>;
}

export interface HeadReader extends ReaderPace {
  handleHeads(tenant: TenantId, heads: readonly EventHead[], range: LogRange): Promise<void>;
}

/** For whom what an event says does not matter: how its subject is by now is looked up. */
export interface TouchReader extends ReaderPace {
  handleTouches(tenant: TenantId, touches: readonly Touch[], range: LogRange): Promise<void>;
}

/** For stretches that are too much to hold at once. */
export interface PageReader extends ReaderPace {
  handlePages(tenant: TenantId, pages: EventPages, range: LogRange): Promise<void>;
}

export interface ReaderPace {
  readonly name: string;
  /**
   * Types it wants, by their beginning: `order.` is every order event. What nobody wants is not read.
   */
  readonly wants: readonly string[];
  /** Asked of a tenant before its log is read, which costs most: many never set up what a reader serves. */
  isOfUse?(tx: Tx): Promise<boolean>;
  /** It is told of stretches without a wanted event, too, for it says how far it has come. */
  readonly countsAll?: boolean;
  /** Batches in a round, and events handed over at once. */
  readonly atOnceMax?: number;
  /** Between two rounds of a surge, in milliseconds. */
  readonly restMs?: number;
  /** The same where a thousand events and more come a second. */
  readonly restMsMax?: number;
}

export interface ReadRound {
  /** In the stretch that was read, wanted or not. */
  readonly events: number;
  /** It took as much as it may at once: there is likely more. */
  readonly isFull: boolean;
  /** How long it was at work, in milliseconds. */
  readonly tookMs: number;
}

/**
 * @param restAfter in milliseconds; for so long no process reads that asks for rests itself. Without it,
 *   nothing rests and no rest is kept
 * @returns how long to rest now, in milliseconds, whether this process read or another; null when there was
 *   nothing to read
 */
export async function runReader(
  clock: Pool,
  app: Pool,
  reader: LogReader,
  restAfter?: (round: ReadRound) => number,
): Promise<number | null> {
  const startedAt = performance.now();
  const batchesMax = reader.atOnceMax ?? BATCHES_MAX;
  return inTransaction(clock, null, async (tx) => {
    const [lock, batches] = await Promise.all([
      tx.row(lockReader, [reader.name]),
      tx.rows(selectUnread, [reader.name, batchesMax]),
      tx.run(stillReading),
    ]);
    const last = batches.at(-1);
    if (lock?.locked !== true || last === undefined) return null;
    if (restAfter !== undefined && lock.rest_ms > 0) return lock.rest_ms;
    await whileSaying(tx, async () => {
      for (const [tenant, own] of Map.groupBy(batches, ({ tenant_id }) => tenant_id))
        await handleBatches(app, reader, idFromUuid('tenant', tenant), own);
    });
    const restMs = restAfter?.({
      events: batches.reduce((sum, { event_count }) => sum + event_count, 0),
      isFull: batches.length === batchesMax,
      tookMs: performance.now() - startedAt,
    });
    const through = last.batch_position;
    await tx.commit([{ sql: advanceReader, params: [reader.name, through, restMs ?? 0] }]);
    return restMs ?? 0;
  });
}

/** What a reader wakes may take long; as long as this process is alive, it keeps its lock. */
async function whileSaying(tx: Tx, work: () => Promise<void>): Promise<void> {
  const saying = setInterval(() => tx.run(stillReading).catch(() => {}), STILL_READING_MS);
  try {
    await work();
  } finally {
    clearInterval(saying);
  }
}

/** @param batches of one tenant; they follow each other in its log */
async function handleBatches(
  app: Pool,
  reader: LogReader,
  tenant: TenantId,
  batches: readonly BatchRow[],
): Promise<void> {
  const step = BigInt(reader.atOnceMax ?? EVENTS_MAX);
  const last = batches.at(-1);
  const end = last === undefined ? 0n : throughOf(last);
  for (let after = (batches[0]?.first_position ?? 1n) - 1n; after < end; after += step) {
    const part = { after, through: after + step < end ? after + step : end };
    const held = batches.filter(
      (batch) => batch.first_position <= part.through && throughOf(batch) > part.after,
    );
    await handlePart(app, reader, tenant, part, held);
  }
}

/** @param held the batches that reach into the part */
async function handlePart(
  app: Pool,
  reader: LogReader,
  tenant: TenantId,
  part: LogRange,
  held: readonly BatchRow[],
): Promise<void> {
  const pages = <Read>(read: ReadWanted<Read>) => readPages(app, reader, read, tenant, part, held);
  const whole = async <Read>(
    read: ReadWanted<Read>,
    handle: (found: readonly Read[]) => Promise<void>,
  ) => {
    const found: Read[] = [];
    for await (const page of pages(read)) found.push(...page);
    if (found.length > 0 || reader.countsAll === true) await handle(found);
  };
  if ('handlePages' in reader) return reader.handlePages(tenant, pages(readWanted), part);
  if ('handleTouches' in reader)
    return whole(readTouches, (touches) => reader.handleTouches(tenant, touches, part));
  if ('handleHeads' in reader)
    return whole(readWantedHeads, (heads) => reader.handleHeads(tenant, heads, part));
  return whole(readWanted, (events) => reader.handle(tenant, events, part));
}

type ReadWanted<Read> = (tx: Tx, range: LogRange, wants: readonly string[]) => Promise<Read[]>;

function throughOf({ first_position, event_count }: BatchRow): bigint {
  return first_position + BigInt(event_count) - 1n;
}

/** Many rows that arrive at once are made into events at once, and nobody is served meanwhile. */
const PAGE_EVENTS = 500n;

async function* readPages<Read>(
  app: Pool,
  reader: LogReader,
  read: ReadWanted<Read>,
  tenant: TenantId,
  { after, through }: LogRange,
  held: readonly BatchRow[],
): AsyncGenerator<Read[]> {
  const { wants } = reader;
  if (!held.some((batch) => mayHold(batch, wants))) return;
  for (let from = after; from < through; from += PAGE_EVENTS) {
    const to = from + PAGE_EVENTS;
    const page = { after: from, through: to < through ? to : through };
    yield await inTransaction(app, tenant, async (tx) =>
      (await reader.isOfUse?.(tx)) === false ? [] : read(tx, page, wants),
    );
  }
}

/** Most readers want none of what a surge is made of: they need not look into it. */
export function mayHold({ types }: Pick<BatchRow, 'types'>, wants: readonly string[]): boolean {
  if (types === null) return wants.length > 0;
  return types.some((type) => wantsType(wants, type));
}
