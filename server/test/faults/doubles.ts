// A Stripe and a PayPal beside the servers that are killed: what they did is what really happened.

import {
  openPaypalDouble,
  type PaypalDouble,
} from '@doorstep/connectors/paypal/double/paypal-double.ts';
import {
  openStripeDouble,
  type StripeDouble,
} from '@doorstep/connectors/stripe/double/stripe-double.ts';

export type Outside = 'stripe' | 'paypal';

/** What happened to the money of a payment, in cents. */
export type MoneyMoved = Readonly<
  Record<'authorized' | 'captured' | 'refunded' | 'voided', number>
>;

export interface Doubles {
  /** For outside-providers.ts. */
  readonly settings: Readonly<Record<string, string>>;
  /** The accounts that the tenant has there. */
  readonly accounts: readonly object[];
  payment(provider: Outside): object;
  /** What was really done for a payment, however often it was asked for. */
  movedFor(payment: string): MoneyMoved;
  /** Until it is calm again: answers to deeds that were done are lost, or nothing is done at all. */
  trouble(provider: Outside, how: 'answers lost' | number): void;
  calm(): void;
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

/** @param now their clock, in milliseconds */
export async function openDoubles(now: () => number = Date.now): Promise<Doubles> {
  const [stripe, paypal] = await Promise.all([
    openStripeDouble(undefined, now),
    openPaypalDouble(undefined, now),
  ]);
  return {
    settings: { STRIPE_PORT: String(stripe.port), PAYPAL_PORT: String(paypal.port) },
    accounts: ACCOUNTS,
    payment: (provider) =>
      provider === 'stripe'
        ? { provider: 'stripe-test', token: 'pm_card_multicapture' }
        : { provider: 'paypal-test', token: paypal.book.approved('20.00', 'EUR') },
    movedFor: (payment) =>
      movedOf([...movesAtStripe(stripe, payment), ...movesAtPaypal(paypal, payment)]),
    trouble(provider, how) {
      const { loseNext, failNext } = provider === 'stripe' ? stripe : paypal;
      if (how === 'answers lost') loseNext(Number.POSITIVE_INFINITY);
      else failNext(how, Number.POSITIVE_INFINITY);
    },
    calm() {
      for (const { loseNext, failNext } of [stripe, paypal]) {
        loseNext(0);
        failNext(0, 0);
      }
    },
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

type Move = readonly [kind: keyof MoneyMoved, amountMinor: number];

function movedOf(moves: readonly Move[]): MoneyMoved {
  const moved = { authorized: 0, captured: 0, refunded: 0, voided: 0 };
  for (const [kind, amountMinor] of moves) moved[kind] += amountMinor;
  return moved;
}

function movesAtStripe({ book }: StripeDouble, payment: string): Move[] {
  return book
    .intents()
    .filter((one: Made) => one.metadata.doorstep_payment === payment && one.latest_charge !== null)
    .flatMap((one: Made): Move[] => [
      ['authorized', one.amount],
      ['captured', one.amount_received],
      ['refunded', one.latest_charge.amount_refunded],
      ['voided', one.status === 'canceled' ? one.amount : 0],
    ]);
}

function movesAtPaypal({ book }: PaypalDouble, payment: string): Move[] {
  return unitsAtPaypal(book, payment).flatMap(({ payments }: Made): Move[] => {
    const { authorizations, captures, refunds } = payments;
    const moves = (kind: Move[0], made: Made[]): Move[] =>
      made.map(({ amount }: Made) => [kind, Math.round(Number(amount.value) * 100)]);
    return [
      ...moves('authorized', authorizations),
      ...moves('captured', captures),
      ...moves('refunded', refunds),
      ...moves(
        'voided',
        authorizations.filter(({ status }: Made) => status === 'VOIDED'),
      ),
    ];
  });
}

function unitsAtPaypal(book: PaypalDouble['book'], payment: string): Made[] {
  return book
    .orders()
    .map((order: Made) => order.purchase_units[0])
    .filter((unit: Made) => unit.custom_id?.startsWith(payment));
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
  return unitsAtPaypal(book, payment).map(({ payments }: Made) => {
    const words = (made: Made[]) =>
      made.map(({ status, amount }: Made) => `${status} ${amount.value}`).join(', ');
    const { authorizations, captures, refunds } = payments;
    return `held ${words(authorizations)}; taken ${words(captures)}; refunded ${words(refunds)}`;
  });
}
