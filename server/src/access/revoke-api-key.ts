// Takes an API key back.

import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { revokeApiKeyRow, revokeCredentials, selectApiKey } from './sql.ts';

/**
 * Revoking twice is the same as once. The caller lets `authentication` forget after the commit.
 *
 * @returns null, or the refusal `not-found`
 */
export async function revokeApiKey(tx: CommandTx, id: Id<'apiKey'>): Promise<null | Refusal> {
  const revoked = await tx.row(revokeApiKeyRow, [uuidOf(id), tx.now]);
  if (revoked === undefined) {
    const known = await tx.row(selectApiKey, [uuidOf(id)]);
    return known === undefined ? refuse('not-found', 'There is no such API key.') : null;
  }
  await tx.run(revokeCredentials, ['api-key', uuidOf(id), tx.now]);
  tx.emit({ type: 'api-key.revoked.v1', subject: id, version: revoked.version, data: {} });
  return null;
}
