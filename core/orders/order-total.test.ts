import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { discountOf, lineAmount, orderTotal, type Priced, payable, taxOf } from './order-total.ts';

const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const discount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const priced: fc.Arbitrary<Priced> = fc.record({
  amountMinor: amount,
  taxes: fc.array(fc.record({ name: fc.string(), rate: fc.constant(null), amountMinor: amount })),
  discounts: fc.array(
    fc.record({ name: fc.string(), code: fc.constant(null), amountMinor: discount }),
  ),
});
const rows = fc.array(priced, { maxLength: 8 });

test('the total is what all lines and charges together cost the buyer', () => {
  fc.assert(
    fc.property(rows, rows, fc.boolean(), (lines, shipping, includesTax) => {
      const total = orderTotal(lines, shipping, includesTax);
      const paid = [...lines, ...shipping].reduce(
        (sum, row) => sum + payable(row, includesTax),
        0n,
      );
      assert.equal(total.totalMinor, paid);
    }),
  );
});

test('tax is added where prices do not include it, and only shown where they do', () => {
  fc.assert(
    fc.property(rows, rows, (lines, shipping) => {
      const gross = orderTotal(lines, shipping, true);
      const net = orderTotal(lines, shipping, false);
      assert.equal(net.taxMinor, gross.taxMinor);
      assert.equal(net.totalMinor, gross.totalMinor + gross.taxMinor);
      assert.equal(gross.totalMinor, gross.itemsMinor + gross.shippingMinor - gross.discountMinor);
    }),
  );
});

test('taxes and discounts of lines and of shipping are summed as given', () => {
  const line = {
    amountMinor: 10_000n,
    taxes: [
      { name: 'VAT', rate: '0.19', amountMinor: 1800n },
      { name: 'Eco', rate: null, amountMinor: 20n },
    ],
    discounts: [{ name: 'Summer', code: 'SUN', amountMinor: 526n }],
  };
  const charge = { amountMinor: 490n, taxes: [], discounts: [] };
  assert.equal(taxOf(line), 1820n);
  assert.equal(discountOf(line), 526n);
  assert.equal(payable(line, false), 11_294n);
  assert.deepEqual(orderTotal([line], [charge], false), {
    itemsMinor: 10_000n,
    shippingMinor: 490n,
    discountMinor: 526n,
    taxMinor: 1820n,
    totalMinor: 11_784n,
  });
});

test('a line costs its unit price times its quantity, rounded once', () => {
  assert.equal(lineAmount({ unitPrice: '0.333' }, 3, 'EUR'), 100n);
  assert.equal(lineAmount({ unitPriceMinor: 333n }, 3, 'EUR'), 999n);
  assert.equal(lineAmount({ unitPriceMinor: -5n }, 2, 'JPY'), -10n);
});
