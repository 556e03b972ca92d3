// Idempotency keys of commands that share a transaction: claimed together, answered together.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { KeyHashes } from './run-command.ts';
import {
  claimKey,
  limitLockWait,
  releaseClaim,
  selectAnswer,
  storeAnswer,
  unlimitLockWait,
} from './sql.ts';
import type { Tx } from './transaction.ts';

/**
 * Claims keys that differ from each other, in key order, so that nobody waits in a circle.
 *
 * @returns by key what was answered before; a key that is new is not in it
 * @throws when another transaction holds one of them too long
 */
export async function claimTogether(
  tx: Tx,
  keys: readonly KeyHashes[],
  now: Date,
): Promise<Map<string, { readonly outcome: unknown }>> {
  const answers = new Map<string, { outcome: unknown }>();
  if (keys.length === 0) return answers;
  const sorted = keys.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  await Promise.all([
    tx.run(limitLockWait),
    ...sorted.flatMap(({ claimedWeeks, key, input }) =>
      claimedWeeks.map((week) => tx.run(claimKey, [week, key, input, now])),
    ),
    tx.run(unlimitLockWait),
  ]);
  await Promise.all(
    sorted.map(async (hashes) => {
      const stored = await tx.row(selectAnswer, [hashes.keptWeeks, hashes.key]);
      if (stored === undefined) return;
      const isSame = stored.input_hash === hashes.input;
      answers.set(hashes.key, { outcome: isSame ? JSON.parse(stored.answer) : refuseReuse() });
      await tx.run(releaseClaim, [hashes.claimedWeeks, hashes.key]);
    }),
  );
  return answers;
}

function refuseReuse(): Refusal {
  return refuse('idempotency-key-reused', 'This key was used for a request with another body.');
}

export async function storeTogether(
  tx: Tx,
  outcomes: readonly { readonly hashes: KeyHashes; readonly outcome: unknown }[],
): Promise<void> {
  await Promise.all(
    outcomes.map(({ hashes, outcome }) =>
      tx.run(storeAnswer, [hashes.claimedWeeks, hashes.key, JSON.stringify(outcome ?? null)]),
    ),
  );
}
