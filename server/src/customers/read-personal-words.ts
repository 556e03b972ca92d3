// What a person is called, as it may stand in what others wrote.

import type { Tx } from '../db/transaction.ts';
import { selectWhatTheyAreCalled } from './erasure-words.sql.ts';

export interface PersonalWords {
  /** What no two people share: e-mail addresses and phone numbers. */
  readonly addresses: readonly string[];
  /** Full names. */
  readonly names: readonly string[];
}

/** A shorter number, or a first name alone, stands in too much that is not theirs. */
const PHONE_DIGITS_MIN = 6;
const FULL_NAME = /\S\s+\S/;

/** @param customers bare UUIDs, as are the orders; to be read before they are erased */
export async function readPersonalWords(
  tx: Tx,
  customers: readonly string[],
  orders: readonly string[],
): Promise<PersonalWords> {
  const rows = await tx.rows(selectWhatTheyAreCalled, [customers, orders]);
  const phones = rows.flatMap(({ phone }) => phone ?? []);
  const emails = rows.flatMap(({ email }) => email ?? []);
  const names = rows.flatMap(({ name }) => name?.trim() ?? []);
  return {
    addresses: [...new Set([...emails, ...phones.filter(isWholeNumber)])],
    names: [...new Set(names.filter((name) => FULL_NAME.test(name)))],
  };
}

/** As a regular expression of PostgreSQL that finds each as a whole word; null when there is none. */
export function wordsPattern(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const escaped = words.map((word) => word.replaceAll(/[^\p{L}\p{N}\s@_-]/gu, '\\$&'));
  return `(?<![[:alnum:]_.+-])(${escaped.join('|')})(?![[:alnum:]_])`;
}

function isWholeNumber(phone: string): boolean {
  return phone.replaceAll(/\D/g, '').length >= PHONE_DIGITS_MIN;
}
