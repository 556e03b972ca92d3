// Finds SKUs by what people call them: a code or an id.

import { idFromUuid, parseId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectSkusByReference } from './lookup.sql.ts';

export interface FoundSku {
  readonly id: SkuId;
  readonly code: string;
}

/** Each reference's SKU, or `sku-unknown` naming all that are not known. */
export async function findSkus(
  tx: Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, FoundSku> | Refusal> {
  const found = await findKnownSkus(tx, references);
  const unknown = references.filter((reference) => !found.has(reference));
  return unknown.length === 0 ? found : skusUnknown(unknown);
}

/** The SKUs of those references that have one. */
export async function findKnownSkus(
  tx: Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, FoundSku>> {
  const ids = references.flatMap((reference) => parseId('sku', reference) ?? []);
  const rows = await tx.rows(selectSkusByReference, [references, ids.map(uuidOf)]);
  const found = new Map<string, FoundSku>();
  for (const row of rows) {
    const sku = { id: idFromUuid('sku', row.id), code: row.code };
    found.set(sku.code, sku);
    found.set(sku.id, sku);
  }
  return found;
}

export function skusUnknown(references: readonly string[]): Refusal {
  return refuse('sku-unknown', `There is no SKU ${references.join(', ')}.`, { skus: references });
}
