// Reads webhooks of Stripe. The signature is checked by the SDK, over the bytes as they came, and is
// taken for five minutes. What the event says is used where it cannot have changed since; for the
// rest Stripe is asked how it stands, so late, repeated and reordered events end the same.

import type { PaymentId } from '@doorstep/core/ids.ts';
import { parseId } from '@doorstep/core/ids.ts';
import type { DisputeStatus } from '@doorstep/core/payments/dispute.ts';
import type {
  Heard,
  NoticeDelivery,
  ProviderAccount,
  ProviderNotice,
} from '@doorstep/core/payments/provider.ts';
import type { RiskLevel } from '@doorstep/core/payments/risk-level.ts';
import Stripe from 'stripe';
import { lookAt } from './capture.ts';
import {
  captureBefore,
  captureReference,
  chargeOf,
  dateOf,
  feeOf,
  OUR,
  releasedBy,
  riskOf,
  voidReference,
} from './read-intent.ts';
import { fromStripe } from './stripe-amount.ts';
import { failLooking } from './stripe-error.ts';

const TOLERANCE_S = 300;

export async function hearStripe(
  stripe: Stripe,
  delivery: NoticeDelivery,
  account: ProviderAccount,
  mode: 'test' | 'live',
): Promise<Heard> {
  const event = await genuine(stripe, delivery, account);
  if (event === undefined)
    return { outcome: 'not-genuine', reason: 'The signature is not that of this account.' };
  if (event.livemode !== (mode === 'live'))
    return { outcome: 'not-genuine', reason: `The event is not of the ${mode} mode.` };
  return { outcome: 'heard', notices: await noticesOf(stripe, event) };
}

