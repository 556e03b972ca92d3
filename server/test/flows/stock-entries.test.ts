// Stock entries: a block of a spreadsheet is one command, and one undo.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { assertRefused, levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
const SKUS = ['A', 'B', 'C'];
const PLACES = ['BER', 'HAM', 'MUC', 'PAR'];
before(async () => {
  shop = await openShop();
  const each = Object.fromEntries(SKUS.map((sku) => [sku, 10]));
  await stockUp(shop, Object.fromEntries(PLACES.map((place) => [place, each])));
});
after(() => shop.close());

const post = (path: string, body?: object): Promise<Answer> => shop.call('POST', path, body);
const enter = (levels: readonly object[], reason = 'stocktaking') =>
  post('/v1/stock/entries', { reason, levels });
const undo = (id: string) => post(`/v1/stock/entries/${id}/reversal`);
const onHand = async (sku: string, location: string) => (await levelAt(shop, sku, location)).onHand;

async function block(): Promise<number[]> {
  const levels = SKUS.flatMap((sku) => PLACES.map((place) => onHand(sku, place)));
  return Promise.all(levels);
}

test('a block of 3 × 4 is twelve levels in one command, and one undo', async () => {
  const before = await block();
  const levels = SKUS.flatMap((sku, row) =>
    PLACES.map((location, column) => ({ sku, location, onHand: 20 + row * 4 + column })),
  );
  const entry = await enter(levels);
  assert.equal(entry.status, 201, JSON.stringify(entry.body));
  assert.equal(entry.body.changes.length, 12);
  assert.deepEqual(
    await block(),
    Array.from({ length: 12 }, (_, at) => 20 + at),
  );
  const moved = await shop.call('GET', '/v1/stock/movements?sku=B&location=MUC&limit=1');
  const [movement] = moved.body.items;
  assert.deepEqual([movement.type, movement.reason], ['adjusted', 'stocktaking']);

  const undone = await undo(entry.body.id);
  assert.equal(undone.status, 201, JSON.stringify(undone.body));
  assert.equal(undone.body.reverses, entry.body.id);
  assert.deepEqual(await block(), before);
  assertRefused(await undo(entry.body.id), 'stock-changed-since');

  // Undoing the undo does it again.
  assert.equal((await undo(undone.body.id)).status, 201);
  assert.equal(await onHand('C', 'PAR'), 31);
});

test('what changed since is not overwritten: all of it is refused, and said', async () => {
  await enter([{ sku: 'A', location: 'BER', onHand: 10 }]);
  await enter([{ sku: 'B', location: 'BER', onHand: 10 }]);
  const levels = [
    { sku: 'A', location: 'BER', onHand: 1, seenOnHand: 10 },
    { sku: 'B', location: 'BER', onHand: 1, seenOnHand: 9 },
  ];
  assertRefused(await enter(levels), 'stock-changed-since', {
    levels: [{ sku: 'B', location: 'BER', seenOnHand: 9, onHand: 10 }],
  });
  assert.equal(await onHand('A', 'BER'), 10);

  const entry = await enter([{ sku: 'A', location: 'BER', onHand: 5 }]);
  await post('/v1/stock/receipts', { location: 'BER', lines: [{ sku: 'A', quantity: 2 }] });
  assertRefused(await undo(entry.body.id), 'stock-changed-since', {
    levels: [{ sku: 'A', location: 'BER', seenOnHand: 5, onHand: 7 }],
  });
  assert.equal(await onHand('A', 'BER'), 7);
});

test('a level that stays as it is moves nothing, and one entered twice is refused', async () => {
  await enter([{ sku: 'C', location: 'BER', onHand: 4 }]);
  const count = async () =>
    (await shop.call('GET', '/v1/stock/sums?sku=C&location=BER')).body.movements.count;
  const before = await count();
  assert.equal((await enter([{ sku: 'C', location: 'BER', onHand: 4 }])).status, 201);
  assert.equal(await count(), before);
  const twice = { sku: 'C', location: 'BER', onHand: 4 };
  assertRefused(await enter([twice, twice]), 'validation-failed');
});

test('fewer than are promised is a fact: it is entered and shown as a shortfall', async () => {
  await enter([{ sku: 'C', location: 'HAM', onHand: 8 }]);
  const owner = { kind: 'cart', reference: 'cart' };
  await post('/v1/reservations', { sku: 'C', location: 'HAM', quantity: 5, owner });
  await enter([{ sku: 'C', location: 'HAM', onHand: 3 }]);
  const { reserved, shortfall } = await levelAt(shop, 'C', 'HAM');
  assert.deepEqual([reserved, shortfall], [5, 2]);
});

test('the sums of a level are what is on hand and reserved, by whom', async () => {
  await post('/v1/skus', { code: 'SUM', title: 'Sum' });
  await enter([{ sku: 'SUM', location: 'BER', onHand: 9 }]);
  const order = await post('/v1/orders', orderOf({ SUM: 3 }));
  const owner = { kind: 'cart', reference: 'cart 7' };
  await post('/v1/reservations', { sku: 'SUM', location: 'BER', quantity: 2, owner });
  const { body } = await shop.call('GET', '/v1/stock/sums?sku=SUM&location=BER');
  assert.deepEqual([body.onHand, body.movements.onHand], [9, 9]);
  assert.deepEqual([body.reserved, body.reservations.quantity], [5, 5]);
  assert.deepEqual([body.movements.reserved, body.reservations.count], [5, 2]);
  const held = await shop.call('GET', '/v1/reservations?sku=SUM&location=BER');
  const numbers = held.body.items.map((one: { owner: { number: string } }) => one.owner.number);
  assert.deepEqual(numbers, [null, order.body.number]);
  const none = await shop.call('GET', '/v1/stock/sums?sku=SUM&location=MUC');
  assert.deepEqual([none.body.onHand, none.body.movements.count], [0, 0]);
});

test('any entries and reversals leave what a list of numbers would', async () => {
  const place = fc.record({
    sku: fc.constantFrom(...SKUS),
    location: fc.constantFrom(...PLACES),
    onHand: fc.nat({ max: 30 }),
  });
  const step = fc.oneof(
    fc.uniqueArray(place, { minLength: 1, maxLength: 6, selector: keyOf }),
    fc.nat({ max: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const start = await block();
      const keys = SKUS.flatMap((sku) => PLACES.map((location) => keyOf({ sku, location })));
      const model = new Map(keys.map((key, at) => [key, start[at] ?? 0]));
      const made: { id: string; undone: boolean; was: Map<string, number>; is: typeof model }[] =
        [];
      for (const one of steps) {
        if (typeof one !== 'number') {
          const was = new Map(one.map((level) => [keyOf(level), model.get(keyOf(level)) ?? 0]));
          const entry = await enter(one);
          for (const level of one) model.set(keyOf(level), level.onHand);
          const is = new Map(one.map((level) => [keyOf(level), level.onHand]));
          made.push({ id: entry.body.id, undone: false, was, is });
          continue;
        }
        const entry = made[one];
        if (entry === undefined) continue;
        const mayUndo = !entry.undone && [...entry.is].every(([key, n]) => model.get(key) === n);
        const answer = await undo(entry.id);
        assert.equal(answer.status, mayUndo ? 201 : 409);
        if (!mayUndo) continue;
        entry.undone = true;
        for (const [key, units] of entry.was) model.set(key, units);
      }
      assert.deepEqual(await block(), [...model.values()]);
    }),
    { numRuns: 12 },
  );
});

function keyOf({ sku, location }: { readonly sku: string; readonly location: string }): string {
  return `${sku} ${location}`;
}
