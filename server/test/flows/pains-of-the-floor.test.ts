// The pains users report of the way from promise to door, each one a test that we pass. Numbers and
// names are those of the list of pains.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Floor, floorOf, placesOf, stockAt } from '../floor.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

function withFloor(name: string, body: (shop: () => Shop, floor: () => Floor) => void): void {
  describe(name, () => {
    let shop: Shop;
    before(async () => {
      shop = await openShop();
    });
    after(() => shop.close());
    body(
      () => shop,
      () => floorOf(shop),
    );
  });
}

withFloor('pain 4: fulfilling from another location than planned corrupts both', (shop, floor) => {
  test('ship from a non-planned location: both levels right', async () => {
    await stockUp(shop(), { BER: { MUG: 10 }, HAM: { MUG: 4 } });
    const order = await floor().buy({ MUG: 3 });
    const { BER } = await floor().release(order);
    await floor().pick(BER);
    const { body: parcel } = await floor().pack(BER);
    assert.deepEqual(await stockAt(shop(), 'MUG', 'BER'), [10, 3, 3]);
    await floor().ship(parcel, { location: 'HAM' });
    assert.deepEqual(await stockAt(shop(), 'MUG', 'BER'), [10, 0, 0]);
    assert.deepEqual(await stockAt(shop(), 'MUG', 'HAM'), [1, 0, 0]);
  });

  test('a shipment told by another system: both levels right, at every stage', async () => {
    const stages: readonly ((order: object) => Promise<unknown>)[] = [
      async () => {},
      (order) => floor().release(order),
      async (order) => floor().pick((await floor().release(order))['BER']),
    ];
    for (const reach of stages) {
      const before = [await stockAt(shop(), 'MUG', 'BER'), await stockAt(shop(), 'MUG', 'HAM')];
      const order = await floor().buy({ MUG: 1 });
      await reach(order);
      await floor().record(order, { location: 'HAM', lines: [{ line: 1, quantity: 1 }] });
      const [[onHand, ...promised] = [], [elsewhere = 0, ...none] = []] = before;
      assert.deepEqual(await stockAt(shop(), 'MUG', 'BER'), [onHand, ...promised]);
      assert.deepEqual(await stockAt(shop(), 'MUG', 'HAM'), [elsewhere - 1, ...none]);
      assert.deepEqual(placesOf(await floor().read(order)), { shipped: 1 });
    }
  });

  test('what is not there left all the same: the difference is recorded and shown', async () => {
    const order = await floor().buy({ MUG: 5 });
    await floor().record(order, { location: 'HAM', lines: [{ line: 1, quantity: 5 }] });
    const [onHand, reserved] = await stockAt(shop(), 'MUG', 'HAM');
    assert.ok(onHand < 0);
    assert.equal(reserved, 0);
    const { body } = await shop().call('GET', '/v1/exceptions?type=stock-below-promised');
    assert.equal(body.items[0].about.location.code, 'HAM');
  });
});

withFloor('pain 14: no split over warehouses, or uncontrolled', (shop, floor) => {
  const decisionsOf = async (order: { id: string }) =>
    (await shop().call('GET', `/v1/orders/${order.id}/routing`)).body.decisions;

  test('policy per profile, with the reason for each choice readable', async () => {
    await stockUp(shop(), { BER: { MUG: 6 }, HAM: { MUG: 6 }, PAR: { CUP: 1 } });
    const split = await floor().buy({ MUG: 8 });
    const works = await floor().release(split);
    assert.deepEqual(Object.keys(works).sort(), ['BER', 'HAM']);
    const [captured] = await decisionsOf(split);
    for (const { outcome, reason } of captured.candidates)
      assert.ok(reason.length > 10 && outcome.length > 0, JSON.stringify(captured));

    const whole = await shop().call('POST', '/v1/orders', {
      channel: 'web',
      currency: 'EUR',
      splitPolicy: 'forbid',
      lines: [{ sku: 'MUG', quantity: 5, unitPrice: '1.00' }],
    });
    assert.equal(whole.body.code, 'insufficient-stock');
  });

  test('a short pick is sourced by the same policy, and says why', async () => {
    const order = await floor().buy({ MUG: 2 }, { splitPolicy: 'forbid' });
    const works = await floor().release(order);
    const [planned] = Object.keys(works);
    await floor().pick(Object.values(works)[0], [{ line: 1, picked: 1, short: 1 }]);
    // Not split: the other location may not give the one that is missing.
    assert.deepEqual(placesOf(await floor().read(order)), { picked: 1, unpromised: 1 });
    const decision = (await decisionsOf(order)).at(-1);
    const short = decision.candidates.find((one: { location: string }) => one.location === planned);
    assert.equal(short.reason, 'The units were looked for there and not found');
  });
});

withFloor('pain 15: backordered units counted as on hand after split or edit', (shop, floor) => {
  test('never: not after a part was released, short, shipped or canceled', async () => {
    await stockUp(shop(), { BER: { GHOST: 3 }, HAM: { GHOST: 1 } });
    await shop().call('PUT', '/v1/skus/GHOST/backorder-limit', { cap: 10 });
    const more = { stockPolicy: 'partial-with-backorder' };
    const order = await floor().buy({ GHOST: 9 }, more);
    const levels = async () => [
      await stockAt(shop(), 'GHOST', 'BER'),
      await stockAt(shop(), 'GHOST', 'HAM'),
    ];
    const { BER, HAM } = await floor().release(order);
    assert.deepEqual(await levels(), [
      [3, 3, 3],
      [1, 1, 1],
    ]);
    await floor().pick(BER, [{ line: 1, picked: 2, short: 1 }]);
    assert.deepEqual(await levels(), [
      [2, 2, 2],
      [1, 1, 1],
    ]);
    await floor().record(order, { location: 'HAM' });
    assert.equal(HAM.quantity, 1);
    assert.deepEqual(await levels(), [
      [2, 2, 2],
      [0, 0, 0],
    ]);
    await floor().cancel(order, [{ line: 1, quantity: 5 }]);
    assert.deepEqual(placesOf(await floor().read(order)), {
      canceled: 5,
      backordered: 1,
      picked: 2,
      shipped: 1,
    });
    assert.deepEqual(await levels(), [
      [2, 2, 2],
      [0, 0, 0],
    ]);
  });
});
