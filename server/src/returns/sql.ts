// SQL of returns: what was asked for, what came, what was given back.

import type {
  Condition,
  Disposition,
  RETURN_PROGRESS,
  ReturnDecision,
  ReturnWish,
} from '@doorstep/core/returns/return.ts';
import { statement } from '../db/statement.ts';

export interface ReturnRow {
  readonly id: string;
  readonly number: string;
  readonly order_id: string | null;
  readonly location: string | null;
  readonly note: string | null;
  readonly tracking_number: string | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly received_at: Date | null;
  readonly canceled_at: Date | null;
  readonly requested: number;
  readonly received: number;
  readonly unexpected: number;
  readonly granted_minor: bigint;
  readonly status: (typeof RETURN_PROGRESS)[number];
  readonly currency: string | null;
  readonly order_number: string | null;
  readonly decision: ReturnDecision;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decline_note: string | null;
  readonly wish: ReturnWish;
  readonly reasons: readonly string[];
}

export const RETURN_COLUMNS = `ret.id, coalesce(ret.number_text, ret.number::text) as number, ret.order_id, location.code as location,
          ret.note, ret.tracking_number, ret.created_at, ret.created_by, ret.received_at,
          ret.canceled_at, ret.requested, ret.received, ret.unexpected, ret.granted_minor,
          ret.status, ord.currency,
          coalesce(ord.number_text, ord.number::text) as order_number, ret.decision, ret.decided_at,
          ret.decided_by, ret.decline_note, ret.wish,
          array(select reason from return_lines
                where tenant_id = (select current_tenant()) and return_id = ret.id
                  and reason is not null) as reasons`;

/** Names of a return's rows, looked up row by row. */
export const RETURN_NAMES = `left join locations as location
     on location.tenant_id = ret.tenant_id and location.id = ret.location_id
   left join orders as ord on ord.tenant_id = ret.tenant_id and ord.id = ret.order_id`;

export const selectReturn = statement<ReturnRow>(
  'returns.selectReturn',
  `select ${RETURN_COLUMNS} from returns as ret ${RETURN_NAMES}
   where ret.tenant_id = (select current_tenant()) and ret.id = $1`,
);

// A return without an order is locked itself; any other is locked with its order.
export const lockReturnRow = statement(
  'returns.lockReturnRow',
  `select id from returns where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const insertReturn = statement(
  'returns.insertReturn',
  `insert into returns (tenant_id, id, number, order_id, location_id, note, tracking_number,
     created_at, created_by, requested, number_text, version, wish, decision)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
           case when $3::uuid is null then 0 end, coalesce($11::text, 'refund'),
           coalesce($12::text, 'approved'))`,
);

export const insertReturnLines = statement(
  'returns.insertReturnLines',
  `insert into return_lines (tenant_id, return_id, line_number, sku_id, reason, requested)
   select current_tenant(), $1, row.line, row.sku, row.reason, row.quantity
   from jsonb_to_recordset($2::jsonb) as row(
     line integer, sku uuid, reason text, quantity integer)`,
);

export interface ReturnLineRow {
  readonly line: number;
  readonly reason: string | null;
  readonly requested: number;
  readonly received: number;
  readonly beyond_shipped: number;
  readonly refunded: number;
  readonly id: string;
  readonly sku_code: string;
}

export const selectReturnLines = statement<ReturnLineRow>(
  'returns.selectReturnLines',
  `select back.line_number as line, back.reason, back.requested, back.received,
          back.beyond_shipped, back.refunded, line.id, line.sku_code
   from return_lines as back
   join returns as ret on ret.tenant_id = back.tenant_id and ret.id = back.return_id
   join order_lines as line on line.tenant_id = back.tenant_id and line.order_id = ret.order_id
     and line.number = back.line_number
   where back.tenant_id = (select current_tenant()) and back.return_id = $1
   order by back.line_number`,
);

export interface ReturnItemRow {
  readonly id: string;
  readonly line_number: number | null;
  readonly sku: string | null;
  readonly label: string | null;
  readonly quantity: number;
  readonly condition: Condition;
  readonly disposition: Disposition;
  readonly location: string;
  readonly note: string | null;
  readonly received_at: Date;
  readonly received_by: string;
}

export const selectReturnItems = statement<ReturnItemRow>(
  'returns.selectReturnItems',
  `select item.id, item.line_number, sku.code as sku, item.label, item.quantity, item.condition,
          item.disposition, location.code as location, item.note, item.received_at,
          item.received_by
   from return_items as item
   join locations as location
     on location.tenant_id = item.tenant_id and location.id = item.location_id
   left join skus as sku on sku.tenant_id = item.tenant_id and sku.id = item.sku_id
   where item.tenant_id = (select current_tenant()) and item.return_id = $1 order by item.id`,
);

export interface AwaitedRow {
  readonly return_id: string;
  readonly line: number;
  readonly units: number;
}

// What open returns of an order wait for; oldest first, because ids rise with time.
export const selectAwaited = statement<AwaitedRow>(
  'returns.selectAwaited',
  `select ret.id as return_id, back.line_number as line, back.requested - back.received as units
   from returns as ret
   join return_lines as back on back.tenant_id = ret.tenant_id and back.return_id = ret.id
   where ret.tenant_id = (select current_tenant()) and ret.order_id = $1
     and ret.canceled_at is null and back.requested > back.received
   order by ret.id, back.line_number`,
);

export const selectReturnsByTracking = statement<Pick<ReturnRow, 'id' | 'status' | 'canceled_at'>>(
  'returns.selectReturnsByTracking',
  `select id, status, canceled_at from returns
   where tenant_id = (select current_tenant()) and tracking_number = $1 order by id`,
);

// ---- what came ----

export const insertReturnItems = statement(
  'returns.insertReturnItems',
  `insert into return_items (tenant_id, return_id, id, line_number, sku_id, label, quantity,
     condition, disposition, location_id, note, received_at, received_by)
   select current_tenant(), $1, row.id, row.line, row.sku, row.label, row.quantity, row.condition,
          row.disposition, $3, row.note, $4, $5
   from jsonb_to_recordset($2::jsonb) as row(
     id uuid, line integer, sku uuid, label text, quantity integer, condition text,
     disposition text, note text)`,
);

export const receiveReturnLines = statement(
  'returns.receiveReturnLines',
  `insert into return_lines as known (tenant_id, return_id, line_number, sku_id, requested,
     received, beyond_shipped)
   select current_tenant(), $1, row.line, row.sku, 0, row.units, row."beyondShipped"
   from jsonb_to_recordset($2::jsonb) as row(
     line integer, sku uuid, units integer, "beyondShipped" integer)
   on conflict (tenant_id, return_id, line_number) do update set
     received = known.received + excluded.received,
     beyond_shipped = known.beyond_shipped + excluded.beyond_shipped`,
);

export const countReceived = statement<{ version: number | null }>(
  'returns.countReceived',
  `update returns set received = received + $2, unexpected = unexpected + $3, location_id = $4,
     received_at = $5, tracking_number = coalesce(tracking_number, $6), version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

