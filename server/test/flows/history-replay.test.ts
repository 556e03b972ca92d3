// A slice of real history, replayed through the live path. `npm run prove -- history` does it with
// the whole file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXCERPT, importBytes, importFile } from '../importing.ts';
import { replaySales } from '../replay-sales.ts';
import { openShop } from '../shop.ts';

test('sales that were imported can be lived through again, from capture to the doorstep', async () => {
  const shop = await openShop();
  try {
    const done = await importFile(shop, EXCERPT, 'online-retail');
    assert.equal(done.state, 'done');
    const end = await replaySales(shop, 'online-retail', () => {});
    assert.deepEqual([end.captured, end.delivered, end.explained], [41, 41, 0]);
  } finally {
    await shop.close();
  }
});

test('an import of an export changes nothing, whatever the order is from', async () => {
  const shop = await openShop();
  try {
    await importFile(shop, EXCERPT, 'online-retail');
    await shop.call('POST', '/v1/channels', { code: 'web', name: 'Web' });
    await shop.call('POST', '/v1/orders', {
      channel: 'web',
      currency: 'EUR',
      lines: [{ sku: 'A', quantity: 2, unitPrice: '4.999', title: '=1+1' }],
      shippingAddress: { country: 'DE', name: "'Anna" },
    });
    for (const [format, profile] of [
      ['ndjson', 'doorstep'],
      ['csv', 'doorstep-csv'],
    ] as const) {
      const { body } = await shop.call('GET', `/v1/exports/orders?format=${format}`);
      const again = await importBytes(shop, String(body), {
        profile,
        fileName: `orders.${format}`,
      });
      assert.deepEqual([again.state, again.error], ['done', null]);
      assert.deepEqual(again.documents.skip, { order: 42 }, format);
      assert.deepEqual([again.documents.create, again.documents.change], [{}, {}], format);
    }
  } finally {
    await shop.close();
  }
});

test('an export makes the same orders in another shop', async () => {
  const shop = await openShop();
  try {
    await importFile(shop, EXCERPT, 'online-retail');
    const { body } = await shop.call('GET', '/v1/exports/orders?format=ndjson');
    const other = await shop.anotherTenant('other');
    const made = await importBytes({ ...other, runtime: shop.runtime }, String(body), {
      profile: 'doorstep',
      fileName: 'orders.ndjson',
    });
    assert.deepEqual(made.documents.create, { order: 41 });
    const amounts = async (caller: typeof other) =>
      (await caller.call('GET', '/v1/orders?limit=200')).body.items
        .map((one: Record<string, unknown>) =>
          [one['externalId'], one['totalMinor'], one['placedAt'], one['fulfillmentStatus']].join(
            ' ',
          ),
        )
        .toSorted();
    assert.deepEqual(await amounts(other), await amounts({ ...other, ...shop }));
  } finally {
    await shop.close();
  }
});
