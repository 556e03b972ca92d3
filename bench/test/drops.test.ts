// That the benches of drops run, compare what they measure with the truth, and say a figure for each
// thing; never how fast anything is.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { AvailabilityResult } from '../src/availability/result.ts';
import type { DropResult } from '../src/drop.ts';
import type { HoldsResult } from '../src/holds.ts';
import type { MemoryResult } from '../src/memory.ts';
import { type Bench, openBench } from './open-bench.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.close());

test('a drop sells all of its units to a storm, and no buyer beats the limit', async () => {
  const { storm, verified } = await bench.run<DropResult>('drop');
  assert.ok(verified);
  assert.equal(storm.sold, 50);
});

// The bench itself stops at an answer that is older than stated, or is not what the levels say.
test('viewers are answered from memory, with few reads of the database', async () => {
  const { viewing, queryEach, fullSpeed, maxAgeMs } =
    await bench.run<AvailabilityResult>('availability');
  assert.ok(viewing.databaseReads > 0 && viewing.databaseReads <= viewing.looks);
  assert.ok(viewing.whenAskedMaxMs <= maxAgeMs + 2);
  assert.ok(fullSpeed.perSecond > 0 && queryEach.perSecond > 0);
});

test('a hold and its order are compared with a plain order', async () => {
  const { each, steps, timeRatio } = await bench.run<HoldsResult>('holds');
  assert.equal(each, 100);
  for (const { perSecond, p50Ms, p99Ms } of Object.values(steps))
    assert.ok(perSecond > 0 && p50Ms > 0 && p99Ms >= p50Ms);
  const { held, redeemed, plain } = steps;
  const serial = (1 / held.perSecond + 1 / redeemed.perSecond) * plain.perSecond;
  assert.ok(Math.abs(timeRatio - serial) < 1e-6 * serial);
});

test('the memory of a server is told each second of a surge, and drawn', async () => {
  const { rows, rssMb, heapUsedMb, orders, files } = await bench.run<MemoryResult>('memory');
  assert.ok(orders > 0 && rows.length === 1 && rssMb.length >= 2);
  assert.ok(rssMb.every((mb, at) => mb > (heapUsedMb[at] ?? 0)));
  const [plot = '', json = ''] = files;
  assert.match(await readFile(plot, 'utf8'), /<polyline .* points="\d/);
  assert.equal((JSON.parse(await readFile(json, 'utf8')) as MemoryResult).orders, orders);
});
