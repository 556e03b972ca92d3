// A SKU as the wire shows it.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { SkuRow } from './sku.sql.ts';

export function presentSku(row: SkuRow): SkuAnswer {
  return {
    id: idFromUuid('sku', row.id),
    code: row.code,
    title: row.title,
    barcode: row.barcodes[0] ?? null,
    barcodes: [...row.barcodes],
    weightGrams: row.weight_grams,
    lengthMm: row.length_mm,
    widthMm: row.width_mm,
    heightMm: row.height_mm,
    price: priceOf(row),
    active: row.active,
    components: row.components.map((part) => ({ ...part, skuId: idFromUuid('sku', part.skuId) })),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

export function priceOf(row: SkuRow): { amountMinor: number; currency: string } | null {
  return row.price_minor === null || row.price_currency === null
    ? null
    : { amountMinor: Number(row.price_minor), currency: row.price_currency };
}
