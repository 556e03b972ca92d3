// What an order of PayPal says of its money, as answers. Our own names are in it: the payment and the
// key that asked for the authorization in `custom_id`, the key of each capture and refund in
// `invoice_id`, of which PayPal takes none twice.
// How PayPal writes it: cspell:ignore cancelled

import { type PaymentId, parseId } from '@doorstep/core/ids.ts';
import type { Fee, MovedMoney, ProviderAnswer } from '@doorstep/core/payments/provider.ts';
import type {
  AuthorizationWithAdditionalData,
  CapturedPayment,
  Money,
  Order,
  OrdersCapture,
  PaymentAuthorization,
  PaymentCollection,
  Refund,
} from '@paypal/paypal-server-sdk';
import { fromPaypal } from './paypal-amount.ts';
import type { PaypalApi } from './paypal-client.ts';
import { failLooking } from './paypal-error.ts';

/** For so long PayPal honors an authorization; it can be renewed from then on. */
const HONORED_MS = 3 * 86_400_000 + 3_600_000;

export function ourNames(payment: PaymentId, key: string): string {
  return `${payment}.${key}`;
}

export function namedIn(customId: string | undefined): {
  readonly payment: PaymentId | undefined;
  readonly key: string | null;
} {
  const [payment = '', key] = (customId ?? '').split('.');
  return { payment: parseId('payment', payment), key: key ?? null };
}

export async function lookAtOrder(
  { orders }: PaypalApi,
  id: string,
  signal: AbortSignal,
): Promise<Order> {
  const { result } = await orders.getOrder({ id }, { abortSignal: signal }).catch(failLooking);
  return result;
}

/** The order that an authorization belongs to, with all that became of it. */
export async function orderOfAuthorization(
  api: PaypalApi,
  authorizationId: string,
  signal: AbortSignal,
): Promise<Order | undefined> {
  const { result } = await api.payments
    .getAuthorizedPayment({ authorizationId }, { abortSignal: signal })
    .catch(failLooking);
  const id = result.supplementaryData?.relatedIds?.orderId;
  return id === undefined ? undefined : lookAtOrder(api, id, signal);
}

export function moneyOf(order: Pick<Order, 'purchaseUnits'> | undefined): PaymentCollection {
  return order?.purchaseUnits?.[0]?.payments ?? {};
}

type Authorization = AuthorizationWithAdditionalData | PaymentAuthorization;

/** @param pending what to ask for again while PayPal has not decided */
export function authorizationAnswer(
  authorization: Authorization | undefined,
  pending: string,
): ProviderAnswer {
  const { id, status, amount, createTime, expirationTime } = authorization ?? {};
  if (id === undefined || amount === undefined || status === 'PENDING')
    return { outcome: 'later', reference: pending };
  if (status === 'DENIED') return declined('authorization-denied', 'PayPal denied it.');
  const occurredAt = dateOf(createTime);
  return {
    outcome: 'succeeded',
    reference: id,
    amountMinor: fromPaypal(amount),
    occurredAt,
    ...(expirationTime === undefined
      ? {}
      : {
          expiresAt: new Date(expirationTime),
          renewableFrom: new Date(occurredAt.getTime() + HONORED_MS),
        }),
  };
}

export function captureAnswer(capture: OrdersCapture | CapturedPayment): ProviderAnswer {
  const { id, status, amount, createTime, sellerReceivableBreakdown } = capture;
  if (status === 'DECLINED' || status === 'FAILED')
    return declined('capture-declined', 'PayPal declined the capture.');
  if (id === undefined || amount === undefined || status === 'PENDING')
    return { outcome: 'later', reference: id ?? '' };
  return {
    ...moved(id, amount, createTime),
    ...feeOf(sellerReceivableBreakdown?.paypalFee),
  };
}

export function refundAnswer({ id, status, amount, createTime }: Refund): ProviderAnswer {
  if (status === 'FAILED' || status === 'CANCELLED')
    return declined('refund-failed', 'PayPal could not refund it.');
  if (id === undefined || amount === undefined || status === 'PENDING')
    return { outcome: 'later', reference: id ?? '' };
  return moved(id, amount, createTime);
}

function moved(reference: string, amount: Money, at: string | undefined): MovedMoney {
  return {
    outcome: 'succeeded',
    reference,
    amountMinor: fromPaypal(amount),
    occurredAt: dateOf(at),
  };
}

export function feeOf(fee: Money | undefined): { readonly fee?: Fee } {
  if (fee === undefined) return {};
  return { fee: { amountMinor: fromPaypal(fee), currency: fee.currencyCode } };
}

export function dateOf(text: string | undefined): Date {
  return text === undefined ? new Date() : new Date(text);
}

export function declined(code: string, detail: string): ProviderAnswer {
  return { outcome: 'declined', code, detail, final: true };
}

export function amountNotPayable(): ProviderAnswer {
  return declined('amount-not-payable', 'PayPal moves no parts of this currency.');
}
