// Random lives on the whole road; `npm run prove -- lives` runs many more. PROVE_RUNS multiplies how
// many are tried, PROVE_SEED repeats one set of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveAtRandom } from './random-lives.ts';

const LIVES = 16 * Number(process.env['PROVE_RUNS'] ?? 1);
const SEED = Number(process.env['PROVE_SEED'] ?? Date.now() % 2_147_483_647);

test('whatever happens on the whole road, the books add up after every step', async (t) => {
  t.diagnostic(`PROVE_SEED=${SEED}, ${LIVES} lives`);
  const { lives, steps, happened } = await liveAtRandom(LIVES, SEED);
  t.diagnostic(`${lives} lives of ${steps} steps: ${JSON.stringify(Object.fromEntries(happened))}`);
  assert.equal(lives, LIVES);
});
