// What the platforms export in ways that no sample shows. Their word: cspell:ignore cancelled

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importBytes, rowsOf } from '../importing.ts';
import { type Json, ordersOf, unitsOf } from '../payloads.ts';
import { openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

test('an Amazon report of all orders, with free shipping and what was canceled', async () => {
  const text = [
    'amazon-order-id|purchase-date|order-status|sku|product-name|item-status|quantity|currency|item-price|item-tax|shipping-price|shipping-tax|item-promotion-discount|ship-promotion-discount|ship-country',
    '111-1|2026-05-01T10:00:00+00:00|Shipped|A1|Thing|Shipped|2|JPY|2980|298|500||100|500|JP',
    '111-2|2026-05-01T11:00:00+00:00|Cancelled|A1|Thing|Cancelled|1|JPY|1490||||||JP',
  ]
    .join('\n')
    .replaceAll('|', '\t');
  await importBytes(shop, text, { profile: 'amazon-all-orders', channel: 'amazon-all' });
  const orders = await ordersOf(shop, 'amazon-all');
  const sent = orders.get('111-1');
  assert.equal(sent.totalMinor, 2980 + 298 + 500 - 100 - 500, 'yen have no minor unit');
  assert.deepEqual([sent.totals.discountMinor, unitsOf(sent, 'shipped')], [600, 2]);
  const canceled = orders.get('111-2');
  assert.deepEqual(canceled.cancellations[0].lines, [{ line: 1, quantity: 1, amountMinor: 1490 }]);
  assert.equal(canceled.canceledMinor, canceled.totalMinor);
  assert.equal(unitsOf(canceled, 'canceled'), 1);
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
  const order = (await ordersOf(shop, 'ebay-footer')).get('1-1');
  assert.deepEqual([order.totalMinor, order.placedAt], [600, '2020-01-15T00:00:00.000Z']);
  const codes = (await rowsOf(shop, done)).map((row: Json) => row.problems[0].code);
  assert.ok(codes.includes('no-document'), 'nothing is dropped without a word');
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
  const order = (await ordersOf(shop, 'woo-coupon')).get('5');
  assert.deepEqual(
    [order.totalMinor, order.totals.itemsMinor, order.totals.discountMinor, order.lines[0].sku],
    [952, 1000, 200, '8'],
  );
  assert.deepEqual([order.canceledMinor, unitsOf(order, 'canceled')], [952, 1]);
});
