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

// Takes only where at least the needed units are still there, after the location's own safety stock:
// a row that is not returned had less, and then the caller takes nothing at all.
export const reserveChosenLevels = rowsStatement<
  { sku: 'uuid'; location: 'uuid'; units: 'integer'; needs: 'integer'; safety: 'integer' },
  { sku_id: string; location_id: string }
>(
  'inventory.reserveChosenLevels',
  { sku: 'uuid', location: 'uuid', units: 'integer', needs: 'integer', safety: 'integer' },
  (rows) => `update stock_levels as level set reserved = level.reserved + row.units
   from ${rows.sql}
   where level.tenant_id = (select current_tenant())
     and level.sku_id = row.sku and level.location_id = row.location
     and level.on_hand - level.reserved - level.damaged - level.quality_control
         - coalesce(level.safety_stock, row.safety) >= row.needs
   returning replace(level.sku_id::text, '-', '') as sku_id,
             replace(level.location_id::text, '-', '') as location_id`,
);

export const lockBackorderLimits = statement(
  'inventory.lockBackorderLimits',
  `select from backorder_limits
   where tenant_id = (select current_tenant()) and sku_id = any ($1::uuid[])
   order by sku_id for update`,
);

export const takeBackorders = statement<{ sku_id: string }>(
  'inventory.takeBackorders',
  `update backorder_limits as known set backordered = known.backordered + row.units
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, units integer)
   where known.tenant_id = (select current_tenant()) and known.sku_id = row.sku
     and known.backordered + row.units <= known.cap
   returning replace(known.sku_id::text, '-', '') as sku_id`,
);

export const returnBackorders = statement(
  'inventory.returnBackorders',
  `update backorder_limits as known set backordered = known.backordered - row.units
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, units integer)
   where known.tenant_id = (select current_tenant()) and known.sku_id = row.sku`,
);
