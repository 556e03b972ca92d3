// What docs/guides/import.md shows: a profile of one's own, by the files in examples/.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { FIELD_NAMES } from '@doorstep/core/history/fields.ts';
import { PROFILES } from '@doorstep/core/history/profiles.ts';
import { importFile } from '../importing.ts';
import { type Json, ordersOf, unitsOf } from '../payloads.ts';
import { openShop } from '../shop.ts';

const root = join(import.meta.dirname, '../../..');
const GUIDE = join(root, 'docs/guides/import.md');

test('the profile in the guide is that of the example, and imports its file', async () => {
  const text = await readFile(join(root, 'examples/import-profile.json'), 'utf8');
  const profile = JSON.parse(text);
  const guide = await readFile(GUIDE, 'utf8');
  const [, shown = ''] = /<!-- import-profile -->\n+```json\n([\s\S]*?)```/.exec(guide) ?? [];
  assert.deepEqual(JSON.parse(shown), profile);

  const shop = await openShop();
  const done = await importFile(shop, join(root, 'examples/orders.csv'), profile);
  assert.deepEqual(done.documents.create, { order: 2, credit: 1 });
  const orders = await ordersOf(shop, 'old-shop');
  const first = orders.get('1001');
  assert.deepEqual([first.totalMinor, first.placedAt], [104_890, '2025-08-14T15:05:00.000Z']);
  assert.deepEqual(
    first.lines.map((line: Json) => [line.sku, line.ordered, line.delivered]),
    [
      ['MUG-WHITE', 2, 2],
      ['BOWL-BLUE', 1, 1],
    ],
  );
  assert.deepEqual(first.contact.shippingAddress, {
    name: 'Ann Berg',
    city: 'Berlin',
    country: 'DE',
  });
  const second = orders.get('1002');
  assert.deepEqual([unitsOf(second, 'canceled'), second.destinationCountry], [1, 'AT']);
  const { items } = (await shop.call('GET', '/v1/past-documents')).body;
  assert.deepEqual([items[0].kind, items[0].totalMinor], ['credit', -1250]);
  assert.equal(items[0].lines[0].order, first.id, 'only one sale fits it');
  await shop.close();
});

test('the guide names every built-in profile and every field', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  const part = /^(shipping|billing)\./;
  const wanted = [...PROFILES.map(({ name }) => name), ...FIELD_NAMES.filter((f) => !part.test(f))];
  assert.deepEqual(
    wanted.filter((name) => !guide.includes(`\`${name}\``)),
    [],
  );
});
