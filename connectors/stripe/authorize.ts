// Holds money: by a PaymentIntent that is captured later. The shop sends the name of a payment method
// (`pm_…`, or `cus_…/pm_…` where it is saved with a customer), or a PaymentIntent that its own pages
// confirmed (`pi_…`), which is taken over.

import type { ProviderAnswer, ProviderRequest } from '@doorstep/core/payments/provider.ts';
import { ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import type Stripe from 'stripe';
import { authorizationOf, OUR } from './read-intent.ts';
import { fromStripe, toStripe } from './stripe-amount.ts';
import { failLooking } from './stripe-error.ts';

const EXPAND = ['latest_charge'];

export async function authorizeWithStripe(
  stripe: Stripe,
  request: ProviderRequest,
): Promise<ProviderAnswer> {
  const { token, key } = request;
  if (token === null) return declined('token-missing', 'The payment names no payment method.');
  if (token.startsWith('pi_')) return takeOver(stripe, request, token);
  const amount = toStripe(request.amountMinor, request.currency);
  if (amount === undefined) return amountNotPayable();
  const intent = await stripe.paymentIntents.create(paramsOf(request, token, amount), {
    idempotencyKey: key,
  });
  return authorizationOf(intent);
}

function paramsOf(
  request: ProviderRequest,
  token: string,
  amount: number,
): Stripe.PaymentIntentCreateParams {
  const [first = '', second] = token.split('/');
  const returnUrl = request.account?.settings['returnUrl'];
  return {
    amount,
    currency: request.currency.toLowerCase(),
    capture_method: 'manual',
    confirm: true,
    ...(second === undefined
      ? { payment_method: first }
      : { customer: first, payment_method: second }),
    // Without a page to come back to, no method that sends the payer away can be used.
    ...(returnUrl === undefined
      ? { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } }
      : { automatic_payment_methods: { enabled: true }, return_url: returnUrl }),
    payment_method_options: { card: { request_multicapture: 'if_available' } },
    metadata: ourNames(request),
    expand: EXPAND,
  };
}

function ourNames({ order, payment, key }: ProviderRequest): Record<string, string> {
  return { [OUR.order]: order, [OUR.payment]: payment, [OUR.key]: key };
}

/** Takes a PaymentIntent as the authorization that was asked for, if it is one. */
async function takeOver(
  stripe: Stripe,
  request: ProviderRequest,
  id: string,
): Promise<ProviderAnswer> {
  const found = await stripe.paymentIntents.retrieve(id).catch(failLooking);
  const owner = found.metadata[OUR.payment];
  if (owner !== undefined && owner !== request.payment)
    return declined('token-used', 'This PaymentIntent pays something else.');
  if (found.capture_method !== 'manual')
    return declined('token-not-manual', 'This PaymentIntent is not captured later.');
  const isSame =
    found.currency.toUpperCase() === request.currency &&
    fromStripe(found.amount, found.currency) === request.amountMinor;
  if (!isSame) return declined('token-other-amount', 'This PaymentIntent is of another amount.');
  const intent = await stripe.paymentIntents.update(
    id,
    { metadata: ourNames(request), expand: EXPAND },
    { idempotencyKey: request.key },
  );
  return authorizationOf(intent);
}

/** Stripe keeps keys for a day at least: until then the key itself tells, and is asked. */
const KEY_HOURS = 20;
const LOOKED_AT_MAX = 2000;
/** Their clock and ours may differ. */
const EARLIER_S = 600;

export async function findAuthorization(
  stripe: Stripe,
  request: ProviderRequest,
  now: Date,
): Promise<ProviderAnswer | null> {
  const { token, key, intendedAt } = request;
  const ageHours = (now.getTime() - intendedAt.getTime()) / 3_600_000;
  // What is taken over can be taken over again; the rest is protected by its key.
  if (ageHours < KEY_HOURS || token?.startsWith('pi_') === true) return null;
  const since = Math.floor(intendedAt.getTime() / 1000) - EARLIER_S;
  let looked = 0;
  try {
    const all = stripe.paymentIntents.list({
      created: { gte: since },
      limit: 100,
      expand: ['data.latest_charge'],
    });
    for await (const intent of all) {
      if (intent.metadata[OUR.key] === key) return authorizationOf(intent);
      looked += 1;
      if (looked >= LOOKED_AT_MAX)
        throw new ProviderFailure('unexpected', 'There are too many payments to find it among.');
    }
  } catch (error) {
    return failLooking(error);
  }
  return null;
}

export function amountNotPayable(): ProviderAnswer {
  return declined('amount-not-payable', 'Stripe moves other units of this currency.');
}

export function declined(code: string, detail: string): ProviderAnswer {
  return { outcome: 'declined', code, detail, final: true };
}
