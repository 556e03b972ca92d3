// A report of Stripe as a file: a charge that the ledger does not know, and the payout it went into.

import type { Answer, Caller } from './shop.ts';

export interface ReportRow {
  readonly id: string;
  readonly category: string;
  readonly gross: string;
  readonly fee?: string;
  readonly currency?: string;
  readonly source: string;
  readonly payout?: string;
  readonly payment?: string;
  readonly created?: string;
  /** What the buyer paid or got, where that is another currency. */
  readonly original?: string;
  readonly originalCurrency?: string;
}

const HEAD =
  'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,' +
  'automatic_payout_id,payment_metadata[doorstep_payment],' +
  'customer_facing_amount,customer_facing_currency';

export function stripeReport(rows: readonly ReportRow[]): string {
  const line = (row: ReportRow) =>
    [
      row.id,
      row.created ?? '2026-11-20 10:00:00',
      row.currency ?? 'eur',
      row.gross,
      row.fee ?? '0.00',
      row.gross,
      row.category,
      row.source,
      row.payout ?? '',
      row.payment ?? '',
      row.original ?? '',
      row.originalCurrency ?? '',
    ].join(',');
  return [HEAD, ...rows.map(line), ''].join('\r\n');
}

/** One charge that nobody here knows, and a payout. */
export const UNKNOWN_CHARGE = stripeReport([
  { id: 'txn_1', category: 'charge', gross: '12.50', fee: '0.44', source: 'ch_1', payout: 'po_1' },
  { id: 'txn_2', category: 'payout', gross: '-12.06', source: 'po_1', payout: 'po_1' },
]);

export function sendReport(
  shop: Caller,
  connection: string,
  file: string,
  query = '',
): Promise<Answer> {
  const path = `/v1/provider-connections/${connection}/reports?fileName=report.csv${query}`;
  return shop.call('POST', path, file, { 'content-type': 'text/csv' });
}
