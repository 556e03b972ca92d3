// Waits for what comes by itself, and says what did not.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** @param withinMs far more than it ever takes, since other tests keep the machine busy */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 30_000,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `not within ${withinMs} ms: ${what}`);
    await sleep(10);
  }
}
