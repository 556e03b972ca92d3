// The lists that page by id, newest first.

import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { decodeCursor, pageOf, UUID_PART } from './cursor.ts';

export interface ListRequest {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

const LIMIT_DEFAULT = 50;
/** No UUIDv7 is as large. A bound that is always there keeps every plan on the index. */
const ABOVE_ALL = 'f'.repeat(32);

/**
 * One page of rows keyed on a UUIDv7 `id`, descending.
 *
 * @param read answers at most `limit` rows with an id below `before`
 */
export async function pageById<Row extends { readonly id: string }, Item>(
  request: ListRequest,
  read: (before: string, limit: number) => Promise<readonly Row[]>,
  present: (row: Row) => Item,
): Promise<Page<Item> | Refusal> {
  const key = decodeCursor(request.cursor, [UUID_PART]);
  if (isRefusal(key)) return key;
  const limit = request.limit ?? LIMIT_DEFAULT;
  const rows = await read(key?.[0] ?? ABOVE_ALL, limit + 1);
  return pageOf(rows, limit, present, (row) => [row.id.replaceAll('-', '')]);
}
