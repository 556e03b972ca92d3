// What the database cannot hold, such as an amount beyond all bounds, is refused alone: it would fail
// the documents of its batch each time that they are tried.

import type { ImportKind } from '@doorstep/core/history/fields.ts';
import type { Handler } from './handler.ts';

const KINDS: Readonly<Record<ImportKind, string>> = {
  orders: 'order',
  products: 'product',
  customers: 'customer',
  stock: 'stock',
  locations: 'location',
};

const CANNOT_BE_HELD = {
  code: 'refused',
  field: null,
  detail: 'It holds a value that cannot be stored.',
  suggestion: 'Look for an amount or a text that is far too large. Operators see the log.',
} as const;

export const refuseDocument: Handler = async (_tx, { profile }, documents) =>
  documents.map(({ place, kind, rows }) => ({
    place,
    kind: kind ?? KINDS[profile.kind],
    outcome: 'refuse',
    reason: CANNOT_BE_HELD.detail,
    entity: null,
    problems: [{ row: rows[0]?.row ?? 0, ...CANNOT_BE_HELD }],
    warnings: [],
  }));
