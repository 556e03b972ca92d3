// The balance of the Stripe of the tests: what it booked, and what it paid out.

import { randomBytes } from 'node:crypto';

type Form = Record<string, unknown>;

interface Booking {
  readonly id: string;
  readonly category: string;
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
  readonly created: number;
  /** As it stands when it is asked for. */
  readonly source: () => Form;
  payout: string | null;
}

interface Payout {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  status: string;
}

export interface Booked {
  readonly amount: number;
  readonly currency: string;
  readonly fee: number;
  /** In seconds; now, where it is left out. */
  readonly created?: number;
}

export interface StripeBalance {
  /** @returns its name */
  book(category: string, booked: Booked, source: () => Form): string;
  /** Changes what was booked, as no Stripe ever does: for what differs. */
  change(id: string, by: Partial<Booked>): void;
  /** Pays out all that is there in a currency. @returns its name */
  payOut(currency: string): string;
  fail(payout: string): void;
  list(form: Form): object;
  payouts(form: Form): object;
  bookings(): readonly Booking[];
}

const id = (prefix: string) => `${prefix}_${randomBytes(10).toString('hex')}`;

/** @param now in seconds */
export function stripeBalance(now: () => number): StripeBalance {
  let bookings: Booking[] = [];
  const payouts: Payout[] = [];

  function book(category: string, booked: Booked, source: () => Form): string {
    const made = { id: id('txn'), category, created: now(), ...booked, source, payout: null };
    bookings.push(made);
    return made.id;
  }

  return {
    book,
    change(name, by) {
      bookings = bookings.map((one) => (one.id === name ? { ...one, ...by } : one));
    },
    payOut(currency) {
      const paid = bookings.filter((one) => one.currency === currency && one.payout === null);
      const amount = paid.reduce((sum, one) => sum + one.amount - one.fee, 0);
      const made = { id: id('po'), amount, currency, created: now(), status: 'paid' };
      payouts.push(made);
      for (const one of paid) one.payout = made.id;
      book('payout', { amount: -amount, currency, fee: 0 }, () => presentPayout(made));
      const last = bookings.at(-1);
      if (last !== undefined) last.payout = made.id;
      return made.id;
    },
    fail(name) {
      const made = payouts.find((one) => one.id === name);
      if (made !== undefined) made.status = 'failed';
    },
    list(form) {
      const { gte = 0, lt = Number.POSITIVE_INFINITY } = (form['created'] ?? {}) as Bounds;
      const asked = bookings.filter(
        ({ created, payout }) =>
          created >= Number(gte) &&
          created < Number(lt) &&
          (form['payout'] === undefined || payout === form['payout']),
      );
      return pageOf(asked, form, presentBooking);
    },
    payouts: (form) => pageOf(payouts, form, presentPayout),
    bookings: () => bookings,
  };
}

interface Bounds {
  readonly gte?: number | string;
  readonly lt?: number | string;
}

/** Newest first, from behind the one that is named. */
function pageOf<One extends { readonly id: string }>(
  all: readonly One[],
  form: Form,
  present: (one: One) => object,
): object {
  const newest = [...all].reverse();
  const after = newest.findIndex((one) => one.id === form['starting_after']) + 1;
  const limit = Number(form['limit'] ?? 10);
  return {
    object: 'list',
    url: '/v1',
    data: newest.slice(after, after + limit).map(present),
    has_more: newest.length > after + limit,
  };
}

function presentBooking(one: Booking): object {
  return {
    id: one.id,
    object: 'balance_transaction',
    amount: one.amount,
    fee: one.fee,
    net: one.amount - one.fee,
    currency: one.currency,
    created: one.created,
    available_on: one.created,
    exchange_rate: null,
    reporting_category: one.category,
    type: one.category,
    source: one.source(),
    status: 'available',
  };
}

function presentPayout(one: Payout): Form {
  return {
    id: one.id,
    object: 'payout',
    amount: one.amount,
    currency: one.currency,
    created: one.created,
    arrival_date: one.created + 86_400,
    automatic: true,
    status: one.status,
    metadata: {},
  };
}
