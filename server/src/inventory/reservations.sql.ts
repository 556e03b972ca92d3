// SQL of reservations.

import { rowsStatement } from '../db/row-set.ts';
import { statement } from '../db/statement.ts';

export const insertReservations = rowsStatement(
  'inventory.insertReservations',
  {
    id: 'uuid',
    sku: 'uuid',
    location: 'uuid',
    quantity: 'integer',
    kind: 'text',
    owner: 'uuid',
    line: 'integer',
    reference: 'text',
    expires: 'timestamptz',
  },
  (
    rows,
  ) => `insert into reservations (tenant_id, id, sku_id, location_id, quantity, owner_kind, owner,
     line_number, owner_reference, created_at, expires_at)
   select current_tenant(), row.id, row.sku, row.location, row.quantity, row.kind, row.owner,
          row.line, row.reference, ${rows.after(1)}, row.expires
   from ${rows.sql}`,
);

export interface ReservationRow {
  readonly id: string;
  readonly sku_id: string;
  readonly location_id: string;
  readonly quantity: number;
  readonly owner_kind: string;
  readonly owner: string;
  readonly line_number: number | null;
  readonly owner_reference: string | null;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

const COLUMNS = `id, sku_id, location_id, quantity, owner_kind, owner, line_number,
          owner_reference, created_at, expires_at`;

export const lockReservation = statement<ReservationRow>(
  'inventory.lockReservation',
  `select ${COLUMNS} from reservations
   where tenant_id = (select current_tenant()) and id = $1 and owner_kind <> 'order'
     and drop_id is null for update`,
);

export const deleteReservation = statement(
  'inventory.deleteReservation',
  `delete from reservations where tenant_id = (select current_tenant()) and id = $1`,
);

// Oldest first; rows another process is lapsing already are passed over. What is held of a drop
// lapses to its pool: see drops/lapse-drop-holds.ts.
export const lockDueReservations = statement<ReservationRow>(
  'inventory.lockDueReservations',
  `select ${COLUMNS} from reservations
   where tenant_id = (select current_tenant()) and expires_at <= $1 and owner_kind <> 'order'
     and drop_id is null
   order by expires_at limit $2 for update skip locked`,
);

export const deleteReservations = statement(
  'inventory.deleteReservations',
  `delete from reservations where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

// As doorstep_clock: whose reservations are due.
export const selectTenantsWithDue = statement<{ tenant_id: string }>(
  'inventory.selectTenantsWithDue',
  `select distinct tenant_id from reservations
   where expires_at is not null and expires_at <= $1 and drop_id is null`,
);

export interface NamedReservationRow extends ReservationRow {
  readonly sku: string;
  readonly location: string;
  /** What people call the order or the drop that owns it. */
  readonly owner_number: string | null;
}

export const listReservationsOfLevel = statement<NamedReservationRow>(
  'inventory.listReservationsOfLevel',
  `select reservation.id, reservation.sku_id, reservation.location_id, reservation.quantity,
          reservation.owner_kind, reservation.owner, reservation.line_number,
          reservation.owner_reference, reservation.created_at, reservation.expires_at,
          sku.code as sku, location.code as location,
          case reservation.owner_kind
            when 'order' then (
              select coalesce(number_text, number::text) from orders
              where tenant_id = (select current_tenant()) and id = reservation.owner)
            when 'drop' then (
              select name from drops
              where tenant_id = (select current_tenant()) and id = reservation.owner)
          end as owner_number
   from reservations as reservation
   join skus as sku on sku.tenant_id = reservation.tenant_id and sku.id = reservation.sku_id
   join locations as location
     on location.tenant_id = reservation.tenant_id and location.id = reservation.location_id
   where reservation.tenant_id = (select current_tenant()) and reservation.sku_id = $1
     and reservation.location_id = $2 and reservation.id < $3
   order by reservation.id desc limit $4`,
);

// The levels that orders have promises at which are not firm yet, in key order.
export const lockPromisedLevels = statement(
  'inventory.lockPromisedLevels',
  `select from stock_levels as level
   join (select distinct sku_id, location_id from reservations
         where tenant_id = (select current_tenant()) and owner = any ($1::uuid[])
           and fulfillment_order_id is null) as promised
     on level.sku_id = promised.sku_id and level.location_id = promised.location_id
   where level.tenant_id = (select current_tenant())
   order by level.sku_id, level.location_id
   for update of level`,
);

export const shrinkReservations = statement(
  'inventory.shrinkReservations',
  `update reservations as reservation set quantity = reservation.quantity - row.quantity
   from jsonb_to_recordset($1::jsonb) as row(id uuid, quantity integer)
   where reservation.tenant_id = (select current_tenant()) and reservation.id = row.id
     and reservation.quantity > row.quantity`,
);
