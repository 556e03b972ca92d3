// All that a search finds, oldest first: an export of it must not stop where a page of a list does.

import type { TenantId } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { searchWords } from '@doorstep/core/search.ts';
import type { Pool } from '../db/pool.ts';
import { beginnings, longestFirst, type SearchKind } from '../db/search-tokens.ts';
import { inTransaction } from '../db/transaction.ts';
import { walkTokens } from './exports.sql.ts';

/** Held in memory while the export runs: some 20 MB. */
const FOUND_MAX = 200_000;
const TOKENS_EACH = 5000;
const BEFORE_ALL = '0'.repeat(32);

export async function exportSearch(
  pool: Pool,
  tenant: TenantId,
  search: string,
  kinds: readonly SearchKind[],
): Promise<readonly string[] | Refusal> {
  const [leading, ...others] = longestFirst(searchWords(search));
  if (leading === undefined) return [];
  const words = others.map(beginnings);
  const found = new Set<string>();
  const walks = kinds.flatMap((kind) => leading.map((beginning) => ({ kind, beginning })));
  for (const { kind, beginning } of walks) {
    let at: readonly [string, string] | undefined = [beginning, BEFORE_ALL];
    while (at !== undefined) {
      const params: unknown[] = [kind, beginning, words, ...at, TOKENS_EACH, kinds];
      const rows = await inTransaction(pool, tenant, (tx) => tx.rows(walkTokens, params));
      for (const { entity, matches } of rows) if (matches) found.add(entity);
      if (found.size > FOUND_MAX)
        return refuse(
          'validation-failed',
          `The search finds more than ${FOUND_MAX} things. Use longer words, or export all.`,
        );
      const last = rows.at(-1);
      at = rows.length < TOKENS_EACH || last === undefined ? undefined : [last.token, last.entity];
    }
  }
  return [...found].sort();
}
