// What writes the changes of the books of a drop: all to be sent at once, in an order that keeps every
// constraint.

import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import type { DropBook, SaleUnits } from '@doorstep/core/drops/drop-book.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { newId } from '../db/ids.ts';
import type { Prepared, Statement } from '../db/statement.ts';
import {
  changePlaces,
  deleteHeldUnits,
  deleteHolds,
  insertHolds,
  insertPlaces,
} from './holds.sql.ts';
import {
  addPreorders,
  addToMinute,
  deletePool,
  insertPool,
  updatePool,
  updateTold,
  upsertBuyers,
  upsertItems,
  upsertSales,
} from './sql.ts';

/** @param before the books as they were read */
export function bookWrites(before: DropBook, after: DropBook, now: Date): Prepared[] {
  const { version, step, soldOutAt, lastPlace } = after.told;
  return [
    ...(after.told === before.told
      ? []
      : [{ sql: updateTold, params: [uuidOf(after.id), version, step, soldOutAt, lastPlace] }]),
    ...itemWrites(before, after),
    ...holdWrites(before, after, now),
    ...poolWrites(before, after, now),
    ...buyerWrites(before, after),
    ...placeWrites(after, now),
    ...saleWrites(before, after, now),
  ];
}

function writesOf(drop: DropBook) {
  return (sql: Statement, rows: readonly object[], ...more: unknown[]): Prepared[] =>
    rows.length === 0 ? [] : [{ sql, params: [uuidOf(drop.id), JSON.stringify(rows), ...more] }];
}

function changed<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): V[] {
  return [...after].filter(([key, row]) => before.get(key) !== row).map(([, row]) => row);
}

function itemWrites(before: DropBook, after: DropBook): Prepared[] {
  const rows = changed(before.items, after.items).map((item) => ({
    ...item,
    sku: uuidOf(item.sku),
  }));
  return writesOf(after)(upsertItems, rows);
}

function poolWrites(before: DropBook, after: DropBook, now: Date): Prepared[] {
  const write = writesOf(after);
  const place = (cell: PoolUnits) => ({
    sku: uuidOf(cell.sku),
    location: uuidOf(cell.location),
    units: cell.units,
  });
  const made: object[] = [];
  const moved: object[] = [];
  const emptied: object[] = [];
  for (const [key, cell] of after.pool) {
    const units = before.pool.get(key)?.units ?? 0;
    if (units === cell.units) continue;
    if (cell.units === 0) emptied.push(place(cell));
    else if (units > 0) moved.push(place(cell));
    else
      made.push({
        ...place(cell),
        id: uuidOf(newId('reservation')),
        kind: 'drop',
        owner: uuidOf(after.id),
        expires: null,
      });
  }
  return [
    ...write(deletePool, emptied),
    ...write(updatePool, moved),
    ...write(insertPool, made, now),
  ];
}

function holdWrites(before: DropBook, after: DropBook, now: Date): Prepared[] {
  const write = writesOf(after);
  const gone = [...before.holds.keys()].filter((id) => !after.holds.has(id)).map(uuidOf);
  const made = [...after.holds.values()].filter(({ id }) => !before.holds.has(id));
  const held = made.flatMap((hold) =>
    hold.units.map((cell) => ({
      id: uuidOf(newId('reservation')),
      sku: uuidOf(cell.sku),
      location: uuidOf(cell.location),
      units: cell.units,
      kind: 'cart',
      owner: uuidOf(hold.id),
      expires: hold.expiresAt,
    })),
  );
  const rows = made.map((hold) => ({
    id: uuidOf(hold.id),
    buyer: hold.buyer,
    place: hold.place === null ? null : uuidOf(hold.place),
    expires: hold.expiresAt,
  }));
  return [
    ...(gone.length === 0
      ? []
      : [
          { sql: deleteHolds, params: [gone] },
          { sql: deleteHeldUnits, params: [gone] },
        ]),
    ...write(insertHolds, rows, now),
    ...write(insertPool, held, now),
  ];
}

function buyerWrites(before: DropBook, after: DropBook): Prepared[] {
  const rows = [...after.buyers]
    .filter(([buyer, units]) => before.buyers.get(buyer) !== units)
    .map(([buyer, units]) => ({ buyer, ...units }));
  return writesOf(after)(upsertBuyers, rows);
}

function placeWrites(after: DropBook, now: Date): Prepared[] {
  const joined = [...after.newPlaces.values()].map((place) => ({
    ...place,
    id: uuidOf(place.id),
    sku: uuidOf(place.sku),
  }));
  const rows = [...after.placeChanges].map(([id, { state, hold }]) => ({
    id: uuidOf(id),
    state,
    hold: hold === null ? null : uuidOf(hold),
  }));
  return [
    ...writesOf(after)(insertPlaces, joined, now),
    ...(rows.length === 0 ? [] : [{ sql: changePlaces, params: [JSON.stringify(rows)] }]),
  ];
}

/** A sale is counted in its minute; what is canceled later is not taken out of that again. */
function saleWrites(before: DropBook, after: DropBook, now: Date): Prepared[] {
  const rows = changed(before.sales, after.sales);
  const made = [...after.sales].filter(([key]) => !before.sales.has(key)).map(([, sale]) => sale);
  const sum = (count: (sale: SaleUnits) => number) =>
    made.reduce((total, sale) => total + count(sale), 0);
  const orders = new Set(made.map(({ order }) => order)).size;
  const preorders = new Map<string, number>();
  for (const { sku, preordered } of made)
    if (preordered > 0) preorders.set(uuidOf(sku), (preorders.get(uuidOf(sku)) ?? 0) + preordered);
  const waiting = [...preorders].map(([sku, units]) => ({ sku, units }));
  return [
    ...writesOf(after)(
      upsertSales,
      rows.map((sale) => ({ ...sale, order: uuidOf(sale.order), sku: uuidOf(sale.sku) })),
    ),
    ...(waiting.length === 0 ? [] : [{ sql: addPreorders, params: [JSON.stringify(waiting)] }]),
    ...(orders === 0
      ? []
      : [
          {
            sql: addToMinute,
            params: [
              uuidOf(after.id),
              now,
              orders,
              sum((sale) => sale.sold),
              sum((sale) => sale.preordered),
            ],
          },
        ]),
  ];
}
