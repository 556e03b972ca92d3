import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../refusal.ts';
import { draftedLines } from './drafted-return.ts';
import { decideReturn } from './request.ts';

const reason = 'changed-mind';
const none = new Map<number, number>();

test('what shipped may come back, once', () => {
  const lines = draftedLines([{ ordered: 5, shipped: 3, returned: 1 }]);
  const asked = [{ line: 1, quantity: 2, reason } as const];
  assert.deepEqual(decideReturn(lines, none, asked), [{ line: 1, quantity: 2, reason }]);
  const again = decideReturn(lines, new Map([[1, 1]]), asked);
  assert.ok(isRefusal(again) && again.refused === 'not-returnable');
  assert.equal(again.data?.['returnable'], 1);
});

test('a line named twice, by number and by id, is one line', () => {
  const lines = draftedLines([{ shipped: 3 }]);
  const asked = [
    { line: 1, quantity: 1, reason: 'damaged' },
    { line: lines[0]?.id ?? '', quantity: 2, reason },
  ] as const;
  assert.deepEqual(decideReturn(lines, none, asked), [{ line: 1, quantity: 3, reason: 'damaged' }]);
  const third = decideReturn(lines, none, [...asked, { line: 1, quantity: 1, reason }]);
  assert.ok(isRefusal(third) && third.data?.['returnable'] === 0);
});

test('a kit comes back as its components, whole or in parts', () => {
  const lines = draftedLines([
    { kind: 'kit', ordered: 2 },
    { kind: 'component', kitLine: 1, sku: 'CUP', shipped: 4 },
    { kind: 'component', kitLine: 1, sku: 'POT', shipped: 2 },
  ]);
  assert.deepEqual(
    decideReturn(lines, none, [
      { line: 1, quantity: 1, reason },
      { line: 2, quantity: 1, reason },
    ]),
    [
      { line: 2, quantity: 3, reason },
      { line: 3, quantity: 1, reason },
    ],
  );
  const tooMany = decideReturn(lines, new Map([[2, 1]]), [{ line: 1, quantity: 2, reason }]);
  assert.ok(isRefusal(tooMany) && tooMany.data?.['returnable'] === 1);
});

test('a line that is not there is refused', () => {
  const outcome = decideReturn(draftedLines([{ shipped: 1 }]), none, [
    { line: 2, quantity: 1, reason },
  ]);
  assert.ok(isRefusal(outcome) && outcome.refused === 'line-unknown');
});
