// Reports of history, and of many days: what an import leaves in the log is added up like the rest.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  assertReportsVerified,
  freshYear,
  importDocument,
  importOrder,
  reimportOrder,
  askReport as report,
  sumUpSales,
  figuresOf as told,
} from '../reports.ts';
import { openShop, type Shop } from '../shop.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const TODAY = NOW.slice(0, 10);

let shop: Shop;
let web: string;
let till: string;
before(async () => {
  shop = await openShop({ now: () => new Date(NOW) });
  const channel = async (code: string) =>
    (await shop.call('POST', '/v1/channels', { code, name: code })).body.id;
  web = await channel('web');
  till = await channel('till');
});
after(async () => {
  await sumUpSales(shop);
  await assertReportsVerified(shop);
  // The rows are only what reports read of an import: the other invariants are for a real one.
  await shop.close().catch(() => {});
});

test('history: imported orders, credits, adjustments and write-offs', async () => {
  const { from, to, day } = freshYear();
  const place = { channel: web, country: 'GB', at: day(12, 1) };
  const order = await importOrder(
    shop,
    {
      ...place,
      lines: [
        { sku: '22423', units: 6, amountMinor: 1530, returned: 1 },
        { sku: 'POST', units: 1, amountMinor: 1800, canceled: 1 },
      ],
    },
    1900,
  );
  await importDocument(shop, {
    ...place,
    kind: 'credit',
    at: day(12, 9),
    lines: [
      { sku: '22423', units: -2, amountMinor: -510 },
      { sku: 'D', units: -1, amountMinor: -90 },
    ],
  });
  await importDocument(shop, {
    ...place,
    kind: 'adjustment',
    country: null,
    lines: [{ sku: 'B', units: 1, amountMinor: -1106206 }],
  });
  await importDocument(shop, {
    ...place,
    kind: 'write-off',
    lines: [{ sku: '22423', units: -38, amountMinor: 0 }],
  });
  const today = await report(shop, { by: 'sku', from: TODAY, to: TODAY });
  await reimportOrder(shop, order, 255, [{ line: 1, canceled: 1, returned: 2 }]);
  await sumUpSales(shop);
  const { totals, rows } = await report(shop, { by: 'sku', from, to });
  assert.deepEqual(totals, {
    ...{ orders: 1, lines: 2, units: 7, freeUnits: 0, salesMinor: 3330 },
    ...{ cancellations: 1, canceledUnits: 1, canceledMinor: 1900, returnedUnits: 1 },
    ...{ refundedMinor: 0, credits: 1, creditedUnits: 3, creditsMinor: -600 },
    ...{ adjustments: 1, adjustmentsMinor: -1106206, writtenOffUnits: 38 },
    netMinor: 3330 - 600 - 1106206,
  });
  assert.deepEqual(
    told(rows, 'salesMinor', 'credits', 'creditsMinor', 'canceledMinor', 'writtenOffUnits'),
    [
      ['POST', 1800, 0, 0, 1900, 0],
      ['22423', 1530, 1, -510, 0, 38],
      ['B', 0, 0, 0, 0, 0],
      ['D', 0, 1, -90, 0, 0],
    ],
  );
  const then = await report(shop, { by: 'sku', from: TODAY, to: TODAY });
  const more = (name: string) => then.totals[name] - today.totals[name];
  assert.deepEqual(
    ['cancellations', 'canceledUnits', 'canceledMinor', 'returnedUnits', 'orders'].map(more),
    [1, 1, 255, 2, 0],
  );
});

test('filters by period, channel and country; whole months and years give what their days give', async () => {
  const { day } = freshYear();
  const second = freshYear();
  for (const at of [
    day(1, 15),
    day(6, 30),
    day(7, 1),
    day(12, 31),
    second.day(1, 1),
    second.day(3, 3),
  ])
    for (const channel of [web, till])
      await importOrder(shop, {
        channel,
        country: 'SE',
        at,
        lines: [{ sku: 'AXE', units: 1, amountMinor: 100 }],
      });
  await sumUpSales(shop);
  const ask = async (from: string, to: string, more = {}) => {
    const query = { from: from.slice(0, 10), to: to.slice(0, 10), ...more };
    const [skus, customers, days] = await Promise.all(
      ['sku', 'customer', 'day'].map((by) => report(shop, { by, ...query })),
    );
    const sum = (rows: { orders: number }[]) => rows.reduce((all, row) => all + row.orders, 0);
    assert.equal(sum(skus.rows), skus.totals.orders);
    assert.equal(sum(customers.rows), skus.totals.orders);
    assert.equal(sum(days.rows), skus.totals.orders);
    return skus.totals.orders;
  };
  assert.equal(await ask(day(1, 1), second.day(12, 31)), 12);
  assert.equal(await ask(day(1, 15), second.day(1, 1)), 10);
  assert.equal(await ask(day(1, 16), second.day(1, 1)), 8);
  assert.equal(await ask(day(6, 30), day(7, 1)), 4);
  assert.equal(await ask(day(7, 1), day(12, 31), { channel: 'till' }), 2);
  assert.equal(await ask(day(7, 1), day(12, 31), { country: 'SE' }), 4);
  assert.equal(await ask(day(7, 1), day(12, 31), { country: 'NO' }), 0);
});

test('by month, the first and the last month are the days of the period', async () => {
  const { from, day } = freshYear();
  const lines = [{ sku: 'M', units: 1, amountMinor: 1000 }];
  for (const at of [day(3, 2), day(3, 30), day(4, 15), day(9, 4), day(9, 29)])
    await importOrder(shop, { channel: web, at, lines });
  await sumUpSales(shop);
  const year = from.slice(0, 4);
  const periods = [
    ['01-01', '12-31', { '03': 2, '04': 1, '09': 2 }],
    ['03-05', '09-28', { '03': 1, '04': 1, '09': 1 }],
    ['03-28', '09-02', { '03': 1, '04': 1 }],
    ['03-03', '04-20', { '03': 1, '04': 1 }],
    ['03-03', '03-29', {}],
  ] as const;
  for (const [first, last, wanted] of periods)
    for (const report of ['sales?', 'flow?kind=sale&']) {
      const period = `from=${year}-${first}&to=${year}-${last}`;
      const path = `/v1/reports/${report}by=month&${period}&currency=EUR`;
      const { body } = await shop.call('GET', path);
      const rows: { key: string; units: number }[] = body.rows;
      const told = Object.fromEntries(rows.map(({ key, units }) => [key.slice(5), units]));
      assert.deepEqual(told, wanted, path);
      const units = Object.values(wanted).reduce((sum, one) => sum + one, 0);
      assert.equal(body.totals.units, units, path);
    }
});

test('pages hold every row once, with the totals of all', async () => {
  const { from, to, day } = freshYear();
  const lines = Array.from({ length: 23 }, (_, place) => ({
    sku: `P-${place}`,
    units: 1 + (place % 3),
    amountMinor: 100,
  }));
  await importOrder(shop, { channel: web, at: day(1, 1), lines });
  await sumUpSales(shop);
  for (const sort of ['sales', 'units', 'orders', 'key']) {
    const whole = await report(shop, { by: 'sku', from, to, sort });
    const rows = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof report>> = await report(shop, {
        by: 'sku',
        from,
        to,
        sort,
        limit: '5',
        ...(cursor === '' ? {} : { cursor }),
      });
      rows.push(...page.rows);
      assert.deepEqual(page.totals, whole.totals);
      cursor = page.nextCursor;
    }
    assert.deepEqual(rows, whole.rows);
    assert.equal(new Set(rows.map(({ key }) => key)).size, 23);
  }
});
