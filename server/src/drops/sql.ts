// SQL of drops: the drop itself, its units, its buyers. Every write is made under the lock of the
// drop's row, so counts are written as they came out and not as differences.

import { statement } from '../db/statement.ts';

export interface DropRow {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly limit_per_buyer: number | null;
  readonly hold_seconds: number;
  readonly offer_seconds: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly started_at: Date | null;
  readonly paused_at: Date | null;
  readonly stopped_at: Date | null;
  readonly closed_at: Date | null;
  readonly sold_out_at: Date | null;
  readonly told_step: number;
  readonly last_place: bigint;
  readonly version: number;
}

const COLUMNS = `id, name, reference, starts_at, ends_at, limit_per_buyer, hold_seconds,
          offer_seconds, created_at, created_by, started_at, paused_at, stopped_at, closed_at,
          sold_out_at, told_step, last_place, version`;

export const selectDrop = statement<DropRow>(
  'drops.selectDrop',
  `select ${COLUMNS} from drops where tenant_id = (select current_tenant()) and id = $1`,
);

// In key order: whoever locks several drops locks them in this order.
export const lockDrops = statement<DropRow>(
  'drops.lockDrops',
  `select ${COLUMNS} from drops
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   order by id for update`,
);

export const listDrops = statement<DropRow>(
  'drops.listDrops',
  `select ${COLUMNS} from drops
   where tenant_id = (select current_tenant()) and id < $1 order by id desc limit $2`,
);

