// Idempotency keys of commands that share a transaction: claimed together, answered together.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { claimKeys, releaseClaims, selectAnswers, storeAnswers } from './claims.sql.ts';
import { writeRows } from './row-set.ts';
import type { KeyHashes } from './run-command.ts';
import { limitLockWait, unlimitLockWait } from './sql.ts';
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
  if (keys.length === 0) return new Map();
  const claims = keys.flatMap(({ claimedWeeks, key, input }) =>
    claimedWeeks.map((week) => ({ week, key, input })),
  );
  const keptWeeks = [...new Set(keys.flatMap((one) => one.keptWeeks))];
  const asked = keys.map(({ key }) => key);
  // Looked up behind the claims: while those waited, the holder of a key may have committed.
  const [, , , stored] = await Promise.all([
    tx.run(limitLockWait),
    writeRows(tx, claimKeys, claims, now),
    tx.run(unlimitLockWait),
    tx.rows(selectAnswers, [keptWeeks, asked]),
  ]);
  const inputs = new Map(keys.map(({ key, input }) => [key, input]));
  const answers = new Map(
    stored.map(({ key_hash: key, input_hash: input, answer }) => {
      const isSame = input === inputs.get(key);
      return [key, { outcome: isSame ? JSON.parse(answer) : refuseReuse() }];
    }),
  );
  if (answers.size > 0) await tx.run(releaseClaims, [weeksOf(keys), [...answers.keys()]]);
  return answers;
}

function weeksOf(keys: readonly KeyHashes[]): string[] {
  return [...new Set(keys.flatMap(({ claimedWeeks }) => claimedWeeks))];
}

function refuseReuse(): Refusal {
  return refuse('idempotency-key-reused', 'This key was used for a request with another body.');
}

export async function storeTogether(
  tx: Tx,
  outcomes: readonly { readonly hashes: KeyHashes; readonly outcome: unknown }[],
): Promise<void> {
  const rows = outcomes.map(({ hashes, outcome }) => ({
    key: hashes.key,
    answer: JSON.stringify(outcome ?? null),
  }));
  await writeRows(tx, storeAnswers, rows, weeksOf(outcomes.map(({ hashes }) => hashes)));
}