// The order counts the same units as its lines.
export const countReturned = statement(
  'returns.countReturned',
  `with back as (
     update order_lines as line set returned = line.returned + row.units
     from jsonb_to_recordset($2::jsonb) as row(line integer, units integer)
     where line.tenant_id = (select current_tenant()) and line.order_id = $1
       and line.number = row.line
     returning row.units
   )
   update orders set returned = returned + (select coalesce(sum(units), 0) from back)
   where tenant_id = (select current_tenant()) and id = $1`,
);

// Parcels that did not reach the buyer, with one of these lines in them.
export const selectParcelsComingBack = statement<{
  id: string;
  tracking_number: string | null;
  lines: number[];
}>(
  'returns.selectParcelsComingBack',
  `select box.id, box.tracking_number,
          array(select line.line_number from parcel_lines as line
                where line.tenant_id = (select current_tenant()) and line.parcel_id = box.id
                  and line.quantity > line.canceled) as lines
   from parcels as box
   where box.tenant_id = (select current_tenant()) and box.order_id = $1
     and box.trouble is not null
     and exists (select from parcel_lines as line
                 where line.tenant_id = (select current_tenant()) and line.parcel_id = box.id
                   and line.line_number = any ($2::int[]))
   order by box.id`,
);

// ---- what is given back ----

export const refundReturnLines = statement(
  'returns.refundReturnLines',
  `update return_lines as back set refunded = back.refunded + row.quantity
   from jsonb_to_recordset($2::jsonb) as row(line integer, quantity integer)
   where back.tenant_id = (select current_tenant()) and back.return_id = $1
     and back.line_number = row.line`,
);

export const addGrantedToReturn = statement(
  'returns.addGrantedToReturn',
  `update returns set granted_minor = granted_minor + $2
   where tenant_id = (select current_tenant()) and id = $1`,
);

// ---- what is settled ----

export const selectIsAnythingReturned = statement<{ is_any: boolean }>(
  'returns.selectIsAnythingReturned',
  `select exists (select from returns where tenant_id = (select current_tenant())) as is_any`,
);

export const selectOrdersWithReturns = statement<{ order_id: string }>(
  'returns.selectOrdersWithReturns',
  `select distinct order_id from returns
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[]) and received > 0
   order by order_id`,
);

export interface ReceivedRow {
  readonly id: string;
  readonly received: number;
  readonly settled: number;
}

export const selectReceived = statement<ReceivedRow>(
  'returns.selectReceived',
  `select id, received, settled from returns
   where tenant_id = (select current_tenant()) and order_id = $1 and received > 0 order by id`,
);

export const setSettled = statement(
  'returns.setSettled',
  `update returns set settled = $2 where tenant_id = (select current_tenant()) and id = $1`,
);

// ---- what is decided ----

export const decideReturnRow = statement(
  'returns.decideReturn',
  `update returns set decision = $2, decided_at = $3, decided_by = $4, decline_note = $5,
     canceled_at = case when $2 = 'declined' then $3 else canceled_at end
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const cancelReturnRow = statement(
  'returns.cancelReturn',
  `update returns set canceled_at = $2
   where tenant_id = (select current_tenant()) and id = $1`,
);
