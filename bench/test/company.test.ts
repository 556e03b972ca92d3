// That the benches of what works beside what run, compare what they measure with the truth, and say a
// figure for each thing; never how fast anything is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MixedResult } from '../src/mixed.ts';
import type { NeighborsResult } from '../src/neighbors.ts';
import type { ProcessesResult } from '../src/processes.ts';
import { type Bench, openBench } from './open-bench.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.close());

// The bench itself stops when the books are wrong after a measurement.
test('several processes sell what is scarce once, and are compared with one', async () => {
  const { shapes, scarce } = await bench.run<ProcessesResult>('processes');
  assert.equal(scarce.sold, scarce.units);
  assert.equal(shapes.length, 2);
  for (const { rows } of shapes) {
    assert.deepEqual(
      rows.map(({ processes }) => processes),
      [1, 2, 3],
    );
    assert.equal(rows[0]?.ratio, 1);
    for (const { ordersPerSecond, ratio } of rows) assert.ok(ordersPerSecond > 0 && ratio > 0);
  }
});

test('what a neighbor feels of a surge is compared with quiet, with one process and with two', async () => {
  const { arrangements } = await bench.run<NeighborsResult>('neighbors');
  assert.equal(arrangements.length, 2);
  for (const { times, ratios, surgeKeeps } of arrangements) {
    assert.equal(times.quiet.surge, 0);
    assert.ok(times.paced.surge > 0 && times.full.surge > 0 && surgeKeeps > 0);
    for (const { p50, p99 } of Object.values(ratios)) assert.ok(p50 > 0 && p99 > 0);
  }
});

test('captures, an import, an export and webhooks each keep a share of their speed', async () => {
  const { alone, together, keeps } = await bench.run<MixedResult>('mixed');
  for (const work of ['capture', 'importing', 'exporting', 'webhooks'] as const) {
    assert.ok(alone[work] > 0 && together[work] > 0, work);
    const share = together[work] / alone[work];
    assert.ok(Math.abs(keeps[work] - share) < 1e-6 * share, work);
  }
});
