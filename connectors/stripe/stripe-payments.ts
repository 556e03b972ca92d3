// Payments with Stripe, through its official SDK. The money of an order is a PaymentIntent that is
// captured later; every call carries the id of our intent as idempotency key, and leaves it in the
// metadata, where it is found again when an answer was lost.

import type {
  AccountForm,
  PaymentProvider,
  ProviderAnswer,
  ProviderInquiry,
  ProviderLookup,
  ProviderRequest,
} from '@doorstep/core/payments/provider.ts';
import type Stripe from 'stripe';
import { authorizeWithStripe, findAuthorization } from './authorize.ts';
import { captureWithStripe, findCapture, lookAt } from './capture.ts';
import { findRefund, findVoid, refundWithStripe, voidWithStripe } from './give-back.ts';
import { hearStripe } from './hear.ts';
import { authorizationOf, refundOf } from './read-intent.ts';
import { stripeReport } from './report.ts';
import { readStripeStatement } from './statements.ts';
import { type StripeAddress, stripeClients } from './stripe-client.ts';
import { answerOfError, failLooking } from './stripe-error.ts';

export interface StripeOptions {
  readonly mode: 'test' | 'live';
  /** Another one than Stripe's own, for tests. */
  readonly address?: StripeAddress;
  readonly now?: () => Date;
}

export function stripePayments({
  mode,
  address,
  now = () => new Date(),
}: StripeOptions): PaymentProvider {
  const clientOf = stripeClients(address);
  const asked =
    (call: (stripe: Stripe, request: ProviderRequest) => Promise<ProviderAnswer>) =>
    async (request: ProviderRequest) => {
      try {
        return await call(clientOf(request.account), request);
      } catch (error) {
        return answerOfError(error);
      }
    };
  return {
    name: mode === 'live' ? 'stripe' : 'stripe-test',
    waitsForReceipt: false,
    accounts: formOf(mode),
    authorize: asked(authorizeWithStripe),
    capture: asked(captureWithStripe),
    refund: asked(refundWithStripe),
    void: asked(voidWithStripe),
    inquire: (inquiry) => inquire(clientOf(inquiry.account), inquiry),
    find: (lookup) => find(clientOf(lookup.account), lookup, now()),
    async abandon({ account, pending, key }) {
      const stripe = clientOf(account);
      await stripe.paymentIntents
        .cancel(pending, {}, { idempotencyKey: `${key}-abandon` })
        .catch(failLooking);
    },
    statements: {
      lagMs: LAG_MS,
      read: (request) => readStripeStatement(clientOf(request.account), request),
      openReport: stripeReport,
    },
    async tryOut(account) {
      // Every key may read the balance; that of another mode is refused before it is kept.
      await clientOf(account).balance.retrieve().catch(failLooking);
      return null;
    },
    hear: (delivery, account) => hearStripe(clientOf(account), delivery, account, mode),
  };
}

/** Stripe books at once; its lists may be behind by minutes. */
const LAG_MS = 3_600_000;

function formOf(mode: 'test' | 'live'): AccountForm {
  const keys = new RegExp(`^(sk|rk)_${mode}_`);
  return {
    mode,
    secrets: ['secretKey', 'webhookSecret'],
    settings: ['returnUrl'],
    check(secrets, settings) {
      if (!keys.test(secrets['secretKey'] ?? ''))
        return `The secret key is not one of the ${mode} mode: those begin with sk_${mode}_ or rk_${mode}_.`;
      if (!/^whsec_/.test(secrets['webhookSecret'] ?? ''))
        return 'The webhook secret is none: those begin with whsec_.';
      const { returnUrl } = settings;
      if (returnUrl !== undefined && !returnUrl.startsWith('https://'))
        return 'The return URL must begin with https://.';
      return undefined;
    },
  };
}

async function inquire(stripe: Stripe, inquiry: ProviderInquiry): Promise<ProviderAnswer> {
  const { kind, pending } = inquiry;
  if (kind === 'refund') return refundOf(await stripe.refunds.retrieve(pending).catch(failLooking));
  if (kind === 'authorize') return authorizationOf(await lookAt(stripe, pending));
  return (await find(stripe, inquiry, new Date())) ?? { outcome: 'later', reference: pending };
}

function find(stripe: Stripe, lookup: ProviderLookup, now: Date): Promise<ProviderAnswer | null> {
  switch (lookup.kind) {
    case 'authorize':
      return findAuthorization(stripe, lookup, now);
    case 'capture':
      return findCapture(stripe, lookup);
    case 'refund':
      return findRefund(stripe, lookup);
    case 'void':
      return findVoid(stripe, lookup);
  }
}
