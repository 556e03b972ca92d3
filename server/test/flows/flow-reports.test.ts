// What flows, in sums: each number is that of the rows behind it, in the days of the tenant's zone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { sumFlow } from '../../src/analytics/sum-flow.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { readLog } from '../../src/log/read-log.ts';
import { DUE, runDue } from '../../src/run-due.ts';
import { verifyTenant } from '../../src/verify/verify-tenant.ts';
import { floorOf } from '../floor.ts';
import { sumUpSales } from '../reports.ts';
import { openShop, type Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';

let shop: Shop;
const PERIOD = { from: '2000-01-01', to: '2099-12-31' };

before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100, CUP: 100 }, PAR: { PAN: 50 } });
  const floor = floorOf(shop);
  const address = (country: string) => ({ shippingAddress: { country } });
  const kept = await floor.buy({ MUG: 3, CUP: 1 }, address('DE'));
  const french = await floor.buy({ PAN: 2 }, address('FR'));
  const lost = await floor.buy({ MUG: 2 }, { ...address('DE'), currency: 'USD' });
  await floor.cancel(lost);
  for (const order of [kept, french])
    for (const work of Object.values(await floor.release(order))) {
      await floor.pick(work);
      const { body: parcel } = await floor.pack(work);
      const number = { carrier: 'dhl', trackingNumber: `JD-${order.number}` };
      await floor.ship(parcel, number);
      if (order === kept)
        await shop.call('POST', '/v1/tracking-events', {
          events: [{ ...number, status: 'delivered', occurredAt: new Date().toISOString() }],
        });
    }
  const lines = [
    { line: 1, quantity: 2, reason: 'damaged' },
    { line: 2, quantity: 1, reason: 'changed-mind' },
  ];
  const { body: back } = await shop.call('POST', `/v1/orders/${kept.id}/returns`, { lines });
  const found = { condition: 'sellable', disposition: 'restock' };
  await shop.call('POST', `/v1/returns/${back.id}/receipts`, {
    location: 'PAR',
    items: [
      { ...found, line: 1, quantity: 2 },
      { ...found, line: 2, quantity: 1 },
    ],
    refund: true,
  });
  await sumUpSales(shop);
});
after(() => shop.close());

