// A sale of a drop: an order takes its units from the buyer's hold, then from the pool, and what is
// gone is pre-ordered as far as the drop allows.

import type { DropHoldId, LocationId, OrderId, SkuId } from '../ids.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { PoolUnits } from './drop.ts';
import {
  countBuyer,
  countItem,
  type DropBook,
  movePool,
  type OpenHold,
  type SaleUnits,
  saleKey,
  unitsOf,
} from './drop-book.ts';
import {
  type DropRefusal,
  endPlace,
  quantityOf,
  refuseBeyondLimit,
  refuseUnlessRunning,
  soldOut,
  takeFromPool,
  type WantedUnits,
} from './drop-hold.ts';

export interface SaleRequest {
  readonly buyer: string | null;
  readonly hold: DropHoldId | null;
  /** What the order wants, of the drop and else. */
  readonly wanted: readonly WantedUnits[];
  /** False where the order wants all or nothing. */
  readonly mayPreorder: boolean;
  /** Locations, the best first. */
  readonly preference: readonly LocationId[];
}

export interface DropSale {
  readonly buyer: string | null;
  readonly hold: OpenHold | null;
  readonly fromHold: readonly PoolUnits[];
  readonly fromPool: readonly PoolUnits[];
  /** Held, and not wanted after all. */
  readonly unused: readonly PoolUnits[];
  readonly preorders: readonly WantedUnits[];
}

/** Decides a sale; `sell` carries it out. */
export function decideSale(
  book: DropBook,
  request: SaleRequest,
  now: Date,
): DropSale | DropRefusal {
  const wanted = request.wanted.filter(({ sku }) => book.items.has(sku));
  if (wanted.length === 0)
    return refuse('sku-not-in-drop', 'The order has nothing that the drop sells.');
  const hold = findHold(book, request, now);
  if (isRefusal(hold)) return hold;
  const buyer = hold?.buyer ?? request.buyer;
  if (buyer === null && book.terms.limitPerBuyer !== null)
    return refuse('drop-buyer-needed', 'The drop has a limit per buyer: say who buys.');
  const beyond = refuseBeyondLimit(
    book,
    buyer,
    quantityOf(wanted),
    hold === null ? 0 : unitsOf(hold.units),
  );
  if (beyond !== undefined) return beyond;
  return planSale(book, { ...request, buyer, wanted }, hold, now);
}

function planSale(
  book: DropBook,
  { buyer, wanted, mayPreorder, preference }: SaleRequest,
  hold: OpenHold | null,
  now: Date,
): DropSale | DropRefusal {
  const left = (hold?.units ?? []).map((units) => ({ ...units }));
  const fromHold: PoolUnits[] = [];
  const fromPool: PoolUnits[] = [];
  const preorders: WantedUnits[] = [];
  const short: WantedUnits[] = [];
  for (const { sku, quantity } of wanted) {
    const held = takeFromHold(left, sku, quantity);
    fromHold.push(...held);
    let open = quantity - unitsOf(held);
    if (open === 0) continue;
    // A hold is a promise: it is kept while the drop is paused and after it. More is not promised.
    const closed = refuseUnlessRunning(book, now);
    if (closed !== undefined) return closed;
    const taken = takeFromPool(book, sku, open, preference);
    open -= unitsOf(taken);
    const item = book.items.get(sku);
    const room = mayPreorder && item !== undefined ? item.preorderCap - item.preordered : 0;
    if (open > room) short.push({ sku, quantity });
    else fromPool.push(...taken);
    if (open > 0 && open <= room) preorders.push({ sku, quantity: open });
  }
  if (short.length > 0) return soldOut(book, short);
  const unused = left.filter(({ units }) => units > 0);
  if (unused.length > 0 && book.isClosed)
    return refuse('drop-not-running', 'It is over: a hold is bought whole, or lapses.');
  return { buyer, hold, fromHold, fromPool, unused, preorders };
}

