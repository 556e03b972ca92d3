// Which SKUs have barcodes that somebody wants for another.

import { gtin14, isGtin } from '@doorstep/core/catalog/gtin.ts';
import type { DecidedSku, SkuWish } from '@doorstep/core/catalog/sku.ts';
import { idFromUuid, type SkuId } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectBarcodeOwners } from './barcode.sql.ts';

export interface BarcodeOwners {
  /** `already-exists` naming the barcode and who has it; undefined when the SKU may have them. */
  refuseTaken(decided: DecidedSku, self: SkuId | null): Refusal | undefined;
  /** What a row before was given in the same request. */
  give(decided: DecidedSku, id: SkuId, code: string): void;
}

export async function readBarcodeOwners(
  tx: Tx,
  wishes: readonly SkuWish[],
): Promise<BarcodeOwners> {
  const wanted = wishes.flatMap(({ barcode, barcodes }) => [...(barcodes ?? []), barcode ?? '']);
  const gtins = [...new Set(wanted.filter(isGtin).map(gtin14))];
  const rows = gtins.length === 0 ? [] : await tx.rows(selectBarcodeOwners, [gtins]);
  const owners = new Map<string, { id: SkuId; code: string }[]>();
  const add = (gtin: string, id: SkuId, code: string): void =>
    void owners.set(gtin, [...(owners.get(gtin) ?? []), { id, code }]);
  for (const row of rows) add(row.gtin, idFromUuid('sku', row.id), row.code);
  return {
    refuseTaken({ fields, changed }, self) {
      if (!changed.includes('barcodes')) return undefined;
      for (const barcode of fields.barcodes) {
        const has = owners.get(gtin14(barcode)) ?? [];
        // One that two SKUs had before is theirs until one of them gives it up.
        if (has.length === 0 || has.some(({ id }) => id === self)) continue;
        return refuse('already-exists', `The SKU ${has[0]?.code} has the barcode ${barcode}.`, {
          field: 'barcodes',
          barcode,
          sku: has[0]?.code,
        });
      }
      return undefined;
    },
    give({ fields }, id, code) {
      for (const barcode of fields.barcodes) add(gtin14(barcode), id, code);
    },
  };
}
