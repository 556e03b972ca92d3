// A short run of `npm run faults`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runStorm } from './run-storm.ts';
import { tellEnd, tellFault } from './tell-storm.ts';

const SEED = 7;
const KINDS = [
  'kill-api',
  'kill-backend',
  'cut-one-direction',
  'lose-commits',
  'jump-clock',
  'trouble-provider',
];

test(`random faults under load, seed ${SEED}: nothing is lost, doubled or oversold`, async () => {
  const report = await runStorm({
    faults: KINDS.length,
    seed: SEED,
    only: KINDS,
    onFault: (told) => console.log(tellFault(told)),
  });
  assert.ok(report.ok, tellEnd(report).join('\n'));
  assert.ok(report.orders > 0);
});
