// That the benches of lists and reports run, compare what they measure with the truth, and say a figure
// for each thing; never how fast anything is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ExportResult } from '../src/export.ts';
import type { GridResult } from '../src/grid.ts';
import type { OrdersResult } from '../src/orders.ts';
import type { ReportsResult } from '../src/reports/result.ts';
import type { SizeResult } from '../src/size/result.ts';
import { type Bench, openBench } from './open-bench.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.close());

test('reports are compared with the sums of the lines, and timed', async () => {
  const { orders, fillSeconds, reports } = await bench.run<ReportsResult>('reports');
  assert.equal(orders, 1000);
  assert.ok(fillSeconds > 0);
  assert.ok(reports.length > 100, String(reports.length));
  assert.ok(reports.filter(({ scanMs }) => scanMs !== null).length > 20);
  for (const { name, p50Ms, p95Ms, fewerMs } of reports)
    assert.ok(p50Ms > 0 && p95Ms >= p50Ms && fewerMs > 0, name);
});

test('the order list is what the orders are, and every list of it is timed', async () => {
  const { orders, lists, paint, tagged, verified } = await bench.run<OrdersResult>('orders');
  assert.equal(orders, 2000);
  assert.ok(verified);
  assert.ok(lists.length > 250, String(lists.length));
  assert.ok(paint.coldMs > 0 && paint.rows > 0 && paint.rows < 60);
  assert.ok(tagged.orders > 0);
  for (const { name, p50Ms, p95Ms } of lists) assert.ok(p50Ms > 0 && p95Ms >= p50Ms, name);
});

test('pages of the stock grid have every level of their SKUs, wherever in the list they are', async () => {
  const { skus, locations, pages } = await bench.run<GridResult>('grid');
  assert.deepEqual([skus, locations, pages.length], [600, 20, 4]);
  for (const { name, rows, levels, p50Ms } of pages) {
    assert.ok(p50Ms > 0, name);
    assert.deepEqual([rows, levels], [100, 2000], name);
  }
});

test('every format is exported, and orders are captured beside it', async () => {
  const { formats, alone, beside } = await bench.run<ExportResult>('export');
  assert.equal(formats.length, 4);
  for (const { query, seconds, megabytes } of formats)
    assert.ok(seconds > 0 && megabytes > 0, query);
  assert.ok(alone.ordersPerSecond > 0 && beside.ordersPerSecond > 0);
});

test('capture and reads are compared between sizes of the data', async () => {
  const { sizes } = await bench.run<SizeResult>('size');
  assert.deepEqual(
    sizes.map(({ orders }) => orders),
    [0, 100, 1000],
  );
  for (const { figures, ratios, megabytes } of sizes) {
    assert.ok(megabytes > 0);
    for (const { perSecond, p99Ms } of Object.values(figures))
      assert.ok(perSecond > 0 && p99Ms > 0);
    for (const { p50 } of Object.values(ratios)) assert.ok(p50 > 0);
  }
  assert.ok(Object.values(sizes[0]?.ratios ?? {}).every(({ p99 }) => p99 === 1));
});
