// Locks the SKUs that a change is about, with the components it names, and shows what they are.

import type { KnownSku } from '@doorstep/core/catalog/sku.ts';
import { idFromUuid, parseId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { priceOf } from './present-sku.ts';
import { type KnownSkuRow, lockSkus, selectKnownSkus } from './sku.sql.ts';

export interface LockedSku extends KnownSku {
  readonly version: number;
}

export interface LockedSkus {
  readonly byCode: ReadonlyMap<string, LockedSku>;
  readonly byId: ReadonlyMap<SkuId, LockedSku>;
}

/** References are codes or ids; those that name nothing are not in the answer. */
export async function lockReferencedSkus(
  tx: Tx,
  references: readonly string[],
): Promise<LockedSkus> {
  const ids = references.flatMap((reference) => parseId('sku', reference) ?? []);
  const locked = await tx.rows(lockSkus, [[...new Set(references)], ids.map(uuidOf)]);
  const rows = await tx.rows(selectKnownSkus, [locked.map((row) => row.id)]);
  const skus = rows.map(knownSku);
  return {
    byCode: new Map(skus.map((sku) => [sku.code, sku])),
    byId: new Map(skus.map((sku) => [sku.id, sku])),
  };
}

/** The SKU a reference means: an id before a code. */
export function lockedSku(skus: LockedSkus, reference: string): LockedSku | undefined {
  const id = parseId('sku', reference);
  return (id === undefined ? undefined : skus.byId.get(id)) ?? skus.byCode.get(reference);
}

function knownSku(row: KnownSkuRow): LockedSku {
  return {
    id: idFromUuid('sku', row.id),
    code: row.code,
    fields: {
      title: row.title,
      barcodes: row.barcodes,
      weightGrams: row.weight_grams,
      lengthMm: row.length_mm,
      widthMm: row.width_mm,
      heightMm: row.height_mm,
      price: priceOf(row),
      active: row.active,
    },
    components: row.components.map((part) => ({
      sku: idFromUuid('sku', part.skuId),
      quantity: part.quantity,
    })),
    isComponent: row.is_component,
    version: row.version,
  };
}
