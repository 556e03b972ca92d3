// A process that is kept running is judged by what it tells.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepProcess } from '../../src/front/keep-process.ts';
import { until } from '../until.ts';

const SILENT_MS_MAX = 2000;

async function keptFor(t: TestContext) {
  const down: string[] = [];
  const kept = keepProcess({
    program: join(import.meta.dirname, '../tell-now-and-then.ts'),
    ...{ first: { is: 'start' }, last: { is: 'stop' } },
    onMessage: () => {},
    onDown: (why) => down.push(why),
    silentMsMax: SILENT_MS_MAX,
  });
  t.after(() => kept.stop());
  await kept.started;
  return { kept, down };
}

test('one that is stuck is killed, and another one takes its place', async (t) => {
  const { kept, down } = await keptFor(t);
  const stuck = kept.pid() ?? 0;
  process.kill(stuck, 'SIGSTOP');
  await sleep(SILENT_MS_MAX / 2);
  assert.equal(kept.pid(), stuck, 'silent for too short a time');
  await until(() => kept.isReady() && kept.pid() !== stuck, 'another one is there');
  assert.deepEqual(down, ['ended with SIGKILL']);
});

test('none is killed because the one that listens stood still itself', async (t) => {
  const { kept, down } = await keptFor(t);
  const pid = kept.pid();
  for (let times = 0; times < 2; times += 1) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * SILENT_MS_MAX);
    await sleep(300);
  }
  assert.deepEqual([kept.pid(), kept.isReady(), down], [pid, true, []]);
});
