// A Stripe and a PayPal beside the server that is killed: what they did is what really happened.

import {
  openPaypalDouble,
  type PaypalDouble,
} from '@doorstep/connectors/paypal/double/paypal-double.ts';
import {
  openStripeDouble,
  type StripeDouble,
} from '@doorstep/connectors/stripe/double/stripe-double.ts';

export interface Doubles {
  /** For serve-with-doubles.ts. */
  readonly settings: Readonly<Record<string, string>>;
  /** The accounts that the tenant has there. */
  readonly accounts: readonly object[];
  payment(provider: 'stripe' | 'paypal'): object;
  /** What was held, taken and given back for these payments, once per authorization. */
  deedsOf(payments: readonly string[]): string[];
  /** How often anything was held, taken, given back or let go, for whatever payment. */
  countDeeds(): number;
  close(): Promise<void>;
}

const ACCOUNTS = [
  {
    provider: 'stripe-test',
    name: 'Stripe',
    secrets: { secretKey: 'sk_test_points', webhookSecret: 'whsec_points' },
  },
  {
    provider: 'paypal-test',
    name: 'PayPal',
    secrets: { clientId: 'points', clientSecret: 'points' },
  },
];

export async function openDoubles(): Promise<Doubles> {
  const [stripe, paypal] = await Promise.all([openStripeDouble(), openPaypalDouble()]);
  return {
    settings: { STRIPE_PORT: String(stripe.port), PAYPAL_PORT: String(paypal.port) },
    accounts: ACCOUNTS,
    payment: (provider) =>
      provider === 'stripe'
        ? { provider: 'stripe-test', token: 'pm_card_multicapture' }
        : { provider: 'paypal-test', token: paypal.book.approved('20.00', 'EUR') },
    deedsOf: (payments) =>
      payments.flatMap((payment) => [...atStripe(stripe, payment), ...atPaypal(paypal, payment)]),
    countDeeds: () => deedsAtStripe(stripe) + deedsAtPaypal(paypal),
    async close() {
      await Promise.all([stripe.close(), paypal.close()]);
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: what the doubles answer, as they answer it
type Made = any;

function atStripe({ book }: StripeDouble, payment: string): string[] {
  return book
    .intents()
    .filter((one: Made) => one.metadata.doorstep_payment === payment)
    .map((one: Made) => {
      const refunded = one.latest_charge?.amount_refunded ?? 0;
      return `${one.status}: ${one.amount} held, ${one.amount_received} taken, ${refunded} refunded`;
    });
}

function deedsAtStripe({ book }: StripeDouble): number {
  const deeds = book
    .intents()
    .flatMap(({ status, amount_received, latest_charge }: Made) => [
      status === 'requires_capture' || amount_received > 0,
      amount_received > 0,
      (latest_charge?.amount_refunded ?? 0) > 0,
      status === 'canceled',
    ]);
  return deeds.filter(Boolean).length;
}

function deedsAtPaypal({ book }: PaypalDouble): number {
  const deeds = book.orders().flatMap(({ purchase_units: [unit] }: Made) => {
    const { authorizations, captures, refunds } = unit.payments;
    const voided = authorizations.filter(({ status }: Made) => status === 'VOIDED');
    return [...authorizations, ...captures, ...refunds, ...voided];
  });
  return deeds.length;
}

function atPaypal({ book }: PaypalDouble, payment: string): string[] {
  return book
    .orders()
    .map((order: Made) => order.purchase_units[0])
    .filter((unit: Made) => unit.custom_id?.startsWith(payment))
    .map(({ payments }: Made) => {
      const words = (made: Made[]) =>
        made.map(({ status, amount }: Made) => `${status} ${amount.value}`).join(', ');
      const { authorizations, captures, refunds } = payments;
      return `held ${words(authorizations)}; taken ${words(captures)}; refunded ${words(refunds)}`;
    });
}
