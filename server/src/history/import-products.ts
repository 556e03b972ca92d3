// Products of a file, by the code of their SKU.

import { mapProduct, type ProductWish } from '@doorstep/core/history/master-map.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { upsertSkus } from '../catalog/upsert-skus.ts';
import type { Outcome } from './handler.ts';
import { takeOneByOne } from './take-one-by-one.ts';

export const importProducts = takeOneByOne<ProductWish>('product', mapProduct, async (tx, wish) => {
  const { items } = await upsertSkus(tx, [wish]);
  const [item] = items;
  if (item === undefined || item.refusal !== null)
    return { outcome: 'refuse', reason: item?.refusal?.detail ?? null, entity: null };
  const outcomes = { created: 'create', changed: 'change', unchanged: 'skip', refused: 'refuse' };
  return {
    outcome: outcomes[item.outcome] as Outcome,
    reason: null,
    entity: item.id === null ? null : uuidOf(item.id as Id<'sku'>),
  };
});