async function genuine(
  stripe: Stripe,
  { body, headers, receivedAt }: NoticeDelivery,
  account: ProviderAccount,
): Promise<Stripe.Event | undefined> {
  const secret = account.secrets['webhookSecret'] ?? '';
  const header = headers['stripe-signature'] ?? '';
  const now = receivedAt.getTime();
  try {
    const text = Buffer.from(body);
    return await stripe.webhooks.constructEventAsync(
      text,
      header,
      secret,
      TOLERANCE_S,
      undefined,
      now,
    );
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function noticesOf(stripe: Stripe, event: Stripe.Event): Promise<ProviderNotice[]> {
  switch (event.type) {
    case 'charge.succeeded':
      return authorized(event.data.object);
    case 'review.opened':
    case 'review.closed':
      return reviewed(stripe, event.data.object);
    case 'charge.captured':
      return captured(stripe, event.data.object, event);
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.payment_failed':
    case 'payment_intent.succeeded':
      return decided(event.data.object);
    case 'payment_intent.canceled':
      return canceled(stripe, event.data.object.id);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refunded(stripe, event.data.object, event.created);
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return disputed(stripe, event.data.object, event.created);
    default:
      return [];
  }
}

function authorized(charge: Stripe.Charge): ProviderNotice[] {
  const payment = paymentOf(charge.metadata);
  const reference = idOf(charge.payment_intent);
  if (payment === undefined || reference === undefined) return [];
  const key = charge.metadata[OUR.key];
  const expiresAt = captureBefore(charge);
  const risk = riskOf(charge);
  return [
    // First: the money may be all that the order waits for.
    ...(risk === undefined ? [] : [{ about: 'risk' as const, payment, ...risk }]),
    {
      about: 'money',
      payment,
      kind: 'authorized',
      reference,
      amountMinor: fromStripe(charge.amount, charge.currency),
      occurredAt: dateOf(charge.created),
      key: key ?? null,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
  ];
}

/** Radar had people of ours look at a payment in its own queue, and what they said there. */
async function reviewed(stripe: Stripe, review: Stripe.Review): Promise<ProviderNotice[]> {
  const id = idOf(review.payment_intent);
  if (id === undefined) return [];
  const payment = paymentOf((await lookAt(stripe, id)).metadata);
  if (payment === undefined) return [];
  const state = review.open ? 'opened' : `closed: ${review.reason}`;
  const level = review.open ? 'elevated' : LEVEL_OF_REVIEW[review.reason];
  if (level === undefined) return [];
  return [
    {
      about: 'risk',
      payment,
      level,
      score: null,
      detail: `The review at Stripe was ${state}`,
      reference: `${review.id}/${review.open ? 'opened' : review.reason}`,
    },
  ];
}

/** How a review there ended; of what is not named here nothing is told, for nothing is left of it. */
const LEVEL_OF_REVIEW: Readonly<Record<string, RiskLevel>> = {
  approved: 'normal',
  refunded_as_fraud: 'highest',
  disputed: 'highest',
};

/** The charge tells how much is captured by now, and the event how much was before. */
async function captured(
  stripe: Stripe,
  charge: Stripe.Charge,
  event: Stripe.Event,
): Promise<ProviderNotice[]> {
  const id = idOf(charge.payment_intent);
  if (id === undefined) return [];
  const intent = await lookAt(stripe, id);
  const payment = paymentOf(intent.metadata);
  if (payment === undefined) return [];
  const toNow = charge.amount_captured;
  const ours = Object.entries(intent.metadata).filter(([name]) => name.startsWith('pit_'));
  const key = ours.find(([, value]) => value === String(toNow))?.[0];
  const told = event.data.previous_attributes as { amount_captured?: number } | undefined;
  const before =
    told?.amount_captured ??
    Math.max(0, ...ours.map(([, value]) => Number(value)).filter((value) => value < toNow));
  const fee = intent.amount_received === toNow ? feeOf(chargeOf(intent)?.balance_transaction) : {};
  return [
    {
      about: 'money',
      payment,
      kind: 'captured',
      reference: captureReference(charge.id, toNow),
      amountMinor: fromStripe(toNow - before, charge.currency),
      occurredAt: dateOf(event.created),
      key: key ?? null,
      ...fee,
      ...releasedBy(intent, toNow),
    },
  ];
}

function decided(intent: Stripe.PaymentIntent): ProviderNotice[] {
  const payment = paymentOf(intent.metadata);
  return payment === undefined ? [] : [{ about: 'decision', payment }];
}

async function canceled(stripe: Stripe, id: string): Promise<ProviderNotice[]> {
  const intent = await lookAt(stripe, id);
  const payment = paymentOf(intent.metadata);
  if (payment === undefined) return [];
  const amount = intent.amount - intent.amount_received;
  // One that the payer never confirmed held nothing.
  if (chargeOf(intent)?.status !== 'succeeded' || amount === 0)
    return [{ about: 'decision', payment }];
  return [
    {
      about: 'money',
      payment,
      kind: 'voided',
      reference: voidReference(id),
      amountMinor: fromStripe(amount, intent.currency),
      occurredAt: dateOf(intent.canceled_at ?? intent.created),
      key: null,
    },
  ];
}

async function refunded(
  stripe: Stripe,
  refund: Stripe.Refund,
  told: number,
): Promise<ProviderNotice[]> {
  const payment =
    paymentOf(refund.metadata ?? {}) ??
    (await refundedPayment(stripe, idOf(refund.payment_intent)));
  if (payment === undefined) return [];
  if (refund.status === 'failed')
    return [{ about: 'decision', payment }, returned(payment, refund, told)];
  if (refund.status !== 'succeeded') return [];
  // It may have come back since, and that may have been told first.
  const now = await stripe.refunds.retrieve(refund.id).catch(failLooking);
  return [
    {
      about: 'money',
      payment,
      kind: 'refunded',
      reference: refund.id,
      amountMinor: fromStripe(refund.amount, refund.currency),
      occurredAt: dateOf(refund.created),
      key: refund.metadata?.[OUR.key] ?? null,
    },
    ...(now.status === 'failed' ? [returned(payment, now, told)] : []),
  ];
}

function returned(payment: PaymentId, refund: Stripe.Refund, told: number): ProviderNotice {
  return {
    about: 'failed-refund',
    payment,
    reference: refund.id,
    code: refund.failure_reason ?? 'refund-failed',
    occurredAt: dateOf(told),
  };
}

/** Of a refund that somebody made at Stripe. The release of what was never captured is none. */
async function refundedPayment(
  stripe: Stripe,
  id: string | undefined,
): Promise<PaymentId | undefined> {
  if (id === undefined) return undefined;
  const intent = await lookAt(stripe, id);
  return chargeOf(intent)?.captured === true ? paymentOf(intent.metadata) : undefined;
}

const DISPUTE_STATUS: Readonly<Record<string, DisputeStatus>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'dropped',
  prevented: 'dropped',
  needs_response: 'withdrawn',
  under_review: 'withdrawn',
  lost: 'lost',
  won: 'won',
};

async function disputed(
  stripe: Stripe,
  dispute: Stripe.Dispute,
  told: number,
): Promise<ProviderNotice[]> {
  const id = idOf(dispute.payment_intent);
  const status = DISPUTE_STATUS[dispute.status];
  if (id === undefined || status === undefined) return [];
  const payment = paymentOf((await lookAt(stripe, id)).metadata);
  if (payment === undefined) return [];
  const { due_by: dueBy } = dispute.evidence_details;
  return [
    {
      about: 'dispute',
      payment,
      reference: dispute.id,
      status,
      amountMinor: fromStripe(dispute.amount, dispute.currency),
      reason: dispute.reason,
      respondBy: dueBy === null ? null : dateOf(dueBy),
      occurredAt: dateOf(Math.min(dispute.created, told)),
    },
  ];
}

function paymentOf(metadata: Stripe.Metadata): PaymentId | undefined {
  return parseId('payment', metadata[OUR.payment] ?? '');
}

function idOf(what: string | { readonly id: string } | null | undefined): string | undefined {
  return typeof what === 'string' ? what : what?.id;
}
