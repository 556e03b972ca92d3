// Exports and payloads of the platforms, as they are: reads ../shared/data/order-payloads, and is
// skipped where that is not. cspell:ignore cancelled

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importBytes, needsShared, rowsOf, SHARED } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';

const PAYLOADS = join(SHARED, 'data/order-payloads');
// biome-ignore lint/suspicious/noExplicitAny: these are documents of others, read as they come
type Json = any;

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const textOf = (file: string) => readFile(join(PAYLOADS, file), 'utf8');
const jsonOf = async (file: string): Promise<Json> => JSON.parse(await textOf(file));

/** The samples have no quotes. */
async function tableOf(file: string, delimiter: string) {
  const [head = '', ...rows] = (await textOf(file)).trimEnd().split(/\r?\n/);
  const columns = head.split(delimiter);
  return rows.map((row) =>
    Object.fromEntries(row.split(delimiter).map((cell, index) => [columns[index] ?? '', cell])),
  );
}

function filled(value: Json, at = ''): string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [at];
  return Object.entries(value).flatMap(([key, inner]) =>
    filled(inner, Array.isArray(value) ? `${at}[]` : at === '' ? key : `${at}.${key}`),
  );
}

const withoutBlanks = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));

/** Imports it twice: the report names every field, every raw row is kept, the second changes nothing. */
async function take(
  text: string,
  records: readonly object[],
  options: { profile: string; fileName: string } & Record<string, unknown>,
) {
  const done = await importBytes(shop, text, options);
  assert.equal(done.state, 'done', JSON.stringify(done.error));
  assert.equal(done.rows.read, records.length);
  const told = new Map<string, Json>(done.fields.map((one: Json) => [one.field, one]));
  const paths = new Set(records.flatMap((record) => filled(record)));
  assert.deepEqual([...told.keys()].toSorted(), [...paths].toSorted());
  const { body } = await shop.call('GET', `/v1/imports/${done.id}/rows?all=true&limit=200`);
  assert.deepEqual(
    body.items.map((row: Json) => withoutBlanks(JSON.parse(row.raw))),
    records.map(withoutBlanks),
    'what has no target is in the raw row',
  );
  const again = await importBytes(shop, text, options);
  assert.deepEqual([again.documents.create, again.documents.change], [{}, {}]);
  assert.deepEqual(again.documents.refuse, done.documents.refuse);
  const targets = [...told.values()].filter(({ target }) => target !== null);
  assert.ok(records.length === 0 || targets.length >= 3);
  return { done, targetOf: (field: string) => told.get(field)?.target };
}

async function takeJson(profile: string, whole: Json, records: Json[], more: object = {}) {
  return take(JSON.stringify(whole), records, { profile, fileName: 'payload.json', ...more });
}

async function ordersOf(channel: string): Promise<Map<string, Json>> {
  // A channel of which nothing came is none.
  const { items = [] } = (await shop.call('GET', `/v1/orders?channel=${channel}&limit=200`)).body;
  const orders = await Promise.all(
    items.map(async ({ id }: Json) => (await shop.call('GET', `/v1/orders/${id}`)).body),
  );
  return new Map(orders.map((order) => [order.externalId, order]));
}

const cents = (text: string | number) => Math.round(Number(String(text).replace('$', '')) * 100);
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const unitsOf = (order: Json, place: string) => sum(order.lines.map((line: Json) => line[place]));

