// Picking and packing: what was there, what was not, and what the system makes of an empty shelf.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../src/worker.ts';
import { type Floor, floorOf, placesOf, stockAt } from '../floor.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let floor: Floor;
before(async () => {
  shop = await openShop();
  floor = floorOf(shop);
  await stockUp(shop, {
    BER: { MUG: 50, CUP: 10, VASE: 4, BOWL: 5, JUG: 6, LAMP: 3 },
    HAM: { CUP: 10, POT: 5 },
  });
});
after(() => shop.close());

const count = (sku: string, location: string, counted: number) =>
  shop.call('POST', '/v1/stock/counts', { location, lines: [{ sku, counted }] });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await isSo()); await sleep(20))
    assert.ok(Date.now() < end, 'it did not happen in time');
}

describe('picking', () => {
  test('without a word everything was there; a line without numbers, all of it', async () => {
    const first = await floor.buy({ MUG: 3 });
    const { BER } = await floor.release(first);
    const picked = await floor.pick(BER);
    assert.deepEqual(
      [picked.status, picked.body.status, picked.body.picked, picked.body.differences],
      [201, 'picking', 3, []],
    );
    const second = await floor.buy({ MUG: 2 });
    const { BER: other } = await floor.release(second);
    assert.equal((await floor.pick(other, [{ line: second.lines[0].id }])).body.picked, 2);
  });

  test('more than asked changes nothing and is told; a line of another order is refused', async () => {
    const order = await floor.buy({ MUG: 2 });
    const { BER } = await floor.release(order);
    const picked = await floor.pick(BER, [{ line: 1, picked: 5 }]);
    assert.deepEqual([picked.body.picked, picked.body.differences], [2, [{ line: 1, units: 3 }]]);
    assert.deepEqual(placesOf(await floor.read(order)), { picked: 2 });
    assert.equal((await floor.pick(BER, [{ line: 9, picked: 1 }])).body.code, 'line-unknown');
  });
});

