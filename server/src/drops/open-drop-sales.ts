// The drops that a batch of captures buys from: locked once, decided order by order, and written
// with the batch. A batch without a drop never gets here.

import type { Actor } from '@doorstep/core/access/actor.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import { copyBook, type DropBook } from '@doorstep/core/drops/drop-book.ts';
import type { DropRefusal, WantedUnits } from '@doorstep/core/drops/drop-hold.ts';
import { type DropSale, decideSale, sell } from '@doorstep/core/drops/drop-sale.ts';
import {
  type DropHoldId,
  type DropId,
  type OrderId,
  type SkuId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { LocationRanking } from '@doorstep/core/routing/location-ranking.ts';
import type { NewEvent } from '../db/append-events.ts';
import { newUuid } from '../db/ids.ts';
import { preparedRows } from '../db/row-set.ts';
import type { Prepared } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { insertMovements } from '../inventory/sql.ts';
import { bookWrites } from './book-writes.ts';
import { buyerDigest } from './buyer-digest.ts';
import { openBooks } from './open-books.ts';
import { tellMilestones, tellOfDrop } from './tell-of-drop.ts';

/** What an order says of the drop it buys from. */
export interface DropClaim {
  readonly drop: DropId;
  readonly hold: DropHoldId | null;
  /** As the channel says it; null where it does not. */
  readonly buyer: string | null;
  readonly mayPreorder: boolean;
}

export interface DropSales {
  /** Forgets what was decided: the batch is decided from the start. */
  begin(): void;
  /** Decides what an order gets; undefined for one that names no drop. */
  forOrder(
    claim: DropClaim | null,
    ranking: LocationRanking,
  ): ((wanted: readonly WantedUnits[]) => DropSale | DropRefusal | DropUnknown) | undefined;
  /** What was decided is sold: the next order sees it. */
  apply(claim: DropClaim | null, order: OrderId, sale: DropSale | null): void;
  /** What the sales of the batch are told as; to be called once, before `writes`. */
  events(): NewEvent[];
  writes(actor: Actor): Prepared[];
}

type DropUnknown = Refusal<'drop-unknown'>;

/** Locks the drops, before any stock is locked. Null where no order of the batch names one. */
export async function openDropSales(
  tx: Tx,
  claims: readonly DropClaim[],
  now: Date,
): Promise<DropSales | null> {
  if (claims.length === 0) return null;
  const books = await openBooks(
    tx,
    claims.map(({ drop }) => drop),
    {
      buyers: claims.flatMap(({ drop, buyer }) =>
        buyer === null ? [] : [{ drop, buyer: buyerDigest(drop, buyer) }],
      ),
      holds: claims.flatMap(({ hold }) => hold ?? []),
    },
  );
  const read = new Map([...books].map(([id, { book }]) => [id, book]));
  return dropSales(read, now);
}

interface SoldInBatch {
  readonly order: OrderId;
  readonly sale: DropSale;
}

function dropSales(read: ReadonlyMap<DropId, DropBook>, now: Date): DropSales {
  const drafts = new Map<DropId, DropBook>();
  const sold = new Map<DropId, SoldInBatch[]>();
  const draftOf = (drop: DropId) => {
    const draft = drafts.get(drop);
    if (draft === undefined) throw new Error(`the drop ${drop} was not opened`);
    return draft;
  };
  const begin = () => {
    sold.clear();
    for (const [id, book] of read) drafts.set(id, copyBook(book));
  };
  begin();
  return {
    begin,
    forOrder(claim, ranking) {
      if (claim === null) return undefined;
      const { drop, hold, mayPreorder } = claim;
      const buyer = claim.buyer === null ? null : buyerDigest(drop, claim.buyer);
      const preference = ranking.ranked.map(({ id }) => id);
      return (wanted) => {
        const book = drafts.get(drop);
        return book === undefined
          ? refuse('drop-unknown', `There is no drop ${drop}.`, { drop })
          : decideSale(book, { buyer, hold, wanted, mayPreorder, preference }, now);
      };
    },
    apply(claim, order, sale) {
      if (claim === null || sale === null) return;
      sell(draftOf(claim.drop), order, sale);
      const before = sold.get(claim.drop);
      if (before === undefined) sold.set(claim.drop, [{ order, sale }]);
      else before.push({ order, sale });
    },
    events() {
      const events: NewEvent[] = [];
      for (const [drop, sales] of sold) {
        const book = draftOf(drop);
        const emit = (event: NewEvent) => void events.push(event);
        tellOfDrop(book, emit, 'drop.sold.v1', soldData(sales));
        tellMilestones(book, now, emit);
      }
      return events;
    },
    writes: (actor) =>
      [...sold].flatMap(([drop, sales]) => {
        const before = read.get(drop);
        if (before === undefined) return [];
        return [
          ...bookWrites(before, draftOf(drop), now),
          ...movementWrites(drop, sales, actor, now),
        ];
      }),
  };
}

/** The orders' own events reserve these units; the drop's takes them off what it had reserved. */
function soldData(sales: readonly SoldInBatch[]): Readonly<Record<string, unknown>> {
  const taken = takenByLevel(sales);
  const lines = new Map<SkuId, { sold: number; preordered: number }>();
  const add = (sku: SkuId, units: number, preordered: number) => {
    const before = lines.get(sku) ?? { sold: 0, preordered: 0 };
    lines.set(sku, { sold: before.sold + units, preordered: before.preordered + preordered });
  };
  for (const { sku, units } of taken) add(sku, units, 0);
  for (const { sale } of sales)
    for (const { sku, quantity } of sale.preorders) add(sku, 0, quantity);
  return {
    orders: sales.length,
    units: [...lines].map(([sku, counts]) => ({ sku, ...counts })),
    stock: taken.map(({ sku, location, units }) => ({ sku, location, reserved: -units })),
  };
}

function takenByLevel(sales: readonly SoldInBatch[]): PoolUnits[] {
  const cells = new Map<string, PoolUnits>();
  for (const { sale } of sales)
    for (const cell of [...sale.fromHold, ...sale.fromPool]) {
      const key = `${cell.sku} ${cell.location}`;
      cells.set(key, { ...cell, units: cell.units + (cells.get(key)?.units ?? 0) });
    }
  return [...cells.values()];
}

/** The level stays as it is: what the drop lets go, the order reserves. */
function movementWrites(
  drop: DropId,
  sales: readonly SoldInBatch[],
  actor: Actor,
  now: Date,
): Prepared[] {
  const rows = takenByLevel(sales).map((cell) => ({
    id: newUuid(),
    sku: uuidOf(cell.sku),
    location: uuidOf(cell.location),
    type: 'released',
    reserved: -cell.units,
    kind: 'drop',
    cause: uuidOf(drop),
    reason: 'sold',
  }));
  return preparedRows(insertMovements, rows, now, actorText(actor));
}
