import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatMajor } from '../money.ts';
import { discountOf, taxOf } from '../orders/order-total.ts';
import { mapDocument } from './order-map.ts';
import type { PastOrder } from './past-order.ts';
import type { Profile } from './profile.ts';

const PROFILE: Profile = {
  name: 'test',
  title: 'Test',
  kind: 'orders',
  recordPaths: [''],
  documentKey: ['id'],
  channel: 'test',
  currency: 'EUR',
  timeZone: 'UTC',
  dates: 'year-first',
  decimalMark: '.',
  fate: 'open',
  fates: { gone: 'canceled', sent: 'shipped', arrived: 'delivered' },
  fields: {
    externalId: 'id',
    placedAt: 'date',
    discount: 'discount',
    tax: 'tax',
    total: 'total',
    shippingAmount: 'shipping',
    status: 'status',
    'line.sku': 'sku',
    'line.quantity': 'quantity',
    'line.amount': 'amount',
    'line.net': 'net',
    'line.tax': 'own tax',
    'line.canceled': 'canceled',
    'line.shipped': 'shipped',
  },
};

type Row = Record<string, string>;
const HEAD: Row = { id: '1', date: '2026-01-02', sku: 'A', quantity: '1', amount: '10' };

function map(...rows: Row[]) {
  return mapDocument(
    PROFILE,
    rows.map((value, index) => ({ row: index + 1, value: { ...HEAD, ...value } })),
  );
}

function order(...rows: Row[]): PastOrder {
  const { document, problems } = map(...rows);
  assert.equal(document?.kind, 'order', JSON.stringify(problems));
  return document as PastOrder;
}

const cents = fc.bigInt({ min: 0n, max: 10n ** 9n });
const text = (amount: bigint) => formatMajor(amount, 'EUR');

describe('what an order of the past cost', () => {
  test('adds up to what the file says, however it is shared over the lines', () => {
    const lines = fc.array(cents, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(lines, cents, cents, cents, (amounts, discount, tax, shipping) => {
        const whole = { discount: text(discount), tax: text(tax), shipping: text(shipping) };
        const { lines: mapped, total } = order(
          ...amounts.map((amount) => ({ ...whole, amount: text(amount) })),
        );
        const items = amounts.reduce((sum, one) => sum + one, 0n);
        assert.equal(
          mapped.reduce((sum, line) => sum + discountOf(line), 0n),
          discount,
        );
        assert.equal(
          mapped.reduce((sum, line) => sum + taxOf(line), 0n),
          tax,
        );
        assert.equal(total.totalMinor, items + shipping - discount + tax);
      }),
    );
  });

  test('takes the tax of the order where lines were rounded each for itself', () => {
    const rounded = { tax: '2.25' };
    const { total } = order(
      { ...rounded, 'own tax': '1.13' },
      { ...rounded, 'own tax': '0.23' },
      { ...rounded, 'own tax': '0.90' },
    );
    assert.equal(total.taxMinor, 225n);
  });

  test('knows a discount by what was left of the price', () => {
    const { lines, total } = order({ amount: '12', net: '9.50' });
    assert.deepEqual([lines[0]?.amountMinor, total.discountMinor], [1200n, 250n]);
  });

  test('is said to differ where the file states another total', () => {
    const { document, warnings } = map({ total: '11' });
    assert.notEqual(document, null);
    assert.equal(warnings[0]?.code, 'total-differs');
    assert.deepEqual(map({ total: '10' }).warnings, []);
  });
});

describe('how far the units had come', () => {
  const places = ({ lines: [line] }: PastOrder) =>
    line && [line.canceled, line.shipped, line.delivered];

  test('is told by a word, or by a count', () => {
    assert.deepEqual(places(order({ status: 'Sent', quantity: '3' })), [0, 3, 0]);
    assert.deepEqual(places(order({ status: 'arrived', quantity: '3' })), [0, 3, 3]);
    assert.deepEqual(places(order({ status: 'delivered', quantity: '3' })), [0, 3, 3]);
    assert.deepEqual(places(order({ status: 'who knows', quantity: '3' })), [0, 0, 0]);
    assert.deepEqual(places(order({ quantity: '3', shipped: '2' })), [0, 2, 0]);
    assert.deepEqual(places(order({ quantity: '3', canceled: '9', shipped: '9' })), [3, 0, 0]);
  });

  test('takes off what was canceled: all with the last unit, before that each share', () => {
    assert.equal(order({ status: 'gone', shipping: '5' }).canceledMinor, 1500n);
    const part = order({ quantity: '3', canceled: '1', shipping: '5' });
    assert.equal(part.canceledMinor, 333n);
  });
});

test('a document is refused whole when one of its rows will not map', () => {
  const { document, problems } = map({}, { quantity: 'two' }, { amount: '5,20' });
  assert.equal(document, null);
  assert.deepEqual(
    problems.map(({ row, code }) => [row, code]),
    [
      [2, 'quantity-invalid'],
      [3, 'amount-invalid'],
    ],
  );
});

test('what has no date, no currency or no lines is no order', () => {
  assert.equal(map({ date: '' }).problems[0]?.code, 'field-missing');
  const { currency: _, ...without } = PROFILE;
  const { problems } = mapDocument(without as Profile, [{ row: 1, value: HEAD }]);
  assert.equal(problems[0]?.code, 'currency-invalid');
  assert.equal(map({ quantity: '0' }).problems[0]?.code, 'lines-missing');
});
