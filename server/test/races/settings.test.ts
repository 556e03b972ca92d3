// What a tenant sets for itself, changed by several people at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { holdRows } from '../hold-rows.ts';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const change = (body: object) => shop.call('PATCH', '/v1/settings/appearance', body);

test('the name that one gives and the currency that another gives in the same moment both hold', async () => {
  assert.equal((await change({ language: 'de' })).status, 200);
  const held = await holdRows(shop, `select from settings where name = 'appearance' for update`);
  const changes = [change({ name: 'Both' }), change({ currency: 'CHF' })];
  await held.untilAwaited(2);
  await held.release();
  for (const { status } of await Promise.all(changes)) assert.equal(status, 200);
  const { name, currency, language } = (await shop.call('GET', '/v1/settings')).body.appearance;
  assert.deepEqual([name, currency, language], ['Both', 'CHF', 'de']);
});

test('of ten who change all of it for the first time none takes from another what it did not name', async () => {
  const other = await shop.anotherTenant('other');
  const fields = ['name', 'currency', 'accentColor', 'language', 'timeZone'] as const;
  const wanted = { name: 'Ten', currency: 'JPY', accentColor: '#1d4ed8', language: 'ar' };
  const all = { ...wanted, timeZone: 'Asia/Tokyo' };
  const answers = await Promise.all(
    [...fields, ...fields].map((field) =>
      other.call('PATCH', '/v1/settings/appearance', { [field]: all[field] }),
    ),
  );
  assert.ok(answers.every(({ status }) => status === 200));
  const { appearance } = (await other.call('GET', '/v1/settings')).body;
  for (const field of fields) assert.equal(appearance[field], all[field], field);
});
