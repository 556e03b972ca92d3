// Any run of holds, sales, offers and cancellations on the books alone: nothing is lost or made.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DropHoldId, DropPlaceId, LocationId, OrderId, SkuId } from '../ids.ts';
import { isRefusal } from '../refusal.ts';
import { type DropBook, unitsOf } from './drop-book.ts';
import { closeHold, decideHold, openHold } from './drop-hold.ts';
import { joinQueue, offerToWaiting, refuseToQueue } from './drop-queue.ts';
import { decideSale, sell, unsell } from './drop-sale.ts';

const SKU = 'sku_shoe' as SkuId;
const NOW = new Date('2026-11-28T10:00:00Z');
const LATER = new Date('2026-11-28T10:10:00Z');
const LIMIT = 3;
const POOL = 8;
const CAP = 2;

function newBook(): DropBook {
  const cells = [
    { sku: SKU, location: 'loc_a' as LocationId, number: 1, units: 5 },
    { sku: SKU, location: 'loc_b' as LocationId, number: 2, units: 3 },
  ];
  const counts = { setApart: POOL, pooled: POOL, held: 0, sold: 0, released: 0 };
  const item = { sku: SKU, code: 'SHOE', ...counts, preorderCap: CAP, preordered: 0, waiting: 0 };
  return {
    id: 'drp_1' as DropBook['id'],
    terms: {
      startsAt: NOW,
      endsAt: LATER,
      pausedAt: null,
      stoppedAt: null,
      limitPerBuyer: LIMIT,
    },
    isClosed: false,
    told: { version: 1, step: 0, soldOutAt: null, lastPlace: 0 },
    items: new Map([[SKU, item]]),
    pool: new Map(cells.map((cell) => [`${cell.sku} ${cell.location}`, cell])),
    buyers: new Map(),
    holds: new Map(),
    placeChanges: new Map(),
    newPlaces: new Map(),
    sales: new Map(),
  };
}

const steps = fc.record({
  does: fc.constantFrom('hold', 'buy', 'buy held', 'give back', 'wait', 'cancel'),
  buyer: fc.constantFrom('ada', 'bob', 'cleo', 'dan'),
  quantity: fc.integer({ min: 1, max: 4 }),
  which: fc.nat(20),
});
type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never;

let ids = 0;
const newId = <Id>(prefix: string): Id => {
  ids += 1;
  return `${prefix}_${ids}` as Id;
};

function carryOut(book: DropBook, { does, buyer, quantity, which }: Step): void {
  const wanted = [{ sku: SKU, quantity }];
  const hold = [...book.holds.values()][which % Math.max(1, book.holds.size)];
  if (does === 'hold') {
    const id = newId<DropHoldId>('dho');
    const decided = decideHold(book, { id, buyer, wanted, expiresAt: LATER }, NOW);
    if (!isRefusal(decided)) openHold(book, decided);
  } else if (does === 'give back' && hold !== undefined) closeHold(book, hold, 'lapsed');
  else if (does === 'wait') {
    const number = book.told.lastPlace + 1;
    const place = { id: newId<DropPlaceId>('dpl'), number, sku: SKU, buyer, quantity };
    if (refuseToQueue(book, place, NOW) === undefined) joinQueue(book, place);
  } else if (does === 'cancel') cancelOne(book, which, quantity);
  else if (does === 'buy' || hold !== undefined) {
    const held = does === 'buy held' && hold !== undefined ? hold.id : null;
    const request = { buyer: held === null ? buyer : null, hold: held, wanted };
    const sale = decideSale(book, { ...request, mayPreorder: true, preference: [] }, NOW);
    if (!isRefusal(sale)) sell(book, newId<OrderId>('ord'), sale);
  }
}

function cancelOne(book: DropBook, which: number, quantity: number): void {
  const sale = [...book.sales.values()][which % Math.max(1, book.sales.size)];
  if (sale === undefined) return;
  const units = Math.min(quantity, sale.sold + sale.preordered);
  const waited = Math.min(units, sale.preordered);
  const location = 'loc_a' as LocationId;
  const freed = [{ sku: SKU, location, number: 1, units: units - waited }];
  unsell(book, sale.order, [{ sku: SKU, units, waited, freed }]);
}

function waitingIn(book: DropBook) {
  return [...book.newPlaces.values()].filter(({ id }) => !book.placeChanges.has(id));
}

test('whatever happens, every unit is in one place and nobody has more than the limit', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (all) => {
      const book = newBook();
      for (const step of all) {
        carryOut(book, step);
        offerToWaiting(book, waitingIn(book), () => newId('dho'), LATER);
        const item = book.items.get(SKU);
        assert.ok(item !== undefined);
        const held = [...book.holds.values()].flatMap(({ units }) => units);
        const sales = [...book.sales.values()];
        const sum = (count: (sale: (typeof sales)[number]) => number) =>
          sales.reduce((total, sale) => total + count(sale), 0);
        assert.deepEqual(
          [item.pooled, item.held, item.sold, item.preordered, item.waiting],
          [
            unitsOf([...book.pool.values()]),
            unitsOf(held),
            sum((sale) => sale.sold),
            sum((sale) => sale.preordered),
            waitingIn(book).length,
          ],
        );
        assert.equal(item.pooled + item.held + item.sold, POOL);
        assert.ok(item.preordered <= CAP);
        assert.ok([...book.pool.values()].every(({ units }) => units >= 0));
        assert.ok([...book.buyers.values()].every((one) => one.held + one.bought <= LIMIT));
        assert.ok(item.pooled === 0 || item.waiting === 0, 'what is free is offered at once');
      }
    }),
  );
});

test('while anybody waits, who comes later gets nothing of what is left', () => {
  const book = newBook();
  joinQueue(book, { id: newId('dpl'), number: 1, sku: SKU, buyer: 'ada', quantity: 1 });
  const request = { buyer: 'bob', hold: null, wanted: [{ sku: SKU, quantity: 3 }] };
  const sale = decideSale(book, { ...request, mayPreorder: true, preference: [] }, NOW);
  assert.ok(isRefusal(sale));
  assert.equal(sale.refused, 'drop-sold-out');
  assert.deepEqual(sale.data?.['skus'], [
    { sku: 'SHOE', wanted: 3, available: 0, held: 0, waiting: 1, worthQueuing: false },
  ]);
});

test('units come from one location if it has them all, the best for the buyer first', () => {
  const book = newBook();
  const buy = (quantity: number) => {
    const request = { buyer: 'ada', hold: null, wanted: [{ sku: SKU, quantity }] };
    const preference = ['loc_b', 'loc_a'] as LocationId[];
    const sale = decideSale(book, { ...request, mayPreorder: false, preference }, NOW);
    assert.ok(!isRefusal(sale));
    return sale.fromPool.map(({ location, units }) => `${location} ${units}`);
  };
  assert.deepEqual(buy(3), ['loc_b 3']);
  const unlimited = { ...book, terms: { ...book.terms, limitPerBuyer: null } };
  Object.assign(book, unlimited);
  assert.deepEqual(buy(4), ['loc_a 4']);
  assert.deepEqual(buy(7), ['loc_b 3', 'loc_a 4']);
});
