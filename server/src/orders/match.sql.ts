// SQL of matching lines of orders with SKUs that the catalog got after them.

import { statement } from '../db/statement.ts';

// A kit is not matched: its line would have to become others, with a price each, in an order whose
// buyer was told what it consists of.
const IS_MATCHABLE = `line.tenant_id = (select current_tenant()) and line.sku_id is null
     and line.kind = 'item'
     and sku.tenant_id = (select current_tenant()) and sku.code = line.sku_code
     and not exists (select from kit_components as part
                     where part.tenant_id = (select current_tenant()) and part.kit_sku = sku.id)
     and not exists (select from orders as ord
                     where ord.tenant_id = (select current_tenant()) and ord.id = line.order_id
                       and ord.imported_at is not null)`;

export const selectMatchableCodes = statement<{ code: string }>(
  'orders.selectMatchableCodes',
  `select named.code from unnest($1::text[]) as named(code)
   where exists (select from order_lines as line, skus as sku
                 where ${IS_MATCHABLE} and line.sku_code = named.code)`,
);

// Order ids rise with time: first come, first served.
export const selectNextMatchable = statement<{ order_id: string }>(
  'orders.selectNextMatchable',
  `select line.order_id from order_lines as line, skus as sku
   where ${IS_MATCHABLE} and line.sku_code = $1 and line.order_id > $2
   order by line.order_id limit 1`,
);

export const selectMatchableOrders = statement<{ id: string }>(
  'orders.selectMatchableOrders',
  `select named.id from unnest($1::uuid[]) as named(id)
   where exists (select from order_lines as line, skus as sku
                 where ${IS_MATCHABLE} and line.order_id = named.id)`,
);

export const matchLinesOfOrder = statement<{ number: number; sku_id: string }>(
  'orders.matchLinesOfOrder',
  `update order_lines as line set sku_id = sku.id from skus as sku
   where ${IS_MATCHABLE} and line.order_id = $1
   returning line.number, line.sku_id`,
);
