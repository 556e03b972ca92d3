// Makes an API key on behalf of somebody, within what they may do themselves.

import type { NewApiKeyAnswer } from '@doorstep/contract/access.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { createApiKey, type NewApiKey } from './create-api-key.ts';
import { presentApiKey } from './present.ts';
import { refuseBeyondOwn } from './refuse-beyond-own.ts';
import { selectApiKey } from './sql.ts';

/** @returns refusals: `not-allowed`, `validation-failed` for an expiry that has passed */
export async function issueApiKey(
  tx: CommandTx,
  key: NewApiKey,
  granted: readonly Scope[],
): Promise<NewApiKeyAnswer | Refusal> {
  const beyond = refuseBeyondOwn(granted, key.scopes);
  if (beyond !== undefined) return beyond;
  if (key.expiresAt !== null && key.expiresAt <= tx.now)
    return refuse('validation-failed', '`expiresAt` has passed already.');
  const { id, secret } = await createApiKey(tx, key);
  const row = await tx.row(selectApiKey, [uuidOf(id)]);
  if (row === undefined) throw new Error('an API key just made was not found');
  return { ...presentApiKey(row), secret };
}

/** What is kept of the answer: a secret is stored nowhere. */
export function withoutSecret(answer: NewApiKeyAnswer): NewApiKeyAnswer {
  return { ...answer, secret: null };
}
