// Search by tokens: what things are found by, and which things some words find.

import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import { type SearchWord, searchWords } from '@doorstep/core/search.ts';
import { writeRows } from './row-set.ts';
import { BETWEEN, deleteStaleTokens, insertTokens, selectEntitiesByWords } from './search.sql.ts';
import type { Tx } from './transaction.ts';

/**
 * `order-contact` holds the personal tokens of an order: they go when its customer is erased;
 * `order-sku` those of core/search.ts codeTokens. The orders of the last three are found by
 * filters alone.
 */
export type SearchKind =
  | 'customer'
  | 'sku'
  | 'order'
  | 'order-contact'
  | 'order-sku'
  | 'order-location'
  | 'order-hold'
  | 'order-exception';

/** What the words of a search find an order by. */
export const ORDER_WORDS = ['order', 'order-contact', 'order-sku'] as const;

export interface Searchable {
  readonly id: Id<IdKind>;
  /** As core/search.ts cuts them. */
  readonly tokens: readonly string[];
}

/** A search names at most this many things, whatever it matches. */
export const CANDIDATES_MAX = 1000;
const AFTER_ALL = 'f'.repeat(32);
/** Tokens read for the leading word: bounds what the search for a single letter costs. */
const TOKENS_READ_MAX = 20_000;

/** Makes `tokens` all that a thing is found by. The caller holds the thing's row lock. */
export async function replaceSearchTokens(
  tx: Tx,
  kind: SearchKind,
  id: Id<IdKind>,
  tokens: readonly string[],
): Promise<void> {
  await replaceSearchTokensOfMany(tx, kind, [{ id, tokens }]);
}

/** The same for many things at once, in two statements. */
export async function replaceSearchTokensOfMany(
  tx: Tx,
  kind: SearchKind,
  things: readonly Searchable[],
): Promise<void> {
  if (things.length === 0) return;
  const rows = JSON.stringify(things.map(({ id, tokens }) => ({ id: uuidOf(id), tokens })));
  await Promise.all([tx.run(deleteStaleTokens, [kind, rows]), addSearchTokens(tx, kind, things)]);
}

/** Adds tokens. */
export async function addSearchTokens(
  tx: Tx,
  kind: SearchKind,
  things: readonly Searchable[],
): Promise<void> {
  await writeRows(tx, insertTokens, tokenRows(things), kind);
}

/** In the order of the index, which then has less to do. */
function tokenRows(things: readonly Searchable[]): { token: string; id: string }[] {
  const rows = things.flatMap(({ id, tokens }) => {
    const uuid = uuidOf(id);
    return tokens.map((token) => ({ token, id: uuid }));
  });
  return rows.sort((a, b) => (a.token < b.token ? -1 : 1));
}

/**
 * The things that every word of the search finds, as bare UUIDs, newest first, 1,000 at most;
 * `before` the last of them come the next. The
 * words may be found in several kinds of tokens of one thing: an order's and its buyer's. A word
 * finds what has a token beginning with it; a search without a word finds nothing.
 */
export async function findByWords(
  tx: Tx,
  search: string,
  kinds: readonly SearchKind[],
  before = AFTER_ALL,
): Promise<string[]> {
  const [leading, ...others] = longestFirst(searchWords(search)).map(beginnings);
  if (leading === undefined) return [];
  const found = await Promise.all(
    kinds.map((kind) =>
      tx.rows(selectEntitiesByWords, [
        kind,
        leading,
        others,
        TOKENS_READ_MAX,
        CANDIDATES_MAX,
        kinds,
        before,
      ]),
    ),
  );
  const newestFirst = [...new Set(found.flat().map((row) => row.entity))].sort().reverse();
  return newestFirst.slice(0, CANDIDATES_MAX);
}

/** The rarest, most likely. */
export function longestFirst(words: readonly SearchWord[]): SearchWord[] {
  return words.toSorted(([a], [b]) => b.length - a.length);
}

/** As the statements take a word. */
export function beginnings(word: SearchWord): string {
  return word.map((beginning) => beginning.replaceAll(BETWEEN, '')).join(BETWEEN);
}
