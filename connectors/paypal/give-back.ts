// Gives money back: a refund of a capture, or the release of what is held. PayPal refunds captures one
// by one, so a refund may be done in parts: the rest is asked for anew.
// How PayPal writes it: cspell:ignore cancelled

import type { ProviderAnswer, ProviderRequest } from '@doorstep/core/payments/provider.ts';
import type { OrdersCapture, PaymentCollection, Refund } from '@paypal/paypal-server-sdk';
import { fromPaypal, toPaypal } from './paypal-amount.ts';
import type { PaypalApi } from './paypal-client.ts';
import { failLooking } from './paypal-error.ts';
import {
  amountNotPayable,
  declined,
  moneyOf,
  orderOfAuthorization,
  ourNames,
  refundAnswer,
} from './paypal-order.ts';

export async function refundWithPaypal(
  api: PaypalApi,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { reference, key, payment, amountMinor, currency, signal } = request;
  if (reference === null) return declined('authorization-missing', 'Nothing was captured.');
  const money = moneyOf(await orderOfAuthorization(api, reference, signal));
  const known = refundUnder(money, key);
  if (known !== null) return known;
  const from = captureFor(money, amountMinor);
  if (from === undefined) return declined('nothing-captured', 'Nothing is left to be refunded.');
  const part = from.leftMinor < amountMinor ? from.leftMinor : amountMinor;
  const amount = toPaypal(part, currency);
  if (amount === undefined) return amountNotPayable();
  const { result } = await api.payments.refundCapturedPayment(
    {
      captureId: from.id,
      paypalRequestId: key,
      prefer: 'return=representation',
      body: { amount, invoiceId: key, customId: ourNames(payment, key) },
    },
    { abortSignal: signal },
  );
  const answer = refundAnswer(result);
  return answer.outcome === 'succeeded' && part < amountMinor
    ? { ...answer, isPart: true }
    : answer;
}

interface Source {
  readonly id: string;
  readonly leftMinor: bigint;
}

/** One that has it all, the first; else the one that has most. */
function captureFor(money: PaymentCollection, amountMinor: bigint): Source | undefined {
  const { captures = [], refunds = [] } = money;
  const sources = captures
    .map((capture) => ({ id: capture.id ?? '', leftMinor: leftOf(capture, refunds) }))
    .filter(({ leftMinor }) => leftMinor > 0n);
  const most = sources.toSorted((a, b) => (a.leftMinor < b.leftMinor ? 1 : -1))[0];
  return sources.find(({ leftMinor }) => leftMinor >= amountMinor) ?? most;
}

function leftOf({ id, amount, status }: OrdersCapture, refunds: readonly Refund[]): bigint {
  const isDone = status === 'COMPLETED' || status === 'PARTIALLY_REFUNDED';
  if (!isDone || amount === undefined) return 0n;
  return refunds
    .filter((refund) => refund.status !== 'FAILED' && refund.status !== 'CANCELLED')
    .filter(({ links }) => links?.some(({ rel, href }) => rel === 'up' && href.endsWith(`/${id}`)))
    .reduce(
      (left, refund) => left - (refund.amount ? fromPaypal(refund.amount) : 0n),
      fromPaypal(amount),
    );
}

function refundUnder({ refunds = [] }: PaymentCollection, key: string): ProviderAnswer | null {
  const made = refunds.find(({ invoiceId }) => invoiceId === key);
  return made === undefined ? null : refundAnswer(made);
}

export async function findRefund(
  api: PaypalApi,
  { reference, key, amountMinor, signal }: ProviderRequest,
): Promise<ProviderAnswer | null> {
  if (reference === null) return null;
  const found = refundUnder(moneyOf(await orderOfAuthorization(api, reference, signal)), key);
  return found?.outcome === 'succeeded' && found.amountMinor < amountMinor
    ? { ...found, isPart: true }
    : found;
}

export async function voidWithPaypal(
  api: PaypalApi,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { reference, key, signal } = request;
  if (reference === null) return declined('authorization-missing', 'Nothing is authorized.');
  const known = await findVoid(api, request);
  if (known !== null) return known;
  await api.payments.voidPayment(
    { authorizationId: reference, paypalRequestId: key, prefer: 'return=representation' },
    { abortSignal: signal },
  );
  return released(request);
}

/** It may have run out, or somebody voided it at PayPal: the buyer has the money either way. */
export async function findVoid(
  { payments }: PaypalApi,
  request: ProviderRequest,
): Promise<ProviderAnswer | null> {
  const { reference, signal } = request;
  if (reference === null) return null;
  const { result } = await payments
    .getAuthorizedPayment({ authorizationId: reference }, { abortSignal: signal })
    .catch(failLooking);
  return result.status === 'VOIDED' ? released(request) : null;
}

export function voidReference(authorization: string): string {
  return `${authorization}/voided`;
}

function released({ reference, amountMinor }: ProviderRequest): ProviderAnswer {
  return {
    outcome: 'succeeded',
    reference: voidReference(reference ?? ''),
    amountMinor,
    occurredAt: new Date(),
  };
}
