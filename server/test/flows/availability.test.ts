// How many are left, asked by thousands: answered from memory, never older than it says.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Pool } from '../../src/db/pool.ts';
import {
  type AvailabilityAnswer,
  type AvailabilityQuestion,
  availabilityBoard,
} from '../../src/inventory/availability-board.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100, CUP: 7 }, HAM: { MUG: 20 } });
});
after(() => shop.close());

/** A board of its own that counts how often it asks the database. */
function countingBoard(itemsMax?: number) {
  const { app } = shop.runtime;
  let asked = 0;
  const pool = { connect: () => app.connect().finally(() => (asked += 1)) } as unknown as Pool;
  const board = availabilityBoard(pool, shop.runtime.now, itemsMax);
  const ask = async (skus: string[], maxAgeMs: number, channel: string | undefined = 'web') => {
    const question: AvailabilityQuestion = { tenant: shop.tenant, skus, channel, maxAgeMs };
    const answer = await board.ask(question);
    assert.ok(!isRefusal(answer), JSON.stringify(answer));
    return answer;
  };
  return { ask, board, asked: () => asked };
}

const left = ({ items }: AvailabilityAnswer) =>
  Object.fromEntries(items.map((item) => [item.sku, item.availableToSell]));

describe('availability', () => {
  test('of thousands of viewers costs a read or two, not thousands', async () => {
    const { ask, asked } = countingBoard();
    const viewers = Array.from({ length: 3000 }, (_, viewer) =>
      ask(viewer % 2 === 0 ? ['MUG'] : ['CUP', 'MUG'], 60_000),
    );
    const answers = await Promise.all(viewers);
    assert.deepEqual(left(answers[0] as AvailabilityAnswer), { MUG: 120 });
    assert.deepEqual(left(answers[1] as AvailabilityAnswer), { CUP: 7, MUG: 120 });
    assert.ok(asked() <= 2, `${asked()} reads`);
    await ask(['MUG'], 60_000);
    assert.ok(asked() <= 2, 'what is known is not read again');
  });

  test('is as old as the question allows, and says how old', async () => {
    const { ask } = countingBoard();
    const before = await ask(['MUG'], 60_000);
    assert.equal((await shop.call('POST', '/v1/orders', orderOf({ MUG: 5 }))).status, 201);
    assert.deepEqual(await ask(['MUG'], 60_000), before);
    const fresh = await ask(['MUG'], 0);
    assert.deepEqual(left(fresh), { MUG: 115 });
    assert.ok(fresh.asOf >= before.asOf);
    assert.deepEqual(await ask(['MUG'], 60_000), fresh, 'everybody has what one has asked for');
  });

  test('by code, by id and twice is one item', async () => {
    const { body: sku } = await shop.call('GET', '/v1/skus/MUG');
    const path = `/v1/stock/availability?channel=web&sku=MUG,${sku.id},MUG`;
    const { body } = await shop.call('GET', path);
    assert.equal(body.items.length, 1);
    assert.equal(body.items[0].sku, 'MUG');
  });

  test('of a SKU that is not there is refused, and to nobody who asks of others meanwhile', async () => {
    const { ask, board } = countingBoard();
    const { tenant } = shop;
    const [right, wrong] = await Promise.all([
      ask(['CUP'], 0),
      board.ask({ tenant, skus: ['GHOST', 'CUP'], channel: 'web', maxAgeMs: 0 }),
    ]);
    assert.deepEqual(left(right), { CUP: 7 });
    assert.ok(isRefusal(wrong) && wrong.refused === 'sku-unknown');
    const told = await shop.call('GET', '/v1/stock/availability?sku=GHOST');
    assert.deepEqual([told.status, told.body.code], [422, 'sku-unknown']);
  });

  test('of SKUs that are not there costs the others no read of their own', async () => {
    const { board, asked } = countingBoard();
    const { tenant } = shop;
    const viewers = Array.from({ length: 1000 }, (_, viewer) =>
      board.ask({
        ...{ tenant, channel: 'web', maxAgeMs: 60_000 },
        skus: viewer % 10 === 0 ? [`GHOST-${viewer}`] : ['CUP'],
      }),
    );
    const answers = await Promise.all(viewers);
    assert.equal(answers.filter(isRefusal).length, 100);
    assert.ok(asked() <= 2, `${asked()} reads`);
  });

  test('of all channels at once takes as much room as the channels it tells of', async () => {
    for (const code of ['b2b', 'outlet'])
      await shop.call('POST', '/v1/channels', { code, name: code });
    const { board, asked } = countingBoard(5);
    const { tenant } = shop;
    const ask = async (sku: string, channel: string | undefined) => {
      const answer = await board.ask({ tenant, skus: [sku], channel, maxAgeMs: 60_000 });
      assert.ok(!isRefusal(answer));
      return answer.items.length;
    };
    assert.equal(await ask('MUG', 'web'), 1);
    assert.equal(await ask('CUP', 'web'), 1);
    await ask('MUG', 'web');
    assert.equal(asked(), 2, 'there is room for these');
    assert.equal(await ask('MUG', undefined), 3);
    await ask('MUG', 'web');
    assert.equal(asked(), 4, 'there is none beside three more');
  });

  test('while the database does not answer is an error, and comes back with it', async () => {
    const { app } = shop.runtime;
    let isDown = true;
    const pool = {
      connect: () => (isDown ? Promise.reject(new Error('down')) : app.connect()),
    } as unknown as Pool;
    const board = availabilityBoard(pool, shop.runtime.now);
    const question = { tenant: shop.tenant, skus: ['CUP'], channel: 'web', maxAgeMs: 250 };
    await assert.rejects(board.ask(question), /down/);
    isDown = false;
    assert.ok(!isRefusal(await board.ask(question)));
  });
});