describe('tables', () => {
  test('a Shopify orders export', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/shopify_orders_sample.csv';
    const rows = await tableOf(file, ',');
    const options = { profile: 'shopify', fileName: 'orders.csv', channel: 'shopify-csv' };
    const { done, targetOf } = await take(await textOf(file), rows, options);
    assert.deepEqual(done.documents.create, { order: 2 });
    assert.equal(targetOf('Lineitem discount'), 'line.discount');
    assert.equal(targetOf('Source'), null);
    const orders = await ordersOf('shopify-csv');
    const [first, more, second] = rows as [Json, Json, Json];
    const one = orders.get('#1001');
    assert.deepEqual(
      one.lines.map((line: Json) => [line.sku, line.title, line.amountMinor, line.shipped]),
      [first, more].map((row) => [
        row['Lineitem SKU'],
        row['Lineitem name'],
        cents(row['Lineitem price']) * Number(row['Lineitem quantity']),
        Number(row['Lineitem quantity']),
      ]),
    );
    const { itemsMinor, shippingMinor, discountMinor, taxMinor, totalMinor } = one.totals;
    assert.deepEqual(
      [itemsMinor, shippingMinor, discountMinor, taxMinor],
      ['Subtotal', 'Shipping', 'Discount Amount', 'Taxes'].map((name) => cents(first[name])),
    );
    // The sample is a cent off by itself, and the report says so.
    assert.equal(totalMinor, cents(first['Total']) + 1);
    assert.equal((await rowsOf(shop, done))[0].warnings[0].code, 'total-differs');
    const other = orders.get('#1002');
    assert.equal(other.totalMinor, cents(second['Total']));
    assert.deepEqual([other.fulfillmentStatus, unitsOf(other, 'shipped')], ['unfulfilled', 0]);
    assert.deepEqual(other.contact.shippingAddress, {
      name: second['Shipping Name'],
      city: second['Shipping City'],
      country: second['Shipping Country'],
    });
    assert.equal(other.placedAt, new Date(second['Created at']).toISOString());
  });

  test('a Shopify export without orders', async (t) => {
    if (!needsShared(t)) return;
    const text = await textOf('exports/shopify_orders_header_current.csv');
    const { done } = await take(text, [], { profile: 'shopify', fileName: 'orders.csv' });
    assert.equal(done.documents.total, 0);
  });

  test('an Amazon order report', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/amazon_order_report_unshipped_sample.txt';
    const rows: Json[] = await tableOf(file, '\t');
    const options = { profile: 'amazon', fileName: 'orders.txt', channel: 'amazon-tsv' };
    const { done } = await take(await textOf(file), rows, options);
    assert.deepEqual(done.documents.create, { order: 4 });
    const orders = await ordersOf('amazon-tsv');
    for (const [id, order] of orders) {
      const own = rows.filter((row) => row['order-id'] === id);
      const parts = ['item-price', 'item-tax', 'shipping-price', 'shipping-tax'];
      assert.equal(order.totalMinor, sum(own.flatMap((row) => parts.map((at) => cents(row[at])))));
      assert.equal(order.units, sum(own.map((row) => Number(row['quantity-purchased']))));
      assert.equal(order.placedAt, new Date(own[0]['purchase-date']).toISOString());
      assert.equal(order.contact.email, own[0]['buyer-email']);
      assert.deepEqual(order.contact.shippingAddress, {
        name: own[0]['recipient-name'],
        street: own[0]['ship-address-1'],
        city: own[0]['ship-city'],
        region: own[0]['ship-state'],
        postalCode: own[0]['ship-postal-code'],
        country: own[0]['ship-country'],
        phone: own[0]['ship-phone-number'],
      });
    }
  });

  test('an Amazon report of all orders, with free shipping and what was canceled', async () => {
    const text = [
      'amazon-order-id\tpurchase-date\torder-status\tsku\tproduct-name\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\titem-promotion-discount\tship-promotion-discount\tship-country',
      '111-1\t2026-05-01T10:00:00+00:00\tShipped\tA1\tThing\tShipped\t2\tJPY\t2980\t298\t500\t\t100\t500\tJP',
      '111-2\t2026-05-01T11:00:00+00:00\tCancelled\tA1\tThing\tCancelled\t1\tJPY\t1490\t\t\t\t\t\tJP',
    ].join('\n');
    await importBytes(shop, text, { profile: 'amazon-all-orders', channel: 'amazon-all' });
    const orders = await ordersOf('amazon-all');
    const sent = orders.get('111-1');
    assert.equal(sent.totalMinor, 2980 + 298 + 500 - 100 - 500, 'yen have no minor unit');
    assert.deepEqual([sent.totals.discountMinor, unitsOf(sent, 'shipped')], [600, 2]);
    const canceled = orders.get('111-2');
    assert.deepEqual(canceled.cancellations[0].lines, [
      { line: 1, quantity: 1, amountMinor: 1490 },
    ]);
    assert.equal(canceled.canceledMinor, canceled.totalMinor);
    assert.equal(unitsOf(canceled, 'canceled'), 1);
  });

  test('an eBay orders report, whose row is shorter than its header', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/ebay_orders_report_sample.csv';
    const rows = await tableOf(file, ',');
    const options = { profile: 'ebay', fileName: 'orders.csv', channel: 'ebay-csv' };
    const { targetOf } = await take(await textOf(file), rows, options);
    assert.equal(targetOf('Tracking Number'), null);
    const [row] = rows as [Json];
    const order = (await ordersOf('ebay-csv')).get(row['Order Number']);
    assert.equal(order.totalMinor, cents(row['Sold For']) + cents(row['Shipping And Handling']));
    assert.equal(order.lines[0].sku, row['Custom Label']);
    assert.equal(order.contact.shippingAddress.postalCode, row['Ship To Zip']);
    assert.equal(order.contact.email, row['Buyer Email']);
  });

  test('an eBay report with blank rows and sums below its orders', async () => {
    const text = [
      'Order Number,Buyer Name,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Sale Date,Total Price',
      ',,,,,,,,',
      '1-1,Ann,Mug,M1,1,£5.00,£1.00,Jan-15-20,£6.00',
      '',
      ',,,,,,,,',
      '1,record(s) downloaded,,,,,,,',
      ',Seller ID : shop,,,,,,,',
    ].join('\n');
    const options = { profile: 'ebay', channel: 'ebay-footer', currency: 'GBP' };
    const done = await importBytes(shop, text, options);
    assert.deepEqual([done.documents.create, done.documents.refuse], [{ order: 1 }, { order: 1 }]);
    const order = (await ordersOf('ebay-footer')).get('1-1');
    assert.deepEqual([order.totalMinor, order.placedAt], [600, '2020-01-15T00:00:00.000Z']);
    const codes = (await rowsOf(shop, done)).map((row: Json) => row.problems[0].code);
    assert.ok(codes.includes('no-document'), 'nothing is dropped without a word');
  });

  test('an Etsy list of sold orders', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/etsy_sold_orders_sample.csv';
    const rows = await tableOf(file, ',');
    const options = { profile: 'etsy', fileName: 'orders.csv', channel: 'etsy-csv' };
    await take(await textOf(file), rows, options);
    const orders = await ordersOf('etsy-csv');
    for (const row of rows as Json[]) {
      const order = orders.get(row['Order ID']);
      assert.equal(order.totalMinor, cents(row['Order Total']));
      assert.equal(order.totals.discountMinor, cents(row['Discount Amount'] || '0'));
      assert.equal(order.totals.taxMinor, cents(row['Sales Tax']));
      assert.deepEqual([order.units, unitsOf(order, 'shipped')], Array(2).fill(order.units));
      const [month, day, year] = row['Sale Date'].split('/');
      assert.equal(order.placedAt, `20${year}-${month}-${day}T00:00:00.000Z`);
      assert.deepEqual([order.lines[0].sku, order.destinationCountry], [row['SKU'], 'US']);
    }
  });
});

