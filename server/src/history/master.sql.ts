// SQL of what is compared before master data is written.

import { statement } from '../db/statement.ts';

export const selectOnHand = statement<{ on_hand: number }>(
  'history.selectOnHand',
  `select level.on_hand
   from skus as sku
   join locations as location
     on location.tenant_id = (select current_tenant()) and location.code = $2
   join stock_levels as level on level.tenant_id = (select current_tenant())
     and level.sku_id = sku.id and level.location_id = location.id
   where sku.tenant_id = (select current_tenant()) and sku.code = $1`,
);
