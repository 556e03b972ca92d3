// SQL of stock: levels, movements, documents, transfers, availability.

import { rowsStatement } from '../db/row-set.ts';
import { type Statement, statement } from '../db/statement.ts';

export const insertMissingLevels = statement(
  'inventory.insertMissingLevels',
  `insert into stock_levels (tenant_id, sku_id, location_id)
   select current_tenant(), row.sku, row.location
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, location uuid)
   order by row.sku, row.location
   on conflict do nothing`,
);

export interface LevelRow {
  readonly sku_id: string;
  readonly location_id: string;
  readonly on_hand: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly damaged: number;
  readonly quality_control: number;
  readonly incoming: number;
  readonly in_transit: number;
  readonly safety_stock: number;
  readonly shortfall: number;
}

// Key order: whoever locks several levels locks them in this order, so nobody waits in a circle.
export const lockLevels = statement<LevelRow>(
  'inventory.lockLevels',
  `select level.sku_id, level.location_id, level.on_hand, level.reserved, level.allocated,
          level.damaged, level.quality_control, level.incoming, level.in_transit, level.shortfall,
          coalesce(level.safety_stock, location.safety_stock) as safety_stock
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, location uuid)
   join stock_levels as level on level.tenant_id = (select current_tenant())
     and level.sku_id = row.sku and level.location_id = row.location
   join locations as location on location.tenant_id = (select current_tenant())
     and location.id = level.location_id
   order by level.sku_id, level.location_id
   for update of level`,
);

export interface DifferingRow {
  readonly sku_id: string;
  readonly location_id: string;
  readonly shortfall: number;
  /** The shortfall before. */
  readonly before: number;
}

// A fact may leave less than was promised: the shortfall says by how much. A promise may not:
// it leaves the shortfall, and reserved_within_on_hand refuses it. The caller holds the locks, so
// what is read as the shortfall before is what it was.
export const applyDeltas = statement<DifferingRow>(
  'inventory.applyDeltas',
  `update stock_levels as level set
     on_hand = level.on_hand + delta.on_hand,
     reserved = level.reserved + delta.reserved,
     allocated = level.allocated + delta.allocated,
     damaged = level.damaged + delta.damaged,
     quality_control = level.quality_control + delta.quality_control,
     incoming = level.incoming + delta.incoming,
     in_transit = level.in_transit + delta.in_transit,
     shortfall = least(
       greatest(0, level.reserved + delta.reserved + level.damaged + delta.damaged
                   + level.quality_control + delta.quality_control
                   - level.on_hand - delta.on_hand),
       case when $2 then 2147483647 else level.shortfall end)
   from (
     select row.sku, row.location,
            sum(coalesce(row."onHand", 0))::int as on_hand,
            sum(coalesce(row.reserved, 0))::int as reserved,
            sum(coalesce(row.allocated, 0))::int as allocated,
            sum(coalesce(row.damaged, 0))::int as damaged,
            sum(coalesce(row."qualityControl", 0))::int as quality_control,
            sum(coalesce(row.incoming, 0))::int as incoming,
            sum(coalesce(row."inTransit", 0))::int as in_transit
     from jsonb_to_recordset($1::jsonb) as row(
       sku uuid, location uuid, "onHand" integer, reserved integer, allocated integer,
       damaged integer, "qualityControl" integer, incoming integer, "inTransit" integer)
     group by row.sku, row.location
   ) as delta
   join stock_levels as was on was.tenant_id = (select current_tenant())
     and was.sku_id = delta.sku and was.location_id = delta.location
   where level.tenant_id = (select current_tenant())
     and level.sku_id = delta.sku and level.location_id = delta.location
   returning level.sku_id, level.location_id, level.shortfall, was.shortfall as before`,
);

export const insertMovements = rowsStatement(
  'inventory.insertMovements',
  {
    id: 'uuid',
    sku: 'uuid',
    location: 'uuid',
    type: 'text',
    onHand: 'integer',
    reserved: 'integer',
    allocated: 'integer',
    damaged: 'integer',
    qualityControl: 'integer',
    incoming: 'integer',
    inTransit: 'integer',
    kind: 'text',
    cause: 'uuid',
    reason: 'text',
    actor: 'text',
  },
  (
    rows,
  ) => `insert into stock_movements (tenant_id, recorded_at, id, sku_id, location_id, type, on_hand,
     reserved, allocated, damaged, quality_control, incoming, in_transit, cause_kind, cause,
     reason, actor)
   select current_tenant(), ${rows.after(1)}, row.id, row.sku, row.location, row.type,
          coalesce(row."onHand", 0), coalesce(row.reserved, 0), coalesce(row.allocated, 0),
          coalesce(row.damaged, 0), coalesce(row."qualityControl", 0), coalesce(row.incoming, 0),
          coalesce(row."inTransit", 0), row.kind, row.cause, row.reason,
          coalesce(row.actor, ${rows.after(2)})
   from ${rows.sql}`,
);

export interface NamedLevelRow extends LevelRow {
  readonly sku: string;
  readonly location: string;
}

const NAMED_LEVEL = `sku.code as sku, location.code as location,
          level.sku_id, level.location_id, level.on_hand, level.reserved, level.allocated,
          level.damaged, level.quality_control, level.incoming, level.in_transit, level.shortfall,
          coalesce(level.safety_stock, location.safety_stock) as safety_stock`;

