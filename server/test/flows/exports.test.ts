// Exports: what is in them, by every filter, and what is refused.
// cspell:ignore joerg

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import * as contract from '@doorstep/contract/exports.ts';
import { ORDER_SORTS } from '@doorstep/contract/order-filters.ts';
import { listOrders } from '@doorstep/contract/orders.ts';
import { formatMajor } from '@doorstep/core/money.ts';
import { type Any, type ExportShop, MARKED, openExportShop } from '../export-shop.ts';
import { listUp } from '../list-up.ts';
import { sheetsOf } from '../read-workbook.ts';
import { orderOf, stockUp } from '../stock.ts';

let opened: ExportShop;
before(async () => {
  opened = await openExportShop();
});
after(() => opened.shop.close());

async function listed(path: string): Promise<Any[]> {
  const items: Any[] = [];
  const url = new URL(path, 'http://shop');
  url.searchParams.set('limit', '3');
  for (let cursor: string | null = ''; cursor !== null; ) {
    if (cursor !== '') url.searchParams.set('cursor', cursor);
    const { status, body } = await opened.shop.call('GET', `${url.pathname}${url.search}`);
    assert.equal(status, 200, JSON.stringify(body));
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

/** A value or more for each filter of the list of orders, each of which leaves some and not all. */
const ORDER_FILTERS: Readonly<Record<string, () => readonly string[]>> = {
  search: () => ['gift', 'joerg', '007', 'mug 1005', 'web'],
  status: () => ['open', 'on-hold', 'canceled', 'completed'],
  fulfillmentStatus: () => ['unfulfilled', 'none'],
  stockStatus: () => ['promised', 'unpromised', 'none'],
  paymentStatus: () => ['pending', 'none', 'paid'],
  channel: () => ['web', 'market'],
  customer: () => [opened.bought[0].customer, opened.bought[1].customer],
  tag: () => ['gift', '=tag', 'nothing'],
  anyTag: () => ['gift,nothing'],
  allTags: () => ['gift'],
  promiseRisk: () => ['late,at-risk,on-time'],
  shipByFrom: () => ['2026-01-01T00:00:00Z'],
  shipByTo: () => ['2099-01-01T00:00:00Z'],
  returnStatus: () => ['none'],
  country: () => ['DE,AT'],
  currency: () => ['EUR'],
  sku: () => ['MUG'],
  location: () => ['BER'],
  holdReason: () => ['other,credit-limit'],
  hasException: () => ['true', 'false'],
  exceptionType: () => ['cannot-source'],
  origin: () => ['captured', 'imported'],
  placedFrom: () => ['2026-01-01T00:00:00Z'],
  placedTo: () => ['2026-01-01T00:00:00Z'],
  updatedFrom: () => ['2026-01-01T00:00:00Z'],
  totalFrom: () => ['1000'],
  totalTo: () => ['5000'],
};

function filtersOf(operation: { query?: { properties: object } | undefined }): string[] {
  const known = Object.keys(operation.query?.properties ?? {});
  return known.filter((name) => !['format', 'columns', 'gzip', 'limit', 'cursor'].includes(name));
}

test('an export of orders has exactly what the list has, by every filter and by every two', async () => {
  await listUp(opened.shop);
  assert.deepEqual(filtersOf(listOrders).sort(), [...Object.keys(ORDER_FILTERS), 'sort'].sort());
  assert.deepEqual(filtersOf(contract.exportOrders).sort(), filtersOf(listOrders).sort());
  const pairs = Object.entries(ORDER_FILTERS).flatMap(([name, values]) =>
    values().map((value): [string, string] => [name, value]),
  );
  const queries = [
    [],
    ...pairs.flatMap((one, place) => pairs.slice(place).map((other) => [one, other])),
  ];
  let rows = 0;
  for (const query of queries) {
    const search = new URLSearchParams(Object.fromEntries(query));
    const expected = (await listed(`/v1/orders?${search}`)).map(({ id }) => id).reverse();
    const found = (await opened.lines(`/v1/exports/orders?${search}`)).map(({ id }) => id);
    assert.deepEqual(found, expected, search.toString());
    rows += found.length;
  }
  assert.ok(rows > 100, `${rows} rows`);
});

test('an export that is sorted is in the order of the list', async () => {
  for (const sort of ORDER_SORTS)
    for (const filter of ['', '&status=open,completed', '&sku=MUG', '&totalFrom=1000']) {
      const expected = (await listed(`/v1/orders?sort=${sort}${filter}`)).map(({ id }) => id);
      const found = await opened.lines(`/v1/exports/orders?sort=${sort}${filter}`);
      assert.deepEqual(
        found.map(({ id }) => id),
        expected,
        sort + filter,
      );
    }
});

test('times and the origin narrow an export of orders', async () => {
  const numbersOf = async (query: string) =>
    (await opened.lines(`/v1/exports/orders?${query}`)).map(({ number }) => number);
  const numbers = opened.bought.map(({ number }) => number);
  const from = encodeURIComponent('2026-02-01T01:00:00+01:00');
  assert.deepEqual(await numbersOf(`placedTo=${from}`), [numbers[0]]);
  assert.deepEqual(await numbersOf(`placedFrom=${from}`), numbers.slice(1));
  const to = encodeURIComponent('2026-02-01T00:00:00.001Z');
  assert.deepEqual(await numbersOf(`placedFrom=${from}&placedTo=${to}&channel=market`), [
    numbers[2],
  ]);
  assert.deepEqual(await numbersOf('origin=imported'), []);
  assert.deepEqual(await numbersOf('origin=captured'), numbers);
});

test('the other lists are exported whole, by each of their filters', async () => {
  const lists = {
    customers: {
      operation: contract.exportCustomers,
      queries: ['', 'search=joerg', 'search=nobody'],
    },
    skus: { operation: contract.exportSkus, queries: ['', 'search=007', 'search=title'] },
    stock: {
      operation: contract.exportStock,
      queries: ['', 'sku=MUG', 'location=HAM', 'sku=MUG&location=BER'],
    },
    locations: { operation: contract.exportLocations, queries: [''] },
    parcels: {
      operation: contract.exportParcels,
      queries: ['', 'status=shipped', `order=${opened.bought[0].id}`, 'trackingNumber=none'],
    },
    returns: {
      operation: contract.exportReturns,
      queries: [
        '',
        'status=requested',
        `order=${opened.bought[0].id}`,
        'location=BER&toRefund=true',
        'toDecide=true',
        'reason=damaged&search=none',
        'createdBefore=2099-01-01T00:00:00Z',
      ],
    },
  };
  for (const [name, { operation, queries }] of Object.entries(lists)) {
    for (const filter of filtersOf(operation as Any))
      assert.ok(
        queries.some((query) => query.includes(`${filter}=`)),
        `${name} ${filter}`,
      );
    for (const query of queries) {
      const path = name === 'stock' ? 'stock/levels' : name;
      const expected = await listed(`/v1/${path}?${query}`);
      // Stock is in the order of its keys; the others begin with the oldest.
      if (!['stock', 'parcels', 'returns'].includes(name)) expected.reverse();
      const found = await opened.lines(`/v1/exports/${name}?${query}`);
      const timeless = (one: Any) => ({ ...one, nextCutOffAt: null });
      assert.deepEqual(found.map(timeless), expected.map(timeless), `${name} ${query}`);
      const rows = await opened.table(`/v1/exports/${name}?${query}${query && '&'}format=csv`);
      assert.equal(rows.length, found.length);
    }
  }
  const [set] = (await opened.table('/v1/exports/skus?format=csv&search=set')) as Any[];
  assert.equal(set.title, MARKED);
  assert.equal(JSON.parse(set.components)[0].sku, 'MUG');
});

test('payments are exported with the sums of their ledger, and no token', async () => {
  const all = await opened.lines('/v1/exports/payments');
  for (const one of all) {
    const { payments } = (await opened.shop.call('GET', `/v1/orders/${one['order']}/payments`))
      .body;
    const shown = payments.find(({ id }: Any) => id === one['id']);
    assert.equal(one['capturedMinor'], shown.capturedMinor);
    assert.equal('token' in one, false);
  }
  const rows = await opened.table('/v1/exports/payments?format=csv');
  assert.equal(rows.length, all.length);
  assert.deepEqual(await opened.lines('/v1/exports/payments?provider=nobody'), []);
  const later = encodeURIComponent('2999-01-01T00:00:00Z');
  assert.deepEqual(await opened.lines(`/v1/exports/payments?createdFrom=${later}`), []);
  assert.deepEqual(await opened.lines(`/v1/exports/payments?createdTo=${later}`), all);
  const { items } = (await opened.shop.call('GET', '/v1/exports')).body;
  for (const { name, columns } of items) {
    const chosen = columns.map((column: Any) => column.name).join(',');
    const path = `/v1/exports/${name}?format=csv&columns=${chosen}`;
    assert.equal((await opened.shop.call('GET', path)).body.split('\r\n')[0], chosen);
  }
});

test('an unknown channel, SKU or location is refused before anything is sent', async () => {
  for (const [path, code] of [
    ['orders?channel=none', 'channel-unknown'],
    ['stock?sku=NONE', 'sku-unknown'],
    ['stock?location=NONE&format=xlsx', 'location-unknown'],
    ['orders?format=pdf', 'validation-failed'],
    ['orders?limit=3', 'validation-failed'],
  ] as const)
    assert.equal((await opened.shop.call('GET', `/v1/exports/${path}`)).body.code, code, path);
  const other = await opened.shop.as(['customers:read']);
  assert.equal((await other.call('GET', '/v1/exports/orders')).body.code, 'not-allowed');
});

test('only the columns asked for, in their order; without one of a line, a row per order', async () => {
  const path = '/v1/exports/orders?format=csv&columns=';
  assert.deepEqual(
    (await opened.table(`${path}total,number`)).map((row) => Object.entries(row)),
    opened.bought.map(({ number, totals }) => [
      ['total', formatMajor(BigInt(totals.totalMinor), totals.currency)],
      ['number', number],
    ]),
  );
  const perLine = await opened.table(`${path}sku,number`);
  assert.deepEqual(Object.keys(perLine[0] ?? {}), ['sku', 'number']);
  assert.equal(perLine.length, 8);
  const [first] = await opened.lines('/v1/exports/orders?columns=tags,number');
  assert.deepEqual(first, { tags: ['=tag', 'gift'], number: opened.bought[0].number });
  const refused = (await opened.shop.call('GET', `${path}number,sum`)).body;
  assert.equal(refused.code, 'validation-failed');
  assert.match(refused.detail, /no column sum\. There are: id, number, .*returned\.$/);
  const unknown = (await opened.shop.call('GET', '/v1/exports/skus?columns=lines')).body;
  assert.match(unknown.detail, /no column lines\. There are: id, code/);
});

test('an empty list is a header, a sheet with one, or nothing', async () => {
  const none = '/v1/exports/orders?tag=nothing&columns=number,sku&format=';
  assert.equal((await opened.shop.call('GET', `${none}csv`)).body, 'number,sku\r\n');
  const [sheet] = sheetsOf(await opened.bytes(`${none}xlsx`));
  assert.deepEqual(
    sheet?.rows.map((row) => row.map(({ text }) => text)),
    [['number', 'sku']],
  );
  const plain = await opened.shop.call('GET', '/v1/exports/orders?tag=nothing');
  assert.equal(plain.body, '');
});

test('gzip makes a file that unpacks to the same', async () => {
  const whole = (await opened.shop.call('GET', '/v1/exports/orders?format=csv')).body;
  const packed = await opened.bytes('/v1/exports/orders?format=csv&gzip=true');
  assert.equal(gunzipSync(packed).toString('utf8'), whole);
  const { headers } = await opened.shop.call('GET', '/v1/exports/orders?gzip=true');
  assert.equal(headers['content-type'], 'application/gzip');
  assert.equal(headers['content-disposition'], 'attachment; filename="orders.ndjson.gz"');
  const twice = (await opened.shop.call('GET', '/v1/exports/orders?format=xlsx&gzip=true')).body;
  assert.equal(twice.code, 'validation-failed');
});

test('another tenant exports its own rows only', async () => {
  const other = await opened.shop.anotherTenant('other');
  for (const name of ['orders', 'customers', 'skus', 'stock', 'locations'])
    assert.deepEqual(await opened.lines(`/v1/exports/${name}`, other), [], name);
  await stockUp(other, { BER: { CUP: 5 } });
  const order = orderOf({ CUP: 1 }, { tags: ['gift'], externalId: 'web-5' });
  const own = (await other.call('POST', '/v1/orders', order)).body;
  for (const query of ['', '?tag=gift', '?channel=web', '?status=open']) {
    const found = await opened.lines(`/v1/exports/orders${query}`, other);
    assert.deepEqual(
      found.map(({ id }) => id),
      [own.id],
    );
  }
});

test('of an erased customer, and whom its orders were for, nulls are left', async () => {
  await opened.shop.call('POST', `/v1/customers/${opened.bought[1].customer}/erasure`);
  const [, order] = await opened.lines('/v1/exports/orders');
  assert.deepEqual(order.customer, {
    id: opened.bought[1].customer,
    externalId: null,
    email: null,
    name: null,
    phone: null,
  });
  assert.deepEqual(order.contact, { email: null, name: null, phone: null });
  assert.deepEqual([order.shippingAddress, order.totalMinor], [null, 2000]);
  const customers = await opened.table('/v1/exports/customers?format=csv');
  const erased = customers.find(({ id }) => id === opened.bought[1].customer);
  assert.deepEqual([erased?.['email'], erased?.['name']], [null, null]);
  assert.ok(erased?.['erasedAt']);
});