describe('WooCommerce', () => {
  test('orders, one or many, of every example', async (t) => {
    if (!needsShared(t)) return;
    for (const number of [0, 1, 2, 3, 4, 5]) {
      const read = await jsonOf(`woocommerce-json/orders_${number}.json`);
      // The answer to a batch holds its orders apart, by what was done to them.
      const whole = 'create' in read ? [...read.create, ...read.update] : read;
      const records = [whole].flat();
      const channel = `woo-${number}`;
      await takeJson('woocommerce', whole, records, { channel });
      const orders = await ordersOf(channel);
      assert.equal(orders.size, records.length);
      for (const record of records) checkWoo(record, orders.get(record.number));
    }
  });

  test('products', async (t) => {
    if (!needsShared(t)) return;
    for (const number of [0, 1, 2, 3, 4, 5]) {
      const read = await jsonOf(`woocommerce-json/products_${number}.json`);
      const { done } = await takeJson('woocommerce-products', read, [read].flat(), {
        currency: 'USD',
      });
      assert.deepEqual(done.documents.refuse, {});
    }
    const { items } = (await shop.call('GET', '/v1/skus?limit=200')).body;
    const made = items.find(({ code }: Json) => code === '794');
    const last = await jsonOf('woocommerce-json/products_5.json');
    assert.deepEqual(
      [made.title, made.price.amountMinor],
      [last.name, cents(last.regular_price)],
      'the lines of orders name it by this code',
    );
  });

  test('an order with a coupon, in a shop that shows prices with tax', async () => {
    const record = {
      id: 5,
      date_created_gmt: '2026-03-01T10:00:00',
      currency: 'EUR',
      status: 'cancelled',
      prices_include_tax: true,
      discount_total: '2.00',
      total: '9.52',
      line_items: [
        {
          id: 1,
          name: 'Mug',
          product_id: 7,
          variation_id: 8,
          quantity: 1,
          subtotal: '10.00',
          total: '8.00',
          total_tax: '1.52',
          sku: '',
        },
      ],
    };
    await importBytes(shop, JSON.stringify(record), {
      profile: 'woocommerce',
      fileName: 'order.json',
      channel: 'woo-coupon',
    });
    const order = (await ordersOf('woo-coupon')).get('5');
    assert.deepEqual(
      [order.totalMinor, order.totals.itemsMinor, order.totals.discountMinor, order.lines[0].sku],
      [952, 1000, 200, '8'],
    );
    assert.deepEqual([order.canceledMinor, unitsOf(order, 'canceled')], [952, 1]);
  });
});

