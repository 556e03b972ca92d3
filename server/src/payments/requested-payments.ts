// From the wire to what core plans.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import { TERMS_PROVIDER } from '@doorstep/core/payments/payment-terms.ts';
import type { RequestedPayment } from '@doorstep/core/payments/planned-payment.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
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
  const odd = payments.find(isOdd);
  if (odd !== undefined) return ODD;
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

/** Terms are for what is paid later, and what is paid later has not come yet. */
function isOdd({ provider, terms, received }: WirePayment): boolean {
  return provider === TERMS_PROVIDER ? received !== undefined : terms !== undefined;
}

const ODD = refuse(
  'validation-failed',
  'Only a payment of the provider terms has `terms`, and it has no `received`: that is recorded later.',
);