export const insertDrop = statement(
  'drops.insertDrop',
  `insert into drops (tenant_id, id, name, reference, starts_at, ends_at, limit_per_buyer,
     hold_seconds, offer_seconds, created_at, created_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export const updateTerms = statement(
  'drops.updateTerms',
  `update drops set name = $2, reference = $3, starts_at = $4, ends_at = $5, limit_per_buyer = $6,
     hold_seconds = $7, offer_seconds = $8
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const updateSwitches = statement(
  'drops.updateSwitches',
  `update drops set started_at = $2, paused_at = $3, stopped_at = $4, closed_at = $5
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const updateTold = statement(
  'drops.updateTold',
  `update drops set version = $2, told_step = $3, sold_out_at = $4, last_place = $5
   where tenant_id = (select current_tenant()) and id = $1`,
);

// ---- units ----

export interface ItemRow {
  readonly drop_id: string;
  readonly sku_id: string;
  readonly code: string;
  readonly set_apart: number;
  readonly pooled: number;
  readonly held: number;
  readonly sold: number;
  readonly released: number;
  readonly preorder_cap: number;
  readonly preordered: number;
  readonly waiting: number;
}

export const selectItems = statement<ItemRow>(
  'drops.selectItems',
  `select item.drop_id, item.sku_id, sku.code, item.set_apart, item.pooled, item.held, item.sold,
          item.released, item.preorder_cap, item.preordered, item.waiting
   from drop_items as item
   join skus as sku on sku.tenant_id = (select current_tenant()) and sku.id = item.sku_id
   where item.tenant_id = (select current_tenant()) and item.drop_id = any ($1::uuid[])
   order by item.drop_id, sku.code`,
);

export const upsertItems = statement(
  'drops.upsertItems',
  `insert into drop_items as known (tenant_id, drop_id, sku_id, set_apart, pooled, held, sold,
     released, preorder_cap, preordered, waiting)
   select current_tenant(), $1, row.sku, row."setApart", row.pooled, row.held, row.sold,
          row.released, row."preorderCap", row.preordered, row.waiting
   from jsonb_to_recordset($2::jsonb) as row(
     sku uuid, "setApart" integer, pooled integer, held integer, sold integer, released integer,
     "preorderCap" integer, preordered integer, waiting integer)
   on conflict (tenant_id, drop_id, sku_id) do update set
     set_apart = excluded.set_apart, pooled = excluded.pooled, held = excluded.held,
     sold = excluded.sold, released = excluded.released, preorder_cap = excluded.preorder_cap,
     preordered = excluded.preordered, waiting = excluded.waiting`,
);

export interface PoolRow {
  readonly owner: string;
  readonly sku_id: string;
  readonly location_id: string;
  readonly number: number;
  readonly quantity: number;
}

// What drops or holds have, by the ids of these.
export const selectPool = statement<PoolRow>(
  'drops.selectPool',
  `select set_apart.owner, set_apart.sku_id, set_apart.location_id, location.number,
          set_apart.quantity
   from reservations as set_apart
   join locations as location on location.tenant_id = (select current_tenant())
     and location.id = set_apart.location_id
   where set_apart.tenant_id = (select current_tenant()) and set_apart.owner = any ($1::uuid[])
     and set_apart.drop_id is not null`,
);

export const insertPool = statement(
  'drops.insertPool',
  `insert into reservations (tenant_id, id, sku_id, location_id, quantity, owner_kind, owner,
     drop_id, created_at, expires_at)
   select current_tenant(), row.id, row.sku, row.location, row.units, row.kind, row.owner, $1, $3,
          row.expires
   from jsonb_to_recordset($2::jsonb) as row(
     id uuid, sku uuid, location uuid, units integer, kind text, owner uuid,
     expires timestamptz)`,
);

export const updatePool = statement(
  'drops.updatePool',
  `update reservations as set_apart set quantity = row.units
   from jsonb_to_recordset($2::jsonb) as row(sku uuid, location uuid, units integer)
   where set_apart.tenant_id = (select current_tenant()) and set_apart.owner = $1
     and set_apart.sku_id = row.sku and set_apart.location_id = row.location`,
);

export const deletePool = statement(
  'drops.deletePool',
  `delete from reservations as set_apart
   using jsonb_to_recordset($2::jsonb) as row(sku uuid, location uuid)
   where set_apart.tenant_id = (select current_tenant()) and set_apart.owner = $1
     and set_apart.sku_id = row.sku and set_apart.location_id = row.location`,
);

// ---- buyers ----

export interface BuyerRow {
  readonly drop_id: string;
  readonly buyer: string;
  readonly held: number;
  readonly bought: number;
}

// Of these drops and buyers; a buyer is a digest of their drop, too, and known by no other.
export const selectBuyers = statement<BuyerRow>(
  'drops.selectBuyers',
  `select drop_id, replace(buyer::text, '-', '') as buyer, held, bought from drop_buyers
   where tenant_id = (select current_tenant()) and drop_id = any ($1::uuid[])
     and buyer = any ($2::uuid[])`,
);

export const selectBuyersOfHolds = statement<BuyerRow>(
  'drops.selectBuyersOfHolds',
  `select distinct known.drop_id, replace(known.buyer::text, '-', '') as buyer, known.held,
          known.bought
   from drop_holds as hold
   join drop_buyers as known on known.tenant_id = (select current_tenant())
     and known.drop_id = hold.drop_id and known.buyer = hold.buyer
   where hold.tenant_id = (select current_tenant()) and hold.id = any ($1::uuid[])`,
);

export const upsertBuyers = statement(
  'drops.upsertBuyers',
  `insert into drop_buyers (tenant_id, drop_id, buyer, held, bought)
   select current_tenant(), $1, row.buyer, row.held, row.bought
   from jsonb_to_recordset($2::jsonb) as row(buyer uuid, held integer, bought integer)
   on conflict (tenant_id, drop_id, buyer) do update set
     held = excluded.held, bought = excluded.bought`,
);

// ---- sales ----

export interface SaleRow {
  readonly drop_id: string;
  readonly sku_id: string;
  readonly buyer: string | null;
  readonly sold: number;
  readonly preordered: number;
  readonly waiting: number;
}

export const selectSalesOfOrder = statement<SaleRow>(
  'drops.selectSalesOfOrder',
  `select drop_id, sku_id, replace(buyer::text, '-', '') as buyer, sold, preordered, waiting
   from drop_sales where tenant_id = (select current_tenant()) and order_id = $1`,
);

// What is pre-ordered waits from now on; what waits no more is counted by `countArrived`.
export const upsertSales = statement(
  'drops.upsertSales',
  `insert into drop_sales (tenant_id, order_id, sku_id, drop_id, buyer, sold, preordered, waiting)
   select current_tenant(), row."order", row.sku, $1, row.buyer, row.sold, row.preordered,
          row.preordered
   from jsonb_to_recordset($2::jsonb) as row(
     "order" uuid, sku uuid, buyer uuid, sold integer, preordered integer)
   on conflict (tenant_id, order_id, sku_id) do update set
     sold = excluded.sold, preordered = excluded.preordered`,
);

export const addPreorders = statement(
  'drops.addPreorders',
  `insert into backorder_limits as known (tenant_id, sku_id, preordered)
   select current_tenant(), row.sku, row.units
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, units integer)
   order by row.sku
   on conflict (tenant_id, sku_id) do update set
     preordered = known.preordered + excluded.preordered`,
);

// Pre-ordered units that wait no more, for stock came or they were canceled.
export const countArrived = statement<{ sku_id: string; units: number }>(
  'drops.countArrived',
  `update drop_sales as sale set waiting = sale.waiting - least(sale.waiting, row.units)
   from jsonb_to_recordset($2::jsonb) as row(sku uuid, units integer)
   join drop_sales as was on was.tenant_id = (select current_tenant()) and was.order_id = $1
     and was.sku_id = row.sku
   where sale.tenant_id = (select current_tenant()) and sale.order_id = $1
     and sale.sku_id = row.sku
   returning sale.sku_id, least(was.waiting, row.units) as units`,
);

export const subtractPreorders = statement(
  'drops.subtractPreorders',
  `update backorder_limits as known set preordered = known.preordered - row.units
   from jsonb_to_recordset($1::jsonb) as row(sku uuid, units integer)
   where known.tenant_id = (select current_tenant()) and known.sku_id = row.sku`,
);

// ---- by minute ----

export const addToMinute = statement(
  'drops.addToMinute',
  `insert into drop_minutes as known (tenant_id, drop_id, minute, orders, sold, preordered)
   values (current_tenant(), $1, date_trunc('minute', $2::timestamptz), $3, $4, $5)
   on conflict (tenant_id, drop_id, minute) do update set
     orders = known.orders + excluded.orders, sold = known.sold + excluded.sold,
     preordered = known.preordered + excluded.preordered`,
);

export const selectMinutes = statement<{
  minute: Date;
  orders: number;
  sold: number;
  preordered: number;
}>(
  'drops.selectMinutes',
  `select minute, orders, sold, preordered from drop_minutes
   where tenant_id = (select current_tenant()) and drop_id = $1 and minute > $2
   order by minute desc limit 60`,
);

// The most that watched at once in the minute; the others add up.
export const addEngagement = statement(
  'drops.addEngagement',
  `insert into drop_engagement as known (tenant_id, drop_id, minute, viewers, adds, likes,
     comments, shares)
   select current_tenant(), $1, date_trunc('minute', row.at), max(coalesce(row.viewers, 0)),
          sum(coalesce(row.adds, 0)), sum(coalesce(row.likes, 0)),
          sum(coalesce(row.comments, 0)), sum(coalesce(row.shares, 0))
   from jsonb_to_recordset($2::jsonb) as row(
     at timestamptz, viewers integer, adds integer, likes integer, comments integer,
     shares integer)
   group by date_trunc('minute', row.at)
   on conflict (tenant_id, drop_id, minute) do update set
     viewers = greatest(known.viewers, excluded.viewers), adds = known.adds + excluded.adds,
     likes = known.likes + excluded.likes, comments = known.comments + excluded.comments,
     shares = known.shares + excluded.shares`,
);

export const selectEngagement = statement<{
  minute: Date;
  viewers: number;
  adds: number;
  likes: number;
  comments: number;
  shares: number;
}>(
  'drops.selectEngagement',
  `select minute, viewers, adds, likes, comments, shares from drop_engagement
   where tenant_id = (select current_tenant()) and drop_id = $1 and minute < $2
   order by minute desc limit $3`,
);

// ---- what falls due ----

// As doorstep_clock: whose drops start or end.
export const selectTenantsWithDueDrops = statement<{ tenant_id: string }>(
  'drops.selectTenantsWithDueDrops',
  `select tenant_id from drops
   where started_at is null and closed_at is null and starts_at <= $1
   union
   select tenant_id from drops where closed_at is null and ends_at <= $1`,
);

export const selectDueDrop = statement<{ id: string }>(
  'drops.selectDueDrop',
  `select id from (
     (select id from drops
      where tenant_id = (select current_tenant()) and started_at is null and closed_at is null
        and starts_at <= $1 order by starts_at limit 1)
     union all
     (select id from drops
      where tenant_id = (select current_tenant()) and closed_at is null and ends_at <= $1
      order by ends_at limit 1)
   ) as due limit 1`,
);