function checkWoo(record: Json, order: Json) {
  assert.equal(order.totalMinor, cents(record.total));
  assert.equal(order.totals.taxMinor, cents(record.total_tax));
  assert.equal(order.totals.shippingMinor, cents(record.shipping_total));
  assert.equal(order.placedAt, `${record.date_created_gmt}.000Z`);
  const units = sum(record.line_items.map((item: Json) => item.quantity));
  assert.equal(order.units, units);
  assert.equal(unitsOf(order, 'shipped'), record.status === 'completed' ? units : 0);
  assert.equal(
    order.lines[0].sku,
    record.line_items[0].sku || String(record.line_items[0].product_id),
  );
  assert.equal(order.contact.email, record.billing.email);
  const { first_name: first, last_name: last, postcode } = record.shipping;
  assert.equal(order.contact.shippingAddress.name, `${first} ${last}`);
  assert.equal(order.contact.shippingAddress.postalCode, postcode);
}

describe('Shopify', () => {
  test('an order of the Admin API', async (t) => {
    if (!needsShared(t)) return;
    const whole = await jsonOf('shopify-json/order.json');
    const record = whole.order;
    const options = { channel: 'shopify-order' };
    const { done } = await takeJson('shopify-json', whole, [record], options);
    const order = (await ordersOf('shopify-order')).get(record.name);
    const items = sum(record.line_items.map((item: Json) => cents(item.price) * item.quantity));
    assert.equal(order.totals.itemsMinor, items);
    assert.equal(order.totals.taxMinor, cents(record.total_tax));
    assert.equal(order.placedAt, new Date(record.created_at).toISOString());
    assert.deepEqual(
      order.lines.map((line: Json) => line.sku),
      record.line_items.map((item: Json) => item.sku),
    );
    assert.equal(order.contact.billingAddress.street, record.billing_address.address1);
    // Its total leaves one of the three lines out; the report says so.
    assert.notEqual(order.totalMinor, cents(record.total_price));
    assert.equal((await rowsOf(shop, done))[0].warnings[0].code, 'total-differs');
  });

  test('orders whose lines were left out', async (t) => {
    if (!needsShared(t)) return;
    const whole = await jsonOf('shopify-json/orders.json');
    const [record] = whole.orders;
    await takeJson('shopify-json', whole, whole.orders, { channel: 'shopify-orders' });
    const order = (await ordersOf('shopify-orders')).get(record.name);
    assert.equal(order.totalMinor, cents(record.total_price));
    assert.equal(order.totals.discountMinor, cents(record.total_discounts));
    assert.equal(order.contact.phone, record.phone);
  });

  test('products and their variants, customers and locations', async (t) => {
    if (!needsShared(t)) return;
    const one = await jsonOf('shopify-json/product.json');
    const money = { currency: 'USD' };
    await takeJson('shopify-products', one, [one.product], money);
    const many = await jsonOf('shopify-json/products.json');
    await takeJson('shopify-products', many, many, money);
    for (const { sku, title, price } of one.product.variants) {
      const made = (await shop.call('GET', `/v1/skus/${sku}`)).body;
      assert.equal(made.title, `${one.product.title} - ${title}`);
      assert.equal(made.price.amountMinor, cents(price));
    }
    const variants = await jsonOf('shopify-json/variants.json');
    await takeJson('shopify-variants', variants, variants.variants, money);
    const variant = await jsonOf('shopify-json/variant.json');
    await takeJson('shopify-variants', variant, [variant.variant], money);
    const customer = await jsonOf('shopify-json/customer.json');
    await takeJson('shopify-customers', customer, [customer.customer]);
    const search = await jsonOf('shopify-json/customers_search.json');
    await takeJson('shopify-customers', search, search.customers);
    const locations = await jsonOf('shopify-json/locations.json');
    await takeJson('shopify-locations', locations, locations.locations);
    const location = await jsonOf('shopify-json/location.json');
    await takeJson('shopify-locations', location, [location.location]);
    for (const { id, name, country } of locations.locations) {
      const made = (await shop.call('GET', `/v1/locations/${id}`)).body;
      assert.deepEqual([made.name, made.address.country], [name, country]);
    }
  });
});

