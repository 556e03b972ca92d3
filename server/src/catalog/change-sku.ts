// Changes a SKU; its code stays.

import type { SkuAnswer } from '@doorstep/contract/catalog.ts';
import { decideSku, type SkuWish } from '@doorstep/core/catalog/sku.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockedSku, lockReferencedSkus } from './lock-referenced-skus.ts';
import { readBarcodeOwners } from './read-barcode-owners.ts';
import { readSku } from './read-sku.ts';
import { writeSkus } from './write-skus.ts';

/**
 * @param reference the SKU's id or code
 * @returns refusals: `not-found`, `version-conflict`, `already-exists`, `barcode-invalid`,
 *   `kit-invalid`
 */
export async function changeSku(
  tx: CommandTx,
  reference: string,
  change: SkuWish & { readonly version?: number },
): Promise<SkuAnswer | Refusal> {
  const { version, ...wish } = change;
  const parts = (wish.components ?? []).map((part) => part.sku);
  const skus = await lockReferencedSkus(tx, [reference, ...parts]);
  const before = lockedSku(skus, reference);
  if (before === undefined) return refuse('not-found', `There is no SKU ${reference}.`);
  const stale = refuseStale(version, before.version);
  if (stale !== undefined) return stale;
  const decided = decideSku(wish, before, (part) => lockedSku(skus, part));
  if (isRefusal(decided)) return decided;
  const { id, code } = before;
  const owned = (await readBarcodeOwners(tx, [wish])).refuseTaken(decided, id);
  if (owned !== undefined) return owned;
  if (decided.changed.length > 0) await writeSkus(tx, [{ id, code, isNew: false, decided }]);
  return readSku(tx, id);
}
