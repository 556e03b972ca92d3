// From the wire to what core plans.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
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
  return payments.map(({ provider, amountMinor, token, received }) => ({
    provider,
    amountMinor: amountMinor === undefined ? null : BigInt(amountMinor),
    token: token ?? null,
    received:
      received === undefined
        ? null
        : {
            reference: received.reference,
            amountMinor: received.amountMinor === undefined ? null : BigInt(received.amountMinor),
            receivedAt: received.receivedAt === undefined ? null : new Date(received.receivedAt),
          },
  }));
}
