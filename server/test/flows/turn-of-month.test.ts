// A month that begins for the database and not yet for the server.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  const month = new Date();
  const itsBegin = Date.UTC(month.getUTCFullYear(), month.getUTCMonth());
  shop = await openShop({ now: () => new Date(itsBegin - 1000) });
});
// It looks whether all rows are where they belong.
after(() => shop.close());

test('what is written a second before has a partition of its own', async () => {
  const made = await shop.call('POST', '/v1/skus', { code: 'LATE', title: 'Late' });
  assert.equal(made.status, 201);
  const owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  const { rows } = await owner.query(
    `select tableoid::regclass::text as partition from events where type like 'sku.created.%'`,
  );
  await owner.end();
  assert.match(rows[0].partition, /^events_\d{4}_\d\d$/);
});
