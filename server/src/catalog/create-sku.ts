// Makes a SKU, or a kit of SKUs.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import { decideSku, type SkuWish } from '@doorstep/core/catalog/sku.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockedSku, lockReferencedSkus } from './lock-referenced-skus.ts';
import { readBarcodeOwners } from './read-barcode-owners.ts';
import { readSku } from './read-sku.ts';
import { writeSkus } from './write-skus.ts';

/** @returns refusals: `already-exists`, `barcode-invalid`, `kit-invalid` */
export async function createSku(
  tx: CommandTx,
  input: SkuWish & { readonly code: string },
): Promise<SkuAnswer | Refusal> {
  const { code, ...wish } = input;
  const references = (wish.components ?? []).map((part) => part.sku);
  const skus = await lockReferencedSkus(tx, [code, ...references]);
  const taken = refuse('already-exists', `A SKU has the code ${code}.`, { field: 'code' });
  if (skus.byCode.has(code)) return taken;
  const decided = decideSku(wish, null, (reference) => lockedSku(skus, reference));
  if (isRefusal(decided)) return decided;
  const owned = (await readBarcodeOwners(tx, [wish])).refuseTaken(decided, null);
  if (owned !== undefined) return owned;
  const id = newId('sku');
  const written = await writeSkus(tx, [{ id, code, isNew: true, decided }]);
  return written === null ? taken : readSku(tx, id);
}
