import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledPaths, plainPath, valuesAt } from './record-paths.ts';

const RECORD = {
  'a.b': 'by its very name',
  parts: [
    { type: 'ITEM', sum: { amount: '5' } },
    { type: 'TAX', sum: { amount: '1' } },
    { type: 'TAX', sum: { amount: '' } },
  ],
};

test('a path finds one value, those of every item, or those of some', () => {
  assert.deepEqual(valuesAt(RECORD, 'a.b'), ['by its very name']);
  assert.deepEqual(valuesAt(RECORD, 'parts[].sum.amount'), ['5', '1']);
  assert.deepEqual(valuesAt(RECORD, 'parts[type=TAX].sum.amount'), ['1']);
  assert.deepEqual(valuesAt(RECORD, 'parts[type=FEE].sum.amount'), []);
  assert.deepEqual(valuesAt(RECORD, 'nowhere[].sum'), []);
});

test('every path that holds something is counted', () => {
  assert.deepEqual(
    [...filledPaths(RECORD)],
    [
      ['a.b', 1],
      ['parts[].type', 3],
      ['parts[].sum.amount', 2],
    ],
  );
  assert.equal(plainPath('parts[type=TAX].sum.amount'), 'parts[].sum.amount');
});
