// How many are left, from memory. Thousands of viewers ask of the same few SKUs each second; the
// database is asked a few times a second for each, once for everybody who waits. A board that
// followed the log instead would have to read all of a surge to know of one SKU.

import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { skusUnknown } from '../catalog/find-skus.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type Availability, readAvailability } from './read-availability.ts';

/**
 * Items of all tenants, each a SKU in a channel: 50 MB, for one that is alone in its entry takes some
 * 500 bytes. Beyond that all are read anew.
 */
const ITEMS_MAX = 100_000;

export interface AvailabilityQuestion {
  readonly tenant: TenantId;
  /** Codes or ids of SKUs. */
  readonly skus: readonly string[];
  /** Code of a channel; undefined: all of them. */
  readonly channel: string | undefined;
  /** How old the answer may be; 0: what is committed now. */
  readonly maxAgeMs: number;
}

export interface AvailabilityAnswer {
  /** The moment at which the oldest of it was so. */
  readonly asOf: string;
  readonly items: Availability[];
}

export interface AvailabilityBoard {
  ask(question: AvailabilityQuestion): Promise<AvailabilityAnswer | Refusal>;
}

interface Entry {
  readonly items: readonly Availability[];
  readonly readAt: number;
  readonly asOf: Date;
}

/** What is known for one tenant and channel, and who waits to know more. */
interface Shelf {
  readonly entries: Map<string, Entry>;
  reading: Promise<void> | undefined;
  readonly wanted: Set<string>;
  next: Promise<Refusal | undefined> | undefined;
}

export function availabilityBoard(
  pool: Pool,
  now: () => Date,
  itemsMax = ITEMS_MAX,
): AvailabilityBoard {
  const shelves = keptShelves(itemsMax);

  /** Reads what is wanted by the time the read before it has ended: one at a time for a shelf. */
  function readNext(shelf: Shelf, question: AvailabilityQuestion): Promise<Refusal | undefined> {
    shelf.next ??= (async () => {
      await shelf.reading;
      const skus = [...shelf.wanted];
      shelf.wanted.clear();
      shelf.next = undefined;
      const read = readInto(shelf, { ...question, skus });
      shelf.reading = read.then(
        () => {},
        () => {},
      );
      return read;
    })();
    return shelf.next;
  }

  /** What is not there is not kept: who asked of it is told, and nobody else. */
  async function readInto(
    shelf: Shelf,
    { tenant, skus, channel }: AvailabilityQuestion,
  ): Promise<Refusal | undefined> {
    const readAt = performance.now();
    const asOf = now();
    const found = await inTransaction(pool, tenant, (tx) => readAvailability(tx, skus, channel));
    if (isRefusal(found)) return found;
    for (const sku of skus) {
      const before = roomOf(shelf.entries.get(sku));
      const items = found.get(sku);
      if (items === undefined) shelf.entries.delete(sku);
      else shelf.entries.set(sku, { items, readAt, asOf });
      shelves.count(roomOf(shelf.entries.get(sku)) - before);
    }
    return undefined;
  }

  return {
    async ask(question) {
      const { skus, maxAgeMs } = question;
      const shelf = shelves.of(question);
      const oldest = performance.now() - maxAgeMs;
      const missing = skus.filter((sku) => {
        const entry = shelf.entries.get(sku);
        return entry === undefined || entry.readAt <= oldest;
      });
      if (missing.length > 0) {
        for (const sku of missing) shelf.wanted.add(sku);
        const refused = await readNext(shelf, question);
        if (refused !== undefined) return refused;
      }
      const unknown = skus.filter((sku) => !shelf.entries.has(sku));
      return unknown.length > 0 ? skusUnknown(unknown) : answerOf(shelf, skus);
    },
  };
}

/** An item for each channel that was asked of; where there is no channel, it takes room, too. */
function roomOf(entry: Entry | undefined): number {
  return entry === undefined ? 0 : Math.max(entry.items.length, 1);
}

/** The shelves there are; all are emptied when there is too much on them. */
function keptShelves(itemsMax: number) {
  const shelves = new Map<string, Shelf>();
  let items = 0;
  return {
    count(by: number): void {
      items += by;
    },
    of({ tenant, channel }: AvailabilityQuestion): Shelf {
      if (items > itemsMax) {
        shelves.clear();
        items = 0;
      }
      const key = `${tenant} ${channel ?? ''}`;
      const known = shelves.get(key);
      if (known !== undefined) return known;
      const shelf = {
        entries: new Map(),
        reading: undefined,
        wanted: new Set<string>(),
        next: undefined,
      };
      shelves.set(key, shelf);
      items += 1; // it counts too: anybody may ask of any channel
      return shelf;
    },
  };
}

/** Each SKU once, in the order asked for, however often and by whatever name it is asked for. */
function answerOf(shelf: Shelf, skus: readonly string[]): AvailabilityAnswer {
  const items = new Map<string, Availability>();
  let asOf = Number.POSITIVE_INFINITY;
  for (const sku of skus) {
    const entry = shelf.entries.get(sku);
    if (entry === undefined) continue;
    asOf = Math.min(asOf, entry.asOf.getTime());
    for (const item of entry.items) items.set(`${item.sku} ${item.channel}`, item);
  }
  return { asOf: new Date(asOf).toISOString(), items: [...items.values()] };
}
