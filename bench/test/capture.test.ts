// That the bench measures what it says; never how fast anything is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CaptureResult, cpuOf, FIGURES, type Figure } from '../src/capture/result.ts';
import { type Bench, openBench } from './open-bench.ts';

let bench: Bench;
let result: CaptureResult;

before(async () => {
  bench = await openBench();
  result = await bench.run<CaptureResult>('capture');
});
after(() => bench.close());

test('every scenario has its figures, all of them positive', () => {
  assert.deepEqual(
    result.scenarios.map(({ name }) => name),
    ['spread, 3 lines', 'hot, 1 line'],
  );
  const isOnLinux = process.platform === 'linux';
  for (const { name, figures } of result.scenarios) {
    for (const figure of Object.keys(FIGURES) as Figure[]) {
      const found = figures[figure];
      if (found === undefined) {
        assert.ok(['bulk', 'buyer', 'units'].includes(figure), `${name} lacks ${figure}`);
        continue;
      }
      const { ordersPerSecond, p50Ms, p99Ms, orders } = found;
      assert.ok(ordersPerSecond > 0 && p50Ms > 0 && orders > 0, `${name}: ${figure}`);
      assert.ok(p99Ms >= p50Ms, `${name}: ${figure}`);
    }
    // Linux counts CPU by ten milliseconds: a short measurement may take less than one of them.
    const cpuMs = Object.values(figures).reduce((sum, { wholeCpuMs }) => sum + wholeCpuMs, 0);
    assert.ok(!isOnLinux || cpuMs > 0, `${name} took no CPU`);
  }
});

test('bulk and orders with a buyer are measured too', () => {
  assert.ok(result.scenarios.some(({ figures }) => figures.bulk !== undefined));
  assert.ok(result.scenarios.some(({ figures }) => figures.buyer !== undefined));
});

test('a row per unit is measured on the hot SKU, and compared', () => {
  const hot = result.scenarios.find(({ figures }) => figures.units !== undefined);
  assert.equal(hot?.name, 'hot, 1 line');
  assert.ok((hot.toUnits ?? 0) > 0);
});

test('the commit rate of the machine is taken in the same run, and orders are told in it', () => {
  const { one, many, batch } = result.commits;
  for (const { commitsPerSecond, p50Ms, p99Ms } of [one, many, batch])
    assert.ok(commitsPerSecond > 0 && p50Ms > 0 && p99Ms >= p50Ms);
  assert.deepEqual([one.connections, many.connections, batch.rowsEach], [1, 32, 256]);
  for (const { toCommits, aloneToCommits } of result.scenarios)
    assert.ok(toCommits > 0 && aloneToCommits > 0);
});

test('the formula and the ratios follow from the figures', () => {
  for (const scenario of result.scenarios) {
    const { figures, formula, toFormula, toFunction, toTransaction } = scenario;
    const rate = (figure: Figure) => figures[figure]?.ordersPerSecond ?? 0;
    const close = (one: number, other: number) => Math.abs(one - other) < 1e-6 * other;
    assert.ok(close(formula, 1 / (1 / rate('handler') + 1 / rate('batched'))));
    assert.ok(close(toFormula, rate('product256') / formula));
    assert.ok(close(toFunction, rate('product256') / rate('function')));
    assert.ok(close(toTransaction, rate('product256') / rate('transaction')));
  }
});

test('many stores are compared with few', () => {
  assert.equal(result.stores.length, 1);
  let cpuMs = 0;
  for (const { few, many, fewStores, manyStores, cpuRatio } of result.stores) {
    assert.ok(manyStores > fewStores);
    assert.ok(few.orders > 0 && many.orders > 0);
    // As above: one of the two may have taken less than the tick by which CPU is counted.
    if (cpuOf(few) > 0) assert.ok(Math.abs(cpuRatio * cpuOf(few) - cpuOf(many)) < 1e-6);
    cpuMs += cpuOf(few) + cpuOf(many);
  }
  assert.ok(process.platform !== 'linux' || cpuMs > 0);
});

// The bench itself stops at the first order that was acknowledged and is not in the database.
test('every acknowledged order was found in the database', () => {
  const product = result.scenarios.flatMap(({ figures }) => [
    figures.product256,
    figures.paced70,
    figures.product1,
    figures.bulk,
    figures.buyer,
  ]);
  const stores = result.stores.flatMap(({ few, many }) => [few, many]);
  const acknowledged = [...product, ...stores].reduce((sum, one) => sum + (one?.orders ?? 0), 0);
  assert.ok(acknowledged > 0);
  assert.equal(result.ordersChecked, acknowledged);
});
