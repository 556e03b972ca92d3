// Exports: every filter, every format read back to the same values, and a stream that holds nothing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import {
  ExportedOrderSchema,
  LINE_COLUMNS,
  ORDER_COLUMNS,
} from '@doorstep/contract/export-forms.ts';
import * as contract from '@doorstep/contract/exports.ts';
import { listOrders } from '@doorstep/contract/orders.ts';
import { formatMajor } from '@doorstep/core/money.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { startWorker } from '../../src/worker.ts';
import { type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { sheetsOf } from './read-workbook.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of exports, looked into freely
type Any = any;

const ajv = new Ajv({ strict: false, allErrors: true });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);
const isExportedOrder = ajv.compile(ExportedOrderSchema);

const ODD = '=SUM(A1:A9)"quoted", then\r\na line – “Größe” 🧦';
const MARKED = "'=already marked";

let shop: Shop;
let bought: Any[];
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, '007': 500 }, HAM: { MUG: 500 } });
  await shop.call('POST', '/v1/channels', { code: 'market', name: 'Market' });
  const channels = [{ channel: 'web' }, { channel: 'market' }];
  await shop.call('PATCH', '/v1/locations/HAM', { channels });
  await shop.call('PATCH', '/v1/skus/007', { title: ODD });
  const kit = { code: 'SET', title: MARKED, components: [{ sku: 'MUG', quantity: 2 }] };
  await shop.call('POST', '/v1/skus', kit);
  bought = [];
  for (const order of orders()) {
    const made = await shop.call('POST', '/v1/orders', order);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    bought.push(made.body);
  }
  await shop.call('POST', `/v1/orders/${bought[1].id}/cancellations`, { reason: 'customer' });
  await shop.call('POST', `/v1/orders/${bought[2].id}/holds`, { reason: 'other' });
  await shop.call('POST', `/v1/orders/${bought[0].id}/notes`, { body: ODD });
  await indexed(shop);
});
after(() => shop.close());

function orders(): object[] {
  return [
    orderOf(
      {},
      {
        externalId: '@web-1',
        placedAt: '2026-01-31T23:30:00+01:00',
        pricesIncludeTax: true,
        customer: { email: 'joerg@example.com', name: "=cmd|' /C calc'!A0", phone: '+49 30 1' },
        shippingAddress: {
          name: '-Jörg',
          street: ODD,
          postalCode: '01067',
          country: 'DE',
          coordinates: { latitude: 51.05, longitude: -13.7 },
        },
        billingAddress: { company: 'A, B; C', country: 'AT' },
        lines: [
          {
            sku: '007',
            quantity: 3,
            unitPrice: '4.999',
            externalId: '0001',
            taxes: [{ name: 'VAT', rate: '0.19', amountMinor: 239 }],
            discounts: [{ name: 'Spring', code: 'SPRING', amountMinor: 100 }],
          },
          { sku: 'SET', quantity: 1, unitPrice: '20' },
        ],
        shipping: [
          {
            title: 'Parcel',
            amountMinor: 490,
            taxes: [{ name: 'VAT', rate: '0.19', amountMinor: 78 }],
            discounts: [{ name: 'Half', amountMinor: 245 }],
          },
        ],
        tags: ['gift', '=tag'],
        customFields: { source: ODD, count: 3 },
        payments: [{ provider: 'manual' }],
      },
    ),
    orderOf({ MUG: 2 }, { customer: { email: 'second@example.com' }, tags: ['gift'] }),
    orderOf({ MUG: 1 }, { channel: 'market', currency: 'JPY', placedAt: '2026-02-01T00:00:00Z' }),
    orderOf({ UNKNOWN: 1 }, { channel: 'market', currency: 'KWD' }),
    orderOf({ MUG: 1, '007': 1 }, { externalId: 'web-5' }),
  ];
}

