// What an order is found by: its number, external id, and whom it is for, as it was captured; the SKUs,
// locations, holds and exceptions that it has now.

import { codeTokens, phoneTokens, searchTokens } from '@doorstep/core/search.ts';
import type { SearchKind } from '../db/search-tokens.ts';
import type { OrderNamesRow, OrderPartsRow } from './keep.sql.ts';

export interface OrderToken {
  readonly kind: SearchKind;
  readonly token: string;
  readonly id: string;
}

/** Each once. @param names of those orders whose names are wanted, too */
export function orderTokens(
  names: readonly OrderNamesRow[],
  parts: readonly OrderPartsRow[],
): OrderToken[] {
  return [...names.flatMap(nameTokens), ...parts.flatMap(partTokens)];
}

function nameTokens(row: OrderNamesRow): OrderToken[] {
  const contact = [
    ...searchTokens([row.email ?? '', row.name ?? '']),
    ...phoneTokens(row.phone ?? ''),
  ];
  return [
    ...tokensOf(row, 'order', searchTokens([row.number, row.external_id ?? ''])),
    ...tokensOf(row, 'order-contact', [...new Set(contact)]),
  ];
}

function partTokens(row: OrderPartsRow): OrderToken[] {
  const { kind, values } = row;
  return tokensOf(row, kind, kind === 'order-sku' ? values.flatMap(codeTokens) : values);
}

function tokensOf(
  { order_id }: { readonly order_id: string },
  kind: SearchKind,
  values: readonly string[],
): OrderToken[] {
  return values.map((token) => ({ kind, token, id: order_id }));
}
