// Looks for stock for units of a placed order that nobody has promised, or not any more, and
// promises it.

import type { EventType } from '@doorstep/contract/events.ts';
import {
  idFromUuid,
  type LocationId,
  type OrderId,
  type SkuId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import { changesOf, type Step } from '@doorstep/core/orders/unit-changes.ts';
import { isWaiting, promiseWaiting, waitingUnits } from '@doorstep/core/orders/waiting-units.ts';
import { type LocationRanking, withoutShort } from '@doorstep/core/routing/location-ranking.ts';
import {
  chooseProvisionalLocations,
  type Demand,
  type ProvisionalPlan,
} from '@doorstep/core/routing/provisional-location.ts';
import { newId, newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Available, StockView } from '../inventory/stock-view.ts';
import { lockLevelsOfSkus } from '../inventory/view.sql.ts';
import type { LocationBook, LocationBooks } from '../routing/location-book.ts';
import {
  insertDecision,
  lockWaitingOrder,
  selectUncountedShorts,
  type WaitingOrderRow,
} from './backorders.sql.ts';
import { storedDecision } from './stored-decision.ts';
import { writeUnits } from './write-units.ts';

export interface SourcingDeps {
  readonly books: LocationBooks;
  readonly view: StockView;
}

/** Free units by SKU and location number, every level of them locked. */
export interface FreeStock {
  readonly book: LocationBook;
  readonly units: ReadonlyMap<SkuId, Available>;
}

export interface Sourcing {
  /** What the stored decision is called. */
  readonly kind: 're-sourced' | 'sourced' | 'backorder-filled';
  readonly event: EventType & ('order.sourced.v1' | 'order.backorder_filled.v1');
  /** Where units are missing that no exception tells of yet. */
  readonly shortAt?: LocationId;
}

/**
 * Locks every level of the SKUs: what a verb moves of them beside is locked with it.
 *
 * @param anew whether locations made a moment ago must be known
 */
export async function lockFreeStock(
  tx: CommandTx,
  deps: SourcingDeps,
  skus: readonly SkuId[],
  anew: boolean,
): Promise<FreeStock> {
  const book = await deps.books.open(tx, tx.tenant, anew);
  await tx.run(lockLevelsOfSkus, [skus.map(uuidOf)]);
  return readFreeStock(tx, deps, skus, book);
}

/** What is free now, of levels that this transaction has locked. */
export async function readFreeStock(
  tx: CommandTx,
  deps: SourcingDeps,
  skus: readonly SkuId[],
  book: LocationBook,
): Promise<FreeStock> {
  const size = book.highestNumber + 1;
  return { book, units: await deps.view.read(tx, tx.tenant, skus, size, new Set(skus)) };
}

/** The SKUs that an order waits for. */
export function skusWaitedFor({ lines }: OrderUnits): SkuId[] {
  return [...new Set(lines.filter(isWaiting).flatMap(({ sku }) => sku ?? []))];
}

/**
 * Promises what there is to the lines that wait for these SKUs. The order must be locked.
 *
 * @returns the units after it
 */
export async function sourceUnits(
  tx: CommandTx,
  order: OrderId,
  units: OrderUnits,
  stock: FreeStock,
  sourcing: Sourcing,
): Promise<OrderUnits> {
  const row = await tx.row(lockWaitingOrder, [uuidOf(order)]);
  if (row === undefined) throw new Error(`there is no order ${order}`);
  const demands = waitingDemands(units, stock);
  if (demands.length === 0) return units;
  const shorts = await shortsOf(tx, order, stock, sourcing.shortAt);
  // What may not be split is planned as one: each SKU for itself would find a location of its own.
  const parts = row.split_policy === 'forbid' ? [demands] : demands.map((demand) => [demand]);
  const steps: Step[] = [];
  for (const part of parts) {
    const plan = planFor(part, { row, stock, units, shorts });
    if (plan.picks.length === 0 && sourcing.kind === 'backorder-filled') continue;
    for (const { sku } of part) {
      const picks = plan.picks.filter((pick) => pick.sku === sku);
      steps.push(...promiseWaiting(waitingUnits(units, sku), picks, () => newId('reservation')));
    }
    const decision = JSON.stringify(storedDecision(part, plan));
    await tx.run(insertDecision, [uuidOf(order), newUuid(), sourcing.kind, tx.now, decision]);
  }
  if (steps.length === 0) return units;
  const changes = changesOf(units, steps);
  return writeUnits(tx, order, units, changes, {
    type: sourcing.event,
    data: {
      lines: changes.lines.map((change) => ({ backordered: 0, ...change })),
      stock: changes.made.map((one) => ({
        line: one.line,
        reservation: one.id,
        sku: one.sku,
        location: one.location,
        reserved: one.quantity,
      })),
    },
    reason: sourcing.kind.replace('-', ' '),
    basis: 'promise',
  });
}

/** Of these SKUs, what the order waits for. */
function waitingDemands(units: OrderUnits, stock: FreeStock): Demand[] {
  return [...stock.units.keys()].flatMap((sku) => {
    const quantity = waitingUnits(units, sku).reduce((sum, one) => sum + one.units, 0);
    return quantity === 0 ? [] : [{ sku, quantity }];
  });
}

/** Where a SKU was looked for in vain. */
type Shorts = ReadonlyMap<SkuId, ReadonlySet<LocationId>>;

async function shortsOf(
  tx: CommandTx,
  order: OrderId,
  stock: FreeStock,
  shortAt: LocationId | undefined,
): Promise<Shorts> {
  const shorts = new Map<SkuId, Set<LocationId>>();
  for (const sku of stock.units.keys())
    shorts.set(sku, new Set(shortAt === undefined ? [] : [shortAt]));
  for (const row of await tx.rows(selectUncountedShorts, [uuidOf(order)]))
    shorts.get(idFromUuid('sku', row.sku_id))?.add(idFromUuid('location', row.location_id));
  return shorts;
}

/** An order that may not be split waits for the location that has its other units already. */
function rankingFor(
  row: WaitingOrderRow,
  book: LocationBook,
  units: OrderUnits,
  shorts: ReadonlySet<LocationId>,
): LocationRanking {
  const channel = book.channels.get(row.channel);
  const destination =
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude };
  if (channel === undefined) return { ranked: [], excluded: [] };
  const ranking = withoutShort(book.rank(channel.id, destination), shorts);
  if (row.split_policy === 'allow' || units.reservations.length === 0) return ranking;
  const places = new Set(units.reservations.map((one) => one.location));
  return { ...ranking, ranked: ranking.ranked.filter(({ id }) => places.has(id)) };
}

interface Situation {
  readonly row: WaitingOrderRow;
  readonly stock: FreeStock;
  readonly units: OrderUnits;
  readonly shorts: Shorts;
}

/** Where one of the SKUs was looked for in vain, the others may still be. */
function planFor(
  demands: readonly Demand[],
  { row, stock, units, shorts }: Situation,
): ProvisionalPlan {
  const isShort = (sku: SkuId, place: LocationId) => shorts.get(sku)?.has(place) === true;
  const places = [...shorts.values()].flatMap((of) => [...of]);
  const withNone = places.filter((place) => demands.every(({ sku }) => isShort(sku, place)));
  return chooseProvisionalLocations(
    demands,
    rankingFor(row, stock.book, units, new Set(withNone)),
    (sku, { id, number, bufferUnits }) =>
      isShort(sku, id) ? 0 : (stock.units.get(sku)?.[number] ?? 0) - bufferUnits,
    row.split_policy,
  );
}
