// Holds money: by an order of PayPal that the payer approves. The shop sends the id of an order that
// was approved on its own pages, or nothing, and then the payer is sent to PayPal first.

import type {
  ProviderAnswer,
  ProviderInquiry,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import { CheckoutPaymentIntent, type Order, PatchOp } from '@paypal/paypal-server-sdk';
import { toPaypal } from './paypal-amount.ts';
import type { PaypalApi } from './paypal-client.ts';
import {
  amountNotPayable,
  authorizationAnswer,
  declined,
  lookAtOrder,
  moneyOf,
  namedIn,
  ourNames,
} from './paypal-order.ts';

export async function authorizeWithPaypal(
  api: PaypalApi,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { token, signal } = request;
  if (token === null) return sendPayer(api, request);
  const order = await lookAtOrder(api, token, signal);
  if (order.intent !== 'AUTHORIZE')
    return declined('token-not-authorize', 'This order of PayPal is not captured later.');
  const owner = namedIn(order.purchaseUnits?.[0]?.customId);
  if (owner.payment !== undefined && owner.payment !== request.payment)
    return declined('token-used', 'This order of PayPal pays something else.');
  if (order.status === 'COMPLETED' && owner.payment === request.payment)
    return authorizationAnswer(moneyOf(order).authorizations?.[0], token);
  if (owner.payment === undefined) await leaveNames(api, request, token);
  return authorizeOrder(api, request, token, request.key);
}

/** Left before money is held, so that it is found again whatever happens. */
async function leaveNames(api: PaypalApi, request: ProviderRequest, id: string): Promise<void> {
  const path = "/purchase_units/@reference_id=='default'/custom_id";
  const value = ourNames(request.payment, request.key);
  await api.orders.patchOrder(
    { id, body: [{ op: PatchOp.Add, path, value }] },
    { abortSignal: request.signal },
  );
}

async function authorizeOrder(
  api: PaypalApi,
  { signal }: ProviderRequest,
  id: string,
  key: string,
): Promise<ProviderAnswer> {
  const { result } = await api.orders.authorizeOrder(
    { id, paypalRequestId: key, prefer: 'return=representation', body: {} },
    { abortSignal: signal },
  );
  return authorizationAnswer(moneyOf(result).authorizations?.[0], id);
}

/** Makes an order that the payer has to approve at PayPal. */
async function sendPayer(api: PaypalApi, request: ProviderRequest): Promise<ProviderAnswer> {
  const { returnUrl, cancelUrl = returnUrl } = request.account?.settings ?? {};
  if (returnUrl === undefined || cancelUrl === undefined)
    return declined('return-url-missing', 'The connection has no page for payers to come back to.');
  const amount = toPaypal(request.amountMinor, request.currency);
  if (amount === undefined) return amountNotPayable();
  const { result } = await api.orders.createOrder(
    {
      paypalRequestId: request.key,
      prefer: 'return=representation',
      body: {
        intent: CheckoutPaymentIntent.Authorize,
        purchaseUnits: [{ amount, customId: ourNames(request.payment, request.key) }],
        paymentSource: { paypal: { experienceContext: { returnUrl, cancelUrl } } },
      },
    },
    { abortSignal: request.signal },
  );
  return payerAction(result);
}

function payerAction({ id = '', links }: Order): ProviderAnswer {
  const link = links?.find(({ rel }) => rel === 'payer-action' || rel === 'approve')?.href;
  return { outcome: 'payer-action', reference: id, link: link ?? null };
}

/** How an order stands that waits for its payer, or for PayPal; approved, its money is held now. */
export async function inquireAuthorization(
  api: PaypalApi,
  inquiry: ProviderInquiry,
): Promise<ProviderAnswer> {
  const { pending, key, signal, token } = inquiry;
  const order = await lookAtOrder(api, pending, signal);
  switch (order.status) {
    case 'APPROVED':
      return authorizeOrder(api, inquiry, pending, token === null ? `${key}-authorize` : key);
    case 'COMPLETED':
      return authorizationAnswer(moneyOf(order).authorizations?.[0], pending);
    case 'VOIDED':
      return declined('order-voided', 'The order of PayPal is void.');
    default:
      return payerAction(order);
  }
}

/** Null: nothing is held for it. An order that waits for its payer holds nothing. */
export async function findAuthorization(
  api: PaypalApi,
  { token, payment, signal }: ProviderRequest,
): Promise<ProviderAnswer | null> {
  if (token === null) return null;
  const order = await lookAtOrder(api, token, signal);
  const authorization = moneyOf(order).authorizations?.[0];
  const owner = namedIn(order.purchaseUnits?.[0]?.customId);
  if (authorization === undefined || owner.payment !== payment) return null;
  return authorizationAnswer(authorization, token);
}
