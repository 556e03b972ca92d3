// Replaces an API key by a new one; the old one works on for a while.

import type { NewApiKeyAnswer } from '@doorstep/contract/access.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { issueApiKey } from './issue-api-key.ts';
import { lockApiKey, setApiKeyExpiry } from './sql.ts';

const HOUR_MS = 3_600_000;

/**
 * The caller lets `authentication` forget after the commit.
 *
 * @returns refusals: `not-found`, `api-key-over`, `not-allowed`
 */
export async function rollApiKey(
  tx: CommandTx,
  key: Id<'apiKey'>,
  overlapHours: number,
  granted: readonly Scope[],
): Promise<NewApiKeyAnswer | Refusal> {
  const old = await tx.row(lockApiKey, [uuidOf(key)]);
  if (old === undefined) return refuse('not-found', 'There is no such API key.');
  if (old.revoked_at !== null || (old.expires_at !== null && old.expires_at <= tx.now))
    return refuse('api-key-over', 'The key does not work any more.');
  const made = await issueApiKey(
    tx,
    { name: old.name, scopes: old.scopes as Scope[], expiresAt: null },
    granted,
  );
  if (isRefusal(made)) return made;
  const overlap = new Date(tx.now.getTime() + overlapHours * HOUR_MS);
  const expiresAt = old.expires_at !== null && old.expires_at < overlap ? old.expires_at : overlap;
  const row = await tx.row(setApiKeyExpiry, [uuidOf(key), expiresAt]);
  if (row === undefined) throw new Error('a locked API key was not updated');
  tx.emit({
    type: 'api-key.expiry_set.v1',
    subject: key,
    version: row.version,
    data: { expiresAt, replacedBy: made.id },
  });
  return made;
}
