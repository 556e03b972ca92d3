// What may happen next in a small world.

import assert from 'node:assert/strict';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { CODES, captureOrder, idOf, PLACES } from './capture-order.ts';
import { holdOfDrop, offerOf, sellOfDrop, setApart } from './drop.ts';
import type { Life } from './life.ts';
import { endLife, giveBack, letTimePass, type World } from './world.ts';

type Random = () => number;

interface StepKind {
  readonly name: string;
  happen(world: World, random: Random): void;
}

/** Orders whose lives go on at the same time, on the same stock. */
const LIVES_BESIDE = 4;
const CARTS_BESIDE = 6;

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));
const oneOf = <T>(random: Random, from: readonly T[]): T => {
  const one = from[upTo(random, from.length - 1)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** Happens to one of the orders that live. */
function ofOrder<Name extends string>(name: Name, happen: (one: Life, random: Random) => void) {
  return {
    name,
    happen({ lives }: World, random: Random) {
      if (lives.length > 0) happen(oneOf(random, lives), random);
    },
  };
}

const PLACED = [
  { name: 'capture', happen: capture } as const,
  { name: 'cart', happen: fillCart } as const,
  { name: 'buy', happen: buyCart } as const,
  { name: 'set apart', happen: setUnitsApart } as const,
  { name: 'hold of the drop', happen: fillDropCart } as const,
  { name: 'buy of the drop', happen: buyOfDrop } as const,
  { name: 'time', happen: (world: World, random: Random) => letTimePass(world, upTo(random, 12)) },
  { name: 'receive', happen: receive } as const,
  { name: 'count', happen: countStock } as const,
] as const;

const MONEY = [
  ofOrder('authorize', (one, random) => one.authorize(upTo(random, 1), 100)),
  ofOrder('authorize a part', (one, random) => one.authorize(upTo(random, 1), upTo(random, 60))),
  ofOrder('answer or decline', (one, random) => one.answer(upTo(random, 5), random() < 0.2)),
  ofOrder('answer', (one, random) => one.answer(upTo(random, 5), false)),
  ofOrder('unblock', (one) => one.unblock()),
  ofOrder('expire', (one, random) => one.expire(upTo(random, 1))),
  ofOrder('grant', (one, random) => one.grant(upTo(random, 30))),
] as const;

const EDITED = [
  ofOrder('hold', (one, random) => one.hold(random() < 0.5 ? null : upTo(random, 3))),
  ofOrder('lift', (one, random) => one.lift(upTo(random, 2))),
  ofOrder('lift again', (one, random) => one.lift(upTo(random, 2))),
  ofOrder('source', (one) => one.source(PLACES)),
  ofOrder('cancel', (one, random) => one.cancel(upTo(random, 3), 1 + upTo(random, 1))),
  ofOrder('cancel all', (one, random) => {
    if (random() < 0.3) one.cancel(null, 0);
  }),
  ofOrder('lapse', (one, random) => {
    if (random() < 0.2) one.lapse();
  }),
] as const;

const SENT = [
  ofOrder('release', (one) => one.release()),
  ofOrder('release again', (one) => one.release()),
  ofOrder('pick', (one, random) => one.pick(upTo(random, 2), upTo(random, 3), 9, 0)),
  ofOrder('pick short', (one, random) =>
    one.pick(upTo(random, 2), upTo(random, 3), upTo(random, 3), upTo(random, 1)),
  ),
  ofOrder('pack', (one, random) => one.pack(upTo(random, 2))),
  ofOrder('leave', (one, random) => one.leave(upTo(random, 3), null)),
  ofOrder('leave elsewhere', (one, random) => one.leave(upTo(random, 3), oneOf(random, PLACES).id)),
  ofOrder('ship elsewhere', (one, random) =>
    one.shipElsewhere(upTo(random, 3), 1 + upTo(random, 2), oneOf(random, PLACES).id),
  ),
  ofOrder('deliver', (one) => one.deliver()),
  ofOrder('come back', (one, random) =>
    one.comeBack(upTo(random, 3), 1, random() < 0.7, random() < 0.7),
  ),
] as const;

const END = {
  name: 'end',
  happen(world: World, random: Random) {
    if (world.lives.length > 0) endLife(world, oneOf(random, world.lives));
  },
} as const;

export type StepName =
  | (typeof PLACED)[number]['name']
  | (typeof MONEY)[number]['name']
  | (typeof EDITED)[number]['name']
  | (typeof SENT)[number]['name']
  | 'end';

export const STEPS: readonly (StepKind & { readonly name: StepName })[] = [
  ...[...PLACED, ...MONEY, ...EDITED, ...SENT],
  END,
];

function capture(world: World, random: Random): void {
  if (world.lives.length >= LIVES_BESIDE) return;
  const lines = Array.from({ length: 1 + upTo(random, 2) }, () => ({
    code: oneOf(random, [...CODES, 'KIT', random() < 0.1 ? 'NOBODY-KNOWS' : 'A']),
    quantity: 1 + upTo(random, 3),
    unitPriceMinor: upTo(random, 9_999),
  }));
  const wanted = {
    currency: oneOf(random, ['EUR', 'JPY', 'KWD']),
    lines,
    shippingMinor: upTo(random, 990),
    splitPolicy: oneOf(random, ['allow', 'allow', 'forbid'] as const),
  };
  place(world, wanted);
}

function place(
  world: World,
  wanted: Parameters<typeof captureOrder>[0],
  drop?: Parameters<typeof captureOrder>[3],
): Life | null {
  const { done } = world;
  const born = captureOrder(wanted, String(done.captured + done.refused), world.stock, drop);
  done[born === null ? 'refused' : 'captured'] += 1;
  if (born !== null) world.lives.push(born);
  return born;
}

function fillCart({ stock, carts, now }: World, random: Random): void {
  const sku = idOf(oneOf(random, CODES));
  const location = oneOf(random, PLACES).id;
  const quantity = 1 + upTo(random, 2);
  if (carts.length >= CARTS_BESIDE || stock.available(sku, location) < quantity) return;
  stock.promise(sku, location, delta.reserved(quantity));
  carts.push({ sku, location, quantity, endsAt: now + 1 + upTo(random, 20) });
}

/** What was held is there for whoever held it, unless a count found less than was held. */
function buyCart(world: World, random: Random): void {
  if (world.carts.length === 0 || world.lives.length >= LIVES_BESIDE) return;
  const cart = oneOf(random, world.carts);
  giveBack(world, cart);
  const free = PLACES.map(({ id }) => Math.max(0, world.stock.available(cart.sku, id)));
  const there = Math.min(
    cart.quantity,
    free.reduce((sum, units) => sum + units, 0),
  );
  const code = cart.sku.slice(4);
  const line = { code, quantity: cart.quantity, unitPriceMinor: upTo(random, 9_999) };
  const wanted = {
    currency: 'EUR',
    lines: [line],
    shippingMinor: 0,
    splitPolicy: 'allow',
  } as const;
  const [bought] = place(world, wanted)?.units.lines ?? [];
  assert.equal(bought?.counts.reserved, there, 'what a cart held is promised at once');
}

const BUYERS = ['ada', 'bob', 'cleo'];

/** Units that nobody was promised stand for the drop from now on. */
function setUnitsApart({ stock, drop }: World, random: Random): void {
  const sku = idOf(oneOf(random, CODES));
  const { id: location, number } = oneOf(random, PLACES);
  const units = Math.min(1 + upTo(random, 3), stock.available(sku, location));
  if (units <= 0) return;
  stock.promise(sku, location, delta.reserved(units));
  setApart(drop, { sku, location, number, units });
}

function fillDropCart({ drop, now }: World, random: Random): void {
  const sku = idOf(oneOf(random, CODES));
  const cart = { buyer: oneOf(random, BUYERS), sku, quantity: 1 + upTo(random, 2) };
  holdOfDrop(drop, { ...cart, endsAt: now + 1 + upTo(random, 20) }, now);
}

/** With a hold or without, of what was held or of more. What is canceled later goes to general sale. */
function buyOfDrop(world: World, random: Random): void {
  const { drop, now } = world;
  if (world.lives.length >= LIVES_BESIDE) return;
  const hold = random() < 0.6 ? [...drop.holds.values()][upTo(random, 5)] : undefined;
  const code = hold?.units[0]?.sku.slice(4) ?? oneOf(random, [...CODES, 'KIT']);
  const line = { code, quantity: 1 + upTo(random, 2), unitPriceMinor: upTo(random, 9_999) };
  const wanted = { currency: 'EUR', lines: [line], shippingMinor: 0 };
  place(
    world,
    { ...wanted, splitPolicy: 'allow' },
    {
      offer: offerOf(drop, hold ?? oneOf(random, BUYERS), now),
      sold(order, sale) {
        world.done.dropped += 1;
        return sellOfDrop(drop, order, sale);
      },
    },
  );
}

function receive({ stock }: World, random: Random): void {
  const units = 1 + upTo(random, 6);
  stock.fact(idOf(oneOf(random, CODES)), oneOf(random, PLACES).id, delta.adjusted(units));
}

/** A count says what is there, whatever was promised. */
function countStock({ stock }: World, random: Random): void {
  const sku = idOf(oneOf(random, CODES));
  const place = oneOf(random, PLACES).id;
  const found = upTo(random, 10);
  stock.fact(sku, place, delta.adjusted(found - stock.level(sku, place).onHand));
}