/** The bodies of the answers that hold what is asked for. */
async function answersOf(file: string): Promise<Json[]> {
  const examples: Json[] = await jsonOf(`amazon-json/${file}`);
  return examples.map(({ response }) => response).filter((body) => body != null);
}

describe('Amazon', () => {
  test('orders of the API of 2026', async (t) => {
    if (!needsShared(t)) return;
    const answers = await answersOf('orders_2026-01-01_examples.json');
    const holding = answers.filter((body) => 'orders' in body || 'order' in body);
    assert.equal(holding.length, 6);
    for (const [index, body] of holding.entries()) {
      const records: Json[] = body.orders ?? [body.order];
      const channel = `amazon-2026-${index}`;
      await takeJson('amazon-json', body, records, { channel });
      const orders = await ordersOf(channel);
      for (const record of records) checkAmazon(record, orders.get(record.orderId));
    }
  });

  test('orders v0: with what else was asked for, or as one line for their total', async (t) => {
    if (!needsShared(t)) return;
    const payloads = (await answersOf('ordersV0_examples.json')).flatMap(({ payload }) =>
      payload === undefined ? [] : [payload],
    );
    const lists = payloads.filter((one) => Array.isArray(one.Orders));
    for (const [index, list] of lists.entries()) {
      const channel = `amazon-v0-${index}`;
      const { done } = await takeJson('amazon-json-v0', { payload: list }, list.Orders, {
        channel,
      });
      const orders = await ordersOf(channel);
      const priced = list.Orders.filter((one: Json) => one.OrderTotal !== undefined);
      assert.equal(orders.size, priced.length);
      // Amazon tells neither items nor prices of a pending order: there is no order to make of it.
      assert.equal(done.documents.refuse.order ?? 0, list.Orders.length - priced.length);
      for (const one of priced)
        assert.equal(orders.get(one.AmazonOrderId).totalMinor, cents(one.OrderTotal.Amount));
    }
    const id = '902-1845936-5435065';
    const parts = payloads.filter((one) => one.AmazonOrderId === id);
    const whole = Object.assign({}, ...parts.filter((one) => !one.OrderItems?.[0]?.GiftWrapLevel));
    await takeJson('amazon-json-v0', whole, [whole], { channel: 'amazon-v0' });
    const order = (await ordersOf('amazon-v0')).get(id);
    assert.equal(order.totalMinor, cents(whole.OrderTotal.Amount));
    assert.equal(order.lines[0].sku, whole.OrderItems[0].SellerSKU);
    assert.equal(order.contact.email, whole.BuyerEmail);
    assert.equal(order.contact.shippingAddress.city, whole.ShippingAddress.City);
  });
});

function checkAmazon(record: Json, order: Json) {
  const { amount, currencyCode } = record.proceeds.grandTotal;
  assert.equal(order.currency, currencyCode);
  assert.equal(order.totalMinor, currencyCode === 'JPY' ? Number(amount) : cents(amount));
  const items: Json[] = record.orderItems;
  assert.equal(unitsOf(order, 'ordered'), sum(items.map((item) => item.quantityOrdered)));
  assert.equal(
    unitsOf(order, 'shipped'),
    sum(items.map((item) => item.fulfillment.quantityFulfilled)),
  );
  assert.equal(unitsOf(order, 'delivered'), 0);
  assert.equal(order.destinationCountry, record.recipient.deliveryAddress.countryCode);
  assert.equal(order.contact.email, record.buyer?.buyerEmail ?? null);
}
