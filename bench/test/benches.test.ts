// That every other bench runs, compares what it measures with the truth, and says a figure for each
// thing; never how fast anything is.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { DropResult } from '../src/drop.ts';
import type { ExportResult } from '../src/export.ts';
import type { OrdersResult } from '../src/orders.ts';
import type { ReportsResult } from '../src/reports.ts';

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
  assert.equal(reports.length, 8);
  for (const { name, ms, fewerMs, scanMs } of reports)
    assert.ok(ms > 0 && fewerMs > 0 && scanMs > 0, name);
});

test('the order list is what the orders are, and every list of it is timed', async () => {
  const { orders, lists, verified } = await run<OrdersResult>('orders');
  assert.equal(orders, 2000);
  assert.ok(verified);
  assert.ok(lists.length > 250, String(lists.length));
  for (const { name, p50Ms, p95Ms } of lists) assert.ok(p50Ms > 0 && p95Ms >= p50Ms, name);
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
