// SQL of sourcing: who waits for stock, and where it was looked for in vain.

import { statement } from '../db/statement.ts';

// Who waits for a SKU: order ids rise with time, so this is first come, first served. What was open
// when it was imported is seen to where it came from.
export const selectNextWaiting = statement<{ order_id: string }>(
  'orders.selectNextWaiting',
  `select line.order_id from order_lines as line
   where line.tenant_id = (select current_tenant()) and line.sku_id = $1
     and line.sku_id is not null and (line.backordered > 0 or line.unpromised > 0)
     and line.order_id > $2 and not exists (
       select from orders as ord
       where ord.tenant_id = (select current_tenant()) and ord.id = line.order_id
         and ord.imported_at is not null)
   order by line.order_id limit 1`,
);

export interface WaitingOrderRow {
  readonly channel: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly split_policy: 'allow' | 'forbid';
}

export const lockWaitingOrder = statement<WaitingOrderRow>(
  'orders.lockWaitingOrder',
  `select channel.code as channel, ord.latitude, ord.longitude, ord.split_policy
   from orders as ord
   join channels as channel
     on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id
   where ord.tenant_id = (select current_tenant()) and ord.id = $1
   for update of ord`,
);

export const selectIsImported = statement<{ is_imported: boolean }>(
  'orders.selectIsImported',
  `select imported_at is not null as is_imported from orders
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const insertDecision = statement(
  'orders.insertDecision',
  `insert into routing_decisions (tenant_id, order_id, id, kind, decided_at, decision)
   values (current_tenant(), $1, $2, $3, $4, $5)`,
);

// From one SKU that anybody waits for to the next: as many steps as SKUs, however many wait.
export const selectWaitingSkus = statement<{ sku_id: string }>(
  'orders.selectWaitingSkus',
  `with recursive waiting as (
     (select sku_id from order_lines
      where tenant_id = (select current_tenant()) and sku_id is not null
        and (backordered > 0 or unpromised > 0)
      order by sku_id limit 1)
     union all
     select (select line.sku_id from order_lines as line
             where line.tenant_id = (select current_tenant()) and line.sku_id is not null
               and (line.backordered > 0 or line.unpromised > 0)
               and line.sku_id > waiting.sku_id
             order by line.sku_id limit 1)
     from waiting where waiting.sku_id is not null
   )
   select sku_id from waiting where sku_id is not null`,
);

export const selectIsAnybodyWaiting = statement<{ is_any: boolean }>(
  'orders.selectIsAnybodyWaiting',
  `select exists (
     select from order_lines
     where tenant_id = (select current_tenant()) and sku_id is not null
       and (backordered > 0 or unpromised > 0)) as is_any`,
);

export const selectSkusWaitedForBy = statement<{ sku_id: string }>(
  'orders.selectSkusWaitedForBy',
  `select distinct sku_id from order_lines
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and sku_id is not null and (backordered > 0 or unpromised > 0)`,
);

// Where a SKU of this order was not found, and nobody has counted it since.
export const selectUncountedShorts = statement<{ sku_id: string; location_id: string }>(
  'orders.selectUncountedShorts',
  `select line.sku_id, work.location_id
   from fulfillment_orders as work
   join fulfillment_order_lines as line on line.tenant_id = work.tenant_id
     and line.fulfillment_order_id = work.id and line.short > 0
   where work.tenant_id = (select current_tenant()) and work.order_id = $1
     and exists (
       select from exceptions as open
       where open.tenant_id = (select current_tenant()) and open.closed_at is null
         and open.type = 'short-pick'
         and open.cause = concat('sku_', replace(line.sku_id::text, '-', ''),
                                 ' loc_', replace(work.location_id::text, '-', '')))`,
);
