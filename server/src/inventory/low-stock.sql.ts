// SQL that keeps what runs low.

import { statement } from '../db/statement.ts';

export const ensureLowStockProgress = statement(
  'inventory.ensureLowStockProgress',
  `insert into low_stock_progress (tenant_id, position) values (current_tenant(), 0)
   on conflict do nothing`,
);

export const advanceLowStockProgress = statement(
  'inventory.advanceLowStockProgress',
  `update low_stock_progress set position = greatest(position, $1)
   where tenant_id = (select current_tenant())`,
);

// From the levels as they are, so an event may be read twice. $2: what is more than that is not low.
export const keepLowStock = statement(
  'inventory.keepLowStock',
  `with least as (
     select level.sku_id,
            min(level.on_hand - level.reserved - level.damaged - level.quality_control
                - coalesce(level.safety_stock, location.safety_stock)) as units
     from stock_levels as level
     join locations as location on location.tenant_id = (select current_tenant())
       and location.id = level.location_id and location.active
     where level.tenant_id = (select current_tenant()) and level.sku_id = any ($1::uuid[])
     group by level.sku_id
   ), enough as (
     delete from low_stock as low
     where low.tenant_id = (select current_tenant()) and low.sku_id = any ($1::uuid[])
       and not exists (select from least where least.sku_id = low.sku_id and least.units <= $2)
   )
   insert into low_stock as low (tenant_id, sku_id, least_available)
   select current_tenant(), sku_id, units from least where units <= $2
   order by sku_id
   on conflict (tenant_id, sku_id) do update set least_available = excluded.least_available
     where low.least_available <> excluded.least_available`,
);

export const selectSkusAt = statement<{ sku_id: string }>(
  'inventory.selectSkusAt',
  `select sku_id from stock_levels
   where tenant_id = (select current_tenant()) and location_id = $1 and sku_id > $2
   order by sku_id limit $3`,
);