async function indexed({ runtime }: Shop): Promise<void> {
  const worker = startWorker(runtime);
  const isFound = async () =>
    (await shop.call('GET', '/v1/orders?search=web-5')).body.items.length > 0;
  for (const end = Date.now() + 10_000; !(await isFound()); await sleep(20))
    assert.ok(Date.now() < end, 'orders were not made findable in time');
  await worker.stop();
}

async function lines(path: string, caller: Caller = shop): Promise<Any[]> {
  const { status, body } = await caller.call('GET', path);
  assert.equal(status, 200, JSON.stringify(body));
  return body === ''
    ? []
    : body
        .trimEnd()
        .split('\n')
        .map((line: string) => JSON.parse(line));
}

/** The rows of a CSV as it is read back: an empty cell is null, the mark of text is taken off. */
async function table(path: string): Promise<Record<string, string | null>[]> {
  const { status, headers, body } = await shop.call('GET', path);
  assert.equal(status, 200, JSON.stringify(body));
  assert.match(String(headers['content-type']), /^text\/csv; charset=utf-8/);
  return parse(body, {
    columns: true,
    relax_quotes: false,
    cast: (cell) => (cell === '' ? null : cell.replace(/^'/, '')),
  });
}

async function listed(path: string): Promise<Any[]> {
  const items: Any[] = [];
  const url = new URL(path, 'http://shop');
  url.searchParams.set('limit', '3');
  for (let cursor: string | null = ''; cursor !== null; ) {
    if (cursor !== '') url.searchParams.set('cursor', cursor);
    const { status, body } = await shop.call('GET', `${url.pathname}${url.search}`);
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
  customer: () => [bought[0].customer, bought[1].customer],
  tag: () => ['gift', '=tag', 'nothing'],
};

function filtersOf(operation: { query?: { properties: object } | undefined }): string[] {
  const known = Object.keys(operation.query?.properties ?? {});
  return known.filter((name) => !['format', 'columns', 'gzip', 'limit', 'cursor'].includes(name));
}

test('an export of orders has exactly what the list has, by every filter and by every two', async () => {
  const only = ['placedFrom', 'placedTo', 'origin'];
  assert.deepEqual(filtersOf(listOrders).sort(), Object.keys(ORDER_FILTERS).sort());
  const exported = filtersOf(contract.exportOrders).filter((name) => !only.includes(name));
  assert.deepEqual(exported.sort(), filtersOf(listOrders).sort());
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
    const found = (await lines(`/v1/exports/orders?${search}`)).map(({ id }) => id);
    assert.deepEqual(found, expected, search.toString());
    rows += found.length;
  }
  assert.ok(rows > 100, `${rows} rows`);
});

test('times and the origin narrow an export of orders', async () => {
  const numbersOf = async (query: string) =>
    (await lines(`/v1/exports/orders?${query}`)).map(({ number }) => number);
  const numbers = bought.map(({ number }) => number);
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
      if (name !== 'stock') expected.reverse();
      const found = await lines(`/v1/exports/${name}?${query}`);
      const timeless = (one: Any) => ({ ...one, nextCutOffAt: null });
      assert.deepEqual(found.map(timeless), expected.map(timeless), `${name} ${query}`);
      const rows = await table(`/v1/exports/${name}?${query}${query && '&'}format=csv`);
      assert.equal(rows.length, found.length);
    }
  }
  const [set] = (await table('/v1/exports/skus?format=csv&search=set')) as Any[];
  assert.equal(set.title, MARKED);
  assert.equal(JSON.parse(set.components)[0].sku, 'MUG');
});

test('an unknown channel, SKU or location is refused before anything is sent', async () => {
  for (const [path, code] of [
    ['orders?channel=none', 'channel-unknown'],
    ['stock?sku=NONE', 'sku-unknown'],
    ['stock?location=NONE&format=xlsx', 'location-unknown'],
    ['orders?format=pdf', 'validation-failed'],
    ['orders?limit=3', 'validation-failed'],
  ] as const)
    assert.equal((await shop.call('GET', `/v1/exports/${path}`)).body.code, code, path);
  const other = await shop.as(['customers:read']);
  assert.equal((await other.call('GET', '/v1/exports/orders')).body.code, 'not-allowed');
});

