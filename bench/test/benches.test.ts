// That every other bench runs, compares what it measures with the truth, and says a figure for each
// thing; never how fast anything is.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { AvailabilityResult } from '../src/availability/result.ts';
import type { DropResult } from '../src/drop.ts';
import type { ExportResult } from '../src/export.ts';
import type { GridResult } from '../src/grid.ts';
import type { HoldsResult } from '../src/holds.ts';
import type { MemoryResult } from '../src/memory.ts';
import type { MixedResult } from '../src/mixed.ts';
import type { NeighborsResult } from '../src/neighbors.ts';
import type { OrdersResult } from '../src/orders.ts';
import type { ProcessesResult } from '../src/processes.ts';
import type { ReportsResult } from '../src/reports.ts';
import type { SizeResult } from '../src/size/result.ts';

const main = join(import.meta.dirname, '../src/main.ts');
let dataHome: string;

before(async () => {
  // PostgreSQL runs as another user when we are root, and must be able to reach its data.
  const folder = process.getuid?.() === 0 ? '/var/lib' : tmpdir();
  dataHome = await mkdtemp(join(folder, 'doorstep-bench-test-'));
  await chmod(dataHome, 0o755);
});
after(() => rm(dataHome, { recursive: true, force: true }));

async function run<Result>(name: string): Promise<Result> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [main, name, '--quick', '--json'],
    { env: { ...process.env, DOORSTEP_BENCH_DATA: join(dataHome, 'data') }, maxBuffer: 2 ** 24 },
  );
  return JSON.parse(stdout) as Result;
}

test('reports are compared with the sums of the lines, and timed', async () => {
  const { orders, reports } = await run<ReportsResult>('reports');
  assert.equal(orders, 2000);
  assert.equal(reports.length, 16);
  for (const { name, ms, fewerMs, scanMs } of reports)
    assert.ok(ms > 0 && fewerMs > 0 && scanMs > 0, name);
});

test('the order list is what the orders are, and every list of it is timed', async () => {
  const { orders, lists, paint, tagged, verified } = await run<OrdersResult>('orders');
  assert.equal(orders, 2000);
  assert.ok(verified);
  assert.ok(lists.length > 250, String(lists.length));
  assert.ok(paint.coldMs > 0 && paint.rows > 0 && paint.rows < 60);
  assert.ok(tagged.orders > 0);
  for (const { name, p50Ms, p95Ms } of lists) assert.ok(p50Ms > 0 && p95Ms >= p50Ms, name);
});

test('pages of the stock grid have every level of their SKUs, wherever in the list they are', async () => {
  const { skus, locations, pages } = await run<GridResult>('grid');
  assert.deepEqual([skus, locations, pages.length], [600, 20, 4]);
  for (const { name, rows, levels, p50Ms } of pages) {
    assert.ok(p50Ms > 0, name);
    assert.deepEqual([rows, levels], [100, 2000], name);
  }
});

test('every format is exported, and orders are captured beside it', async () => {
  const { formats, alone, beside } = await run<ExportResult>('export');
  assert.equal(formats.length, 4);
  for (const { query, seconds, megabytes } of formats)
    assert.ok(seconds > 0 && megabytes > 0, query);
  assert.ok(alone.ordersPerSecond > 0 && beside.ordersPerSecond > 0);
});

test('a drop sells all of its units to a storm, and no buyer beats the limit', async () => {
  const { storm, verified } = await run<DropResult>('drop');
  assert.ok(verified);
  assert.equal(storm.sold, 50);
});

// The bench itself stops at an answer that is older than stated, or is not what the levels say.
test('viewers are answered from memory, with few reads of the database', async () => {
  const { viewing, queryEach, fullSpeed, maxAgeMs } = await run<AvailabilityResult>('availability');
  assert.ok(viewing.databaseReads > 0 && viewing.databaseReads <= viewing.looks);
  assert.ok(viewing.whenAskedMaxMs <= maxAgeMs + 2);
  assert.ok(fullSpeed.perSecond > 0 && queryEach.perSecond > 0);
});

test('a hold and its order are compared with a plain order', async () => {
  const { each, steps, timeRatio } = await run<HoldsResult>('holds');
  assert.equal(each, 100);
  for (const { perSecond, p50Ms, p99Ms } of Object.values(steps))
    assert.ok(perSecond > 0 && p50Ms > 0 && p99Ms >= p50Ms);
  const { held, redeemed, plain } = steps;
  const serial = (1 / held.perSecond + 1 / redeemed.perSecond) * plain.perSecond;
  assert.ok(Math.abs(timeRatio - serial) < 1e-6 * serial);
});

// The bench itself stops when the books are wrong after a measurement.
test('several processes sell what is scarce once, and are compared with one', async () => {
  const { shapes, scarce } = await run<ProcessesResult>('processes');
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

test('what a neighbor feels of a surge is compared with quiet', async () => {
  const { times, ratios, surgeKeeps } = await run<NeighborsResult>('neighbors');
  assert.equal(times.quiet.surge, 0);
  assert.ok(times.paced.surge > 0 && times.full.surge > 0 && surgeKeeps > 0);
  for (const { p50, p99 } of Object.values(ratios)) assert.ok(p50 > 0 && p99 > 0);
});

test('captures, an import, an export and webhooks each keep a share of their speed', async () => {
  const { alone, together, keeps } = await run<MixedResult>('mixed');
  for (const work of ['capture', 'importing', 'exporting', 'webhooks'] as const) {
    assert.ok(alone[work] > 0 && together[work] > 0, work);
    const share = together[work] / alone[work];
    assert.ok(Math.abs(keeps[work] - share) < 1e-6 * share, work);
  }
});

test('capture and reads are compared between sizes of the data', async () => {
  const { sizes } = await run<SizeResult>('size');
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

test('the memory of a server is told each second of a surge, and drawn', async () => {
  const { rows, rssMb, heapUsedMb, orders, files } = await run<MemoryResult>('memory');
  assert.ok(orders > 0 && rows.length === 1 && rssMb.length >= 2);
  assert.ok(rssMb.every((mb, at) => mb > (heapUsedMb[at] ?? 0)));
  const [plot = '', json = ''] = files;
  assert.match(await readFile(plot, 'utf8'), /<polyline .* points="\d/);
  assert.equal((JSON.parse(await readFile(json, 'utf8')) as MemoryResult).orders, orders);
});