const NAMES = `join skus as sku on sku.tenant_id = level.tenant_id and sku.id = level.sku_id
   join locations as location
     on location.tenant_id = level.tenant_id and location.id = level.location_id`;

export const selectLevels = statement<NamedLevelRow>(
  'inventory.selectLevels',
  `select ${NAMED_LEVEL}
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, location uuid)
   join stock_levels as level on level.tenant_id = (select current_tenant())
     and level.sku_id = row.sku and level.location_id = row.location
   ${NAMES}
   order by sku.code, location.code`,
);

// The page is cut first, then names are looked up row by row (`offset 0` keeps it so): a join
// planned as a whole reads the catalog along with every page.
function levelPage(name: string, where: string): Statement<NamedLevelRow> {
  return statement<NamedLevelRow>(
    `inventory.${name}`,
    `select ${NAMED_LEVEL}
     from (select * from stock_levels
           where tenant_id = (select current_tenant()) and ${where}
           order by sku_id, location_id limit $3) as level
     cross join lateral (
       select code from skus
       where tenant_id = (select current_tenant()) and id = level.sku_id offset 0) as sku
     cross join lateral (
       select code, safety_stock from locations
       where tenant_id = (select current_tenant()) and id = level.location_id offset 0) as location
     order by level.sku_id, level.location_id`,
  );
}

export const listLevels = levelPage('listLevels', '(sku_id, location_id) > ($1::uuid, $2::uuid)');

export const listLevelsOfSku = levelPage(
  'listLevelsOfSku',
  'sku_id = $4 and (sku_id, location_id) > ($1::uuid, $2::uuid)',
);

export const listLevelsOfLocation = levelPage(
  'listLevelsOfLocation',
  'location_id = $4 and sku_id > $1 and $2::uuid is not null',
);

export interface MovementRow {
  readonly id: string;
  readonly recorded_at: Date;
  readonly type: string;
  readonly on_hand: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly damaged: number;
  readonly quality_control: number;
  readonly incoming: number;
  readonly in_transit: number;
  readonly cause_kind: string;
  readonly cause: string;
  readonly reason: string | null;
  readonly actor: string;
}

export const listMovements = statement<MovementRow>(
  'inventory.listMovements',
  `select id, recorded_at, type, on_hand, reserved, allocated, damaged, quality_control, incoming,
          in_transit, cause_kind, cause, reason, actor
   from stock_movements
   where tenant_id = (select current_tenant()) and sku_id = $1 and location_id = $2
     and (recorded_at, id) < ($3::timestamptz, $4::uuid)
   order by recorded_at desc, id desc limit $5`,
);

export const setLevelSafetyStock = statement(
  'inventory.setLevelSafetyStock',
  `update stock_levels set safety_stock = $3
   where tenant_id = (select current_tenant()) and sku_id = $1 and location_id = $2`,
);

// ---- availability ----

export interface AvailabilityRow {
  readonly sku_id: string;
  readonly channel_id: string;
  readonly units: number;
}

export const selectAvailability = statement<AvailabilityRow>(
  'inventory.selectAvailability',
  `select level.sku_id, served.channel_id,
          sum(greatest(0, level.on_hand - level.reserved - level.damaged - level.quality_control
            - coalesce(level.safety_stock, location.safety_stock) - served.buffer_units))::int
            as units
   from stock_levels as level
   join locations as location on location.tenant_id = (select current_tenant())
     and location.id = level.location_id and location.active
   join location_channels as served on served.tenant_id = (select current_tenant())
     and served.location_id = level.location_id and served.channel_id = any ($2::uuid[])
   where level.tenant_id = (select current_tenant()) and level.sku_id = any ($1::uuid[])
   group by level.sku_id, served.channel_id`,
);

export const selectBackorderRoom = statement<{ sku_id: string; room: number }>(
  'inventory.selectBackorderRoom',
  `select sku_id, cap - backordered as room from backorder_limits
   where tenant_id = (select current_tenant()) and sku_id = any ($1::uuid[])`,
);

export interface KitPartRow {
  readonly kit_sku: string;
  readonly component_sku: string;
  readonly quantity_per_kit: number;
}

export const selectKitParts = statement<KitPartRow>(
  'inventory.selectKitParts',
  `select kit_sku, component_sku, quantity_per_kit from kit_components
   where tenant_id = (select current_tenant()) and kit_sku = any ($1::uuid[])`,
);

export const upsertBackorderCap = statement<{ cap: number; backordered: number }>(
  'inventory.upsertBackorderCap',
  `insert into backorder_limits as known (tenant_id, sku_id, cap)
   values (current_tenant(), $1, $2)
   on conflict (tenant_id, sku_id) do update set cap = $2 where known.backordered <= $2
   returning cap, backordered`,
);

export const selectBackorderLimit = statement<{ cap: number; backordered: number }>(
  'inventory.selectBackorderLimit',
  `select cap, backordered from backorder_limits
   where tenant_id = (select current_tenant()) and sku_id = $1`,
);

// Settings of a SKU's stock are changes of the SKU: they carry its next version.
export const bumpSkuVersion = statement<{ version: number }>(
  'inventory.bumpSkuVersion',
  `update skus set version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);
