// SQL of the stock grid: a page of SKUs first, then the levels of that page only.

import { statement } from '../db/statement.ts';

export interface GridSkuRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly active: boolean;
}

export const listGridSkus = statement<GridSkuRow>(
  'inventory.listGridSkus',
  `select id, code, title, active from skus
   where tenant_id = (select current_tenant()) and code > $1
   order by code limit $2`,
);

export const listGridSkusAmong = statement<GridSkuRow>(
  'inventory.listGridSkusAmong',
  `select id, code, title, active from skus
   where tenant_id = (select current_tenant()) and code > $1 and id = any ($3::uuid[])
   order by code limit $2`,
);

export interface LowSkuRow extends GridSkuRow {
  readonly least_available: number;
}

// The page is cut in the index of what is low, then its SKUs are looked up one by one.
export const listLowSkus = statement<LowSkuRow>(
  'inventory.listLowSkus',
  `select low.sku_id as id, low.least_available, sku.code, sku.title, sku.active
   from (select sku_id, least_available from low_stock
         where tenant_id = (select current_tenant()) and least_available <= $1
           and (least_available, sku_id) > ($2::integer, $3::uuid)
         order by least_available, sku_id limit $4) as low
   cross join lateral (
     select code, title, active from skus
     where tenant_id = (select current_tenant()) and id = low.sku_id offset 0) as sku
   order by low.least_available, low.sku_id`,
);

// One row per SKU: a row per level would cost the driver several times as much. In the order of
// `GridNumbers`.
export const selectGridLevels = statement<{ sku_id: string; levels: readonly GridNumbers[] }>(
  'inventory.selectGridLevels',
  `select level.sku_id,
          json_agg(json_build_array(level.location_id, level.on_hand, level.reserved,
            level.allocated, level.damaged, level.quality_control, level.incoming,
            level.in_transit, level.safety_stock, level.shortfall)) as levels
   from stock_levels as level
   where level.tenant_id = (select current_tenant()) and level.sku_id = any ($1::uuid[])
   group by level.sku_id`,
);

export type GridNumbers = readonly [
  location: string,
  onHand: number,
  reserved: number,
  allocated: number,
  damaged: number,
  qualityControl: number,
  incoming: number,
  inTransit: number,
  safetyStock: number | null,
  shortfall: number,
];

// Every location a shop has: some dozens, with what each keeps back.
export const selectGridLocations = statement<{ id: string; code: string; safety_stock: number }>(
  'inventory.selectGridLocations',
  `select id, code, safety_stock from locations where tenant_id = (select current_tenant())`,
);

export const selectSums = statement<{
  on_hand: number;
  reserved: number;
  movements: number;
  moved_on_hand: number;
  moved_reserved: number;
  reservations: number;
  units_reserved: number;
}>(
  'inventory.selectSums',
  `select coalesce(level.on_hand, 0) as on_hand, coalesce(level.reserved, 0) as reserved,
          moved.count::int as movements,
          moved.on_hand + coalesce(closed.on_hand, 0)::int as moved_on_hand,
          moved.reserved + coalesce(closed.reserved, 0)::int as moved_reserved,
          kept.count::int as reservations, kept.units as units_reserved
   from (select count(*), coalesce(sum(on_hand), 0)::int as on_hand,
                coalesce(sum(reserved), 0)::int as reserved
         from stock_movements
         where tenant_id = (select current_tenant()) and sku_id = $1 and location_id = $2) as moved
   cross join (select count(*), coalesce(sum(quantity), 0)::int as units from reservations
         where tenant_id = (select current_tenant()) and sku_id = $1 and location_id = $2) as kept
   left join stock_levels as level on level.tenant_id = (select current_tenant())
     and level.sku_id = $1 and level.location_id = $2
   left join stock_closing_balances as closed on closed.tenant_id = (select current_tenant())
     and closed.sku_id = $1 and closed.location_id = $2`,
);
