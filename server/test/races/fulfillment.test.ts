// Two people, or a hundred, at the same order at once: every unit ends up in one place, and what is
// told twice happens once.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sandboxCarrier } from '@doorstep/connectors/sandbox-carrier/sandbox-carrier.ts';
import { type Floor, floorOf, placesOf, stockAt } from '../floor.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
let floor: Floor;
before(async () => {
  shop = await openShop({ carriers: [sandboxCarrier({ seed: 1 })] });
  floor = floorOf(shop);
  await stockUp(shop, { BER: { MUG: 5000 }, HAM: { MUG: 5000 } });
});
after(() => shop.close());

const eventsOf = async (order: { id: string }, type: string) =>
  (await shop.call('GET', `/v1/orders/${order.id}/timeline?limit=500`)).body.items.filter(
    (event: { type: string }) => event.type === type,
  );

describe('told many times', () => {
  test('100 parallel releases: one set of fulfillment orders', async () => {
    const order = await floor.buy({ MUG: 3 });
    const answers = await Promise.all(Array.from({ length: 100 }, () => floor.tryRelease(order)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const { status, body } of answers)
      if (status !== 201) assert.equal(body.code, 'nothing-to-release');
    const { body } = await shop.call('GET', `/v1/fulfillment-orders?order=${order.id}`);
    assert.equal(body.items.length, 1);
  });

  test('the same parcel shipped 100 times in parallel: one effect', async () => {
    const order = await floor.buy({ MUG: 2 });
    const { BER } = await floor.release(order);
    const { body: parcel } = await floor.pack(BER, { lines: [{ line: 1, quantity: 2 }] });
    const [onHand, reserved, allocated] = await stockAt(shop, 'MUG', 'BER');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => floor.ship(parcel, { trackingNumber: 'ONE' })),
    );
    const told = new Set(answers.map(({ status, body }) => `${status} ${body.shippedAt}`));
    assert.equal(told.size, 1);
    assert.equal((await eventsOf(order, 'parcel.shipped.v1')).length, 1);
    assert.deepEqual(await stockAt(shop, 'MUG', 'BER'), [onHand - 2, reserved - 2, allocated - 2]);
  });

  test('20 people who saw the same work: one picks it, one packs it, one ships it, and the rest are told', async () => {
    const order = await floor.buy({ MUG: 2 });
    const { BER } = await floor.release(order);
    const all = (does: () => Promise<Answer>) => Promise.all(Array.from({ length: 20 }, does));
    const codes = (answers: readonly Answer[]) =>
      Object.fromEntries(
        [...Map.groupBy(answers, ({ status, body }) => body.code ?? status)].map(([code, same]) => [
          code,
          same.length,
        ]),
      );
    const at = `/v1/fulfillment-orders/${BER.id}`;
    const seen = (body: object) => ({ seen: (body as typeof BER).seen });
    const picks = await all(() => shop.call('POST', `${at}/picks`, seen(BER)));
    assert.deepEqual(codes(picks), { 201: 1, 'work-changed': 19 });
    const { body: picked } = await shop.call('GET', at);
    const parcels = await all(() => floor.pack(picked, seen(picked)));
    assert.deepEqual(codes(parcels), { 201: 1, 'work-changed': 19 });
    const parcel = parcels.find(({ status }) => status === 201)?.body;
    const labels = await all(() =>
      shop.call('PUT', `/v1/parcels/${parcel.id}/label`, { carrier: 'sandbox-carrier' }),
    );
    assert.equal(new Set(labels.map(({ body }) => body.trackingNumber)).size, 1);
    assert.equal((await eventsOf(order, 'parcel.labeled.v1')).length, 1);
    const shipments = await all(() => floor.ship(parcel, { onlyIfPacked: true }));
    assert.deepEqual(codes(shipments), { 201: 1, 'parcel-not-packed': 19 });
  });

  test('a hold against the release: one of them came first, and it shows', async () => {
    for (let round = 0; round < 20; round += 1) {
      const order = await floor.buy({ MUG: 1 });
      const [held, released] = await Promise.all([
        shop.call('POST', `/v1/orders/${order.id}/holds`, { reason: 'other' }),
        floor.tryRelease(order),
      ]);
      assert.equal(held.status, 201);
      const { items } = (await shop.call('GET', `/v1/orders/${order.id}/timeline`)).body;
      const types = items.map(({ type }: { type: string }) => type);
      const isFirst = types.indexOf('order.held.v1') === 1;
      assert.deepEqual(
        [released.status, types.includes('order.released.v1')],
        isFirst ? [409, false] : [201, true],
      );
    }
  });
});

