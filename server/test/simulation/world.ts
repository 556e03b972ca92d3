// A small world: its stock, the orders that live in it, and carts that hold units for a while.

import assert from 'node:assert/strict';
import type { LocationId, SkuId } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import type { Life } from './life.ts';
import { type Shelf, shelf } from './shelf.ts';

export interface Cart {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly quantity: number;
  readonly endsAt: number;
}

export interface World {
  readonly stock: Shelf;
  readonly lives: Life[];
  readonly carts: Cart[];
  readonly done: Record<'captured' | 'refused' | 'shipped' | 'returned' | 'lapsed', number>;
  now: number;
}

export function newWorld(stock: Shelf = shelf()): World {
  const done = { captured: 0, refused: 0, shipped: 0, returned: 0, lapsed: 0 };
  return { stock, lives: [], carts: [], done, now: 0 };
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
}

export function giveBack(world: World, cart: Cart): void {
  world.carts.splice(world.carts.indexOf(cart), 1);
  world.stock.promise(cart.sku, cart.location, delta.released(cart.quantity));
}

export function check({ lives, carts, stock, now }: World): void {
  for (const one of lives) one.check();
  for (const { endsAt } of carts) assert.ok(endsAt > now, 'no cart outlives its time');
  const inCarts = carts.map(({ sku, location, quantity }) => ({
    ...{ sku, location, quantity, fulfillmentOrder: null },
  }));
  stock.check([...lives.flatMap((one) => one.units.reservations), ...inCarts]);
}
