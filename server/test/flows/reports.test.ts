// Reports: what was sold, by every key, exact, whatever happens to the reader that adds it up.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { sumSales } from '../../src/analytics/sum-sales.ts';
import { inTransaction, type Tx } from '../../src/db/transaction.ts';
import { readLog } from '../../src/log/read-log.ts';
import { type LogPart, readTogether } from '../../src/log/read-together.ts';
import { type PageReader, runReader } from '../../src/log/run-reader.ts';
import { openRuntime } from '../../src/runtime.ts';
import { sumsReader } from '../../src/sums-reader.ts';
import { freshYear, askReport as report, sumUpSales, figuresOf as told } from '../reports.ts';
import { delivered } from '../sent.ts';
import { type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const TODAY = NOW.slice(0, 10);
const KEPT = ['by_day', 'by_month', 'by_sku', 'of_sku', 'by_customer'];

let shop: Shop;
before(async () => {
  shop = await openShop({ now: () => new Date(NOW) });
  await stockUp(shop, { BER: { MUG: 500, CUP: 500, POT: 500, CARD: 500 } });
  const components = [
    { sku: 'CUP', quantity: 2 },
    { sku: 'POT', quantity: 1 },
  ];
  await shop.call('POST', '/v1/skus', { code: 'TEA', title: 'Tea set', components });
  await stockUp(shop, { SHOP: { MUG: 100 } }, 'till');
});
after(() => shop.close());

async function captured(body: object) {
  const { status, body: order } = await shop.call('POST', '/v1/orders', body);
  assert.equal(status, 201, JSON.stringify(order));
  return order;
}

const line = (sku: string, quantity: number, unitPrice = '10.00') => ({ sku, quantity, unitPrice });
const address = (country: string) => ({ shippingAddress: { country, city: 'Any' } });
describe('what was sold', () => {
  test('by day, month, channel, country, SKU and customer', async () => {
    const { from, to, day } = freshYear();
    const customer = { email: 'ada@example.com', name: 'Ada' };
    const order = { ...orderOf({}), customer, ...address('DE') };
    const first = await captured({
      ...order,
      lines: [line('MUG', 2), line('CUP', 1)],
      placedAt: day(1, 31),
    });
    await captured({ ...order, lines: [line('MUG', 1)], placedAt: day(2, 1), ...address('FR') });
    await captured({
      ...orderOf({}),
      channel: 'till',
      lines: [line('MUG', 5, '8.00')],
      placedAt: day(2, 1),
    });
    await sumUpSales(shop);

    const days = await report(shop, { by: 'day', from, to });
    assert.deepEqual(told(days.rows, 'orders', 'lines', 'units', 'salesMinor'), [
      [day(1, 31).slice(0, 10), 1, 2, 3, 3000],
      [day(2, 1).slice(0, 10), 2, 2, 6, 5000],
    ]);
    const months = await report(shop, { by: 'month', from, to });
    assert.deepEqual(told(months.rows, 'salesMinor'), [
      [from.slice(0, 7), 3000],
      [day(2, 1).slice(0, 7), 5000],
    ]);
    const channels = await report(shop, { by: 'channel', from, to });
    assert.deepEqual(told(channels.rows, 'label', 'salesMinor'), [
      ['web', 'web', 4000],
      ['till', 'till', 4000],
    ]);
    const countries = await report(shop, { by: 'country', from, to, sort: 'key' });
    assert.deepEqual(told(countries.rows, 'salesMinor', 'orders'), [
      [null, 4000, 1],
      ['DE', 3000, 1],
      ['FR', 1000, 1],
    ]);
    const skus = await report(shop, { by: 'sku', from, to });
    assert.deepEqual(told(skus.rows, 'label', 'orders', 'units', 'salesMinor', 'refundedMinor'), [
      ['MUG', 'Title of MUG', 3, 8, 7000, null],
      ['CUP', 'Title of CUP', 1, 1, 1000, null],
    ]);
    const customers = await report(shop, { by: 'customer', from, to, sort: 'units' });
    assert.deepEqual(told(customers.rows, 'label', 'units', 'salesMinor'), [
      [null, null, 5, 4000],
      [first.customer, 'Ada', 4, 4000],
    ]);
    for (const one of [days, months, channels, countries, skus, customers]) {
      assert.deepEqual(one.totals, days.totals);
      assert.deepEqual(
        [one.totals.orders, one.totals.salesMinor, one.totals.netMinor],
        [3, 8000, 8000],
      );
      assert.deepEqual([one.currency, one.otherCurrencies, one.nextCursor], ['EUR', [], null]);
      assert.equal(one.asOf.behind, 0);
    }
  });

  test('kits count once, and what costs nothing is no sale', async () => {
    const { from, to, day } = freshYear();
    await captured({
      ...orderOf({}),
      lines: [line('TEA', 2, '30.00'), line('CARD', 1, '0.00')],
      placedAt: day(3, 1),
    });
    await captured({ ...orderOf({}), lines: [line('CARD', 3, '0.00')], placedAt: day(3, 2) });
    await sumUpSales(shop);
    const { rows, totals } = await report(shop, { by: 'sku', from, to });
    assert.deepEqual(told(rows, 'orders', 'lines', 'units', 'freeUnits', 'salesMinor'), [
      ['TEA', 1, 1, 2, 0, 6000],
      ['CARD', 0, 0, 0, 4, 0],
    ]);
    assert.deepEqual(
      [totals.orders, totals.units, totals.freeUnits, totals.salesMinor],
      [1, 2, 4, 6000],
    );
  });

  test('what is so cheap that its amount is rounded to nothing was sold all the same', async () => {
    const { from, to, day } = freshYear();
    const lines = [line('CARD', 1, '0.001')];
    await captured({ ...orderOf({}), lines, placedAt: day(1, 1) });
    await sumUpSales(shop);
    const {
      orders,
      lines: sold,
      units,
      freeUnits,
      salesMinor,
    } = (await report(shop, { by: 'sku', from, to })).totals;
    assert.deepEqual([orders, sold, units, freeUnits, salesMinor], [1, 1, 1, 0, 0]);
  });

  test('a day is one of UTC, whatever the clock of the channel says', async () => {
    const [from, to] = ['1970-01-01', '1970-12-31'];
    await captured({ ...orderOf({ MUG: 1 }), placedAt: `${from}T00:30:00+02:00` });
    await captured({ ...orderOf({ MUG: 1 }), placedAt: `${to}T23:30:00-02:00` });
    await sumUpSales(shop);
    assert.equal((await report(shop, { by: 'day', from, to })).totals.orders, 0);
  });

  test('currencies are never added together', async () => {
    const { from, to, day } = freshYear();
    await captured({ ...orderOf({ MUG: 1 }), placedAt: day(1, 1) });
    await captured({ ...orderOf({ MUG: 2 }), currency: 'USD', placedAt: day(1, 1) });
    await sumUpSales(shop);
    const euros = await report(shop, { by: 'sku', from, to });
    assert.deepEqual(
      [euros.currency, euros.totals.salesMinor, euros.otherCurrencies],
      ['EUR', 1000, ['USD']],
    );
    const dollars = await report(shop, { by: 'day', from, to, currency: 'USD' });
    assert.deepEqual([dollars.totals.salesMinor, dollars.otherCurrencies], [2000, ['EUR']]);
  });
});

describe('what came back', () => {
  test('cancellations, returns and refunds count on their day, with the money that was theirs', async () => {
    const { day } = freshYear();
    const before = await report(shop, { by: 'sku', from: TODAY, to: TODAY });
    const order = await captured({
      ...orderOf({}),
      lines: [line('MUG', 3), line('TEA', 2, '30.00')],
      shipping: [{ title: 'Parcel', amountMinor: 500 }],
      placedAt: day(5, 5),
    });
    const cancel = (body: object) =>
      shop.call('POST', `/v1/orders/${order.id}/cancellations`, { reason: 'customer', ...body });
    await cancel({ lines: [{ line: 1, quantity: 1 }] });
    await cancel({});
    const one = await delivered(shop, { MUG: 2 }, { placedAt: day(5, 6) });
    await shop.call('POST', '/v1/return-receipts', {
      ...{ order: one.order, location: 'BER', refund: true },
      items: [{ sku: 'MUG', quantity: 1, condition: 'sellable', disposition: 'restock' }],
    });
    await shop.call('POST', `/v1/orders/${one.order}/refunds`, {
      amountMinor: 100,
      reason: 'goodwill',
    });
    await sumUpSales(shop);
    const after = await report(shop, { by: 'sku', from: TODAY, to: TODAY });
    const more = (name: string) => after.totals[name] - before.totals[name];
    assert.deepEqual(
      ['cancellations', 'canceledUnits', 'canceledMinor', 'returnedUnits', 'refundedMinor'].map(
        more,
      ),
      [2, 5, 9500, 1, 1100],
    );
    assert.deepEqual(
      told(after.rows, 'cancellations', 'canceledUnits', 'canceledMinor', 'returnedUnits').sort(),
      [
        ['MUG', 2, 3, 3000, 1],
        ['TEA', 1, 2, 6000, 0],
      ],
    );
    const sold = await report(shop, {
      by: 'sku',
      from: day(1, 1).slice(0, 10),
      to: day(12, 31).slice(0, 10),
    });
    assert.equal(sold.totals.salesMinor, 11000);
  });
});

describe('asking', () => {
  test('a customer who was erased has no name, and the same figures', async () => {
    const { from, to, day } = freshYear();
    const body = { email: 'gone@example.com', name: 'Gone', externalId: 'crm-1' };
    const customer = (await shop.call('POST', '/v1/customers', body)).body.id;
    await captured({
      ...orderOf({ MUG: 1 }),
      customer: { email: body.email },
      placedAt: day(1, 1),
    });
    await sumUpSales(shop);
    const ask = async (caller: Caller = shop) =>
      (await report(caller, { by: 'customer', from, to })).rows[0];
    const before = await ask();
    assert.deepEqual([before.key, before.label, before.externalId], [customer, 'Gone', 'crm-1']);
    const stranger = await ask(await shop.as(['reports:read']));
    assert.deepEqual(stranger, { ...before, label: null, externalId: null });
    assert.equal((await shop.call('POST', `/v1/customers/${customer}/erasure`)).status, 200);
    assert.deepEqual(await ask(), { ...before, label: null, externalId: null });
  });

  test('what cannot be answered is refused', async () => {
    const ask = async (query: string) =>
      (await shop.call('GET', `/v1/reports/sales?${query}`)).body.code;
    assert.equal(await ask('by=day&from=2026-02-02&to=2026-02-01'), 'validation-failed');
    assert.equal(await ask('by=day&from=2026-02-31'), 'validation-failed');
    assert.equal(await ask('by=weather'), 'validation-failed');
    assert.equal(await ask('by=day&channel=nowhere'), 'channel-unknown');
    assert.equal(await ask('by=day&cursor=nonsense'), 'cursor-invalid');
    const stranger = await shop.as(['orders:read']);
    assert.equal((await stranger.call('GET', '/v1/reports/sales?by=day')).body.code, 'not-allowed');
  });
});

describe('the reader', () => {
  test('an event that is read again changes nothing, nor does a crash in between', async () => {
    await captured(orderOf({ MUG: 1 }));
    await shop.sequence();
    const { app, clock } = shop.runtime;
    const behind = await report(shop, { by: 'day' });
    assert.ok(behind.asOf.behind > 0);
    const reader = sumsReader(app);
    const crashing: PageReader = {
      ...reader,
      handlePages: async () => {
        throw new Error('crash');
      },
    };
    await assert.rejects(runReader(clock, app, crashing), /crash/);
    const half: PageReader = {
      ...reader,
      handlePages: async (...of) => {
        await reader.handlePages(...of);
        throw new Error('crash after the commit');
      },
    };
    await assert.rejects(runReader(clock, app, half), /after the commit/);
    const once = await report(shop, { by: 'day' });
    assert.equal(once.totals.orders, behind.totals.orders + 1);
    await sumUpSales(shop);
    await inTransaction(app, shop.tenant, (tx) => projectFrom(tx, 0n));
    assert.deepEqual(await report(shop, { by: 'day' }), once);
    await assert.rejects(
      inTransaction(app, shop.tenant, async (tx) => {
        await captured(orderOf({ MUG: 1 }));
        await shop.sequence();
        await projectFrom(tx, BigInt(once.asOf.position));
        throw new Error('crash before the commit');
      }),
      /before the commit/,
    );
    assert.deepEqual((await report(shop, { by: 'day' })).totals, once.totals);
  });

  test('a sum that fails keeps no other from being written, and says why', async () => {
    const { app } = shop.runtime;
    const done: string[] = [];
    const part = (name: string, failsAt?: 'add' | 'write'): LogPart => {
      const doing = (step: 'add' | 'write') => async () => {
        if (failsAt === step) throw new Error(`${name} fails`);
        done.push(`${name} ${step}`);
      };
      return { wants: ['order.'], begin: () => ({ add: doing('add'), write: doing('write') }) };
    };
    const parts = [part('first', 'add'), part('second'), part('third', 'write'), part('last')];
    const reader = readTogether(app, { name: 'test' }, parts);
    const events = await inTransaction(app, shop.tenant, (tx) => readLog(tx, 0n, 10));
    const pages = ReadableStream.from([events, events]);
    const range = { after: 0n, through: 10n };
    await assert.rejects(reader.handlePages(shop.tenant, pages, range), /first fails/);
    const pageOf = ['second add', 'third add', 'last add'];
    assert.deepEqual(done, [...pageOf, ...pageOf, 'second write', 'last write']);
  });

  test('sums that were emptied are built anew with the next event', async () => {
    await sumUpSales(shop);
    const before = await report(shop, { by: 'sku' });
    const owner = new pg.Client({ connectionString: shop.url });
    await owner.connect();
    await owner.query('delete from orders_by_hour');
    for (const table of ['projections', ...KEPT]) await owner.query(`delete from sales_${table}`);
    await owner.end();
    assert.equal((await report(shop, { by: 'sku' })).asOf.position, 0);
    await captured(orderOf({ CUP: 1 }));
    await sumUpSales(shop);
    const after = await report(shop, { by: 'sku' });
    assert.equal(after.totals.orders, before.totals.orders + 1);
    assert.equal(after.asOf.behind, 0);
  });

  test('two processes that read at once add every event once', async () => {
    const { from, to, day } = freshYear();
    const second = openRuntime({ url: shop.url, log: shop.runtime.log });
    try {
      const reading = { isOver: false };
      const loops = [shop.runtime, second].map(async (runtime) => {
        while (!reading.isOver)
          await runReader(runtime.clock, runtime.app, sumsReader(runtime.app));
      });
      for (let round = 0; round < 10; round += 1) {
        const made = Array.from({ length: 5 }, () =>
          captured({ ...orderOf({ CUP: 1 }), placedAt: day(2, 2) }),
        );
        await Promise.all(made);
        await shop.sequence();
      }
      reading.isOver = true;
      await Promise.all(loops);
      // Both at the very same events, past the lock of the reader.
      const { asOf } = await report(shop, { by: 'day' });
      await captured({ ...orderOf({ CUP: 1 }), placedAt: day(2, 3) });
      await shop.sequence();
      await Promise.all(
        [shop.runtime, second, second].map(({ app }) =>
          inTransaction(app, shop.tenant, (tx) => projectFrom(tx, BigInt(asOf.position))),
        ),
      );
    } finally {
      await second.close();
    }
    assert.equal((await report(shop, { by: 'day', from, to })).totals.orders, 51);
  });
});

/** What stands behind a position of the log, as if it were read for the first time. */
async function projectFrom(tx: Tx, after: bigint): Promise<void> {
  const events = await readLog(tx, after, 1000);
  const sales = sumSales();
  await sales.add((read) => read(tx), events);
  await sales.write(tx, { after, through: BigInt(events.at(-1)?.position ?? after) });
}
