// Tries out an account at a payment provider: a real call through its port, outside any transaction, that
// changes nothing there. What it came to is kept, whatever it is.

import type { ProviderConnectionAnswer } from '@doorstep/contract/provider-connections.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProvider, ProviderAccount } from '@doorstep/core/payments/provider.ts';
import { type FailureKind, failureKind } from '@doorstep/core/payments/provider-failure.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import {
  type CommandContext,
  type CommandTx,
  type IdempotencyKey,
  runCommand,
} from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { type AskDeps, unlessAborted, withoutSecrets } from './ask-provider.ts';
import { recordTrial, selectSealedConnection } from './connections.sql.ts';
import { type ConnectionId, providerAccount } from './provider-account.ts';
import { readWrittenConnection } from './read-connection.ts';
import { recordHealth } from './record-health.ts';

/** Somebody waits for it. */
const CALL_MS_MAX = 15_000;

/** @returns refusals: `not-found`, `payment-provider-unknown` */
export async function tryOutConnection(
  deps: AskDeps,
  context: CommandContext,
  key: IdempotencyKey | null,
  id: ConnectionId,
): Promise<ProviderConnectionAnswer | Refusal> {
  const row = await inTransaction(deps.app, context.tenant, (tx) =>
    tx.row(selectSealedConnection, [uuidOf(id)]),
  );
  if (row === undefined) return refuse('not-found', `There is no provider connection ${id}.`);
  const provider = deps.providers.get(row.provider);
  if (provider?.tryOut === undefined)
    return refuse('payment-provider-unknown', `${row.provider} is not installed here.`, {
      provider: row.provider,
      providers: [...deps.providers.keys()],
    });
  const trial = await tryOut(provider, providerAccount(deps.secrets, context.tenant, row));
  const { outcome } = await runCommand(deps.app, context, key, (tx) => record(tx, deps, id, trial));
  return outcome;
}

interface Trial {
  readonly failure: FailureKind | null;
  readonly detail: string | null;
}

async function tryOut({ tryOut: call }: PaymentProvider, account: ProviderAccount): Promise<Trial> {
  const signal = AbortSignal.timeout(CALL_MS_MAX);
  try {
    const answered = call?.(account, signal) ?? Promise.resolve(null);
    return { failure: null, detail: await unlessAborted(signal, answered) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { failure: failureKind(error), detail: withoutSecrets(words, account) };
  }
}

async function record(
  tx: CommandTx,
  { providers }: AskDeps,
  id: ConnectionId,
  { failure, detail }: Trial,
): Promise<ProviderConnectionAnswer> {
  await recordHealth(tx, id, failure);
  const row = await tx.row(recordTrial, [uuidOf(id), tx.now, failure, detail]);
  tx.emit({
    type: 'provider-connection.tried.v1',
    subject: id,
    version: row?.version ?? 0,
    data: { failure },
  });
  return readWrittenConnection(tx, providers, id);
}
