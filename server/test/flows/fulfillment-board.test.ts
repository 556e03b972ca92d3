// The board of a location: what stands where, what is due first, and who was faster.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sandboxCarrier } from '@doorstep/connectors/sandbox-carrier/sandbox-carrier.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { runCommand } from '../../src/db/run-command.ts';
import { countBoard } from '../../src/fulfillment/board.sql.ts';
import { markLate } from '../../src/fulfillment/mark-late.ts';
import { type Floor, floorOf } from '../floor.ts';
import { openShop, type Shop } from '../shop.ts';
import { createLocation, stockUp } from '../stock.ts';

let shop: Shop;
let floor: Floor;
let now = new Date('2026-11-23T09:00:00Z');
before(async () => {
  shop = await openShop({ now: () => now, carriers: [sandboxCarrier({ seed: 1 })] });
  floor = floorOf(shop);
  await stockUp(shop, { BER: { MUG: 500, CUP: 500, JUG: 1 }, HAM: { JUG: 5 } });
  await createLocation(shop, 'EMPTY');
});
after(() => shop.close());

const board = async (at = 'BER', query = '') => {
  const { status, body } = await shop.call('GET', `/v1/locations/${at}/fulfillment-board${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const counts = async (at = 'BER', query = '') =>
  Object.fromEntries(
    (await board(at, query)).columns.map((one: { column: string; count: number }) => [
      one.column,
      one.count,
    ]),
  );
const cards = async (column: string, query = '', at = 'BER') => {
  const path = `/v1/locations/${at}/fulfillment-board/${column}${query}`;
  const { status, body } = await shop.call('GET', path);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const asked = async (units: Record<string, number>, more: object = {}) => {
  const order = await floor.buy(units, more);
  const work = await floor.release(order);
  return { order, work: Object.values(work)[0] };
};

test('work goes from column to column, and what left today is a card of its own', async () => {
  assert.deepEqual(await counts('EMPTY'), { late: 0, open: 0, picking: 0, packed: 0, shipped: 0 });
  const { work, order } = await asked(
    { MUG: 3, CUP: 1 },
    {
      shipping: [{ title: 'Next day', amountMinor: 500 }],
      customer: { name: 'Ada Buyer' },
      shippingAddress: { country: 'DE', city: 'Berlin', street: 'Secret Street 1' },
    },
  );
  const [card] = (await cards('open')).items;
  assert.deepEqual(
    [card.orderNumber, card.seen, card.city, card.country, card.shipping, card.lines],
    [order.number, '4.0.0.0.0.0', 'Berlin', 'DE', 'Next day', 2],
  );
  assert.deepEqual(
    card.firstLines.map(({ sku, quantity }: { sku: string; quantity: number }) => [sku, quantity]),
    [
      ['MUG', 3],
      ['CUP', 1],
    ],
  );
  await floor.pick(work, [{ line: 1, picked: 1 }]);
  assert.deepEqual(await counts(), { late: 0, open: 0, picking: 1, packed: 0, shipped: 0 });
  await floor.pick(work);
  const { body: parcel } = await floor.pack(work, {
    carrier: 'dhl',
    service: 'express',
    weightGrams: 900,
  });
  assert.equal(parcel.service, 'express');
  const [packed] = (await cards('packed')).items;
  assert.deepEqual(
    packed.parcels.map((box: { id: string; service: string }) => [box.id, box.service]),
    [[parcel.id, 'express']],
  );
  await floor.ship(parcel, { trackingNumber: 'T-1' });
  assert.deepEqual(await counts(), { late: 0, open: 0, picking: 0, packed: 0, shipped: 1 });
  const [left] = (await cards('shipped')).items;
  assert.deepEqual([left.parcels[0].trackingNumber, left.orderNumber], ['T-1', order.number]);
  const warehouse = await shop.as(['orders:read']);
  const denied = await warehouse.call('GET', '/v1/locations/BER/fulfillment-board');
  assert.equal(denied.body.code, 'not-allowed');
});

test('cards come due first, a page at a time, and filters narrow cards and counts alike', async () => {
  for (let order = 0; order < 5; order += 1) await asked({ MUG: 1 });
  await asked({ CUP: 2 }, { shipping: [{ title: 'Pickup point', amountMinor: 0 }] });
  const first = await cards('open', '?limit=4');
  assert.equal(first.items.length, 4);
  const rest = await cards('open', `?limit=4&cursor=${first.nextCursor}`);
  const all = [...first.items, ...rest.items];
  assert.equal(new Set(all.map((card) => card.fulfillmentOrder)).size, 6);
  assert.equal(rest.nextCursor, null);
  const due = all.map((card) => card.shipBy);
  assert.deepEqual(due, due.toSorted());
  assert.equal((await counts('BER', '?sku=CUP')).open, 1);
  assert.equal((await cards('open', '?sku=CUP')).items.length, 1);
  assert.equal((await counts('BER', '?service=Pickup%20point')).open, 1);
  assert.equal((await counts('BER', '?carrier=dhl')).open, 0);
  assert.equal((await counts('BER', '?carrier=dhl&service=express')).shipped, 1);
  assert.equal((await counts('BER', '?releasedBefore=2026-11-23T00:00:00Z')).open, 0);
  assert.equal((await board('BER', '?sku=CUP')).isExact, true);
  assert.equal((await shop.call('GET', '/v1/locations/BER/fulfillment-board?sku=NO')).status, 422);
  assert.equal((await shop.call('GET', '/v1/locations/NO/fulfillment-board')).status, 422);
});

test('who looked before somebody else acted is told who did what, and nothing is done twice', async () => {
  const { work } = await asked({ MUG: 2 });
  const { seen } = work;
  assert.equal((await pick(work, { seen })).status, 201);
  const late = await pick(work, { seen });
  assert.equal(late.body.code, 'work-changed');
  assert.match(late.body.detail, /picked it before you did/);
  assert.equal(late.body.data.changes[0].type, 'fulfillment.picked.v1');
  const latePack = await floor.pack(work, { seen });
  assert.equal(latePack.body.code, 'work-changed');
  const { body: parcel } = await floor.pack(work);
  await floor.ship(parcel, { onlyIfPacked: true, trackingNumber: 'FIRST' });
  const lateShip = await floor.ship(parcel, { onlyIfPacked: true, trackingNumber: 'SECOND' });
  assert.equal(lateShip.body.code, 'parcel-not-packed');
  assert.match(lateShip.body.detail, /shipped this parcel before you did/);
  const { body } = await shop.call('GET', `/v1/parcels/${parcel.id}`);
  assert.equal(body.trackingNumber, 'FIRST');
});

const pick = (work: { id: string }, body: object) =>
  shop.call('POST', `/v1/fulfillment-orders/${work.id}/picks`, body);

test('a short pick says why, and the rest is asked of another location', async () => {
  const { work, order } = await asked({ JUG: 1 });
  const answer = await pick(work, { lines: [{ line: 1, short: 1, reason: 'damaged' }] });
  assert.equal(answer.body.short, 1);
  const { body } = await shop.call('GET', `/v1/orders/${order.id}/timeline?kind=fulfillment`);
  const told = body.items.find(({ type }: { type: string }) => type === 'fulfillment.picked.v1');
  assert.deepEqual(told.data.shortReasons, [{ line: 1, reason: 'damaged' }]);
  const after = await floor.read(order);
  assert.equal(after.lines[0].reservations[0].location, 'HAM');
  const { items } = (await shop.call('GET', `/v1/exceptions?order=${order.id}`)).body;
  assert.equal(items[0].data.reason, 'damaged');
});

test('a carrier gives a parcel its number once, as long as it has not left', async () => {
  const { work } = await asked({ MUG: 1 });
  const { body: parcel } = await floor.pack(work, { lines: [{ line: 1, quantity: 1 }] });
  const label = (carrier: string) =>
    shop.call('PUT', `/v1/parcels/${parcel.id}/label`, { carrier, service: 'parcel' });
  const { body: names } = await shop.call('GET', '/v1/carriers');
  assert.deepEqual(names.items, [{ name: 'sandbox-carrier' }]);
  assert.equal((await label('nobody')).body.code, 'carrier-unknown');
  const first = await label('sandbox-carrier');
  assert.match(first.body.trackingNumber, /^SBX\d{15}$/);
  assert.equal((await label('sandbox-carrier')).body.trackingNumber, first.body.trackingNumber);
  const labeled = (await shop.call('GET', `/v1/orders/${parcel.order}/timeline`)).body.items.filter(
    ({ type }: { type: string }) => type === 'parcel.labeled.v1',
  );
  assert.equal(labeled.length, 1);
  await floor.ship(parcel);
  assert.equal((await label('sandbox-carrier')).body.code, 'parcel-not-packed');
});

test('what misses its cut-off is late, whatever is done to it, until it leaves', async () => {
  const { work } = await asked({ MUG: 1 });
  now = new Date('2026-11-25T12:00:00Z');
  const context = { tenant: shop.tenant, actor: { kind: 'system', id: 'test' }, now } as const;
  await runCommand(shop.runtime.app, context, null, async (tx) => ({ late: await markLate(tx) }));
  const before = await counts();
  assert.ok(before.late > 0);
  assert.deepEqual([before.open, before.shipped], [0, 0]);
  await floor.pick(work);
  assert.equal((await counts()).late, before.late);
  const { body: parcel } = await floor.pack(work);
  await floor.ship(parcel);
  assert.deepEqual([(await counts()).late, (await counts()).shipped], [before.late - 1, 1]);
  const { columns } = await board();
  assert.ok(columns[0].oldestAt !== null && columns[0].nextDueAt < now.toISOString());
});

test('the counts are true with a hundred thousand open works, and read nothing but the index', async () => {
  const client = new pg.Client({ connectionString: shop.url });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query(
      `insert into fulfillment_orders (tenant_id, id, order_id, location_id, released_at,
         released_by, ship_by, quantity, allocated, picked, packed)
       select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, $1, now(),
         'system:test', now() + n * interval '1 second', 1, (n % 4 < 2)::int, (n % 4 = 2)::int,
         (n % 4 = 3)::int
       from generate_series(1, 100000) n returning 1`,
      [uuidOf(shop.tenant)],
    );
    assert.equal(rows.length, 100_000);
    await client.query('analyze fulfillment_orders');
    await client.query('set local role doorstep_app');
    await client.query(`select set_config('doorstep.tenant', $1, true)`, [uuidOf(shop.tenant)]);
    const params = [uuidOf(shop.tenant), ['late', 'open', 'picking', 'packed'], 200_000];
    const counted = await client.query(countBoard.text, params);
    assert.deepEqual(Object.fromEntries(counted.rows.map((row) => [row.column_name, row.count])), {
      late: 0,
      open: 50_000,
      picking: 25_000,
      packed: 25_000,
    });
    const { rows: plan } = await client.query(`explain ${countBoard.text}`, params);
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    assert.match(text, /Index Only Scan using fulfillment_orders_on_board/);
    assert.doesNotMatch(text, /Seq Scan/);
  } finally {
    await client.query('rollback');
    await client.end();
  }
});
