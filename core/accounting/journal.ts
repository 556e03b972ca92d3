// Journal entries of money: each balanced, in each of its currencies. What a provider owes us stands on
// its clearing account, so that account is its balance; a payout empties it into the bank.

import type { LedgerKind } from '../payments/payment.ts';
import { movedBy, type StatementLine } from '../payments/statement.ts';
import {
  isStoredValue,
  STORE_CREDIT,
  type StoredValueKind,
} from '../payments/stored-value-provider.ts';
import type { ValueMovementKind } from '../stored-value/stored-value.ts';
import type { AccountRole } from './chart.ts';

export const ENTRY_KINDS = [
  'capture',
  'refund',
  'refund-returned',
  'fee',
  'fee-correction',
  'dispute',
  'dispute-won',
  'dispute-lost',
  'dispute-loss-reversal',
  'conversion',
  'payout',
  'payout-reversal',
  'unclear',
  'gift-card-sold',
  'credit-given',
  'credit-taken',
  'credit-expired',
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
function transfer(to: AccountRole, from: AccountRole, moved: Moved): JournalLine[] {
  const { amountMinor, currency } = moved;
  if (amountMinor === 0n) return [];
  const [debit, credit] = amountMinor > 0n ? [to, from] : [from, to];
  const absolute = amountMinor > 0n ? amountMinor : -amountMinor;
  return [
    { role: debit, currency, debitMinor: absolute, creditMinor: 0n },
    { role: credit, currency, debitMinor: 0n, creditMinor: absolute },
  ];
}

export interface LedgerOrigin {
  /** The same in the currency of the order. */
  readonly worth?: Moved;
  /** Of the payment. */
  readonly provider?: string;
}

/**
 * What an entry of the payment ledger is in the books; null: it moves nothing there. Customers owe what
 * their orders say: what was paid in another currency is exchanged at the worth that was stated. What is
 * paid with store credit or a gift card, the shop owes less.
 */
export function entryOfLedger(
  kind: LedgerKind,
  moved: Moved,
  { worth = moved, provider = '' }: LedgerOrigin = {},
): DraftEntry | null {
  const held = isStoredValue(provider) ? owedOn(provider) : 'clearing';
  switch (kind) {
    case 'captured':
      return { kind: 'capture', lines: exchanged(held, moved, 'receivable', worth) };
    case 'refunded':
      return { kind: 'refund', lines: exchanged('receivable', worth, held, moved) };
    case 'returned':
      return { kind: 'refund-returned', lines: exchanged(held, moved, 'receivable', worth) };
    case 'disputed':
      return { kind: 'dispute', lines: transfer('disputes', held, moved) };
    case 'reinstated':
      return { kind: 'dispute-won', lines: transfer(held, 'disputes', moved) };
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

/** On which account the shop owes it to the buyers. */
function owedOn(account: StoredValueKind): AccountRole {
  return account === STORE_CREDIT ? 'store-credit' : 'gift-cards';
}

export interface ValueMoved extends Moved {
  readonly account: StoredValueKind;
  /** With an order, whose payment is in the ledger: its price is no income but what the shop owes. */
  readonly isSold: boolean;
}

/**
 * What a movement of store credit or a gift card is in the books; null: what an order does with it stands
 * in the ledger of its payments, and what is promised or moved the shop owes all the same.
 */
export function entryOfStoredValue(kind: ValueMovementKind, moved: ValueMoved): DraftEntry | null {
  const owed = owedOn(moved.account);
  switch (kind) {
    case 'issued':
      return moved.isSold
        ? { kind: 'gift-card-sold', lines: transfer('receivable', owed, moved) }
        : { kind: 'credit-given', lines: transfer('goodwill', owed, moved) };
    case 'given':
      return { kind: 'credit-given', lines: transfer('goodwill', owed, moved) };
    case 'taken':
      return { kind: 'credit-taken', lines: transfer('goodwill', owed, moved) };
    case 'expired':
      return { kind: 'credit-expired', lines: transfer('breakage', owed, moved) };
    default:
      return null;
  }
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

/** It is won after all: what was entered as a loss is none. */
export function entryOfRegainedDispute(lost: Moved): DraftEntry {
  const lines = transfer('disputes', 'dispute-losses', lost);
  return { kind: 'dispute-loss-reversal', lines };
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
function converted(line: StatementLine): JournalLine[] {
  return [
    ...transfer('exchange', 'clearing', toldOf(line)),
    ...transfer('clearing', 'exchange', line.booked),
  ];
}

/** What the ledger books of it: signed as the line is, in the currency of the payment. */
function toldOf(line: StatementLine): Moved {
  const moved = movedBy(line);
  return line.booked.amountMinor < 0n ? negative(moved) : moved;
}

/**
 * A booking that is of no entry of the ledger, and is right so: until somebody clears it, the money stands
 * on an account of its own. It is entered as the ledger would, for what was changed into another currency
 * is in the books already; and so is the fee of all but a charge.
 */
export function entriesOfUnclear(line: StatementLine): DraftEntry[] {
  const { kind, booked, feeMinor } = line;
  const fee = kind === 'charge' ? (feeMinor ?? 0n) : 0n;
  return [
    { kind: 'unclear', lines: transfer('clearing', 'unclear', toldOf(line)) },
    entryOfFee({ amountMinor: fee, currency: booked.currency }),
  ];
}

/** The same of a booking that says something else than the entry it matches: what is between them. */
export function entryOfUnclearRest(line: StatementLine, entry: Moved): DraftEntry {
  const told = toldOf(line);
  const known = line.booked.amountMinor < 0n ? negative(entry) : entry;
  if (told.currency !== known.currency)
    return {
      kind: 'unclear',
      lines: [...transfer('clearing', 'unclear', told), ...transfer('unclear', 'clearing', known)],
    };
  const rest = { ...told, amountMinor: told.amountMinor - known.amountMinor };
  return { kind: 'unclear', lines: transfer('clearing', 'unclear', rest) };
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
