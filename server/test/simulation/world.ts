// A small world: its stock, the orders that live in it, and carts that hold units for a while.

import assert from 'node:assert/strict';
import type { DropBook } from '@doorstep/core/drops/drop-book.ts';
import type { LocationId, SkuId } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { CODES, idOf } from './capture-order.ts';
import { checkDrop, lapseHolds, newDrop, promisedToDrop } from './drop.ts';
import type { Life } from './life.ts';
import { type Shelf, shelf } from './shelf.ts';

export interface Cart {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly quantity: number;
  readonly endsAt: number;
}

const DONE = ['captured', 'refused', 'shipped', 'returned', 'lapsed', 'dropped'] as const;
export type Done = (typeof DONE)[number];

export interface World {
  readonly stock: Shelf;
  readonly lives: Life[];
  readonly carts: Cart[];
  readonly drop: DropBook;
  readonly done: Record<Done, number>;
  now: number;
}

export function newWorld(stock: Shelf = shelf()): World {
  const drop = newDrop(CODES.map(idOf));
  return { stock, lives: [], carts: [], drop, done: nothingDone(), now: 0 };
}

export function nothingDone(): Record<Done, number> {
  return Object.fromEntries(DONE.map((what) => [what, 0])) as Record<Done, number>;
}

export function endLife(world: World, life: Life): void {
  life.finish();
  for (const { counts } of life.units.lines) {
    world.done.shipped += counts.shipped;
    world.done.returned += counts.returned;
  }
  world.lives.splice(world.lives.indexOf(life), 1);
  assert.equal(life.units.reservations.length, 0, 'nothing stays promised');
  check(world);
}

/** What was held until now is free again, all of it and at once. */
export function letTimePass(world: World, time: number): void {
  world.now += time;
  for (const cart of world.carts.filter(({ endsAt }) => endsAt <= world.now)) {
    const free = world.stock.available(cart.sku, cart.location);
    giveBack(world, cart);
    const after = world.stock.available(cart.sku, cart.location);
    assert.equal(after, free + cart.quantity, 'a cart that lapsed gives back its units');
    world.done.lapsed += 1;
  }
  world.done.lapsed += lapseHolds(world.drop, world.now);
}

export function giveBack(world: World, cart: Cart): void {
  world.carts.splice(world.carts.indexOf(cart), 1);
  world.stock.promise(cart.sku, cart.location, delta.released(cart.quantity));
}

export function check({ lives, carts, drop, stock, now }: World): void {
  for (const one of lives) one.check();
  for (const { endsAt } of carts) assert.ok(endsAt > now, 'no cart outlives its time');
  const inCarts = carts.map(({ sku, location, quantity }) => ({
    ...{ sku, location, quantity, fulfillmentOrder: null },
  }));
  checkDrop(drop, now);
  const inLives = lives.flatMap((one) => one.units.reservations);
  stock.check([...inLives, ...inCarts, ...promisedToDrop(drop)]);
}
