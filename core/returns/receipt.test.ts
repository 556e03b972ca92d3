import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { skuOf } from '../orders/drafted-units.ts';
import { isRefusal } from '../refusal.ts';
import { type DraftedLine, draftedLines } from './drafted-return.ts';
import {
  decideReceipt,
  type ExpectedReturn,
  type FoundAs,
  type FoundItem,
  type Receipt,
} from './receipt.ts';

const found = (as: FoundAs, quantity = 1): FoundItem => ({
  as,
  quantity,
  condition: 'sellable',
  disposition: 'restock',
  note: null,
});
const sku = (name: string): FoundAs => ({ code: name, sku: skuOf(name) });
const requested = (units: Record<number, number>): ExpectedReturn => ({
  kind: 'requested',
  lines: Object.entries(units).map(([line, quantity]) => ({
    line: Number(line),
    requested: quantity,
    received: 0,
    refunded: 0,
  })),
});

function receipt(
  lines: readonly DraftedLine[],
  expected: ExpectedReturn,
  ...items: FoundItem[]
): Receipt {
  const outcome = decideReceipt(draftedLines(lines), expected, items);
  assert.ok(!isRefusal(outcome));
  return outcome;
}

const SENT = { shipped: 3, delivered: 3 };

test('what was asked for and comes back is told without a difference', () => {
  const { lines, differences, unexpected } = receipt(
    [SENT],
    requested({ 1: 2 }),
    found({ line: 1 }),
    found(sku('A')),
  );
  assert.deepEqual(lines, [{ line: 1, units: 2, beyondShipped: 0 }]);
  assert.deepEqual([differences, unexpected], [[], 0]);
});

test('each difference has its name', () => {
  const kinds = (...of: Parameters<typeof receipt>) =>
    receipt(...of).differences.map(({ kind, units }) => [kind, units]);
  assert.deepEqual(kinds([SENT], requested({ 1: 1 }), found({ line: 1 }, 2)), [
    ['more-than-requested', 1],
  ]);
  assert.deepEqual(kinds([SENT, { ...SENT, sku: 'B' }], requested({ 1: 1 }), found(sku('B'))), [
    ['not-requested', 1],
  ]);
  assert.deepEqual(kinds([SENT], { kind: 'unannounced' }, found({ line: 1 }, 4)), [
    ['beyond-shipped', 1],
  ]);
  assert.deepEqual(
    kinds([{ shipped: 3, delivered: 1 }], { kind: 'unannounced' }, found({ line: 1 }, 4)),
    [
      ['beyond-shipped', 1],
      ['before-delivery', 2],
    ],
  );
  assert.deepEqual(kinds([SENT], { kind: 'unannounced' }, found(sku('C')), found({ label: 'x' })), [
    ['other-sku', 1],
    ['unknown-label', 1],
  ]);
  assert.deepEqual(kinds([], { kind: 'without-order' }, found(sku('C'), 2)), [
    ['without-order', 2],
  ]);
  const canceled = { ...requested({ 1: 1 }), kind: 'canceled' } as ExpectedReturn;
  assert.deepEqual(kinds([SENT], canceled, found({ line: 1 })), [['return-was-canceled', 1]]);
});

test('a SKU on two lines goes to the line that asked for it, then to the one that was sent', () => {
  const { lines } = receipt(
    [{ ordered: 2 }, { shipped: 2, delivered: 2 }, { shipped: 3, delivered: 3 }],
    requested({ 3: 1 }),
    found(sku('A'), 4),
  );
  assert.deepEqual(
    lines.map(({ line, units }) => [line, units]),
    [
      [3, 2],
      [2, 2],
    ],
  );
});

test('a kit is received by its components', () => {
  const { items } = receipt(
    [
      { kind: 'kit', ordered: 1, sku: 'SET' },
      { kind: 'component', kitLine: 1, sku: 'CUP', shipped: 2, delivered: 2 },
      { kind: 'component', kitLine: 1, sku: 'POT', shipped: 1, delivered: 1 },
    ],
    { kind: 'unannounced' },
    found(sku('SET')),
  );
  assert.deepEqual(
    items.map(({ line, quantity }) => [line, quantity]),
    [
      [2, 2],
      [3, 1],
    ],
  );
});

test('no unit found is lost or doubled, whatever was asked for and sent', () => {
  const line = fc
    .record({
      sku: fc.constantFrom('A', 'B', null),
      shipped: fc.nat(4),
      delivered: fc.nat(4),
      returned: fc.nat(5),
    })
    .map((draft) => ({ ...draft, ordered: draft.shipped + 1 }));
  const item = fc
    .oneof(
      fc.constantFrom<FoundAs>(sku('A'), sku('C'), { label: 'x' }, { code: 'NOT-OURS', sku: null }),
      fc.constant<FoundAs>({ line: 1 }),
    )
    .chain((as) => fc.integer({ min: 1, max: 6 }).map((quantity) => found(as, quantity)));
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.constantFrom('1', '2'), fc.nat(4)),
      fc.array(item, { minLength: 1, maxLength: 6 }),
      (lines, asked, items) => {
        const told = receipt(lines, requested(asked), ...items);
        const sum = (rows: readonly { units: number }[]) =>
          rows.reduce((total, { units }) => total + units, 0);
        const placed = told.items.filter((one) => one.line !== null);
        assert.equal(
          told.units,
          items.reduce((total, { quantity }) => total + quantity, 0),
        );
        assert.equal(
          sum(told.lines),
          placed.reduce((total, { quantity }) => total + quantity, 0),
        );
        assert.ok(told.unexpected >= told.units - sum(told.lines) && told.unexpected <= told.units);
      },
    ),
  );
});
