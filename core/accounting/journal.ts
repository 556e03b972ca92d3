// Journal entries of money: each balanced, in each of its currencies. What a provider owes us stands on
// its clearing account, so that account is its balance; a payout empties it into the bank.

import type { LedgerKind } from '../payments/payment.ts';
import { movedBy, type StatementLine } from '../payments/statement.ts';
import type { AccountRole } from './chart.ts';

export const ENTRY_KINDS = [
  'capture',
  'refund',
  'fee',
  'fee-correction',
  'dispute',
  'dispute-won',
  'dispute-lost',
  'conversion',
  'payout',
  'payout-reversal',
  'unclear',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface JournalLine {
  readonly role: AccountRole;
  readonly currency: string;
  /** One of the two is zero; neither is negative. */
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

/** What an entry is made of; who it is about is kept beside it. */
export interface DraftEntry {
  readonly kind: EntryKind;
  readonly lines: readonly JournalLine[];
}

interface Moved {
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** Moves an amount from one account to the other; a negative one the other way. */
export function transfer(to: AccountRole, from: AccountRole, moved: Moved): JournalLine[] {
  const { amountMinor, currency } = moved;
  if (amountMinor === 0n) return [];
  const [debit, credit] = amountMinor > 0n ? [to, from] : [from, to];
  const absolute = amountMinor > 0n ? amountMinor : -amountMinor;
  return [
    { role: debit, currency, debitMinor: absolute, creditMinor: 0n },
    { role: credit, currency, debitMinor: 0n, creditMinor: absolute },
  ];
}

/**
 * What an entry of the payment ledger is in the books; null: it moves nothing there. Customers owe what
 * their orders say: what was paid in another currency is exchanged at the worth that was stated.
 *
 * @param worth the same in the currency of the order
 */
export function entryOfLedger(
  kind: LedgerKind,
  moved: Moved,
  worth: Moved = moved,
): DraftEntry | null {
  switch (kind) {
    case 'captured':
      return { kind: 'capture', lines: exchanged('clearing', moved, 'receivable', worth) };
    case 'refunded':
      return { kind: 'refund', lines: exchanged('receivable', worth, 'clearing', moved) };
    case 'disputed':
      return { kind: 'dispute', lines: transfer('disputes', 'clearing', moved) };
    case 'reinstated':
      return { kind: 'dispute-won', lines: transfer('clearing', 'disputes', moved) };
    case 'authorized':
    case 'voided':
      return null;
  }
}

/** Moves what is this much on one account and that much on the other. */
function exchanged(to: AccountRole, taken: Moved, from: AccountRole, given: Moved): JournalLine[] {
  if (taken.currency === given.currency) return transfer(to, from, taken);
  return [...transfer(to, 'exchange', taken), ...transfer('exchange', from, given)];
}

export function entryOfFee(fee: Moved): DraftEntry {
  return { kind: 'fee', lines: transfer('fees', 'clearing', fee) };
}

/** The fee was another one than was booked: the rest. */
export function entryOfFeeCorrection(rest: Moved): DraftEntry {
  return { kind: 'fee-correction', lines: transfer('fees', 'clearing', rest) };
}

/** A dispute is lost: what stood on the account of disputes is a loss. */
export function entryOfLostDispute(moved: Moved): DraftEntry {
  return { kind: 'dispute-lost', lines: transfer('dispute-losses', 'disputes', moved) };
}

/**
 * What a line of a statement adds to what the ledger says already: payouts, fees of the provider, and
 * what it changed into another currency.
 */
export function entriesOfLine(line: StatementLine): DraftEntry[] {
  const { kind, booked, original, feeMinor } = line;
  const drafts: DraftEntry[] = [];
  // Read by a call it may have another name: entered under both, it would be in the books twice.
  if (kind === 'unknown') return drafts;
  switch (kind) {
    case 'fee':
      drafts.push(entryOfFee({ ...booked, amountMinor: -booked.amountMinor }));
      break;
    case 'payout':
      drafts.push({ kind, lines: transfer('bank', 'clearing', negative(booked)) });
      break;
    case 'payout-reversal':
      drafts.push({ kind, lines: transfer('clearing', 'bank', booked) });
      break;
    case 'conversion':
      drafts.push({ kind, lines: transfer('clearing', 'exchange', booked) });
      break;
    case 'other':
      drafts.push({ kind: 'unclear', lines: transfer('clearing', 'unclear', booked) });
      break;
    default:
      if (original !== null && original.currency !== booked.currency)
        drafts.push({ kind: 'conversion', lines: converted(line) });
  }
  // Of a charge the fee is kept with the entry of the ledger that it matches.
  const isApart = kind !== 'charge' && kind !== 'fee' && feeMinor !== null && feeMinor !== 0n;
  if (isApart) drafts.push(entryOfFee({ amountMinor: feeMinor, currency: booked.currency }));
  return drafts.filter(({ lines }) => lines.length > 0);
}

/** The ledger booked what the buyer paid; the balance holds another currency. */
function converted({ booked, original }: StatementLine): JournalLine[] {
  const { amountMinor, currency } = movedBy({ booked, original });
  const signed = booked.amountMinor < 0n ? -amountMinor : amountMinor;
  return [
    ...transfer('exchange', 'clearing', { amountMinor: signed, currency }),
    ...transfer('clearing', 'exchange', booked),
  ];
}

function negative({ amountMinor, currency }: Moved): Moved {
  return { amountMinor: -amountMinor, currency };
}

/** Debits less credits by currency: nothing, of an entry that is right. */
export function imbalance(lines: readonly JournalLine[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { currency, debitMinor, creditMinor } of lines)
    sums.set(currency, (sums.get(currency) ?? 0n) + debitMinor - creditMinor);
  return new Map([...sums].filter(([, sum]) => sum !== 0n));
}
