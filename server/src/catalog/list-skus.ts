// Lists SKUs, newest first, all or those that a search finds.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { findByWords } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import { presentSku } from './present-sku.ts';
import { selectSkus, selectSkusAmong } from './sku.sql.ts';

export async function listSkus(
  tx: Tx,
  request: ListRequest & { readonly search?: string },
): Promise<Page<SkuAnswer> | Refusal> {
  const { search } = request;
  const among = search === undefined ? null : await findByWords(tx, search, ['sku']);
  return pageById(
    request,
    (before, limit) =>
      among === null
        ? tx.rows(selectSkus, [before, limit])
        : tx.rows(selectSkusAmong, [before, limit, among]),
    presentSku,
  );
}
