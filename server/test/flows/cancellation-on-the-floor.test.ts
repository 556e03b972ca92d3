// Canceling what a location works on already: taken back from wherever it is, and nobody is left
// with a box for nobody.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Floor, floorOf, placesOf, stockAt } from '../floor.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let floor: Floor;
before(async () => {
  shop = await openShop();
  floor = floorOf(shop);
  await stockUp(shop, { BER: { MUG: 100, CUP: 100, POT: 0 }, HAM: { POT: 50 } });
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await shop.call('POST', '/v1/skus', { code: 'TEA', title: 'Tea set', components });
});
after(() => shop.close());

const workAt = async (work: { id: string }) =>
  (await shop.call('GET', `/v1/fulfillment-orders/${work.id}`)).body;

describe('canceling on the floor', () => {
  test('released units: the stock is free, and the location has nothing left to do', async () => {
    const before = await stockAt(shop, 'MUG', 'BER');
    const order = await floor.buy({ MUG: 3 });
    const { BER } = await floor.release(order);
    const canceled = await floor.cancel(order);
    assert.deepEqual([canceled.status, canceled.body.status], [201, 'canceled']);
    assert.equal(canceled.body.canceledMinor, canceled.body.totalMinor);
    assert.deepEqual(await stockAt(shop, 'MUG', 'BER'), before);
    assert.equal((await workAt(BER)).status, 'canceled');
    assert.deepEqual(await floor.exceptions(order), []);
  });

  test('picked units are to be put back', async () => {
    const order = await floor.buy({ MUG: 3 });
    const { BER } = await floor.release(order);
    await floor.pick(BER, [{ line: 1, picked: 2 }]);
    await floor.cancel(order, [{ line: 1, quantity: 2 }]);
    // The one that is still on its shelf goes first.
    assert.deepEqual(placesOf(await floor.read(order)), { canceled: 2, picked: 1 });
    assert.deepEqual(await floor.exceptions(order), ['put-back 1']);
  });

  test('packed units leave their parcel; one with nothing in it is voided', async () => {
    const order = await floor.buy({ MUG: 2, CUP: 1 });
    const { BER } = await floor.release(order);
    await floor.pick(BER);
    const { body: parcel } = await floor.pack(BER);
    await floor.cancel(order, [{ line: order.lines[1].id, quantity: 1 }]);
    const { body: smaller } = await shop.call('GET', `/v1/parcels/${parcel.id}`);
    assert.deepEqual(
      [smaller.status, smaller.lines.map((one: { canceled: number }) => one.canceled)],
      ['packed', [0, 1]],
    );
    await floor.cancel(order);
    const { body: voided } = await shop.call('GET', `/v1/parcels/${parcel.id}`);
    assert.equal(voided.status, 'voided');
    assert.equal((await floor.read(order)).status, 'canceled');
  });

  test('a voided parcel that left all the same is shipped beyond what was asked', async () => {
    const [onHand, reserved, allocated] = await stockAt(shop, 'MUG', 'BER');
    const order = await floor.buy({ MUG: 2 });
    const { BER } = await floor.release(order);
    await floor.pick(BER);
    const { body: parcel } = await floor.pack(BER);
    await floor.cancel(order);
    const shipped = await floor.ship(parcel);
    assert.deepEqual([shipped.status, shipped.body.status], [201, 'shipped']);
    const after = await floor.read(order);
    assert.deepEqual(
      [after.status, placesOf(after)],
      ['canceled', { canceled: 2, shipped: 2, overshipped: 2 }],
    );
    assert.deepEqual(await stockAt(shop, 'MUG', 'BER'), [onHand - 2, reserved, allocated]);
    assert.deepEqual(await floor.exceptions(order), ['shipped-beyond-asked 2']);
  });

  test('what is to be put back adds up, less what left all the same', async () => {
    const order = await floor.buy({ MUG: 5 });
    const { BER } = await floor.release(order);
    await floor.pick(BER);
    const { body: parcel } = await floor.pack(BER, { lines: [{ line: 1, quantity: 2 }] });
    const cancel = (quantity: number) => floor.cancel(order, [{ line: 1, quantity }]);
    await cancel(1);
    await cancel(4);
    assert.deepEqual(await floor.exceptions(order), ['put-back 5']);
    await floor.ship(parcel);
    assert.deepEqual(await floor.exceptions(order), ['put-back 3', 'shipped-beyond-asked 2']);
    await floor.record(order, { location: 'BER', lines: [{ line: 1, quantity: 3 }] });
    assert.deepEqual(await floor.exceptions(order), ['shipped-beyond-asked 3']);
  });

  test('what somebody put back is not expected again when more is canceled', async () => {
    const order = await floor.buy({ MUG: 3 });
    const { BER } = await floor.release(order);
    await floor.pick(BER);
    await floor.cancel(order, [{ line: 1, quantity: 1 }]);
    const { body } = await shop.call('GET', `/v1/exceptions?order=${order.id}&status=open`);
    const resolution = { resolution: 'resolved' };
    await shop.call('POST', `/v1/exceptions/${body.items[0].id}/resolution`, resolution);
    await floor.cancel(order);
    assert.deepEqual(await floor.exceptions(order), ['put-back 2']);
  });

  test('the units that least work was done for go first', async () => {
    await shop.call('PUT', '/v1/skus/CUP/backorder-limit', { cap: 5 });
    const order = await floor.buy({ MUG: 6 });
    const { BER } = await floor.release(order);
    await floor.pick(BER, [{ line: 1, picked: 4 }]);
    await floor.pack(BER, { lines: [{ line: 1, quantity: 2 }] });
    assert.deepEqual(placesOf(await floor.read(order)), { allocated: 2, picked: 2, packed: 2 });
    const cancel = async () => {
      await floor.cancel(order, [{ line: 1, quantity: 2 }]);
      return placesOf(await floor.read(order));
    };
    assert.deepEqual(await cancel(), { canceled: 2, picked: 2, packed: 2 });
    assert.deepEqual(await cancel(), { canceled: 4, packed: 2 });
    assert.deepEqual(await cancel(), { canceled: 6 });
  });

  test('a kit goes as a kit, from every location; what has shipped of it stays', async () => {
    const order = await floor.buy({ TEA: 2 });
    const { BER, HAM } = await floor.release(order);
    await floor.pick(BER);
    await floor.cancel(order, [{ line: 1, quantity: 1 }]);
    const half = await floor.read(order);
    assert.deepEqual(
      [placesOf(half, 2), placesOf(half, 3)],
      [
        { canceled: 2, picked: 2 },
        { canceled: 1, allocated: 1 },
      ],
    );
    assert.deepEqual([(await workAt(BER)).canceled, (await workAt(HAM)).canceled], [2, 1]);
    await floor.record(order, { location: 'BER', lines: [{ line: 2, quantity: 2 }] });
    const refused = await floor.cancel(order, [{ line: 1, quantity: 1 }]);
    assert.equal(refused.body.code, 'not-cancelable');
    // All that is left: the pot, with its share of the price.
    const rest = await floor.cancel(order);
    assert.deepEqual(placesOf(rest.body, 3), { canceled: 2 });
    const [first, second] = rest.body.cancellations;
    assert.equal(first.amountMinor, 1000);
    assert.ok(second.amountMinor > 0 && second.amountMinor < 1000);
  });
});
