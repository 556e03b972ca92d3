// Takes money that is held, in as many parts as there are parcels: the last one says that it is the
// last. Every capture carries its key as invoice number, of which PayPal takes none twice.

import type { ProviderAnswer, ProviderRequest } from '@doorstep/core/payments/provider.ts';
import { toPaypal } from './paypal-amount.ts';
import type { PaypalApi } from './paypal-client.ts';
import { issueOf } from './paypal-error.ts';
import {
  amountNotPayable,
  captureAnswer,
  declined,
  moneyOf,
  orderOfAuthorization,
} from './paypal-order.ts';

export async function captureWithPaypal(
  api: PaypalApi,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { reference, key, isLast, signal } = request;
  if (reference === null) return declined('authorization-missing', 'Nothing is authorized.');
  const amount = toPaypal(request.amountMinor, request.currency);
  if (amount === undefined) return amountNotPayable();
  try {
    const { result } = await api.payments.captureAuthorizedPayment(
      {
        authorizationId: reference,
        paypalRequestId: key,
        prefer: 'return=representation',
        body: { amount, invoiceId: key, finalCapture: isLast },
      },
      { abortSignal: signal },
    );
    return captureAnswer(result);
  } catch (error) {
    // PayPal forgot the key and not the invoice: it was captured before.
    const found =
      issueOf(error) === 'duplicate-invoice-id' ? await findCapture(api, request) : null;
    if (found !== null) return found;
    throw error;
  }
}

export async function findCapture(
  api: PaypalApi,
  { reference, key, signal }: ProviderRequest,
): Promise<ProviderAnswer | null> {
  if (reference === null) return null;
  const { captures = [] } = moneyOf(await orderOfAuthorization(api, reference, signal));
  const made = captures.find(({ invoiceId }) => invoiceId === key);
  return made === undefined ? null : captureAnswer(made);
}

/** Holds the rest for longer, under a new authorization. */
export async function renewWithPaypal(
  { payments }: PaypalApi,
  { reference, key, amountMinor, currency, signal }: ProviderRequest,
): Promise<ProviderAnswer> {
  const amount = toPaypal(amountMinor, currency);
  if (reference === null || amount === undefined) return amountNotPayable();
  const { result } = await payments.reauthorizePayment(
    {
      authorizationId: reference,
      paypalRequestId: key,
      prefer: 'return=representation',
      body: { amount },
    },
    { abortSignal: signal },
  );
  const { id = reference, createTime, expirationTime } = result;
  return {
    outcome: 'succeeded',
    reference: id,
    amountMinor,
    occurredAt: createTime === undefined ? new Date() : new Date(createTime),
    // It is renewed once only: seen to again a day before it runs out.
    ...(expirationTime === undefined ? {} : { expiresAt: new Date(expirationTime) }),
  };
}
