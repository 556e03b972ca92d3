// One try: makes the body, signs it, sends it, and says what came of it. No transaction is open.

import { createHmac } from 'node:crypto';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { type Failure, failureOf, isBusy } from '@doorstep/core/webhooks/attempt.ts';
import { retryAfterMsOf } from '@doorstep/core/webhooks/backoff.ts';
import {
  CLOUD_EVENT_TYPE,
  cloudEventOf,
  type SentEvent,
} from '@doorstep/core/webhooks/cloud-event.ts';
import { signatureHeader, signedText } from '@doorstep/core/webhooks/signature.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { GuardedHttp } from '../http/guarded-request.ts';
import type { SendableRow } from './deliveries.sql.ts';
import { openEndpointSecret } from './endpoint-secret.ts';
import type { LeasedDelivery } from './lease-deliveries.ts';

export interface TryResult {
  readonly at: Date;
  readonly tookMs: number;
  readonly status: number | null;
  /** Null for a success. */
  readonly failure: Failure | null;
  /** From the end of the try on. */
  readonly retryAfterMs: number | null;
  /** The pause was asked for all requests. */
  readonly isBusy: boolean;
  readonly answer: string | null;
}

export interface Sender {
  readonly outbound: GuardedHttp;
  readonly secrets: SecretBox;
  readonly now: () => Date;
  /** Receivers refuse what is stamped with another time than theirs. */
  readonly realNow: () => Date;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Read of an answer, so that its connection can be used again; kept of it. */
const ANSWER_BYTES_READ = 4096;
const ANSWER_BYTES_KEPT = 1000;

/**
 * @returns what came of it; undefined when the server stopped meanwhile
 * @throws Error when the secrets cannot be opened
 */
export async function sendDelivery(
  sender: Sender,
  tenant: TenantId,
  { endpoint, event }: LeasedDelivery,
): Promise<TryResult | undefined> {
  const at = sender.realNow();
  const started = performance.now();
  const nothing = { at, status: null, retryAfterMs: null, isBusy: false, answer: null };
  if (event === null) return { ...nothing, failure: 'event-missing', tookMs: 0 };
  const { headers, body } = signed(sender, tenant, endpoint, event, at);
  const outcome = await sender.outbound.post({
    url: endpoint.url,
    headers,
    body,
    timeoutMs: sender.timeoutMs,
    answerBytesMax: ANSWER_BYTES_READ,
    signal: sender.signal,
  });
  const tookMs = Math.round(performance.now() - started);
  if ('unanswered' in outcome) {
    if (outcome.unanswered === 'aborted') return undefined;
    return { ...nothing, failure: outcome.unanswered, tookMs };
  }
  return {
    at,
    tookMs,
    status: outcome.status,
    failure: failureOf(outcome.status),
    retryAfterMs: retryAfterMsOf(outcome.retryAfter, new Date(at.getTime() + tookMs)),
    isBusy: isBusy(outcome.status),
    answer: beginningOf(outcome.text),
  };
}

function signed(
  { secrets, now }: Sender,
  tenant: TenantId,
  endpoint: SendableRow,
  event: SentEvent,
  at: Date,
): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify(cloudEventOf(event, tenant));
  const timestamp = Math.floor(at.getTime() / 1000);
  const text = signedText(event.id, timestamp, body);
  const id = idFromUuid('webhookEndpoint', endpoint.id);
  const hashes = sealedNow(endpoint, now()).map((sealed) =>
    createHmac('sha256', openEndpointSecret(secrets, tenant, id, sealed))
      .update(text)
      .digest('base64'),
  );
  return {
    body,
    headers: {
      'content-type': CLOUD_EVENT_TYPE,
      'user-agent': 'Doorstep',
      'webhook-id': event.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureHeader(hashes),
    },
  };
}

/** The secrets that are valid now, the newest first. */
function sealedNow(endpoint: SendableRow, now: Date): readonly Buffer[] {
  const { secret_sealed, previous_secret_sealed, previous_secret_until } = endpoint;
  const isOldValid = previous_secret_until !== null && previous_secret_until > now;
  return isOldValid && previous_secret_sealed !== null
    ? [secret_sealed, previous_secret_sealed]
    : [secret_sealed];
}

function beginningOf(text: string | null): string | null {
  if (text === null || text === '') return null;
  return Buffer.from(text, 'utf8').subarray(0, ANSWER_BYTES_KEPT).toString('utf8');
}
