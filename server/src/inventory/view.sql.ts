// SQL behind the stock view, and of the reservation of a batch of orders.

import { rowsStatement } from '../db/row-set.ts';
import { statement } from '../db/statement.ts';

// One row per SKU with two arrays: a row per location would cost the driver several times as much.
export const selectAvailableByLocation = statement<{
  sku_id: string;
  numbers: number[];
  available: number[];
}>(
  'inventory.selectAvailableByLocation',
  `select level.sku_id, array_agg(location.number) as numbers,
          array_agg(level.on_hand - level.reserved - level.damaged - level.quality_control
                    - coalesce(level.safety_stock, location.safety_stock)) as available
   from stock_levels as level
   join locations as location on location.tenant_id = (select current_tenant())
     and location.id = level.location_id
   where level.tenant_id = (select current_tenant()) and level.sku_id = any ($1::uuid[])
   group by level.sku_id`,
);

// Key order, before any row is written: two batches never wait for each other in a circle.
export const lockChosenLevels = rowsStatement(
  'inventory.lockChosenLevels',
  { sku: 'uuid', location: 'uuid' },
  (rows) => `select from stock_levels as level
   join ${rows.sql}
     on level.sku_id = row.sku and level.location_id = row.location
   where level.tenant_id = (select current_tenant())
   order by level.sku_id, level.location_id
   for update of level`,
);

export const lockLevelsOfSkus = statement(
  'inventory.lockLevelsOfSkus',
  `select from stock_levels
   where tenant_id = (select current_tenant()) and sku_id = any ($1::uuid[])
   order by sku_id, location_id for update`,
);

// Takes only where at least the needed units are still there, after the location's own safety stock.
// Where one row has less, nothing at all is taken: the transaction fails.
export const reserveChosenLevels = rowsStatement(
  'inventory.reserveChosenLevels',
  { sku: 'uuid', location: 'uuid', units: 'integer', needs: 'integer', safety: 'integer' },
  (rows) => `with wanted as materialized (select * from ${rows.sql}), taken as (
     update stock_levels as level set reserved = level.reserved + row.units
     from wanted as row
     where level.tenant_id = (select current_tenant())
       and level.sku_id = row.sku and level.location_id = row.location
       and level.on_hand - level.reserved - level.damaged - level.quality_control
           - coalesce(level.safety_stock, row.safety) >= row.needs
     returning level.sku_id, level.location_id
   )
   select refuse_contested(array(
     select sku from (
       select sku, location from wanted except select sku_id, location_id from taken) as missing))
   where (select count(*) from taken) < (select count(*) from wanted)`,
);

export const lockBackorderLimits = statement(
  'inventory.lockBackorderLimits',
  `select from backorder_limits
   where tenant_id = (select current_tenant()) and sku_id = any ($1::uuid[])
   order by sku_id for update`,
);

// The same of the units that may wait.
export const takeBackorders = statement(
  'inventory.takeBackorders',
  `with wanted as materialized (
     select sku, units from jsonb_to_recordset($1::jsonb) as row(sku uuid, units integer)
   ), taken as (
     update backorder_limits as known set backordered = known.backordered + row.units
     from wanted as row
     where known.tenant_id = (select current_tenant()) and known.sku_id = row.sku
       and known.backordered + row.units <= known.cap
     returning known.sku_id
   )
   select refuse_contested(array(select sku from wanted except select sku_id from taken))
   where (select count(*) from taken) < (select count(*) from wanted)`,
);

export const returnBackorders = statement(
  'inventory.returnBackorders',
  `update backorder_limits as known set backordered = known.backordered - row.units
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, units integer)
   where known.tenant_id = (select current_tenant()) and known.sku_id = row.sku`,
);
