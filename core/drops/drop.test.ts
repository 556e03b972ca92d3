import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DropItem, dropStatus, isSoldOut, sellThrough, sellThroughStep } from './drop.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 10, minute));
const terms = {
  startsAt: at(0),
  endsAt: at(30),
  pausedAt: null,
  stoppedAt: null,
  limitPerBuyer: null,
};
const item = (counts: Partial<DropItem>): DropItem => ({
  sku: 'sku_1' as DropItem['sku'],
  code: 'SHOE',
  ...{ setApart: 10, pooled: 10, held: 0, sold: 0, released: 0 },
  ...{ preorderCap: 0, preordered: 0, waiting: 0 },
  ...counts,
});

test('the status of a drop follows from its times, its switches and what is left', () => {
  const full = [item({})];
  const empty = [item({ pooled: 0, sold: 10 })];
  assert.equal(dropStatus(terms, full, at(-1)), 'planned');
  assert.equal(dropStatus(terms, full, at(0)), 'running');
  assert.equal(dropStatus(terms, empty, at(1)), 'sold-out');
  assert.equal(dropStatus({ ...terms, pausedAt: at(1) }, empty, at(2)), 'paused');
  assert.equal(dropStatus(terms, empty, at(30)), 'ended');
  assert.equal(dropStatus({ ...terms, stoppedAt: at(1) }, full, at(40)), 'stopped');
});

test('as long as anything is held a drop is not sold out, nor one that never had anything', () => {
  assert.equal(isSoldOut([item({ pooled: 0, held: 1, sold: 9 })]), false);
  assert.equal(isSoldOut([item({ setApart: 0, pooled: 0 })]), false);
  assert.equal(isSoldOut([item({ pooled: 0, sold: 10 }), item({ pooled: 1, sold: 9 })]), false);
});

test('sell-through counts what went to general sale as not sold', () => {
  const items = [item({ pooled: 0, sold: 7, setApart: 7, released: 3 }), item({ sold: 2 })];
  assert.equal(sellThrough(items), 0.45);
  assert.equal(sellThroughStep(items), 4);
  assert.deepEqual([sellThrough([]), sellThroughStep([])], [0, 0]);
});