test('NDJSON has every order whole, in the form the contract says', async () => {
  const all = await lines('/v1/exports/orders');
  for (const one of all) {
    assert.ok(isExportedOrder(one), ajv.errorsText(isExportedOrder.errors));
    assert.deepEqual(Object.keys(one).sort(), Object.keys(ExportedOrderSchema.properties).sort());
    const order: Any = one;
    const shown = (await shop.call('GET', `/v1/orders/${order.id}`)).body;
    for (const [name, value] of Object.entries(shown.totals))
      assert.deepEqual(order[name], value, name);
    for (const name of ['number', 'externalId', 'placedAt', 'status', 'tags', 'customFields'])
      assert.deepEqual(order[name], shown[name], name);
    assert.deepEqual(order.shippingAddress, shown.contact.shippingAddress);
    assert.deepEqual(
      one.lines.map((line: Any) => [line.sku, line.quantity, line.unitPrice, line.amountMinor]),
      shown.lines.map((line: Any) => [line.sku, line.ordered, line.unitPrice, line.amountMinor]),
    );
  }
  const [first, second] = all;
  assert.equal(first.lines[0].title, ODD);
  assert.deepEqual(first.lines[0].taxes, [{ name: 'VAT', rate: '0.19', amountMinor: 239 }]);
  assert.equal(first.shipping[0].discounts[0].amountMinor, 245);
  assert.equal(first.customer.email, 'joerg@example.com');
  assert.equal(first.notes[0].body, ODD);
  assert.deepEqual([second.lines[0].canceled, second.lines[0].open], [2, 0]);
});

test('CSV reads back to the same values: quotes, line breaks, umlauts, emoji, formulas', async () => {
  const orders = await lines('/v1/exports/orders');
  const rows = await table('/v1/exports/orders?format=csv');
  assert.deepEqual(Object.keys(rows[0] ?? {}), [
    ...Object.keys(ORDER_COLUMNS),
    ...Object.keys(LINE_COLUMNS),
  ]);
  const expected = orders.flatMap((order) =>
    order.lines.map((line: Any) => ({ ...orderCells(order), ...lineCells(line, order) })),
  );
  assert.deepEqual(rows, expected);
  const { body } = await shop.call('GET', '/v1/exports/orders?format=csv');
  assert.ok(body.includes('"\'=SUM(A1:A9)""quoted"", then\r\na line'));
  const cells: string[][] = parse(body, {});
  for (const cell of cells.flat()) assert.doesNotMatch(cell, /^[=+@]|^-(?!\d)/);
});

/** What an order must be in CSV, by the contract's words and not by the server's code. */
function orderCells(order: Any): Record<string, string | null> {
  const text = (value: Any) => (value === null || value === undefined ? null : String(value));
  const amount = (minor: number) => formatMajor(BigInt(minor), order.currency);
  const same = [
    ...['id', 'number', 'channel', 'externalId', 'origin', 'placedAt', 'capturedAt', 'currency'],
    ...['pricesIncludeTax', 'status', 'fulfillmentStatus', 'stockStatus', 'returnStatus'],
    ...['paymentStatus', 'statedPaymentStatus', 'statedFulfillmentStatus', 'stockPolicy'],
    ...['splitPolicy', 'destinationCountry'],
  ];
  const inPlaces = { shipping: order.shippingAddress, billing: order.billingAddress };
  const parts = ['name', 'company', 'street', 'street2', 'city', 'region', 'postalCode'];
  const addresses = Object.entries(inPlaces).flatMap(([prefix, address]) => [
    ...[...parts, 'country', 'phone'].map((part) => [
      `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`,
      text(address?.[part]),
    ]),
    [`${prefix}Latitude`, text(address?.coordinates?.latitude)],
    [`${prefix}Longitude`, text(address?.coordinates?.longitude)],
  ]);
  return {
    ...Object.fromEntries(same.map((name) => [name, text(order[name])])),
    items: amount(order.itemsMinor),
    shipping: amount(order.shippingMinor),
    discount: amount(order.discountMinor),
    tax: amount(order.taxMinor),
    total: amount(order.totalMinor),
    canceledAmount: amount(order.canceledMinor),
    grantedAmount: amount(order.grantedMinor),
    refundedAmount: amount(order.refundedMinor),
    customerId: text(order.customer?.id),
    customerExternalId: text(order.customer?.externalId),
    customerEmail: text(order.customer?.email),
    customerName: text(order.customer?.name),
    customerPhone: text(order.customer?.phone),
    contactEmail: order.contact.email,
    contactName: order.contact.name,
    contactPhone: order.contact.phone,
    ...Object.fromEntries(addresses),
    shippingCharges: JSON.stringify(order.shipping),
    tags: JSON.stringify(order.tags),
    notes: JSON.stringify(order.notes),
    customFields: JSON.stringify(order.customFields),
  };
}

