// A list's cursor: where the next page starts. Opaque to clients, checked when it comes back.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key parts, or null for the first page; every part must look like its pattern. */
export function decodeCursor(
  cursor: string | undefined,
  patterns: readonly RegExp[],
): readonly string[] | null | Refusal {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === patterns.length &&
      key.every((part, index) => typeof part === 'string' && patterns[index]?.test(part))
    )
      return key as string[];
  } catch {
    // Not JSON: told below, like any other wrong cursor.
  }
  return refuse('cursor-invalid', 'The cursor was not made by this list.');
}

export const UUID_PART = /^[0-9a-f]{32}$/;

/** Cuts the extra row that told whether there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  key: (row: Row) => readonly string[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}
