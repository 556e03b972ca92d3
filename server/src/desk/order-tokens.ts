// What an order is found by: its number, external id, and whom it is for, as it was captured; the SKUs,
// locations, holds and exceptions that it has now.

import { codeTokens, phoneTokens, searchTokens } from '@doorstep/core/search.ts';
import type { SearchKind } from '../db/search-tokens.ts';
import type { ToldOrderRow } from './keep.sql.ts';

export interface OrderToken {
  readonly kind: SearchKind;
  readonly token: string;
  /** A bare id. */
  readonly id: string;
}

/** Each once. */
export function orderTokens(row: ToldOrderRow): OrderToken[] {
  const tokens: OrderToken[] = [];
  const add = (kind: SearchKind, some: readonly string[]) => {
    for (const token of some) tokens.push({ kind, token, id: row.order_id });
  };
  add('order', searchTokens([row.number, row.external_id ?? '']));
  const contact = [
    ...searchTokens([row.email ?? '', row.name ?? '']),
    ...phoneTokens(row.phone ?? ''),
  ];
  add('order-contact', [...new Set(contact)]);
  for (const part of new Set(row.parts)) {
    const end = part.indexOf(' ');
    const kind = part.slice(0, end) as SearchKind;
    const value = part.slice(end + 1);
    add(kind, kind === 'order-sku' ? codeTokens(value) : [value]);
  }
  return tokens;
}
