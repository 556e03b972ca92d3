// Takes the SKUs of a product back: those that were made go out of use, for their ids stand in the
// log; those that were changed become what they were.

import type { SkuFields } from '@doorstep/core/catalog/sku.ts';
import { upsertSkus } from '../catalog/upsert-skus.ts';
import { selectSkuFacts } from './master.sql.ts';
import { CHANGED_SINCE, type Undoer } from './undoer.ts';

/** What the import keeps of a SKU that it wrote. */
export interface SkuUndo {
  readonly code: string;
  /** That the import left. */
  readonly version: number;
  /** Null: it was made. */
  readonly before: Partial<SkuFields> | null;
}

export const undoProduct: Undoer = async (tx, { undo }) => {
  const skus = (undo ?? []) as readonly SkuUndo[];
  if (skus.length === 0) return 'It was imported before this was kept.';
  const codes = skus.map(({ code }) => code);
  // Locks them too: what is found in use stays so.
  const rows = skus.map(({ code, before }) => ({ code, ...(before ?? { active: false }) }));
  const known = new Map((await tx.rows(selectSkuFacts, [codes])).map((row) => [row.code, row]));
  for (const { code, version, before } of skus) {
    const now = known.get(code);
    if (now === undefined || now.version !== version) return CHANGED_SINCE;
    if (before === null && now.is_in_kit) return `A kit is made of ${code}.`;
    if (before === null && now.has_stock) return `${code} has stock, or was sold.`;
  }
  const { items } = await upsertSkus(tx, rows);
  const refused = items.find(({ outcome }) => outcome === 'refused');
  return refused?.refusal?.detail ?? null;
};
