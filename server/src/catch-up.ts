// Waits until the server has done all that is due: for who plays a day on a simulated clock, where
// an hour must not go by while a buyer is being asked for the money.

import { setTimeout as sleep } from 'node:timers/promises';
import { inSnapshot } from './db/transaction.ts';
import { selectIsLogRead, selectPending } from './log/sql.ts';
import { selectIsAnyIntentDue } from './payments/intents.sql.ts';
import { DUE, runAllDue } from './run-due.ts';
import type { Runtime } from './runtime.ts';

const LOOK_MS = 10;

/**
 * Resolves when what fell due is done, the log has a place for every event, all readers have read
 * it, and no provider is to be asked; or after `longestMs`, for one that hangs must not stop time.
 */
export async function catchUp(runtime: Runtime, longestMs: number): Promise<void> {
  const endsAt = performance.now() + longestMs;
  await runAllDue(runtime, DUE);
  while (!(await isCaughtUp(runtime)) && performance.now() < endsAt) await sleep(LOOK_MS);
}

/** At one moment: work that one of them hands to the next is seen here or there. */
function isCaughtUp({ clock, now }: Runtime): Promise<boolean> {
  return inSnapshot(clock, null, async (tx) => {
    const pending = await tx.row(selectPending);
    const log = await tx.row(selectIsLogRead);
    const intents = await tx.row(selectIsAnyIntentDue, [now()]);
    return pending?.pending === false && log?.read === true && intents?.due === false;
  });
}
