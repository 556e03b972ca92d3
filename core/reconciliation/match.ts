// Finds, for what a provider booked, the entry of our ledger that says the same, or says what differs
// and why that is likely so. Pure: a page of lines against the entries that may be meant.

import type { LedgerKind } from '../payments/payment.ts';
import { movedBy, type StatementLine, type StatementLineKind } from '../payments/statement.ts';

export const DIFFERENCE_CAUSES = [
  'missing-in-ledger',
  'missing-at-provider',
  'amount-differs',
  'currency-differs',
  'fee-unknown',
  'fee-differs',
  'duplicate',
  'timing',
  'payout-differs',
  'kind-unknown',
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

/** An entry of the ledger, as far as matching needs it. */
export interface Candidate {
  readonly id: string;
  readonly payment: string;
  readonly kind: LedgerKind;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly fee: { readonly amountMinor: bigint; readonly currency: string } | null;
  /** The line that says the same, by its name; null: none does so far. */
  readonly line: string | null;
}

export interface Match {
  readonly line: StatementLine;
  /** Null: there is none, or the line needs none. */
  readonly entry: Candidate | null;
  readonly cause: DifferenceCause | null;
  /** The ledger does not know the fee yet: it is taken from the line. */
  readonly tellsFee: boolean;
}

const ENTRY_OF: Readonly<Partial<Record<StatementLineKind, LedgerKind>>> = {
  charge: 'captured',
  refund: 'refunded',
  'refund-reversal': 'returned',
  dispute: 'disputed',
  'dispute-reversal': 'reinstated',
};

/** Lines that have no counterpart in the ledger: fees of the month, payouts, conversions. */
export function needsEntry({ kind }: Pick<StatementLine, 'kind'>): boolean {
  return ENTRY_OF[kind] !== undefined;
}

/**
 * Each entry is meant by one line at most; of several that may be meant, the one of the same amount.
 *
 * @param candidates with what earlier lines matched
 * @param asked what was asked for and is not answered yet: see `askedFor`
 */
export function matchLines(
  lines: readonly StatementLine[],
  candidates: readonly Candidate[],
  asked: ReadonlySet<string>,
): Match[] {
  const taken = new Map(candidates.flatMap(({ id, line }) => (line === null ? [] : [[id, line]])));
  const captures = new Map(
    candidates.filter(({ kind }) => kind === 'captured').map((one) => [one.reference, one.payment]),
  );
  return lines.map((line) => {
    if (line.kind === 'unknown')
      return { line, entry: null, cause: 'kind-unknown', tellsFee: false };
    if (!needsEntry(line)) return { line, entry: null, cause: null, tellsFee: false };
    const meant = candidates.filter((entry) => mayMean(line, entry, captures));
    const free = meant.filter(({ id }) => (taken.get(id) ?? line.reference) === line.reference);
    const entry = free.find((one) => sameMoney(line, one)) ?? free[0] ?? null;
    if (entry === null) return { line, entry, cause: whyNone(line, meant, asked), tellsFee: false };
    taken.set(entry.id, line.reference);
    const tellsFee = line.feeMinor !== null && line.kind === 'charge' && entry.fee === null;
    return { line, entry, cause: causeOf(line, entry), tellsFee };
  });
}

function mayMean(
  line: StatementLine,
  entry: Candidate,
  captures: ReadonlyMap<string, string>,
): boolean {
  if (entry.kind !== ENTRY_OF[line.kind]) return false;
  const { source, relates } = line;
  if (source !== null)
    return entry.reference === source || entry.reference.startsWith(`${source}/`);
  if (line.kind === 'refund-reversal') return entry.reference === relates;
  return relates !== null && captures.get(relates) === entry.payment;
}

function sameMoney(line: StatementLine, entry: Candidate): boolean {
  const { amountMinor, currency } = movedBy(line);
  return amountMinor === entry.amountMinor && currency === entry.currency;
}

function whyNone(
  { kind, payment }: StatementLine,
  meant: readonly Candidate[],
  asked: ReadonlySet<string>,
): DifferenceCause {
  if (meant.length > 0) return 'duplicate';
  const entryKind = ENTRY_OF[kind];
  if (payment === null || entryKind === undefined) return 'missing-in-ledger';
  // We asked for it and are not told yet: it comes by itself.
  return asked.has(askedFor(payment, entryKind)) ? 'timing' : 'missing-in-ledger';
}

/** Names what a payment waits for. */
export function askedFor(payment: string, kind: LedgerKind): string {
  return `${payment} ${kind}`;
}

function causeOf(line: StatementLine, entry: Candidate): DifferenceCause | null {
  const moved = movedBy(line);
  if (moved.currency !== entry.currency) return 'currency-differs';
  if (moved.amountMinor !== entry.amountMinor) return 'amount-differs';
  if (line.kind !== 'charge') return null;
  if (line.feeMinor === null) return entry.fee === null ? 'fee-unknown' : null;
  const differs =
    entry.fee !== null &&
    entry.fee.currency === line.booked.currency &&
    entry.fee.amountMinor !== line.feeMinor;
  return differs ? 'fee-differs' : null;
}

/** What can be done about a difference with one click. */
export const RESOLUTIONS = ['record-fact', 'fetch-again', 'explain', 'raise-exception'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What mends it most likely, best first. */
export function resolutionsOf(
  cause: DifferenceCause,
  isRecordable: boolean,
): readonly Resolution[] {
  const last = ['explain', 'raise-exception'] as const;
  switch (cause) {
    case 'missing-in-ledger':
      return isRecordable ? ['record-fact', 'fetch-again', ...last] : ['fetch-again', ...last];
    case 'fee-unknown':
    case 'kind-unknown':
      return ['fetch-again', ...last];
    case 'fee-differs':
      return ['record-fact', ...last];
    case 'missing-at-provider':
    case 'timing':
    case 'payout-differs':
      return ['fetch-again', ...last];
    default:
      return ['raise-exception', 'explain', 'fetch-again'];
  }
}
