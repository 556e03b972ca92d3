// From the wire to what core plans.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import { parseId } from '@doorstep/core/ids.ts';
import { TERMS_PROVIDER } from '@doorstep/core/payments/payment-terms.ts';
import type { RequestedPayment } from '@doorstep/core/payments/planned-payment.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { GIFT_CARD, isStoredValue } from '@doorstep/core/payments/stored-value-provider.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

export type WirePayment = NonNullable<CaptureOrderRequest['payments']>[number];

export function requestedPayments(
  payments: readonly WirePayment[],
  providers: PaymentProviders,
): RequestedPayment[] | Refusal {
  const unknown = payments.find((one) => !providers.has(one.provider));
  if (unknown !== undefined)
    return refuse('payment-provider-unknown', `There is no provider ${unknown.provider}.`, {
      provider: unknown.provider,
      providers: [...providers.keys()],
    });
  if (payments.some(isOdd)) return ODD;
  if (payments.some(isWithoutCard)) return NO_CARD;
  return payments.map(
    ({ provider, amountMinor, currency, conversion, token, received, terms = {} }) => ({
      provider,
      amountMinor: amountMinor === undefined ? null : BigInt(amountMinor),
      currency: currency ?? null,
      orderAmountMinor: conversion === undefined ? null : BigInt(conversion.orderAmountMinor),
      token: token ?? null,
      received:
        received === undefined
          ? null
          : {
              reference: received.reference,
              amountMinor: received.amountMinor === undefined ? null : BigInt(received.amountMinor),
              receivedAt: received.receivedAt === undefined ? null : new Date(received.receivedAt),
            },
      ...(provider === TERMS_PROVIDER
        ? { terms: { purchaseOrder: terms.purchaseOrder ?? null, netDays: terms.netDays ?? null } }
        : {}),
    }),
  );
}

/**
 * Terms are for what is paid later, and what is paid later has not come yet; nor has what the shop owes
 * the buyer.
 */
function isOdd({ provider, terms, received }: WirePayment): boolean {
  if (isStoredValue(provider) && received !== undefined) return true;
  return provider === TERMS_PROVIDER ? received !== undefined : terms !== undefined;
}

const ODD = refuse(
  'validation-failed',
  'Only a payment of the provider terms has `terms`. It has no `received`: that is recorded later; nor ' +
    'has one by store credit or gift card.',
);

/** Its code was replaced by the card where it came in. */
function isWithoutCard({ provider, token }: WirePayment): boolean {
  return (
    provider === GIFT_CARD && (token === undefined || parseId('giftCard', token) === undefined)
  );
}

const NO_CARD = refuse(
  'validation-failed',
  'A payment by gift card has the code of the card as its `token`.',
);
