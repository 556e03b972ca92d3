// The balance of the PayPal of the tests, as its transaction search tells it.

import { randomBytes } from 'node:crypto';

interface WireMoney {
  readonly currency_code: string;
  readonly value: string;
}

interface Booked {
  readonly id: string;
  readonly amount: WireMoney;
  readonly fee?: string;
  readonly relates?: string;
  readonly invoiceId?: string;
  readonly customId?: string | undefined;
  readonly status?: string;
}

export interface PaypalBalance {
  book(code: string, booked: Booked): void;
  /** Pays so much to the bank. */
  withdraw(amount: WireMoney): string;
  /** More than so many in one search are refused, as PayPal refuses more than 10,000. */
  refuseOver(most: number): void;
  search(query: URLSearchParams): { readonly found: object } | { readonly issue: string };
}

/** @param now in milliseconds */
export function paypalBalance(now: () => number): PaypalBalance {
  const bookings: { at: number; info: object }[] = [];
  let most = 10_000;

  function book(
    code: string,
    { id, amount, fee, relates, invoiceId, customId, status = 'S' }: Booked,
  ) {
    const at = now();
    bookings.push({
      at,
      info: {
        transaction_id: id,
        transaction_event_code: code,
        transaction_initiation_date: new Date(at).toISOString(),
        transaction_amount: amount,
        transaction_status: status,
        ...(fee === undefined ? {} : { fee_amount: { ...amount, value: `-${fee}` } }),
        ...(relates === undefined
          ? {}
          : { paypal_reference_id: relates, paypal_reference_id_type: 'TXN' }),
        ...(invoiceId === undefined ? {} : { invoice_id: invoiceId }),
        ...(customId === undefined ? {} : { custom_field: customId }),
      },
    });
  }

  return {
    book,
    withdraw(amount) {
      const id = randomBytes(8).toString('hex').toUpperCase();
      book('T0400', { id, amount: { ...amount, value: `-${amount.value}` } });
      return id;
    },
    refuseOver(count) {
      most = count;
    },
    search(query) {
      const from = Date.parse(query.get('start_date') ?? '');
      const to = Date.parse(query.get('end_date') ?? '');
      const found = bookings.filter(({ at }) => at >= from && at <= to);
      if (found.length > most) return { issue: 'RESULTSET_TOO_LARGE' };
      const size = Number(query.get('page_size'));
      const page = Number(query.get('page'));
      return {
        found: {
          transaction_details: found
            .slice((page - 1) * size, page * size)
            .map(({ info }) => ({ transaction_info: info })),
          page,
          total_items: found.length,
          total_pages: Math.max(1, Math.ceil(found.length / size)),
        },
      };
    },
  };
}
