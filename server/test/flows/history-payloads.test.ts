// Exports and payloads of the platforms, as they are: reads ../shared/data/order-payloads, and is
// skipped where that is not.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { needsShared, rowsOf } from '../importing.ts';
import {
  cents,
  type Json,
  jsonOf,
  ordersOf,
  sum,
  tableOf,
  take,
  takeJson,
  textOf,
  unitsOf,
} from '../payloads.ts';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

describe('tables of ../shared/data/order-payloads', () => {
  test('a Shopify orders export', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/shopify_orders_sample.csv';
    const rows = await tableOf(file, ',');
    const options = { profile: 'shopify', fileName: 'orders.csv', channel: 'shopify-csv' };
    const { done, targetOf } = await take(shop, await textOf(file), rows, options);
    assert.deepEqual(done.documents.create, { order: 2 });
    assert.equal(targetOf('Lineitem discount'), 'line.discount');
    assert.equal(targetOf('Source'), null);
    const orders = await ordersOf(shop, 'shopify-csv');
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
    const { done } = await take(shop, text, [], { profile: 'shopify', fileName: 'orders.csv' });
    assert.equal(done.documents.total, 0);
  });

  test('an Amazon order report', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/amazon_order_report_unshipped_sample.txt';
    const rows: Json[] = await tableOf(file, '\t');
    const options = { profile: 'amazon', fileName: 'orders.txt', channel: 'amazon-tsv' };
    const { done } = await take(shop, await textOf(file), rows, options);
    assert.deepEqual(done.documents.create, { order: 4 });
    const orders = await ordersOf(shop, 'amazon-tsv');
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

  test('an eBay orders report, whose row is shorter than its header', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/ebay_orders_report_sample.csv';
    const rows = await tableOf(file, ',');
    const options = { profile: 'ebay', fileName: 'orders.csv', channel: 'ebay-csv' };
    const { targetOf } = await take(shop, await textOf(file), rows, options);
    assert.equal(targetOf('Tracking Number'), null);
    const [row] = rows as [Json];
    const order = (await ordersOf(shop, 'ebay-csv')).get(row['Order Number']);
    assert.equal(order.totalMinor, cents(row['Sold For']) + cents(row['Shipping And Handling']));
    assert.equal(order.lines[0].sku, row['Custom Label']);
    assert.equal(order.contact.shippingAddress.postalCode, row['Ship To Zip']);
    assert.equal(order.contact.email, row['Buyer Email']);
  });

  test('an Etsy list of sold orders', async (t) => {
    if (!needsShared(t)) return;
    const file = 'exports/etsy_sold_orders_sample.csv';
    const rows = await tableOf(file, ',');
    const options = { profile: 'etsy', fileName: 'orders.csv', channel: 'etsy-csv' };
    await take(shop, await textOf(file), rows, options);
    const orders = await ordersOf(shop, 'etsy-csv');
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

describe('WooCommerce of ../shared/data/order-payloads', () => {
  test('orders, one or many, of every example', async (t) => {
    if (!needsShared(t)) return;
    for (const number of [0, 1, 2, 3, 4, 5]) {
      const read = await jsonOf(`woocommerce-json/orders_${number}.json`);
      // The answer to a batch holds its orders apart, by what was done to them.
      const whole = 'create' in read ? [...read.create, ...read.update] : read;
      const records = [whole].flat();
      const channel = `woo-${number}`;
      await takeJson(shop, 'woocommerce', whole, records, { channel });
      const orders = await ordersOf(shop, channel);
      assert.equal(orders.size, records.length);
      for (const record of records) checkWoo(record, orders.get(record.number));
    }
  });

  test('products', async (t) => {
    if (!needsShared(t)) return;
    for (const number of [0, 1, 2, 3, 4, 5]) {
      const read = await jsonOf(`woocommerce-json/products_${number}.json`);
      const { done } = await takeJson(shop, 'woocommerce-products', read, [read].flat(), {
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

describe('Shopify of ../shared/data/order-payloads', () => {
  test('an order of the Admin API', async (t) => {
    if (!needsShared(t)) return;
    const whole = await jsonOf('shopify-json/order.json');
    const record = whole.order;
    const options = { channel: 'shopify-order' };
    const { done } = await takeJson(shop, 'shopify-json', whole, [record], options);
    const order = (await ordersOf(shop, 'shopify-order')).get(record.name);
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
    await takeJson(shop, 'shopify-json', whole, whole.orders, { channel: 'shopify-orders' });
    const order = (await ordersOf(shop, 'shopify-orders')).get(record.name);
    assert.equal(order.totalMinor, cents(record.total_price));
    assert.equal(order.totals.discountMinor, cents(record.total_discounts));
    assert.equal(order.contact.phone, record.phone);
  });

  test('products and their variants, customers and locations', async (t) => {
    if (!needsShared(t)) return;
    const one = await jsonOf('shopify-json/product.json');
    const money = { currency: 'USD' };
    await takeJson(shop, 'shopify-products', one, [one.product], money);
    const many = await jsonOf('shopify-json/products.json');
    await takeJson(shop, 'shopify-products', many, many, money);
    for (const { sku, title, price } of one.product.variants) {
      const made = (await shop.call('GET', `/v1/skus/${sku}`)).body;
      assert.equal(made.title, `${one.product.title} - ${title}`);
      assert.equal(made.price.amountMinor, cents(price));
    }
    const variants = await jsonOf('shopify-json/variants.json');
    await takeJson(shop, 'shopify-variants', variants, variants.variants, money);
    const variant = await jsonOf('shopify-json/variant.json');
    await takeJson(shop, 'shopify-variants', variant, [variant.variant], money);
    const customer = await jsonOf('shopify-json/customer.json');
    await takeJson(shop, 'shopify-customers', customer, [customer.customer]);
    const search = await jsonOf('shopify-json/customers_search.json');
    await takeJson(shop, 'shopify-customers', search, search.customers);
    const locations = await jsonOf('shopify-json/locations.json');
    await takeJson(shop, 'shopify-locations', locations, locations.locations);
    const location = await jsonOf('shopify-json/location.json');
    await takeJson(shop, 'shopify-locations', location, [location.location]);
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

describe('Amazon of ../shared/data/order-payloads', () => {
  test('orders of the API of 2026', async (t) => {
    if (!needsShared(t)) return;
    const answers = await answersOf('orders_2026-01-01_examples.json');
    const holding = answers.filter((body) => 'orders' in body || 'order' in body);
    assert.equal(holding.length, 6);
    for (const [index, body] of holding.entries()) {
      const records: Json[] = body.orders ?? [body.order];
      const channel = `amazon-2026-${index}`;
      await takeJson(shop, 'amazon-json', body, records, { channel });
      const orders = await ordersOf(shop, channel);
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
      const { done } = await takeJson(shop, 'amazon-json-v0', { payload: list }, list.Orders, {
        channel,
      });
      const orders = await ordersOf(shop, channel);
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
    await takeJson(shop, 'amazon-json-v0', whole, [whole], { channel: 'amazon-v0' });
    const order = (await ordersOf(shop, 'amazon-v0')).get(id);
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
