// SQL of matching what the past names with what the catalog has.

import { statement } from '../db/statement.ts';

export const selectSkuToMatch = statement<{ id: string }>(
  'history.selectSkuToMatch',
  `select id from skus where tenant_id = (select current_tenant()) and code = $1
   union all
   select id from skus where tenant_id = (select current_tenant()) and id = $2::uuid
   limit 1`,
);

// Lines of orders captured here want stock as well: the room orders matches them.
export const selectUnmatchedOrders = statement<{ id: string }>(
  'history.selectUnmatchedOrders',
  `select id from orders
   where tenant_id = (select current_tenant()) and imported_at is not null and id in (
     select order_id from order_lines
     where tenant_id = (select current_tenant()) and sku_code = $1 and sku_id is null
     order by order_id limit $2)
   order by id for no key update`,
);

export const matchOrderLines = statement<{ order_id: string; number: number }>(
  'history.matchOrderLines',
  `update order_lines set sku_id = $3
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and sku_code = $2 and sku_id is null
   returning order_id, number`,
);

export const matchDocumentLines = statement(
  'history.matchDocumentLines',
  `update past_document_lines set sku_id = $2
   where tenant_id = (select current_tenant()) and sku_code = $1 and sku_id is null`,
);

export const bumpVersions = statement<{ id: string; version: number }>(
  'history.bumpVersions',
  `update orders set version = version + 1
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   returning id, version`,
);
