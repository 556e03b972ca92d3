// Reads one SKU by what people call it: its id or its code.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import { parseId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectSkusByReference } from './lookup.sql.ts';
import { presentSku } from './present-sku.ts';
import { selectKnownSkus } from './sku.sql.ts';

/** @returns refusal: `not-found` */
export async function readSku(tx: Tx, reference: string): Promise<SkuAnswer | Refusal> {
  const id = parseId('sku', reference);
  const found = await tx.rows(selectSkusByReference, [
    [reference],
    id === undefined ? [] : [uuidOf(id)],
  ]);
  const [first] = found;
  const meant =
    id === undefined ? first : (found.find((row) => sameUuid(row.id, uuidOf(id))) ?? first);
  const row = meant === undefined ? undefined : await tx.row(selectKnownSkus, [[meant.id]]);
  return row === undefined ? refuse('not-found', `There is no SKU ${reference}.`) : presentSku(row);
}

function sameUuid(a: string, b: string): boolean {
  return a.replaceAll('-', '') === b.replaceAll('-', '');
}
