// Asks a provider what an intent wants of it, outside any transaction. A call that was made before and
// not answered is looked up first, by our own reference: it is made again only when the provider
// knows of nothing, and under the same key in any case.

import { idFromUuid, type PaymentId, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type {
  PaymentProvider,
  PaymentProviders,
  ProviderAccount,
  ProviderAnswer,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import {
  type FailureKind,
  failureKind,
  ProviderFailure,
} from '@doorstep/core/payments/provider-failure.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { pinConnection, selectSealedConnection } from './connections.sql.ts';
import type { LeasedIntent } from './intents.sql.ts';
import { type ConnectionId, providerAccount } from './provider-account.ts';
import type { Answer } from './record-answer.ts';

/** How long a provider is waited for. */
const CALL_MS_MAX = 20_000;

export interface AskDeps {
  readonly app: Pool;
  readonly providers: PaymentProviders;
  readonly secrets: SecretBox;
}

export interface Asked {
  readonly answer: Answer;
  /** The account it was asked of; null: it needs none, or there is none. */
  readonly connection: ConnectionId | null;
  /** Why there is no answer; null: there is one. */
  readonly failure: FailureKind | null;
}

/** Never rejects. */
export async function askProvider(
  deps: AskDeps,
  tenant: TenantId,
  intent: LeasedIntent,
  stopping: AbortSignal,
): Promise<Asked> {
  // An order that was canceled meanwhile needs no money; what was asked before may have come.
  if (intent.kind === 'authorize' && intent.due_minor === 0n && intent.attempts === 1)
    return { answer: { outcome: 'not-needed' }, connection: null, failure: null };
  const provider = deps.providers.get(intent.provider);
  if (provider === undefined)
    return unknown('not-connected', `There is no provider ${intent.provider} here.`);
  let account: ProviderAccount | null = null;
  try {
    if (provider.accounts !== null)
      account = await openAccount(deps, tenant, idFromUuid('payment', intent.payment_id));
    const request = requestOf(tenant, intent, account, stopping);
    const answer = await unlessAborted(request.signal, call(provider, intent, request));
    return {
      answer: told(answer, account),
      connection: account?.connection ?? null,
      failure: null,
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      ...unknown(failureKind(error), withoutSecrets(detail, account)),
      connection: account?.connection ?? null,
    };
  }
}

function unknown(failure: FailureKind, detail: string): Asked {
  return { answer: { outcome: 'unknown', detail }, connection: null, failure };
}

/** The account that the payment began with, or begins with now. */
export async function openAccount(
  { app, secrets }: Pick<AskDeps, 'app' | 'secrets'>,
  tenant: TenantId,
  payment: PaymentId,
): Promise<ProviderAccount> {
  const row = await inTransaction(app, tenant, async (tx) => {
    const pinned = await tx.row(pinConnection, [uuidOf(payment)]);
    const connection = pinned?.connection_id ?? null;
    return connection === null ? undefined : tx.row(selectSealedConnection, [connection]);
  });
  if (row === undefined)
    throw new ProviderFailure('not-connected', 'There is no connection to the provider.');
  return providerAccount(secrets, tenant, row);
}

function requestOf(
  tenant: TenantId,
  intent: LeasedIntent,
  account: ProviderAccount | null,
  stopping: AbortSignal,
): ProviderRequest {
  return {
    key: idFromUuid('paymentIntent', intent.id),
    tenant,
    order: idFromUuid('order', intent.order_id),
    payment: idFromUuid('payment', intent.payment_id),
    amountMinor: intent.amount_minor,
    currency: intent.currency,
    token: intent.token,
    reference: intent.reference,
    isLast: intent.is_last,
    intendedAt: intent.created_at,
    account,
    signal: AbortSignal.any([stopping, AbortSignal.timeout(CALL_MS_MAX)]),
  };
}

async function call(
  provider: PaymentProvider,
  { kind, pending, attempts, due_minor: dueMinor }: LeasedIntent,
  request: ProviderRequest,
): Promise<ProviderAnswer | { readonly outcome: 'not-needed' }> {
  if (pending === null) {
    const found = attempts > 1 ? await provider.find?.({ ...request, kind }) : undefined;
    return found ?? provider[kind](request);
  }
  const inquiry = { ...request, kind, pending };
  const answer = await provider.inquire(inquiry);
  if (answer.outcome !== 'payer-action' || dueMinor > 0n) return answer;
  // Nobody waits for the payer any more: what the payer does now would hold money for nothing.
  await provider.abandon?.(inquiry);
  return { outcome: 'not-needed' };
}

function told(
  answer: ProviderAnswer | { readonly outcome: 'not-needed' },
  account: ProviderAccount | null,
): Answer {
  if (answer.outcome !== 'declined') return answer;
  return { ...answer, detail: withoutSecrets(answer.detail, account) };
}

/** Whatever a provider puts into its words, none of ours is kept. */
export function withoutSecrets(text: string, account: ProviderAccount | null): string {
  const secrets = account === null ? [] : Object.values(account.secrets);
  return secrets
    .filter((secret) => secret.length >= 4)
    .reduce((left, secret) => left.replaceAll(secret, '…'), text)
    .slice(0, 1000);
}

/** A provider that does not heed the signal is not waited for either. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void =>
      reject(new ProviderFailure('timeout', 'the provider did not answer in time'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
