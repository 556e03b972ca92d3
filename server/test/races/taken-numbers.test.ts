// Many boxes labeled at once.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { packed } from '../sent.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100 } });
});
after(() => shop.close());

const ship = (parcel: string, trackingNumber: string) =>
  shop.call('POST', `/v1/parcels/${parcel}/shipments`, { trackingNumber });
const open = async () =>
  (await shop.call('GET', '/v1/exceptions?type=tracking-number-taken')).body.items.length;

test('of ten parcels given one number at once all but one are told; each its own, none is', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => packed(shop, { MUG: 1 })));
  await Promise.all(all.map(({ parcel }) => ship(parcel, 'SAME')));
  assert.equal(await open(), 9);
  await Promise.all(
    all.map(({ parcel }, place) => ship(parcel, place % 2 === 0 ? `A${place}` : 'B')),
  );
  await Promise.all(all.map(({ parcel }, place) => ship(parcel, `OWN-${place}`)));
  assert.equal(await open(), 0);
});
