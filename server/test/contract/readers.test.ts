// Who reads the log: a reader without its row never begins, and nobody would wait for it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { webhookSender } from '../../src/webhooks/webhook-sender.ts';
import { readersOf } from '../../src/worker.ts';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

test('every reader of the log has its row before it begins, and no row is for none', async () => {
  const names = readersOf(shop.runtime, webhookSender(shop.runtime)).map(({ name }) => name);
  const { rows } = await shop.runtime.clock.query<{ reader: string }>(
    'select reader from log_readers',
  );
  assert.deepEqual(rows.map(({ reader }) => reader).sort(), [...names].sort());
});
