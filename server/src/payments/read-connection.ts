// Reads a tenant's account at a payment provider, and how it does. Its secrets stay where they are.

import type { ProviderConnectionAnswer } from '@doorstep/contract/provider-connections.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import type { FailureKind } from '@doorstep/core/payments/provider-failure.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type CountedConnectionRow,
  lockConnection,
  type SealedConnectionRow,
  selectConnection,
} from './connections.sql.ts';
import type { ConnectionId } from './provider-account.ts';

export function presentConnection(
  providers: PaymentProviders,
  row: CountedConnectionRow,
): ProviderConnectionAnswer {
  const id = idFromUuid('providerConnection', row.id);
  const textOf = (time: Date | null): string | null => time?.toISOString() ?? null;
  return {
    id,
    provider: row.provider,
    mode: providers.get(row.provider)?.accounts?.mode ?? 'live',
    name: row.name,
    settings: row.settings,
    active: row.active,
    webhookPath: `/v1/provider-webhooks/${row.provider}/${id}`,
    createdAt: row.created_at.toISOString(),
    secretsChangedAt: row.secrets_changed_at.toISOString(),
    version: row.version,
    health: {
      lastSuccessAt: textOf(row.last_success_at),
      lastFailureAt: textOf(row.last_failure_at),
      lastFailure: row.last_failure as FailureKind | null,
      failingSince: textOf(row.failing_since),
      lastNoticeAt: textOf(row.last_notice_at),
      calls: row.calls,
      failedCalls: row.failures,
    },
    trial:
      row.tried_at === null
        ? null
        : {
            at: row.tried_at.toISOString(),
            failure: row.tried_failure as FailureKind | null,
            detail: row.tried_detail,
          },
    statements:
      providers.get(row.provider)?.statements === undefined
        ? null
        : { readTo: textOf(row.statements_read_to), nextAt: textOf(row.next_statement_at) },
  };
}

/** @returns refusal: `not-found` */
export async function readConnection(
  tx: Tx,
  providers: PaymentProviders,
  connection: ConnectionId,
): Promise<ProviderConnectionAnswer | Refusal> {
  const row = await tx.row(selectConnection, [uuidOf(connection)]);
  return row === undefined ? refuseUnknown(connection) : presentConnection(providers, row);
}

/** What a command answers that has just written it. */
export async function readWrittenConnection(
  tx: Tx,
  providers: PaymentProviders,
  connection: ConnectionId,
): Promise<ProviderConnectionAnswer> {
  const answer = await readConnection(tx, providers, connection);
  if (isRefusal(answer)) throw new Error('a connection just written was not found');
  return answer;
}

/** @returns refusal: `not-found` */
export async function lockKnownConnection(
  tx: Tx,
  connection: ConnectionId,
): Promise<SealedConnectionRow | Refusal> {
  return (await tx.row(lockConnection, [uuidOf(connection)])) ?? refuseUnknown(connection);
}

function refuseUnknown(connection: ConnectionId): Refusal {
  return refuse('not-found', `There is no provider connection ${connection}.`);
}