function lineCells(line: Any, { currency }: Any): Record<string, string | null> {
  const text = (value: Any) => (value === null ? null : String(value));
  return {
    line: text(line.number),
    lineKind: line.kind,
    kitLine: text(line.kitLine),
    lineExternalId: line.externalId,
    sku: line.sku,
    isMatched: text(line.isMatched),
    title: line.title,
    quantity: text(line.quantity),
    unitPrice: line.unitPrice,
    amount: formatMajor(BigInt(line.amountMinor), currency),
    payable: formatMajor(BigInt(line.payableMinor), currency),
    lineDiscounts: JSON.stringify(line.discounts),
    lineTaxes: JSON.stringify(line.taxes),
    canceled: text(line.canceled),
    open: text(line.open),
    shipped: text(line.shipped),
    delivered: text(line.delivered),
    returned: text(line.returned),
  };
}

test('XLSX holds the same: numbers and times as such, codes as text', async () => {
  const rows = await table('/v1/exports/orders?format=csv');
  const [sheet, ...more] = sheetsOf(await workbook('/v1/exports/orders?format=xlsx'));
  assert.ok(sheet);
  assert.deepEqual([sheet.name, more.length, sheet.rows.length], ['Orders', 0, rows.length + 1]);
  const [head = [], ...body] = sheet.rows;
  const kinds: Record<string, string> = { ...ORDER_COLUMNS, ...LINE_COLUMNS };
  assert.deepEqual(
    head.map(({ text }) => text),
    Object.keys(kinds),
  );
  for (const [place, row] of rows.entries())
    for (const [column, [name, value]] of Object.entries(row).entries()) {
      const cell = body[place]?.[column];
      assert.ok(cell, name);
      const kind = kinds[name] ?? '';
      assert.equal(cell.type, value === null ? undefined : TYPES[kind], name);
      assert.equal(readCell(cell.text, kind, value), value ?? '', name);
    }
  const places = head.findIndex(({ text }) => text === 'total');
  // Two places in euros, none in yen, three in dinars.
  assert.deepEqual(
    body.map((row) => row[places]?.text),
    ['36.45', '36.45', '36.45', '20.00', '10', '10.000', '20.00', '20.00'],
  );
  assert.equal(new Set(body.map((row) => row[places]?.style)).size, 3);
});

const TYPES: Readonly<Record<string, string>> = {
  text: 'inlineStr',
  json: 'inlineStr',
  flag: 'b',
  time: 'n',
  amount: 'n',
  decimal: 'n',
  integer: 'n',
};

function readCell(text: string, kind: string, expected: string | null): string {
  if (expected === null || kind === 'text' || kind === 'json') return text;
  if (kind === 'flag') return String(text === '1');
  if (kind !== 'time') return text;
  return new Date(Math.round((Number(text) - 25_569) * 86_400_000)).toISOString();
}

