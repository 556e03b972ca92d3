// Changes a tenant's account at a payment provider, or takes it into or out of use.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  changeProviderConnection as operation,
  ProviderConnectionAnswer,
} from '@doorstep/contract/provider-connections.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockConnections, updateConnection } from './connections.sql.ts';
import {
  accountForm,
  type ConnectionDeps,
  refuseAccount,
  refuseInUse,
} from './create-connection.ts';
import { type ConnectionId, providerAccount } from './provider-account.ts';
import { lockKnownConnection, readWrittenConnection } from './read-connection.ts';

/** @returns refusals: `not-found`, `version-conflict`, `already-exists`, `provider-connection-invalid` */
export async function changeConnection(
  tx: CommandTx,
  { secrets, providers }: ConnectionDeps,
  id: ConnectionId,
  { version, ...wanted }: BodyOf<typeof operation>,
): Promise<ProviderConnectionAnswer | Refusal> {
  const others = await tx.rows(lockConnections);
  const before = await lockKnownConnection(tx, id);
  if (isRefusal(before)) return before;
  const stale = refuseStale(version, before.version);
  if (stale !== undefined) return stale;
  const { provider } = before;
  const next = {
    name: wanted.name ?? before.name,
    settings: wanted.settings ?? before.settings,
    active: wanted.active ?? before.active,
  };
  if (wanted.settings !== undefined) {
    const form = accountForm(providers, provider);
    if (isRefusal(form)) return form;
    const account = providerAccount(secrets, tx.tenant, before);
    const wrong = refuseAccount(form, account.secrets, next.settings);
    if (wrong !== undefined) return wrong;
  }
  const inUse = others.find((one) => one.provider === provider && one.active);
  if (next.active && inUse !== undefined && idFromUuid('providerConnection', inUse.id) !== id)
    return refuseInUse(provider);
  const changed = (['name', 'settings', 'active'] as const).filter(
    (field) => JSON.stringify(next[field]) !== JSON.stringify(before[field]),
  );
  if (changed.length > 0) {
    const fields = [next.name, next.settings, next.active];
    const row = await tx.row(updateConnection, [uuidOf(id), ...fields]);
    tx.emit({
      type: 'provider-connection.changed.v1',
      subject: id,
      version: row?.version ?? 0,
      data: { changed, provider, active: next.active },
    });
  }
  return readWrittenConnection(tx, providers, id);
}
