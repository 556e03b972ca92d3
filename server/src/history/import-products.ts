// Products of a file, by the codes of their SKUs.

import { mapProduct, type ProductWish } from '@doorstep/core/history/master-map.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { upsertSkus } from '../catalog/upsert-skus.ts';
import { takeOneByOne } from './take-one-by-one.ts';

/** A product is taken whole: with all its SKUs, or with none. */
export const importProducts = takeOneByOne<readonly ProductWish[]>(
  'product',
  mapProduct,
  async (tx, wishes) => {
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
    return { outcome, reason: null, entity: entity === null ? null : uuidOf(entity as Id<'sku'>) };
  },
);
