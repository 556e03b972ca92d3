// One label on two boxes: recorded as it is, and told.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openExceptions, packed, sent, tell } from '../sent.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let clockAheadMs = 0;
before(async () => {
  shop = await openShop({ now: () => new Date(Date.now() + clockAheadMs) });
  await stockUp(shop, { BER: { MUG: 100 } });
});
after(() => shop.close());

const post = (path: string, body: object) => shop.call('POST', path, body);
const get = async (path: string) => (await shop.call('GET', path)).body;
const ship = (parcel: string, more: object = {}) => post(`/v1/parcels/${parcel}/shipments`, more);
const taken = async (...parcels: string[]) => {
  const open = await Promise.all(parcels.map((parcel) => openExceptions(shop, `"id":"${parcel}"`)));
  return open.map((types) => types.filter((type) => type === 'tracking-number-taken').length);
};
/** Two parcels with the number of the first. */
async function twins() {
  const first = await packed(shop, { MUG: 1 });
  const second = await packed(shop, { MUG: 1 });
  assert.deepEqual(await taken(first.parcel, second.parcel), [0, 0]);
  const { trackingNumber } = first;
  const { status } = await ship(second.parcel, { carrier: ' dhl', trackingNumber });
  assert.equal(status, 201);
  assert.deepEqual(await taken(first.parcel, second.parcel), [0, 1]);
  return { first, second, trackingNumber };
}

test('the second parcel with a number is told, and what is told of the number is its own', async () => {
  const { first, second, trackingNumber } = await twins();
  assert.deepEqual(await tell(shop, trackingNumber, ['delivered', 10]), ['recorded']);
  assert.equal((await get(`/v1/parcels/${second.parcel}`)).status, 'delivered');
  assert.equal((await get(`/v1/parcels/${first.parcel}`)).status, 'packed');
});

test('it closes when the second gets another number', async () => {
  const { first, second } = await twins();
  await ship(second.parcel, { trackingNumber: `${second.trackingNumber} own` });
  assert.deepEqual(await taken(first.parcel, second.parcel), [0, 0]);
});

test('it closes when the first gets another number, or leaves with one', async () => {
  const { first, second } = await twins();
  await ship(first.parcel, { trackingNumber: `${first.trackingNumber} own` });
  assert.deepEqual(await taken(first.parcel, second.parcel), [0, 0]);
});

test('it closes when one of them is voided, and stands again when that one left all the same', async () => {
  const { first, second, trackingNumber } = await twins();
  await post(`/v1/orders/${first.order}/cancellations`, { reason: 'customer' });
  assert.deepEqual(await taken(first.parcel, second.parcel), [0, 0]);
  await tell(shop, trackingNumber, ['in-transit', 8]);
  assert.equal((await get(`/v1/parcels/${first.parcel}`)).status, 'voided');
  await ship(first.parcel);
  assert.deepEqual(await taken(first.parcel, second.parcel), [1, 0]);
});

test('another carrier, or a number given out again after months, is no exception', async () => {
  const one = await sent(shop, { MUG: 1 });
  const { trackingNumber } = one;
  const other = await packed(shop, { MUG: 1 });
  await ship(other.parcel, { carrier: 'UPS', trackingNumber });
  assert.deepEqual(await taken(one.parcel, other.parcel), [0, 0]);
  clockAheadMs += 61 * 86_400_000;
  const later = await packed(shop, { MUG: 1 });
  await ship(later.parcel, { trackingNumber });
  assert.deepEqual(await taken(one.parcel, other.parcel, later.parcel), [0, 0, 0]);
});

test('told at packing and of shipments made elsewhere as well', async () => {
  const one = await sent(shop, { MUG: 1 });
  const label = { carrier: 'DHL', trackingNumber: one.trackingNumber };
  const order = (
    await post('/v1/orders', {
      channel: 'web',
      currency: 'EUR',
      lines: [{ sku: 'MUG', quantity: 1, unitPrice: '1.00' }],
    })
  ).body;
  const { body } = await post(`/v1/orders/${order.id}/shipments`, label);
  assert.deepEqual(await taken(one.parcel, body.parcels[0].id), [0, 1]);
});

test('a scan is of the parcel that has the number, whoever carries it, before one that was voided', async () => {
  const first = await packed(shop, { MUG: 1 });
  const { trackingNumber } = first;
  await post(`/v1/orders/${first.order}/cancellations`, { reason: 'customer' });
  const order = (await post('/v1/orders', orderOf({ MUG: 1 }))).body.id;
  const { body } = await post(`/v1/orders/${order}/shipments`, { trackingNumber });
  assert.deepEqual(await tell(shop, trackingNumber, ['delivered', 10]), ['recorded']);
  assert.equal((await get(`/v1/parcels/${first.parcel}`)).status, 'voided');
  assert.equal((await get(`/v1/parcels/${body.parcels[0].id}`)).status, 'delivered');
});

test('a scan of a number that only a voided parcel has means that it left all the same', async () => {
  const own = await packed(shop, { MUG: 1 });
  const { trackingNumber } = own;
  await post(`/v1/orders/${own.order}/cancellations`, { reason: 'customer' });
  await tell(shop, trackingNumber, ['delivered', 10]);
  assert.equal((await get(`/v1/parcels/${own.parcel}`)).status, 'delivered');
});
