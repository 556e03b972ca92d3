// What Stripe booked on the balance: its balance transactions, then its payouts and which of them each
// is made of. A page is one call; its token says where to go on.

import { parseId } from '@doorstep/core/ids.ts';
import type {
  ProviderPayout,
  StatementLine,
  StatementMoney,
  StatementPage,
  StatementRequest,
} from '@doorstep/core/payments/statement.ts';
import type Stripe from 'stripe';
import { captureReference, dateOf, OUR } from './read-intent.ts';
import { lineKindOf } from './statement-kind.ts';
import { fromStripe } from './stripe-amount.ts';
import { failLooking } from './stripe-error.ts';

const TOGETHER = 100;
const SOURCE = ['data.source'];
/** A payout is told when it is made, and pays what was booked days before. */
const PAYOUT_BACK_S = 10 * 86_400;

export async function readStripeStatement(
  stripe: Stripe,
  request: StatementRequest,
): Promise<StatementPage> {
  const [what = 't', name = '', after = ''] = (request.page ?? 't').split(':');
  if (what === 'p') return payoutPage(stripe, request, name);
  if (what === 'm') return memberPage(stripe, name, after);
  return bookingPage(stripe, request, name);
}

async function bookingPage(
  stripe: Stripe,
  { from, to }: StatementRequest,
  after: string,
): Promise<StatementPage> {
  const { data, has_more } = await stripe.balanceTransactions
    .list({
      created: { gte: secondsOf(from), lt: secondsOf(to) },
      limit: TOGETHER,
      expand: SOURCE,
      ...(after === '' ? {} : { starting_after: after }),
    })
    .catch(failLooking);
  const last = data.at(-1);
  const next = has_more && last !== undefined ? `t:${last.id}` : 'p';
  return { lines: data.map((one) => lineOf(one, null)), payouts: [], next };
}

/** One payout, and behind it what it is made of. */
async function payoutPage(
  stripe: Stripe,
  { from, to }: StatementRequest,
  after: string,
): Promise<StatementPage> {
  const { data, has_more } = await stripe.payouts
    .list({
      created: { gte: secondsOf(from) - PAYOUT_BACK_S, lt: secondsOf(to) },
      limit: 1,
      ...(after === '' ? {} : { starting_after: after }),
    })
    .catch(failLooking);
  const [payout] = data;
  if (payout === undefined) return { lines: [], payouts: [], next: null };
  const onward = has_more ? `p:${payout.id}` : null;
  const isItemized = payout.automatic && payout.status !== 'failed';
  return {
    lines: [],
    payouts: [payoutOf(payout, isItemized)],
    next: isItemized ? `m:${payout.id}:${has_more ? '' : END}` : onward,
  };
}

/** Marks a payout behind which there is none. */
const END = '.';

async function memberPage(stripe: Stripe, payout: string, place: string): Promise<StatementPage> {
  const isLast = place.startsWith(END);
  const after = isLast ? place.slice(END.length) : place;
  const { data, has_more } = await stripe.balanceTransactions
    .list({
      payout,
      limit: TOGETHER,
      expand: SOURCE,
      ...(after === '' ? {} : { starting_after: after }),
    })
    .catch(failLooking);
  const last = data.at(-1);
  const onward = isLast ? null : `p:${payout}`;
  return {
    lines: data.map((one) => lineOf(one, payout)),
    payouts: [],
    next: has_more && last !== undefined ? `m:${payout}:${isLast ? END : ''}${last.id}` : onward,
  };
}

const STATUS = {
  pending: 'pending',
  in_transit: 'in-transit',
  paid: 'paid',
  failed: 'failed',
  canceled: 'canceled',
} as const;

function payoutOf(payout: Stripe.Payout, isItemized: boolean): ProviderPayout {
  return {
    reference: payout.id,
    status: STATUS[payout.status as keyof typeof STATUS] ?? 'pending',
    paid: moneyOf(payout.amount, payout.currency),
    createdAt: dateOf(payout.created),
    arrivesAt: dateOf(payout.arrival_date),
    isItemized,
  };
}

function lineOf(booking: Stripe.BalanceTransaction, payout: string | null): StatementLine {
  const { id, amount, fee, currency, reporting_category: category } = booking;
  const source = typeof booking.source === 'string' ? null : booking.source;
  const sourceId = typeof booking.source === 'string' ? booking.source : (source?.id ?? null);
  const kind = lineKindOf(category, amount);
  const metadata = source !== null && 'metadata' in source ? (source.metadata ?? {}) : {};
  return {
    reference: id,
    kind,
    booked: moneyOf(amount, currency),
    feeMinor: fromStripe(fee, currency),
    original: originalOf(booking, source),
    source: sourceId,
    relates: null,
    payment: parseId('payment', metadata[OUR.payment] ?? '') ?? null,
    key: parseId('paymentIntent', metadata[OUR.key] ?? '') ?? null,
    factReference: factOf(kind, source, booking),
    occurredAt: dateOf(booking.created),
    payout: payout ?? (kind === 'payout' ? sourceId : null),
  };
}

type Source = Exclude<Stripe.BalanceTransaction['source'], string>;

/** What the buyer paid or got, where the balance holds another currency. */
function originalOf(
  { amount, currency, exchange_rate: rate }: Stripe.BalanceTransaction,
  source: Source,
): StatementMoney | null {
  if (rate === null || source === null || !('currency' in source) || source.currency === currency)
    return null;
  const exact = sourceAmount(source);
  const counted = Math.abs(Math.round(amount / rate));
  // Of a charge that is captured in parts each is booked for itself.
  const isAll = exact !== null && Math.abs(exact - counted) <= Math.max(2, exact * NEARLY);
  return moneyOf(isAll ? exact : counted, String(source.currency));
}

const NEARLY = 0.005;

function sourceAmount(source: NonNullable<Source>): number | null {
  if (source.object === 'charge') return source.amount_captured;
  return 'amount' in source && typeof source.amount === 'number' ? Math.abs(source.amount) : null;
}

/** A capture is named by how much was captured then: known for certain where it was all at once. */
function factOf(
  kind: StatementLine['kind'],
  source: Source,
  { amount, exchange_rate: rate }: Stripe.BalanceTransaction,
): string | null {
  if (source === null) return null;
  if (kind === 'refund' || kind === 'dispute' || kind === 'dispute-reversal') return source.id;
  const isWhole =
    source.object === 'charge' && (rate !== null || source.amount_captured === amount);
  return kind === 'charge' && isWhole ? captureReference(source.id, source.amount_captured) : null;
}

function moneyOf(amount: number, currency: string): StatementMoney {
  return { amountMinor: fromStripe(amount, currency), currency: currency.toUpperCase() };
}

/** Stripe counts in seconds: one that has begun belongs to what is before it. */
function secondsOf(time: Date): number {
  return Math.ceil(time.getTime() / 1000);
}
