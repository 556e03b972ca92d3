// A block of a spreadsheet, read and laid onto the grid.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layBlock, readBlock } from '../src/inventory/paste-block.ts';
import type { GridRow } from '../src/inventory/stock-numbers.ts';

const LOCATIONS = ['BER', 'HAM', 'MUC'];
const rows = ['CUP', 'MUG'].map(
  (sku) =>
    ({
      sku,
      skuId: sku,
      title: sku,
      active: true,
      levels: [{ location: 'BER', onHand: 5 }],
    }) as unknown as GridRow,
);
const lay = (text: string, row = 0, column = 0) =>
  layBlock(readBlock(text), rows, LOCATIONS, { row, column });

test('cells are laid from the corner on, and what stays as it is is no change', () => {
  const { changes } = lay('5\t7\r\n8\t\r\n');
  assert.deepEqual(
    changes.map((one) => [one.sku, one.location, one.seenOnHand, one.onHand]),
    [
      ['CUP', 'HAM', 0, 7],
      ['MUG', 'BER', 5, 8],
    ],
  );
});

test('numbers may be grouped as any spreadsheet does; anything else is told, not guessed', () => {
  const { changes, unread } = lay('1,200\t1.200\t1 200\n-3\t1.5\tmany');
  assert.deepEqual(
    changes.map(({ onHand }) => onHand),
    [1200, 1200, 1200],
  );
  assert.deepEqual(unread, ['-3', '1.5', 'many']);
});

test('what lies beyond the grid is counted', () => {
  const { changes, outside } = lay('1\t2\n3\t4', 1, 2);
  assert.deepEqual([changes.length, outside], [1, 3]);
});
