import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

test('the log is read by position, dense from 1', async () => {
  await shop.as(['events:read']);
  await shop.sequence();
  const { body } = await shop.call('GET', '/v1/events?after=0');
  assert.deepEqual(
    body.items.map((event: { position: number }) => event.position),
    [1, 2],
  );
  assert.equal(body.items[0].type, 'api-key.created.v1');
  assert.equal(body.nextAfter, 2);
});
