// Seals and opens what a tenant's account at a provider holds: one text per connection, so that a
// row cannot lend its secrets to another.

import { type Id, idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { AccountSecrets, ProviderAccount } from '@doorstep/core/payments/provider.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { SealedConnectionRow } from './connections.sql.ts';

export type ConnectionId = Id<'providerConnection'>;

export function sealSecrets(
  box: SecretBox,
  tenant: TenantId,
  connection: ConnectionId,
  secrets: AccountSecrets,
): Buffer {
  return box.seal(JSON.stringify(secrets), tenant, purposeOf(connection));
}

export function providerAccount(
  box: SecretBox,
  tenant: TenantId,
  row: SealedConnectionRow,
): ProviderAccount {
  const connection = idFromUuid('providerConnection', row.id);
  const secrets = box.open(row.secrets_sealed, tenant, purposeOf(connection));
  return {
    connection,
    settings: row.settings,
    secrets: JSON.parse(secrets) as AccountSecrets,
  };
}

function purposeOf(connection: ConnectionId): string {
  return `provider-connection ${connection}`;
}