function findHold(
  book: DropBook,
  { hold, buyer }: SaleRequest,
  now: Date,
): OpenHold | null | DropRefusal {
  if (hold === null) return null;
  const found = book.holds.get(hold);
  if (found === undefined || found.expiresAt <= now)
    return refuse('drop-hold-not-open', `The hold ${hold} lapsed, was given back, or was bought.`);
  if (buyer !== null && buyer !== found.buyer)
    return refuse('drop-hold-not-open', `The hold ${hold} is of another buyer.`);
  return found;
}

function takeFromHold(
  left: { sku: SkuId; location: LocationId; number: number; units: number }[],
  sku: SkuId,
  quantity: number,
): PoolUnits[] {
  const taken: PoolUnits[] = [];
  let open = quantity;
  for (const cell of left) {
    if (cell.sku !== sku || open === 0 || cell.units === 0) continue;
    const units = Math.min(open, cell.units);
    taken.push({ ...cell, units });
    cell.units -= units;
    open -= units;
  }
  return taken;
}

export function sell(book: DropBook, order: OrderId, sale: DropSale): void {
  for (const { sku, units } of sale.fromHold) countItem(book, sku, { held: -units, sold: units });
  for (const cell of sale.fromPool) {
    movePool(book, { ...cell, units: -cell.units });
    countItem(book, cell.sku, { sold: cell.units });
  }
  for (const cell of sale.unused) {
    countItem(book, cell.sku, { held: -cell.units });
    movePool(book, cell);
  }
  for (const { sku, quantity } of sale.preorders) countItem(book, sku, { preordered: quantity });
  const sold = unitsOf(sale.fromHold) + unitsOf(sale.fromPool);
  countBuyer(book, sale.buyer, {
    held: -unitsOf(sale.hold?.units ?? []),
    bought: sold + quantityOf(sale.preorders),
  });
  if (sale.hold !== null) {
    book.holds.delete(sale.hold.id);
    endPlace(book, sale.hold.place, 'bought');
  }
  for (const row of saleRows(order, sale)) book.sales.set(saleKey(row), row);
}

function saleRows(order: OrderId, sale: DropSale): SaleUnits[] {
  const rows = new Map<SkuId, SaleUnits>();
  const add = (sku: SkuId, sold: number, preordered: number) => {
    const before = rows.get(sku) ?? { order, sku, buyer: sale.buyer, sold: 0, preordered: 0 };
    rows.set(sku, {
      ...before,
      sold: before.sold + sold,
      preordered: before.preordered + preordered,
    });
  };
  for (const { sku, units } of [...sale.fromHold, ...sale.fromPool]) add(sku, units, 0);
  for (const { sku, quantity } of sale.preorders) add(sku, 0, quantity);
  return [...rows.values()];
}

/** Units of an order that were canceled, by SKU: how many in all, and where some became free. */
export interface CanceledUnits {
  readonly sku: SkuId;
  readonly units: number;
  /** Of them, those that still waited for stock. */
  readonly waited: number;
  readonly freed: readonly PoolUnits[];
}

/**
 * Gives canceled units back: to the buyer's limit, and what had been set apart to the pool.
 *
 * @returns what the pool takes back of the freed units
 */
export function unsell(
  book: DropBook,
  order: OrderId,
  canceled: readonly CanceledUnits[],
): PoolUnits[] {
  const back: PoolUnits[] = [];
  for (const { sku, units, waited, freed } of canceled) {
    const key = saleKey({ order, sku });
    const sale = book.sales.get(key);
    if (sale === undefined) continue;
    // Those that wait were pre-ordered; of the rest, what the pool gave goes back first.
    const rest = Math.min(units - waited, sale.sold);
    const preordered = Math.min(units - rest, sale.preordered);
    book.sales.set(key, {
      ...sale,
      sold: sale.sold - rest,
      preordered: sale.preordered - preordered,
    });
    countBuyer(book, sale.buyer, { bought: -(rest + preordered) });
    let open = rest;
    for (const cell of freed) {
      const taken = Math.min(open, cell.units);
      if (taken === 0) continue;
      countItem(book, sku, { sold: -taken });
      movePool(book, { ...cell, units: taken });
      back.push({ ...cell, units: taken });
      open -= taken;
    }
    // Not found, or gone otherwise: they stand for the drop no more.
    countItem(book, sku, { sold: -open, setApart: -open, preordered: -preordered });
  }
  return back;
}
