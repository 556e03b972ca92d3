// Writes decided SKUs, one or a thousand, in the same few statements.

import { gtin14 } from '@doorstep/core/catalog/gtin.ts';
import type { DecidedSku } from '@doorstep/core/catalog/sku.ts';
import { idFromUuid, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { searchTokens } from '@doorstep/core/search.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';
import { replaceSearchTokensOfMany } from '../db/search-tokens.ts';
import { deleteBarcodes, insertBarcodes } from './barcode.sql.ts';
import { deleteComponents, insertComponents, insertSkus, updateSkus } from './sku.sql.ts';

export interface SkuToWrite {
  readonly id: SkuId;
  readonly code: string;
  readonly isNew: boolean;
  readonly decided: DecidedSku;
}

/**
 * Inserts the new ones, changes the others (locked by the caller), and emits an event for each.
 *
 * @returns the new version of each, or null when a code of a new one was taken meanwhile
 */
export async function writeSkus(
  tx: CommandTx,
  skus: readonly SkuToWrite[],
): Promise<ReadonlyMap<SkuId, number> | null> {
  const fresh = skus.filter((sku) => sku.isNew);
  const known = skus.filter((sku) => !sku.isNew);
  const versions = new Map<SkuId, number>(fresh.map((sku) => [sku.id, 1]));
  if (fresh.length > 0) {
    const inserted = await tx.run(insertSkus, [JSON.stringify(fresh.map(record)), tx.now]);
    if (inserted < fresh.length) return null;
  }
  if (known.length > 0)
    for (const row of await tx.rows(updateSkus, [JSON.stringify(known.map(record))]))
      versions.set(idFromUuid('sku', row.id), row.version);
  await writeComponents(tx, skus);
  await writeBarcodes(tx, skus);
  await replaceSearchTokensOfMany(tx, 'sku', skus.map(searchable));
  for (const sku of skus) emitWritten(tx, sku, versions.get(sku.id));
  return versions;
}

async function writeComponents(tx: CommandTx, skus: readonly SkuToWrite[]): Promise<void> {
  const kits = skus.filter((sku) => sku.decided.changed.includes('components'));
  if (kits.length === 0) return;
  const rows = kits.flatMap(({ id, decided }) =>
    decided.components.map((part) => ({
      kit: uuidOf(id),
      component: uuidOf(part.sku),
      quantity: part.quantity,
    })),
  );
  await tx.run(deleteComponents, [kits.map((kit) => uuidOf(kit.id))]);
  await tx.run(insertComponents, [JSON.stringify(rows)]);
}

/** @throws LostRace when another SKU got one of them meanwhile: all is decided again */
async function writeBarcodes(tx: CommandTx, skus: readonly SkuToWrite[]): Promise<void> {
  const changed = skus.filter((sku) => sku.decided.changed.includes('barcodes'));
  const rows = changed.flatMap(({ id, decided }) =>
    decided.fields.barcodes.map((barcode, index) => ({
      sku: uuidOf(id),
      gtin: gtin14(barcode),
      barcode,
      place: index + 1,
    })),
  );
  const known = changed.filter((sku) => !sku.isNew);
  if (known.length > 0) await tx.run(deleteBarcodes, [known.map((sku) => uuidOf(sku.id))]);
  if (rows.length === 0) return;
  const inserted = await tx.run(insertBarcodes, [JSON.stringify(rows)]);
  if (inserted < rows.length) throw new LostRace('a barcode was given to another SKU meanwhile');
}

function record({ id, code, decided: { fields } }: SkuToWrite) {
  return {
    id: uuidOf(id),
    code,
    title: fields.title,
    // Read by servers of before, which know of one.
    barcode: fields.barcodes[0] ?? null,
    weight_grams: fields.weightGrams,
    length_mm: fields.lengthMm,
    width_mm: fields.widthMm,
    height_mm: fields.heightMm,
    price_minor: fields.price?.amountMinor ?? null,
    price_currency: fields.price?.currency ?? null,
    active: fields.active,
  };
}

function searchable({ id, code, decided: { fields } }: SkuToWrite) {
  return { id, tokens: searchTokens([code, ...fields.barcodes, fields.title]) };
}

function emitWritten(tx: CommandTx, sku: SkuToWrite, version: number | undefined): void {
  if (version === undefined) throw new Error('a locked SKU was not updated');
  const { id: subject, code, isNew, decided } = sku;
  const { active } = decided.fields;
  const kit = decided.components.length > 0;
  if (isNew) tx.emit({ type: 'sku.created.v1', subject, version, data: { code, active, kit } });
  else
    tx.emit({
      type: 'sku.changed.v1',
      subject,
      version,
      data: { code, active, kit, changed: decided.changed },
    });
}
