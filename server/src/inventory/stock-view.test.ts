import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { idFromUuid, type SkuId } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { stockView } from './stock-view.ts';

const TENANT = idFromUuid('tenant', '0'.repeat(32));
const MUG = idFromUuid('sku', '1'.repeat(32));
const PAN = idFromUuid('sku', '2'.repeat(32));
const NOTHING: ReadonlySet<SkuId> = new Set();

test('what has become stale of known codes is read ahead, and not again', async (t) => {
  const later = clockOf(t);
  const database = levels({ [MUG]: 5, [PAN]: 3 });
  const view = stockView();
  const read = async () => (await view.read(database.tx, TENANT, [MUG, PAN], 2, NOTHING)).get(MUG);
  const set = new Map([['SET', { id: MUG, components: [{ sku: MUG }, { sku: PAN }] }]]);
  view.learn(TENANT, set);
  await view.foresee(database.tx, TENANT, ['SET']);
  assert.equal(database.reads(), 0, 'what was never read is not stale');
  assert.equal((await read())?.[1], 5);
  database.units[MUG] = 4;
  await view.foresee(database.tx, TENANT, ['SET', 'unknown']);
  assert.equal((await read())?.[1], 5, 'it was fresh');
  later(2000);
  await view.foresee(database.tx, TENANT, ['SET', 'SET', 'unknown']);
  assert.equal(database.reads(), 2);
  assert.equal((await read())?.[1], 4);
  assert.equal(database.reads(), 2, 'it was foreseen');
});

function clockOf(t: TestContext): (ms: number) => void {
  let now = performance.now();
  t.mock.method(performance, 'now', () => now);
  return (ms) => {
    now += ms;
  };
}

/** A database of one location, number 1. */
function levels(units: Record<string, number>) {
  let reads = 0;
  const rows = async (_sql: unknown, [skus = []]: readonly (readonly string[])[]) => {
    reads += 1;
    return skus.map((sku_id) => ({ sku_id, numbers: [1], available: [units[`sku_${sku_id}`]] }));
  };
  return { units, reads: () => reads, tx: { rows } as unknown as Tx };
}