/** The bytes, which a caller that reads text would spoil. */
async function workbook(path: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${shop.secret}` };
  const answer = await shop.app.inject({ method: 'GET', url: path, headers });
  assert.equal(answer.statusCode, 200);
  return answer.rawPayload;
}

test('only the columns asked for, in their order; without one of a line, a row per order', async () => {
  const path = '/v1/exports/orders?format=csv&columns=';
  assert.deepEqual(
    (await table(`${path}total,number`)).map((row) => Object.entries(row)),
    bought.map(({ number, totals }) => [
      ['total', formatMajor(BigInt(totals.totalMinor), totals.currency)],
      ['number', number],
    ]),
  );
  const perLine = await table(`${path}sku,number`);
  assert.deepEqual(Object.keys(perLine[0] ?? {}), ['sku', 'number']);
  assert.equal(perLine.length, 8);
  const [first] = await lines('/v1/exports/orders?columns=tags,number');
  assert.deepEqual(first, { tags: ['=tag', 'gift'], number: bought[0].number });
  const refused = (await shop.call('GET', `${path}number,sum`)).body;
  assert.equal(refused.code, 'validation-failed');
  assert.match(refused.detail, /no column sum\. There are: id, number, .*returned\.$/);
  const unknown = (await shop.call('GET', '/v1/exports/skus?columns=lines')).body;
  assert.match(unknown.detail, /no column lines\. There are: id, code/);
});

test('an empty list is a header, a sheet with one, or nothing', async () => {
  const none = '/v1/exports/orders?tag=nothing&columns=number,sku&format=';
  assert.equal((await shop.call('GET', `${none}csv`)).body, 'number,sku\r\n');
  const [sheet] = sheetsOf(await workbook(`${none}xlsx`));
  assert.deepEqual(
    sheet?.rows.map((row) => row.map(({ text }) => text)),
    [['number', 'sku']],
  );
  const plain = await shop.call('GET', '/v1/exports/orders?tag=nothing');
  assert.equal(plain.body, '');
});

test('gzip makes a file that unpacks to the same', async () => {
  const whole = (await shop.call('GET', '/v1/exports/orders?format=csv')).body;
  const packed = await workbook('/v1/exports/orders?format=csv&gzip=true');
  assert.equal(gunzipSync(packed).toString('utf8'), whole);
  const { headers } = await shop.call('GET', '/v1/exports/orders?gzip=true');
  assert.equal(headers['content-type'], 'application/gzip');
  assert.equal(headers['content-disposition'], 'attachment; filename="orders.ndjson.gz"');
  const twice = (await shop.call('GET', '/v1/exports/orders?format=xlsx&gzip=true')).body;
  assert.equal(twice.code, 'validation-failed');
});

test('another tenant exports its own rows only', async () => {
  const other = await shop.anotherTenant('other');
  for (const name of ['orders', 'customers', 'skus', 'stock', 'locations'])
    assert.deepEqual(await lines(`/v1/exports/${name}`, other), [], name);
  await stockUp(other, { BER: { CUP: 5 } });
  const order = orderOf({ CUP: 1 }, { tags: ['gift'], externalId: 'web-5' });
  const own = (await other.call('POST', '/v1/orders', order)).body;
  for (const query of ['', '?tag=gift', '?channel=web', '?status=open']) {
    const found = await lines(`/v1/exports/orders${query}`, other);
    assert.deepEqual(
      found.map(({ id }) => id),
      [own.id],
    );
  }
});

test('of an erased customer, and whom its orders were for, nulls are left', async () => {
  await shop.call('POST', `/v1/customers/${bought[1].customer}/erasure`);
  const [, order] = await lines('/v1/exports/orders');
  assert.deepEqual(order.customer, {
    id: bought[1].customer,
    externalId: null,
    email: null,
    name: null,
    phone: null,
  });
  assert.deepEqual(order.contact, { email: null, name: null, phone: null });
  assert.deepEqual([order.shippingAddress, order.totalMinor], [null, 2000]);
  const customers = await table('/v1/exports/customers?format=csv');
  const erased = customers.find(({ id }) => id === bought[1].customer);
  assert.deepEqual([erased?.['email'], erased?.['name']], [null, null]);
  assert.ok(erased?.['erasedAt']);
});
