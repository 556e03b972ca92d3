// Makes an API key. Its secret is answered once and kept only as a hash.

import { actorText } from '@doorstep/core/access/actor.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { hashSecret, newSecret } from './secret.ts';
import { insertApiKey, insertCredential } from './sql.ts';

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

export interface CreatedApiKey {
  readonly id: Id<'apiKey'>;
  readonly hint: string;
  /** Shown this once. */
  readonly secret: string;
}

export async function createApiKey(tx: CommandTx, key: NewApiKey): Promise<CreatedApiKey> {
  const id = newId('apiKey');
  const secret = newSecret('dsk');
  const hint = `${secret.slice(0, 8)}…`;
  await tx.run(insertApiKey, [
    uuidOf(id),
    key.name,
    hint,
    key.scopes,
    actorText(tx.actor),
    tx.now,
    key.expiresAt,
  ]);
  await tx.run(insertCredential, [
    hashSecret(secret),
    'api-key',
    uuidOf(id),
    key.scopes,
    key.expiresAt,
  ]);
  tx.emit({
    type: 'api-key.created.v1',
    subject: id,
    version: 1,
    data: { scopes: key.scopes, expiresAt: key.expiresAt },
  });
  return { id, hint, secret };
}
