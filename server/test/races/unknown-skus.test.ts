// SKUs that come into the catalog while orders that name them are captured, canceled and served.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { startWorker } from '../../src/worker.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let second: Runtime;
before(async () => {
  shop = await openShop();
  second = openRuntime({ url: shop.url, log: pino({ level: 'silent' }) });
  await stockUp(shop, { BER: {} });
});
after(async () => {
  await second.close();
  await shop.close();
});

const post = (path: string, body: object) => shop.call('POST', path, body);
const count = async (query: string) =>
  (await shop.call('GET', `/v1/exceptions?status=open&limit=200&${query}`)).body.items.length;

test('an order that is captured while its SKU is made is matched, and every unit is promised once', async () => {
  const workers = [startWorker(shop.runtime), startWorker(second)];
  const codes = Array.from({ length: 6 }, (_, place) => `NEW-${place}`);
  await Promise.all(
    codes.flatMap((code) => [
      (async () => {
        for (let place = 0; place < 8; place += 1) {
          const { status, body } = await post('/v1/orders', orderOf({ [code]: 1 }));
          // Once the SKU is known, an order of it that has no stock is refused.
          if (status !== 201) assert.equal(body.code, 'insufficient-stock');
          else if (place % 4 === 3)
            await post(`/v1/orders/${body.id}/cancellations`, { reason: 'customer' });
        }
      })(),
      (async () => {
        await sleep(Math.random() * 40);
        assert.equal((await post('/v1/skus', { code, title: code })).status, 201);
        const lines = [{ sku: code, quantity: 20 }];
        assert.equal((await post('/v1/stock/receipts', { location: 'BER', lines })).status, 201);
      })(),
    ]),
  );
  for (
    const end = Date.now() + 15_000;
    (await count('type=unknown-sku')) + (await count('type=cannot-source')) > 0;
    await sleep(20)
  )
    assert.ok(Date.now() < end, 'lines were left unmatched');
  for (const worker of workers) await worker.stop();
  const { items } = (await shop.call('GET', '/v1/orders?status=open&limit=200')).body;
  const reserved = await Promise.all(
    codes.map(async (code) => (await levelAt(shop, code, 'BER')).reserved),
  );
  assert.equal(
    reserved.reduce((sum, units) => sum + units, 0),
    items.length,
  );
});
