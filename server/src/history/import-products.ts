// Products of a file, by the codes of their SKUs.

import { mapProduct, type ProductWish } from '@doorstep/core/history/master-map.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { upsertSkus } from '../catalog/upsert-skus.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectSkuFacts } from './master.sql.ts';
import { findNothing, takeOneByOne } from './take-one-by-one.ts';
import type { SkuUndo } from './undo-product.ts';

/** A product is taken whole: with all its SKUs, or with none. */
export const importProducts = takeOneByOne({
  kind: 'product',
  map: mapProduct,
  find: findNothing,
  take: async (tx, wishes) => {
    const before = await factsOf(tx, wishes);
    const { items } = await upsertSkus(tx, wishes);
    const refused = items.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined)
      return { outcome: 'refuse', reason: refused.refusal?.detail ?? null, entity: null };
    const [first] = items;
    const entity = first === undefined || first.id === null ? null : first.id;
    const outcome = items.every((item) => item.outcome === 'unchanged')
      ? 'skip'
      : items.every((item) => item.outcome === 'created')
        ? 'create'
        : 'change';
    return {
      outcome,
      reason: null,
      entity: entity === null ? null : uuidOf(entity as Id<'sku'>),
      undo: items.flatMap(({ code, version, outcome: became }) =>
        version === null || became === 'unchanged'
          ? []
          : [{ code, version, before: before.get(code) ?? null } satisfies SkuUndo],
      ),
    };
  },
});

type Facts = NonNullable<SkuUndo['before']>;

/** What each was before, by code. */
async function factsOf(
  tx: CommandTx,
  wishes: readonly ProductWish[],
): Promise<ReadonlyMap<string, Facts>> {
  const rows = await tx.rows(selectSkuFacts, [wishes.map(({ code }) => code)]);
  return new Map(
    rows.map((row) => [
      row.code,
      {
        title: row.title,
        barcodes: row.barcodes,
        weightGrams: row.weight_grams,
        price:
          row.price_minor === null || row.price_currency === null
            ? null
            : { amountMinor: Number(row.price_minor), currency: row.price_currency },
        active: row.active,
      },
    ]),
  );
}
