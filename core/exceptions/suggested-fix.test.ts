import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXCEPTION_KINDS, EXCEPTION_TYPES, SEVERITIES } from './exception-types.ts';
import { inWords } from './exception-words.ts';
import { type AffectedLine, type ExceptionFacts, suggestFix } from './suggested-fix.ts';

const nothing: ExceptionFacts = {
  exception: 'exc_1',
  type: 'stock-below-promised',
  order: null,
  skuCode: 'MUG',
  locationCode: 'BER',
  data: { unitsShort: 3 },
  lines: [],
};
const line = (order: string, quantity: number): AffectedLine => ({
  order,
  orderNumber: order.slice(4),
  line: `oln_${order}`,
  sku: 'MUG',
  title: 'Mug',
  quantity,
});
const cancel = { operation: 'cancelOrder', label: 'Cancel' };

test('every type has a fix, a deadline and a severity, and says when it closes', () => {
  for (const type of EXCEPTION_TYPES) {
    const kind = EXCEPTION_KINDS[type];
    assert.ok(kind.fixes.length > 0 && kind.deadlineHours > 0, type);
    assert.ok(SEVERITIES.includes(kind.severity), type);
    assert.match(kind.closes, /^when /, type);
  }
});

test('one fix becomes one per order that waits, each with its lines', () => {
  const lines = [line('ord_7', 1), line('ord_8', 2)];
  const [first, second] = suggestFix(cancel, { ...nothing, lines });
  assert.deepEqual(
    [first?.order, first?.label, first?.body],
    [
      'ord_7',
      'Cancel 1 unit of order 7',
      { reason: 'inventory', lines: [{ line: 'oln_ord_7', quantity: 1 }] },
    ],
  );
  assert.equal(second?.label, 'Cancel 2 units of order 8');
});

test('of the order it is about, the label is that of the type', () => {
  const facts = { ...nothing, order: 'ord_7', lines: [line('ord_7', 1)] };
  assert.equal(suggestFix(cancel, facts)[0]?.label, 'Cancel');
});

test('with no line to name, all of the order is canceled; with no order, nothing is suggested', () => {
  const declined = { ...nothing, type: 'payment-declined', order: 'ord_7' } as const;
  assert.deepEqual(suggestFix(cancel, declined)[0]?.body, { reason: 'payment' });
  assert.deepEqual(suggestFix(cancel, nothing), []);
});

test('what only a person knows is asked for', () => {
  const [counted] = suggestFix({ operation: 'countStock', label: 'Count' }, nothing);
  assert.deepEqual(counted?.asks, ['/lines/0/counted']);
  const [received] = suggestFix({ operation: 'receiveStock', label: 'Receive' }, nothing);
  assert.deepEqual(received?.body, { location: 'BER', lines: [{ sku: 'MUG', quantity: 3 }] });
  const [walk] = suggestFix({ operation: null, label: 'Walk there' }, nothing);
  assert.deepEqual(walk, { operation: null, label: 'Walk there', body: null, asks: [] });
});

test('facts are said as people say them', () => {
  assert.deepEqual(inWords({ line: 2, skuCode: 'GHOST', units: 1 }), ['line 2', 'GHOST', '1 unit']);
  assert.deepEqual(inWords({ unitsShort: 3 }), ['3 units short']);
  const parcel = { carrier: 'dhl', trackingNumber: '0034', trouble: 'lost' };
  assert.deepEqual(inWords(parcel), ['dhl 0034', 'lost']);
  assert.deepEqual(inWords({ units: 0, code: null }), []);
});
