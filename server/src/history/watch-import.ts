// Tells how far an import has come, as often as it comes further, until it waits for somebody.

import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportAnswer } from '@doorstep/contract/imports.ts';

const LOOK_MS = 250;
/** Then the client comes back with its credentials. */
const WATCHED_MS_MAX = 5 * 60_000;

/** States that go on by themselves. */
const AT_WORK = new Set(['receiving', 'reading', 'planning', 'applying', 'undoing']);

/** @param look undefined when it is gone */
export async function* watchImport(
  look: () => Promise<ImportAnswer | undefined>,
  signal: AbortSignal,
): AsyncGenerator<ImportAnswer> {
  const until = performance.now() + WATCHED_MS_MAX;
  let told = '';
  while (!signal.aborted && performance.now() < until) {
    const now = await look();
    if (now === undefined) return;
    const text = JSON.stringify(now);
    if (text !== told) yield now;
    told = text;
    if (!AT_WORK.has(now.state)) return;
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}