describe('a short pick', () => {
  test('is found elsewhere in the same moment, never where it was missing', async () => {
    const order = await floor.buy({ CUP: 4 });
    const { BER } = await floor.release(order);
    const picked = await floor.pick(BER, [{ line: 1, picked: 3, short: 1 }]);
    assert.deepEqual([picked.body.picked, picked.body.short], [3, 1]);
    const after = await floor.read(order);
    assert.deepEqual(placesOf(after), { picked: 3, reserved: 1 });
    assert.deepEqual(
      after.lines[0].reservations.map((one: { location: string }) => one.location),
      ['BER', 'HAM'],
    );
    assert.deepEqual(await stockAt(shop, 'CUP', 'BER'), [9, 3, 3]);
    assert.deepEqual(await stockAt(shop, 'CUP', 'HAM'), [10, 1, 0]);
    assert.deepEqual(await floor.exceptions(order), ['short-pick 1']);
    const { HAM } = await floor.release(order);
    assert.equal(HAM.quantity, 1);
  });

  test('is closed by a count of the SKU there', async () => {
    const order = await floor.buy({ LAMP: 1 });
    const { BER } = await floor.release(order);
    await floor.pick(BER, [{ line: 1, short: 1 }]);
    assert.deepEqual(await floor.exceptions(order), ['cannot-source 1', 'short-pick 1']);
    await count('LAMP', 'BER', 0);
    assert.deepEqual(await floor.exceptions(order), ['cannot-source 1']);
  });

  test('that nobody can source waits like a backorder, and is filled when stock comes', async () => {
    const order = await floor.buy({ VASE: 4 });
    const { BER } = await floor.release(order);
    await floor.pick(BER, [{ line: 1, picked: 1, short: 3 }]);
    const waiting = await floor.read(order);
    assert.deepEqual(
      [waiting.stockStatus, placesOf(waiting)],
      ['unpromised', { picked: 1, unpromised: 3 }],
    );
    assert.deepEqual(await floor.exceptions(order), ['cannot-source 3', 'short-pick 3']);
    const worker = startWorker(shop.runtime);
    try {
      const lines = [{ sku: 'VASE', quantity: 2 }];
      await shop.call('POST', '/v1/stock/receipts', { location: 'HAM', lines });
      await until(async () => placesOf(await floor.read(order))['reserved'] === 2);
      assert.deepEqual(placesOf(await floor.read(order)), {
        picked: 1,
        unpromised: 1,
        reserved: 2,
      });
      await shop.call('POST', '/v1/stock/receipts', { location: 'HAM', lines });
      await until(async () => placesOf(await floor.read(order))['reserved'] === 3);
    } finally {
      await worker.stop();
    }
    assert.deepEqual(await floor.exceptions(order), ['short-pick 3']);
  });

  test('looks at its shelf again only once somebody has counted there', async () => {
    const order = await floor.buy({ BOWL: 2 });
    const { BER } = await floor.release(order);
    await floor.pick(BER, [{ line: 1, short: 2 }]);
    const source = () => shop.call('POST', `/v1/orders/${order.id}/sourcings`);
    assert.equal((await source()).status, 201);
    assert.deepEqual(placesOf(await floor.read(order)), { unpromised: 2 });
    await count('BOWL', 'BER', 2);
    const sourced = await source();
    assert.deepEqual(placesOf(sourced.body), { reserved: 2 });
    assert.deepEqual(await floor.exceptions(order), []);
    assert.equal((await source()).body.code, 'nothing-to-source');
  });

  test('of units that a count had found missing takes nothing off the shelf a second time', async () => {
    const order = await floor.buy({ JUG: 5 });
    const { BER } = await floor.release(order);
    await count('JUG', 'BER', 3);
    await floor.pick(BER, [{ line: 1, picked: 3, short: 2 }]);
    assert.deepEqual(await stockAt(shop, 'JUG', 'BER'), [3, 3, 3]);
  });

  test('may be seen only when packing: units reported picked are short after all', async () => {
    const order = await floor.buy({ POT: 2 });
    const { HAM } = await floor.release(order);
    await floor.pick(HAM);
    const again = await floor.pick(HAM, [{ line: 1, short: 1 }]);
    assert.deepEqual([again.body.picked, again.body.short], [1, 1]);
  });

  test('is explained like every other choice of a location', async () => {
    const order = await floor.buy({ CUP: 2 });
    const { BER } = await floor.release(order);
    await floor.pick(BER, [{ line: 1, short: 2 }]);
    const { body } = await shop.call('GET', `/v1/orders/${order.id}/routing`);
    const decision = body.decisions.at(-1);
    assert.equal(decision.kind, 're-sourced');
    assert.deepEqual(
      decision.candidates.map(({ location, reason }: Record<string, string>) => [location, reason]),
      [
        ['HAM', 'The best ranked that was needed to have everything'],
        ['BER', 'The units were looked for there and not found'],
      ],
    );
  });

  test('of several SKUs keeps an order whole that may not be split', async () => {
    await stockUp(shop, {
      MUC: { SALT: 9, PEPPER: 9 },
      PAR: { SALT: 2 },
      OSL: { PEPPER: 2 },
      ROM: { SALT: 1, PEPPER: 2 },
    });
    const placesOfLines = async (order: { id: string }) =>
      (await floor.read(order)).lines.map(
        ({ reservations }: { reservations: { location: string; quantity: number }[] }) =>
          reservations.map(({ location, quantity }) => `${quantity} ${location}`),
      );
    const shortAtMuc = async (units: Record<string, number>) => {
      const order = await floor.buy(units, { splitPolicy: 'forbid' });
      const { MUC } = await floor.release(order);
      await floor.pick(
        MUC,
        Object.values(units).map((short, index) => ({ line: index + 1, short })),
      );
      return order;
    };
    const whole = await shortAtMuc({ SALT: 1, PEPPER: 1 });
    assert.deepEqual(await placesOfLines(whole), [['1 ROM'], ['1 ROM']]);
    const { decisions } = (await shop.call('GET', `/v1/orders/${whole.id}/routing`)).body;
    assert.deepEqual(
      [decisions.length, decisions[1].picks.map(({ sku }: { sku: string }) => sku)],
      [2, ['SALT', 'PEPPER']],
    );
    // No place has both any more: what is not at the one that gives most waits for it.
    const part = await shortAtMuc({ SALT: 2, PEPPER: 1 });
    assert.deepEqual(await placesOfLines(part), [['2 PAR'], []]);
    assert.deepEqual(await floor.exceptions(part), ['cannot-source 1']);
  });
});

describe('packing', () => {
  test('takes what is picked; what nobody reported picked is picked with it', async () => {
    const order = await floor.buy({ MUG: 4 });
    const { BER } = await floor.release(order);
    assert.equal((await floor.pack(BER)).body.code, 'nothing-to-pack');
    await floor.pick(BER, [{ line: 1, picked: 2 }]);
    const first = await floor.pack(BER);
    assert.deepEqual(first.body.lines[0].quantity, 2);
    const second = await floor.pack(BER, { lines: [{ line: 1, quantity: 3 }] });
    assert.deepEqual(
      [second.body.lines[0].quantity, second.body.differences],
      [2, [{ line: 1, units: 1 }]],
    );
    assert.deepEqual(placesOf(await floor.read(order)), { packed: 4 });
    const { body } = await shop.call('GET', `/v1/fulfillment-orders/${BER.id}`);
    assert.deepEqual([body.status, body.parcels.length], ['packed', 2]);
    await floor.ship(first.body);
    const { body: partly } = await shop.call('GET', `/v1/fulfillment-orders/${BER.id}`);
    assert.equal(partly.status, 'partially-shipped');
    assert.equal((await floor.read(order)).fulfillmentStatus, 'partially-fulfilled');
  });
});
