// Master data that is imported again: what a file does not say stays, and what it says twice or of
// somebody else is refused.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importBytes, rowsOf, workOff } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';
import { assertRefused, createLocation, levelAt, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 10, POT: 10 } });
});
after(() => shop.close());

const load = (profile: string, file: string) => importBytes(shop, file, { profile });

test('a location keeps what the file leaves empty or has no column for', async () => {
  const address = {
    ...{ street: 'Kai 1', city: 'Hamburg', region: 'HH', postalCode: '20457', country: 'DE' },
  };
  await createLocation(shop, 'HAM', 'web', { kind: 'store', address });
  const held = async () => (await shop.call('GET', '/v1/locations/HAM')).body;
  const before = await held();
  const same = await load('doorstep-locations', 'code,country\nHAM,DE\n');
  assert.deepEqual(same.documents.skip, { location: 1 }, JSON.stringify(same.documents));
  const empty = await load(
    'doorstep-locations',
    'code,name,kind,street,city,postalCode,country,timeZone\nHAM,,,,,,Germany,\n',
  );
  assert.deepEqual(empty.documents.skip, { location: 1 }, JSON.stringify(empty.documents));
  assert.deepEqual(await held(), before);

  const moved = await load('doorstep-locations', 'code,street,country\nHAM,Kai 2,DE\n');
  assert.deepEqual(moved.documents.change, { location: 1 });
  const now = await held();
  assert.deepEqual(now.address, { ...address, street: 'Kai 2' });
  assert.deepEqual([now.name, now.kind, now.timeZone], ['Warehouse HAM', 'store', 'Europe/Berlin']);
});

test('a location that is made gets what it cannot do without', async () => {
  await load('doorstep-locations', 'code,country\nLYS,FR\n');
  const made = (await shop.call('GET', '/v1/locations/LYS')).body;
  assert.deepEqual([made.name, made.kind, made.timeZone], ['LYS', 'warehouse', 'UTC']);
});

const refusedReasons = async ({ id }: { id: string }) => {
  const { body } = await shop.call('GET', `/v1/imports/${id}/documents?outcome=refuse`);
  return body.items.map(({ reason }: { reason: string }) => reason);
};

test('rows that count one level differently are refused, and the second is named', async () => {
  const head = 'sku,location,onHand\n';
  const told = await load('doorstep-stock', `${head}MUG,BER,7\nPOT,BER,4\nMUG,BER,5\nPOT,BER,4\n`);
  assert.deepEqual([told.documents.refuse, told.documents.change], [{ stock: 1 }, { stock: 1 }]);
  assert.deepEqual(await refusedReasons(told), ['Row 3 says 5 where row 1 says 7.']);
  const rows = await rowsOf(shop, told);
  const [wrong] = rows.filter((row: { problems: unknown }) => row.problems !== null);
  assert.deepEqual([wrong.row, wrong.problems[0].field], [3, 'onHand']);
  assert.equal((await levelAt(shop, 'MUG', 'BER')).onHand, 10);
  assert.equal((await levelAt(shop, 'POT', 'BER')).onHand, 4);
});

test('so is a request that counts one level twice', async () => {
  const { id } = (await shop.call('GET', '/v1/skus/POT')).body;
  const lines = [
    { sku: 'POT', counted: 5 },
    { sku: id, counted: 7 },
  ];
  const twice = await shop.call('POST', '/v1/stock/counts', { location: 'BER', lines });
  assertRefused(twice, 'validation-failed');
  assert.match(twice.body.detail, /at BER is counted twice/);
  assert.equal((await levelAt(shop, 'POT', 'BER')).onHand, 4);
});

test('a customer is not taken over by a row with their e-mail and another external id', async () => {
  const head = 'externalId,email,name\n';
  const made = await load('doorstep-customers', `${head}17,ada@example.com,Ada\n`);
  const other = await load('doorstep-customers', `${head}18,ada@example.com,Eve\n`);
  assert.deepEqual(other.documents.refuse, { customer: 1 }, JSON.stringify(other.documents));
  const [reason] = await refusedReasons(other);
  assert.match(reason, /17.*18/);
  const { items } = (await shop.call('GET', `/v1/imports/${made.id}/documents`)).body;
  const ada = (await shop.call('GET', `/v1/customers/${items[0].entity}`)).body;
  assert.deepEqual([ada.externalId, ada.name], ['17', 'Ada']);
});

test('an external id that was not known is filled in by the e-mail address', async () => {
  const head = 'externalId,email,name\n';
  await load('doorstep-customers', `${head},bob@example.com,Bob\n`);
  const filled = await load('doorstep-customers', `${head}19,bob@example.com,\n`);
  assert.deepEqual(filled.documents.change, { customer: 1 });
  const { items } = (await shop.call('GET', `/v1/imports/${filled.id}/documents`)).body;
  const bob = (await shop.call('GET', `/v1/customers/${items[0].entity}`)).body;
  assert.deepEqual([bob.externalId, bob.name], ['19', 'Bob']);
});

test('the inventory of Shopify finds by name the locations that have an id there', async () => {
  const place = (id: number, name: string) => ({ id, name, country_code: 'DE' });
  const locations = [place(655, 'Main Street'), place(656, 'Annex'), place(657, 'Annex')];
  const places = await importBytes(shop, JSON.stringify({ locations }), {
    ...{ profile: 'shopify-locations', fileName: 'locations.json' },
  });
  assert.deepEqual(places.documents.create, { location: 3 }, JSON.stringify(places.error));
  const file = 'SKU,Location,On hand (new)\nMUG,Main Street,6\nMUG,Annex,1\nPOT,656,2\n';
  const stock = await load('shopify-stock', file);
  assert.deepEqual([stock.documents.create, stock.documents.refuse], [{ stock: 2 }, { stock: 1 }]);
  assert.equal((await levelAt(shop, 'MUG', '655')).onHand, 6);
  assert.equal((await levelAt(shop, 'POT', '656')).onHand, 2);
  assert.match((await refusedReasons(stock))[0], /Annex: 656, 657/);

  await shop.call('POST', `/v1/imports/${stock.id}/reversal`);
  await workOff(shop);
  assert.equal((await levelAt(shop, 'MUG', '655')).onHand, 0);
});
