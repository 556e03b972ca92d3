// What PayPal booked on the balance, by its transaction search: a month at most in one search, and ten
// thousand bookings. Where there are more, the time searched is halved.

import { parseId } from '@doorstep/core/ids.ts';
import type {
  StatementLine,
  StatementPage,
  StatementRequest,
} from '@doorstep/core/payments/statement.ts';
import { fromPaypal } from './paypal-amount.ts';
import { type PaypalApi, PaypalProblem } from './paypal-client.ts';
import { failLooking } from './paypal-error.ts';
import { namedIn } from './paypal-order.ts';
import { lineKindOf } from './statement-kind.ts';

const DAY_MS = 86_400_000;
const SEARCH_MS_MAX = 30 * DAY_MS;
const SEARCH_MS_MIN = 60_000;
const TOGETHER = 500;

interface WireMoney {
  readonly currency_code: string;
  readonly value: string;
}

interface Booking {
  readonly transaction_id: string;
  readonly paypal_reference_id?: string;
  readonly paypal_reference_id_type?: string;
  readonly transaction_event_code: string;
  readonly transaction_initiation_date: string;
  readonly transaction_amount: WireMoney;
  readonly fee_amount?: WireMoney;
  readonly transaction_status?: string;
  readonly invoice_id?: string;
  readonly custom_field?: string;
}

interface Found {
  readonly transaction_details?: readonly { readonly transaction_info: Booking }[];
  readonly total_pages?: number;
}

interface Search {
  readonly from: number;
  readonly to: number;
  readonly page: number;
}

export async function readPaypalStatement(
  api: PaypalApi,
  request: StatementRequest,
): Promise<StatementPage> {
  const search = searchOf(request);
  const end = request.to.getTime();
  if (search.from >= end) return { lines: [], payouts: [], next: null };
  let found: Found;
  try {
    found = (await api.get(pathOf(search), request.signal)) as Found;
  } catch (error) {
    const isTooMany = error instanceof PaypalProblem && error.issue === 'RESULTSET_TOO_LARGE';
    const half = Math.floor((search.to - search.from) / 2);
    if (!isTooMany || half < SEARCH_MS_MIN) return failLooking(error);
    return {
      lines: [],
      payouts: [],
      next: tokenOf({ ...search, to: search.from + half, page: 1 }),
    };
  }
  const bookings = (found.transaction_details ?? [])
    .map(({ transaction_info }) => transaction_info)
    .filter(isBooked);
  // PayPal does not say what a withdrawal is made of: its line is all there is of a payout.
  return { lines: bookings.map(lineOf), payouts: [], next: nextOf(search, found, end) };
}

function searchOf({ from, to, page }: StatementRequest): Search {
  const [start, end, number] = (page ?? '').split('/').map(Number);
  const begin = page === null ? from.getTime() : (start ?? 0);
  const until = page === null ? begin + SEARCH_MS_MAX : (end ?? 0);
  return { from: begin, to: Math.min(until, to.getTime()), page: number ?? 1 };
}

function nextOf(search: Search, { total_pages: pages = 1 }: Found, end: number): string | null {
  if (search.page < pages) return tokenOf({ ...search, page: search.page + 1 });
  if (search.to >= end) return null;
  // As long as the last search, which was not too long.
  return tokenOf({ from: search.to, to: search.to + (search.to - search.from), page: 1 });
}

const tokenOf = ({ from, to, page }: Search): string => `${from}/${to}/${page}`;

function pathOf({ from, to, page }: Search): string {
  const query = new URLSearchParams({
    start_date: new Date(from).toISOString(),
    end_date: new Date(to).toISOString(),
    fields: 'transaction_info',
    balance_affecting_records_only: 'Y',
    page_size: String(TOGETHER),
    page: String(page),
  });
  return `/v1/reporting/transactions?${query}`;
}

/** What is pending is booked later, under the same name, and what was denied never was. */
function isBooked({ transaction_status: status = 'S' }: Booking): boolean {
  return status === 'S' || status === 'V';
}

function lineOf(booking: Booking): StatementLine {
  const { transaction_id: id, transaction_event_code: code, fee_amount: fee } = booking;
  const { currency_code: currency } = booking.transaction_amount;
  const amountMinor = minorOf(booking.transaction_amount);
  const kind = lineKindOf(code, amountMinor);
  const isOurs = kind === 'charge' || kind === 'refund';
  const related =
    booking.paypal_reference_id_type === 'TXN' ? (booking.paypal_reference_id ?? null) : null;
  return {
    reference: bookingName(id, code, currency),
    kind,
    booked: { amountMinor, currency },
    feeMinor: fee === undefined ? null : -minorOf(fee),
    original: null,
    source: isOurs ? id : null,
    relates: related,
    payment: namedIn(booking.custom_field).payment ?? null,
    key: parseId('paymentIntent', booking.invoice_id ?? '') ?? null,
    factReference: isOurs ? id : null,
    occurredAt: new Date(booking.transaction_initiation_date),
    payout: kind === 'payout' ? id : null,
  };
}

/** An id of PayPal may name several bookings: a payment, and what it was changed into. */
export function bookingName(id: string, code: string, currency: string): string {
  return `${id}/${code}/${currency}`;
}

function minorOf({ currency_code, value }: WireMoney): bigint {
  return fromPaypal({ currencyCode: currency_code, value });
}
