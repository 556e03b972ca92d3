// Every format of an export reads back to the same values.
// cspell:ignore joerg

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ExportedOrderSchema,
  LINE_COLUMNS,
  ORDER_COLUMNS,
} from '@doorstep/contract/export-forms.ts';
import { formatMajor } from '@doorstep/core/money.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { type Any, type ExportShop, ODD, openExportShop } from '../export-shop.ts';
import { sheetsOf } from '../read-workbook.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);
const isExportedOrder = ajv.compile(ExportedOrderSchema);

let opened: ExportShop;
before(async () => {
  opened = await openExportShop();
});
after(() => opened.shop.close());

test('NDJSON has every order whole, in the form the contract says', async () => {
  const all = await opened.lines('/v1/exports/orders');
  for (const one of all) {
    assert.ok(isExportedOrder(one), ajv.errorsText(isExportedOrder.errors));
    assert.deepEqual(Object.keys(one).sort(), Object.keys(ExportedOrderSchema.properties).sort());
    const order: Any = one;
    const shown = (await opened.shop.call('GET', `/v1/orders/${order.id}`)).body;
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
  const orders = await opened.lines('/v1/exports/orders');
  const rows = await opened.table('/v1/exports/orders?format=csv');
  assert.deepEqual(Object.keys(rows[0] ?? {}), [
    ...Object.keys(ORDER_COLUMNS),
    ...Object.keys(LINE_COLUMNS),
  ]);
  const expected = orders.flatMap((order) =>
    order.lines.map((line: Any) => ({ ...orderCells(order), ...lineCells(line, order) })),
  );
  assert.deepEqual(rows, expected);
  const { body } = await opened.shop.call('GET', '/v1/exports/orders?format=csv');
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
    ...['splitPolicy', 'destinationCountry', 'shipBy', 'promisedBy', 'deliverBy'],
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
  const rows = await opened.table('/v1/exports/orders?format=csv');
  const [sheet, ...more] = sheetsOf(await opened.bytes('/v1/exports/orders?format=xlsx'));
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
