// Master data that is imported again: what a file does not say stays, and what it says twice or of
// somebody else is refused.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importBytes } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';
import { createLocation, stockUp } from '../stock.ts';

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
