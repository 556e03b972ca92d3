// The promises of a quiet shop, kept while a livestream sends thousands of buyers to it. Nothing is
// timed: what must not wait is measured in answers that others got meanwhile.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { startWorker } from '../../src/worker.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

/** Buyers who press the button again as soon as they are answered. */
const BUYERS = 200;
/** Orders of one flush, and flushes under way at once: capture-queue.ts. */
const BATCH_ORDERS_MAX = 256;
const FLUSHES_MAX = 2;

let shop: Shop;
let worker: ReturnType<typeof startWorker>;
before(async () => {
  shop = await openShop();
  const spread = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`S-${n}`, 100_000]));
  await stockUp(shop, { BER: { ...spread, HOT: 700, LAST: 1, TAPPED: 50 }, HAM: spread });
  worker = startWorker(shop.runtime);
});
after(async () => {
  await worker.stop();
  await shop.close(); // proves every invariant
});

/** Runs `work` while the surge lasts; it may ask how many orders the surge has sold so far. */
async function underSurge<T>(work: (sold: () => number) => Promise<T>): Promise<T> {
  let isOver = false;
  let sold = 0;
  const buyer = async (place: number) => {
    for (let turn = place; !isOver; turn += 1) {
      const units = turn % 3 === 0 ? { HOT: 1 } : { [`S-${turn % 30}`]: 1, [`S-${turn % 7}`]: 2 };
      const { status, body } = await shop.call('POST', '/v1/orders', orderOf(units));
      assert.ok(status === 201 || body.code === 'insufficient-stock', JSON.stringify(body));
      if (status === 201) sold += 1;
    }
  };
  const buyers = Array.from({ length: BUYERS }, (_, place) => buyer(place));
  while (sold < BUYERS) await new Promise((resolve) => setImmediate(resolve));
  try {
    return await work(() => sold);
  } finally {
    isOver = true;
    await Promise.all(buyers);
  }
}

describe('under a surge', () => {
  test('pain 1: oversell under concurrent checkout, 500 orders on 1 unit: exactly 1 stands', async () => {
    const answers = await underSurge(() =>
      Promise.all(
        Array.from({ length: 500 }, () => shop.call('POST', '/v1/orders', orderOf({ LAST: 1 }))),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 201).length, 1);
    assert.equal(answers.filter(({ body }) => body.code === 'insufficient-stock').length, 499);
    const { onHand, reserved } = await levelAt(shop, 'LAST', 'BER');
    assert.deepEqual({ onHand, reserved }, { onHand: 1, reserved: 1 });
  });

  test('pain 1: the hot SKU of the surge itself is sold to the last unit and not beyond', async () => {
    let reserved = 0;
    do {
      await underSurge(async () => {
        ({ reserved } = await levelAt(shop, 'HOT', 'BER'));
      });
    } while (reserved < 700);
    const late = await underSurge(() => shop.call('POST', '/v1/orders', orderOf({ HOT: 1 })));
    assert.equal(late.body.code, 'insufficient-stock');
    assert.equal((await levelAt(shop, 'HOT', 'BER')).reserved, 700);
  });

  test('pain 9: double capture on double tap, the same request 100 times: one order, one answer', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const order = orderOf({ TAPPED: 2 });
    const answers = await underSurge(() =>
      Promise.all(
        Array.from({ length: 100 }, () => shop.call('POST', '/v1/orders', order, headers)),
      ),
    );
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal((await levelAt(shop, 'TAPPED', 'BER')).reserved, 2);
  });

  test('pain 10: slow cart and placement, a cart and an order are not queued behind the surge', async () => {
    const reservation = {
      sku: 'TAPPED',
      location: 'BER',
      quantity: 1,
      owner: { kind: 'cart', reference: 'cart-1' },
      expiresInSeconds: 600,
    };
    const served = await underSurge(async (sold) => {
      const before = sold();
      const held = await shop.call('POST', '/v1/reservations', reservation);
      const placed = await shop.call('POST', '/v1/orders', orderOf({ 'S-1': 1 }));
      return { statuses: [held.status, placed.status], meanwhile: sold() - before };
    });
    assert.deepEqual(served.statuses, [201, 201]);
    // At most what was under way or waiting for each of the two.
    const bound = 2 * (FLUSHES_MAX + 1) * BATCH_ORDERS_MAX;
    assert.ok(served.meanwhile <= bound, `${served.meanwhile} others were served meanwhile`);
  });

  test('another tenant is served after a batch or two of the surge, not behind all of it', async () => {
    const quiet = await shop.anotherTenant('quiet');
    await stockUp(quiet, { BER: { CUP: 100 } });
    const meanwhile = await underSurge(async (sold) => {
      const waited: number[] = [];
      for (let turn = 0; turn < 20; turn += 1) {
        const before = sold();
        const { status } = await quiet.call('POST', '/v1/orders', orderOf({ CUP: 1 }));
        assert.equal(status, 201);
        waited.push(sold() - before);
      }
      return waited.sort((a, b) => a - b);
    });
    const worst = meanwhile.at(-1) ?? 0;
    assert.ok(worst <= (FLUSHES_MAX + 1) * BATCH_ORDERS_MAX, `${worst} of the surge came first`);
  });
});