describe('canceling against', () => {
  const UNITS = 4;
  const work = async (order: object) => (await floor.release(order))['BER'];
  /** How far the order has come, and what is done to it while it is canceled. */
  const races: Record<string, (order: object) => Promise<() => Promise<Answer>>> = {
    release: async (order) => () => floor.tryRelease(order),
    pick: async (order) => {
      const asked = await work(order);
      return () => floor.pick(asked);
    },
    'a short pick': async (order) => {
      const asked = await work(order);
      return () => floor.pick(asked, [{ line: 1, picked: 2, short: 2 }]);
    },
    pack: async (order) => {
      const asked = await work(order);
      await floor.pick(asked);
      return () => floor.pack(asked);
    },
    ship: async (order) => {
      const asked = await work(order);
      await floor.pick(asked);
      const { body: parcel } = await floor.pack(asked);
      return () => floor.ship(parcel);
    },
    'a shipment made elsewhere': async (order) => () =>
      floor.record(order, { location: 'HAM', lines: [{ line: 1, quantity: UNITS }] }),
  };
  for (const [name, prepare] of Object.entries(races))
    for (const lines of [undefined, [{ line: 1, quantity: 1 }]])
      test(`${name}: ${lines === undefined ? 'the whole order' : 'one unit'}`, async () => {
        for (let round = 0; round < 6; round += 1) await race(prepare, lines, round);
      });

  async function race(
    prepare: (typeof races)[string],
    lines: readonly object[] | undefined,
    round: number,
  ): Promise<void> {
    const order = await floor.buy({ MUG: UNITS });
    const act = await prepare(order);
    const cancel = () => floor.cancel(order, lines);
    const [first, second] = round % 2 === 0 ? [act, cancel] : [cancel, act];
    const answers = await Promise.all([first(), second()]);
    for (const { status, body } of answers)
      assert.ok(status === 201 || status === 409, JSON.stringify(body));
    const after = await floor.read(order);
    const places = placesOf(after);
    const { overshipped = 0, ...counted } = places;
    const all = Object.values(counted).reduce((sum, units) => sum + units, 0);
    assert.equal(all, UNITS + overshipped, JSON.stringify(places));
    // The refund is exactly that of what was canceled, 10.00 each.
    assert.equal(after.canceledMinor, (places['canceled'] ?? 0) * 1000);
    // Canceled before it left, a parcel that leaves all the same is beyond what was asked.
    assert.equal((places['canceled'] ?? 0) + (places['shipped'] ?? 0) - overshipped <= UNITS, true);
  }

  test('all of it at once leaves nothing promised', async () => {
    const before = await stockAt(shop, 'MUG', 'HAM');
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const order = await floor.buy({ MUG: UNITS });
        const asked = await work(order);
        await Promise.all([
          floor.pick(asked, [{ line: 1, picked: 1 }]),
          floor.pack(asked, { lines: [{ line: 1, quantity: 2 }] }),
          floor.cancel(order, [{ line: 1, quantity: 2 }]),
          floor.record(order, { location: 'HAM', lines: [{ line: 1, quantity: 1 }] }),
        ]);
        await floor.cancel(order);
      }),
    );
    const [, ...promised] = await stockAt(shop, 'MUG', 'HAM');
    assert.deepEqual(promised, before.slice(1));
  });
});
