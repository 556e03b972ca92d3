// Gives a tenant's account at a payment provider other secrets, sealed under the newest master key.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  rotateProviderSecrets as operation,
  ProviderConnectionAnswer,
} from '@doorstep/contract/provider-connections.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { updateConnectionSecrets } from './connections.sql.ts';
import { accountForm, type ConnectionDeps, refuseAccount } from './create-connection.ts';
import { type ConnectionId, providerAccount, sealSecrets } from './provider-account.ts';
import { lockKnownConnection, readWrittenConnection } from './read-connection.ts';

/** @returns refusals: `not-found`, `provider-connection-invalid` */
export async function rotateConnection(
  tx: CommandTx,
  { secrets: box, providers }: ConnectionDeps,
  id: ConnectionId,
  { secrets: given }: BodyOf<typeof operation>,
): Promise<ProviderConnectionAnswer | Refusal> {
  const before = await lockKnownConnection(tx, id);
  if (isRefusal(before)) return before;
  const form = accountForm(providers, before.provider);
  if (isRefusal(form)) return form;
  const account = providerAccount(box, tx.tenant, before);
  const secrets = { ...account.secrets, ...given };
  const wrong = refuseAccount(form, secrets, account.settings);
  if (wrong !== undefined) return wrong;
  const sealed = sealSecrets(box, tx.tenant, id, secrets);
  const row = await tx.row(updateConnectionSecrets, [uuidOf(id), sealed, tx.now]);
  tx.emit({
    type: 'provider-connection.secrets_rotated.v1',
    subject: id,
    version: row?.version ?? 0,
    data: {},
  });
  return readWrittenConnection(tx, providers, id);
}