async function ask(path: string, query: Record<string, string>) {
  const asked = new URLSearchParams({ ...PERIOD, ...query });
  const { status, body } = await shop.call('GET', `/v1/reports/${path}?${asked}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function rebuild(): Promise<void> {
  for (const due of DUE.each.filter(({ name }) => name === 'rebuild-flow'))
    await runDue(shop.runtime, due);
}

const flow = (kind: string, by: string, more: Record<string, string> = {}) =>
  ask('flow', { kind, by, currency: 'EUR', ...more });
const told = ({ rows }: { rows: { key: string | null; times: number; units: number }[] }) =>
  Object.fromEntries(rows.map(({ key, times, units }) => [key, [times, units]]));

test('sales, by channel, country and SKU, currencies apart', async () => {
  const sold = await flow('sale', 'country');
  assert.deepEqual(told(sold), { DE: [1, 4], FR: [1, 2] });
  assert.deepEqual(sold.totals, { times: 2, units: 6, amountMinor: 6000 });
  assert.deepEqual(sold.otherCurrencies, ['USD']);
  assert.deepEqual(told(await flow('sale', 'sku')), { MUG: [1, 3], PAN: [1, 2], CUP: [1, 1] });
  assert.deepEqual(told(await flow('sale', 'channel')), { web: [2, 6] });
  const ofMugs = await flow('sale', 'month', { sku: 'MUG' });
  assert.deepEqual(ofMugs.totals, { times: 1, units: 3, amountMinor: 3000 });
  const twice = new URLSearchParams({ ...PERIOD, kind: 'sale', by: 'sku', country: 'DE' });
  const { body } = await shop.call('GET', `/v1/reports/flow?${twice}`);
  assert.equal(body.code, 'validation-failed');
});

test('what was canceled, sent and returned has reasons and locations, and the rows behind it', async () => {
  const canceled = await flow('cancellation', 'reason', { currency: 'USD' });
  assert.deepEqual(told(canceled), { customer: [1, 2] });
  assert.deepEqual(told(await flow('shipment', 'location')), { BER: [1, 4], PAR: [1, 2] });
  const returned = await flow('return', 'reason');
  assert.deepEqual(returned.totals, { times: 1, units: 3, amountMinor: 0 });
  assert.equal(told(returned)['damaged']?.[1], 2);
  assert.deepEqual(told(await flow('return', 'location')), { PAR: [1, 3] });
  assert.deepEqual((await flow('refund', 'reason')).totals.times, 1);
  for (const kind of ['cancellation', 'shipment', 'return', 'refund'])
    for (const currency of ['EUR', 'USD']) {
      const { totals } = await flow(kind, 'day', { currency });
      const first = await ask('flow-entries', { kind, currency, limit: '1' });
      const items = [...first.items];
      if (first.nextCursor !== null) {
        const rest = await ask('flow-entries', { kind, currency, cursor: first.nextCursor });
        items.push(...rest.items);
      }
      const units = items.reduce((sum: number, row: { units: number }) => sum + row.units, 0);
      assert.equal(units, totals.units, `${kind} ${currency}`);
    }
  const damaged = await ask('flow-entries', { kind: 'return', reason: 'damaged', location: 'PAR' });
  assert.deepEqual(
    damaged.items.map(({ sku, units }: { sku: string; units: number }) => [sku, units]),
    [['MUG', 2]],
  );
  assert.deepEqual((await ask('flow-entries', { kind: 'return', country: 'FR' })).items, []);
});

test('stages are reached in order, by location, with the fulfillment orders behind each', async () => {
  const { rows } = await ask('stages', { by: 'stage' });
  assert.deepEqual(
    rows.map(({ stage, reached }: { stage: string; reached: number }) => [stage, reached]),
    [
      ...[
        ['released', 2],
        ['picked', 2],
        ['packed', 2],
        ['shipped', 2],
      ],
      ...[
        ['delivered', 1],
        ['whole', 1],
      ],
    ],
  );
  for (const { stage, reached, medianSeconds, p90Seconds } of rows) {
    assert.ok(medianSeconds <= p90Seconds && p90Seconds <= 60);
    const { items } = await ask('stage-entries', { stage });
    assert.equal(items.length, reached);
  }
  const paris = await ask('stages', { by: 'day', stage: 'shipped', location: 'PAR' });
  assert.equal(paris.rows.length, 1);
  const page = await ask('stage-entries', { stage: 'shipped', limit: '1' });
  const rest = await ask('stage-entries', { stage: 'shipped', cursor: page.nextCursor });
  assert.equal(rest.items.length, 1);
  assert.deepEqual(
    (await ask('stages', { by: 'location', stage: 'packed' })).rows.map(
      ({ key }: { key: string }) => key,
    ),
    ['BER', 'PAR'],
  );
});

test('read twice it counts once, and in another zone the days are others and the sums are not', async () => {
  const before = await flow('sale', 'day');
  await sumUpSales(shop);
  assert.deepEqual(await flow('sale', 'day'), before);
  await shop.call('POST', '/v1/orders', {
    ...{ channel: 'web', currency: 'EUR', placedAt: '2026-03-31T23:30:00Z' },
    lines: [{ sku: 'CUP', quantity: 1, unitPriceMinor: 700 }],
  });
  await sumUpSales(shop);
  const marches = { from: '2026-03-31', to: '2026-03-31' };
  assert.equal((await flow('sale', 'day', marches)).totals.units, 1);
  const all = await flow('sale', 'sku');
  const unknown = await shop.call('PUT', '/v1/reports/time-zone', { timeZone: 'Mars/Base' });
  assert.equal(unknown.body.code, 'time-zone-unknown');
  const set = await shop.call('PUT', '/v1/reports/time-zone', { timeZone: 'Europe/Berlin' });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  await rebuild();
  assert.equal((await flow('sale', 'day', marches)).totals.units, 0);
  const april = await flow('sale', 'day', { from: '2026-04-01', to: '2026-04-01' });
  assert.deepEqual([april.totals.units, april.timeZone], [1, 'Europe/Berlin']);
  assert.deepEqual((await flow('sale', 'sku')).rows, all.rows);
  assert.equal(april.asOf.behind, 0);
});

test('while days change, a round of the log adds nothing; what came meanwhile is summed up with the rest', async () => {
  const zone = async (timeZone: string) => {
    const set = await shop.call('PUT', '/v1/reports/time-zone', { timeZone });
    assert.equal(set.status, 200, JSON.stringify(set.body));
  };
  const before = await flow('sale', 'sku');
  await zone('Asia/Tokyo');
  await shop.call('POST', '/v1/orders', {
    ...{ channel: 'web', currency: 'EUR' },
    lines: [{ sku: 'CUP', quantity: 2, unitPriceMinor: 700 }],
  });
  await sumUpSales(shop);
  const meanwhile = await flow('sale', 'sku');
  assert.deepEqual(meanwhile.rows, []);
  const log = await inTransaction(shop.runtime.app, shop.tenant, (tx) => readLog(tx, 0n, 1000));
  assert.equal(meanwhile.asOf.behind, log.length);
  await rebuild();
  const after = await flow('sale', 'sku');
  assert.deepEqual([after.asOf.behind, after.totals.units], [0, before.totals.units + 2]);
  await zone('Europe/Berlin');
  await rebuild();
  assert.deepEqual((await flow('sale', 'sku')).rows, after.rows);
});

test('sums are the same when each event comes on a page of its own', async () => {
  const { app } = shop.runtime;
  const owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  const tables = ['flow_sums', 'stage_times', 'flow_marks', 'flow_entries'];
  const rowsOfAll = async () => {
    const all: object[][] = [];
    for (const table of tables) {
      const sql = `select to_jsonb(kept)::text as row from ${table} as kept order by 1`;
      all.push((await owner.query(sql)).rows);
    }
    return all;
  };
  const before = await rowsOfAll();
  assert.ok(before.every((rows) => rows.length > 0));
  for (const table of tables) await owner.query(`delete from ${table}`);
  await owner.query('update flow_projections set position = 0');
  const events = await inTransaction(app, shop.tenant, (tx) => readLog(tx, 0n, 1000));
  const sum = sumFlow();
  for (const event of events)
    await sum.add((read) => inTransaction(app, shop.tenant, read), [event]);
  const range = { after: 0n, through: BigInt(events.length) };
  await inTransaction(app, shop.tenant, (tx) => sum.write(tx, range));
  const after = await rowsOfAll();
  await owner.end();
  assert.deepEqual(after, before);
});

test('sums that are not what the log says are found', async () => {
  const owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  const broken = async (sql: string, back: string): Promise<string[]> => {
    await owner.query(sql);
    const { checks } = await verifyTenant(shop.runtime.app, shop.tenant);
    await owner.query(back);
    return checks.filter(({ ok }) => !ok).map(({ name }) => name);
  };
  const sums = (change: string) =>
    `update flow_sums set units = units ${change} where kind = 'return' and dimension = 'country'
       and member = 'DE' and span = 'year' and reason = 'damaged'`;
  const times = (change: string) =>
    `update stage_times set reached = reached ${change} where dimension = 'all' and span = 'day'
       and stage = 'packed'`;
  const marks = (change: string) =>
    `update flow_marks set picked_at = picked_at ${change} interval '1 second'`;
  assert.ok((await broken(sums('+ 1'), sums('- 1'))).length >= 1);
  assert.ok((await broken(times('+ 1'), times('- 1'))).some((name) => name.startsWith('How long')));
  assert.ok((await broken(marks('+'), marks('-'))).some((name) => name.startsWith('Stages were')));
  await owner.end();
});
