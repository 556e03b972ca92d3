// What a provider booked for us, line by line, as its balance tells: charges and refunds, its fees,
// disputes, and what it paid out. Read by calls or from a file; either way a line has the same name.

import type { PaymentId } from '../ids.ts';
import type { ProviderAccount } from './provider-account.ts';

/** `other` is understood and of no kind of ours, such as money held back; `unknown` is not understood. */
export const STATEMENT_LINE_KINDS = [
  'charge',
  'refund',
  'refund-reversal',
  'dispute',
  'dispute-reversal',
  'fee',
  'payout',
  'payout-reversal',
  'conversion',
  'other',
  'unknown',
] as const;
export type StatementLineKind = (typeof STATEMENT_LINE_KINDS)[number];

export interface StatementMoney {
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface StatementLine {
  /** What the provider calls this booking: told twice, it is kept once. */
  readonly reference: string;
  readonly kind: StatementLineKind;
  /** Signed, before its fee, in the currency of the balance. */
  readonly booked: StatementMoney;
  /** What the provider kept of it, in the same currency; null: it does not say. */
  readonly feeMinor: bigint | null;
  /** What the buyer paid or got, where that is another currency. */
  readonly original: StatementMoney | null;
  /** What it is about, as our ledger calls it: a charge, a refund, a dispute. */
  readonly source: string | null;
  /** The capture that a dispute is about, where the provider does not name the dispute. */
  readonly relates: string | null;
  /** Our own names, where the provider gives them back. */
  readonly payment: PaymentId | null;
  readonly key: string | null;
  /** How the ledger would call it, if it were recorded from here; null: this line does not tell. */
  readonly factReference: string | null;
  readonly occurredAt: Date;
  /** The payout that it is part of, as far as it is known. */
  readonly payout: string | null;
}

/** What the buyer paid or got: unsigned, in the currency of the payment. */
export function movedBy({
  booked,
  original,
}: Pick<StatementLine, 'booked' | 'original'>): StatementMoney {
  const { amountMinor, currency } = original ?? booked;
  return { amountMinor: amountMinor < 0n ? -amountMinor : amountMinor, currency };
}

export const PAYOUT_STATUSES = ['pending', 'in-transit', 'paid', 'failed', 'canceled'] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

export interface ProviderPayout {
  readonly reference: string;
  readonly status: PayoutStatus;
  readonly paid: StatementMoney;
  readonly createdAt: Date;
  readonly arrivesAt: Date | null;
  /** The provider tells which lines it is made of. */
  readonly isItemized: boolean;
}

export interface StatementRequest {
  readonly account: ProviderAccount;
  readonly from: Date;
  /** Up to, and without. */
  readonly to: Date;
  /** Where to go on; null: at the beginning. */
  readonly page: string | null;
  readonly signal: AbortSignal;
}

export interface StatementPage {
  readonly lines: readonly StatementLine[];
  readonly payouts: readonly ProviderPayout[];
  /** Null: that was the last one. */
  readonly next: string | null;
}

/** A provider that keeps a balance for us. Reading it changes nothing. */
export interface ProviderStatements {
  /** For so long a booking may still be on its way into the statement. */
  readonly lagMs: number;
  /** @throws ProviderFailure */
  read(request: StatementRequest): Promise<StatementPage>;
  /** Reads its reports, as they are downloaded, row by row. */
  openReport(): ReportReader;
}

export interface ReportReader {
  /** A row as it stands in the file. Null: it is none of a booking. */
  take(cells: readonly string[]): StatementLine | ReportProblem | null;
  /** The columns that a report must have were found. */
  isKnown(): boolean;
}

export interface ReportProblem {
  /** What is wrong with the row, for people. */
  readonly problem: string;
}

export function isReportProblem(read: StatementLine | ReportProblem): read is ReportProblem {
  return 'problem' in read;
}
