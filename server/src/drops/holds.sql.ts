// SQL of holds and of the queue.

import type { PlaceState } from '@doorstep/core/drops/drop.ts';
import { statement } from '../db/statement.ts';

export interface HoldRow {
  readonly id: string;
  readonly drop_id: string;
  readonly buyer: string;
  readonly place_id: string | null;
  readonly expires_at: Date;
}

const HOLD = `id, drop_id, replace(buyer::text, '-', '') as buyer, place_id, expires_at`;

export const selectHolds = statement<HoldRow>(
  'drops.selectHolds',
  `select ${HOLD} from drop_holds
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export const selectHoldsOfDrop = statement<HoldRow>(
  'drops.selectHoldsOfDrop',
  `select ${HOLD} from drop_holds
   where tenant_id = (select current_tenant()) and drop_id = $1 and expires_at <= $2
   order by expires_at limit $3`,
);

export const insertHolds = statement(
  'drops.insertHolds',
  `insert into drop_holds (tenant_id, id, drop_id, buyer, place_id, created_at, expires_at)
   select current_tenant(), row.id, $1, row.buyer, row.place, $3, row.expires
   from jsonb_to_recordset($2::jsonb) as row(
     id uuid, buyer uuid, place uuid, expires timestamptz)`,
);

export const deleteHolds = statement(
  'drops.deleteHolds',
  `delete from drop_holds where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export const deleteHeldUnits = statement(
  'drops.deleteHeldUnits',
  `delete from reservations
   where tenant_id = (select current_tenant()) and owner = any ($1::uuid[])
     and drop_id is not null`,
);

// As doorstep_clock: whose holds lapse.
export const selectTenantsWithDueDropHolds = statement<{ tenant_id: string }>(
  'drops.selectTenantsWithDueDropHolds',
  `select distinct tenant_id from drop_holds where expires_at <= $1`,
);

export const selectDropWithDueHolds = statement<{ drop_id: string }>(
  'drops.selectDropWithDueHolds',
  `select drop_id from drop_holds
   where tenant_id = (select current_tenant()) and expires_at <= $1
   order by expires_at limit 1`,
);

// ---- the queue ----

export interface PlaceRow {
  readonly id: string;
  readonly drop_id: string;
  readonly number: bigint;
  readonly sku_id: string;
  readonly sku: string;
  readonly buyer: string;
  readonly quantity: number;
  readonly state: PlaceState;
  readonly hold_id: string | null;
  readonly joined_at: Date;
}

const PLACE = `place.id, place.drop_id, place.number, place.sku_id, sku.code as sku,
          replace(place.buyer::text, '-', '') as buyer, place.quantity, place.state,
          place.hold_id, place.joined_at`;

export const selectPlaces = statement<PlaceRow>(
  'drops.selectPlaces',
  `select ${PLACE} from drop_places as place
   join skus as sku on sku.tenant_id = (select current_tenant()) and sku.id = place.sku_id
   where place.tenant_id = (select current_tenant()) and place.id = any ($1::uuid[])
     and place.drop_id = $2`,
);

export const selectPlacesOfBuyers = statement<{
  readonly id: string;
  readonly sku_id: string;
  readonly buyer: string;
}>(
  'drops.selectPlacesOfBuyers',
  `select id, sku_id, replace(buyer::text, '-', '') as buyer from drop_places
   where tenant_id = (select current_tenant()) and drop_id = $1 and sku_id = any ($2::uuid[])
     and buyer = any ($3::uuid[]) and state in ('waiting', 'offered')`,
);

export interface LineRow {
  readonly last_place: number;
  readonly waiting: number;
  /** Of who waits behind $3, in their order; null where nothing changed since $3 and $4. */
  readonly numbers: readonly number[] | null;
  readonly quantities: readonly number[] | null;
  /** The number of the first who waits at all. */
  readonly first: number | null;
}

// Who waits for a SKU of a drop, behind the last place ($3) and the count ($4) that are known.
export const selectLine = statement<LineRow>(
  'drops.selectLine',
  `select running.last_place::integer as last_place, item.waiting, behind.numbers,
          behind.quantities, behind.first
   from drops as running
   join drop_items as item on item.tenant_id = (select current_tenant())
     and item.drop_id = running.id and item.sku_id = $2
   left join lateral (
     select array_agg(number::integer order by number) as numbers,
            array_agg(quantity order by number) as quantities,
            (select min(number)::integer from drop_places
             where tenant_id = (select current_tenant()) and drop_id = $1 and sku_id = $2
               and state = 'waiting') as first
     from drop_places
     where tenant_id = (select current_tenant()) and drop_id = $1 and sku_id = $2
       and state = 'waiting' and number > $3::bigint
   ) as behind on running.last_place <> $3 or item.waiting <> $4::integer
   where running.tenant_id = (select current_tenant()) and running.id = $1`,
);

export interface WaitingRow {
  readonly id: string;
  readonly number: bigint;
  readonly sku_id: string;
  readonly buyer: string;
  readonly quantity: number;
}

export const selectFirstWaiting = statement<WaitingRow>(
  'drops.selectFirstWaiting',
  `select id, number, sku_id, replace(buyer::text, '-', '') as buyer, quantity
   from drop_places
   where tenant_id = (select current_tenant()) and drop_id = $1 and sku_id = $2
     and state = 'waiting'
   order by number limit $3`,
);

export const insertPlaces = statement(
  'drops.insertPlaces',
  `insert into drop_places (tenant_id, id, drop_id, number, sku_id, buyer, quantity, state,
     joined_at)
   select current_tenant(), row.id, $1, row.number, row.sku, row.buyer, row.quantity, 'waiting', $3
   from jsonb_to_recordset($2::jsonb) as row(
     id uuid, number bigint, sku uuid, buyer uuid, quantity integer)`,
);

export const changePlaces = statement(
  'drops.changePlaces',
  `update drop_places as place set state = row.state, hold_id = row.hold
   from jsonb_to_recordset($1::jsonb) as row(id uuid, state text, hold uuid)
   where place.tenant_id = (select current_tenant()) and place.id = row.id`,
);

export const endQueue = statement(
  'drops.endQueue',
  `update drop_places set state = 'over'
   where tenant_id = (select current_tenant()) and drop_id = $1 and state = 'waiting'`,
);

// As doorstep_clock: whose drops ended so long ago that nobody asks for a place any more.
export const selectTenantsWithDuePlaces = statement<{ tenant_id: string }>(
  'drops.selectTenantsWithDuePlaces',
  `select distinct tenant_id from drops
   where places_kept and closed_at <= $1::timestamptz - interval '30 days'`,
);

export const selectDropToForget = statement<{ id: string }>(
  'drops.selectDropToForget',
  `select id from drops
   where tenant_id = (select current_tenant()) and places_kept
     and closed_at <= $1::timestamptz - interval '30 days'
   order by closed_at limit 1 for update`,
);

export const deletePlaces = statement(
  'drops.deletePlaces',
  `delete from drop_places where tenant_id = (select current_tenant()) and drop_id = $1`,
);

export const markPlacesForgotten = statement(
  'drops.markPlacesForgotten',
  `update drops set places_kept = false
   where tenant_id = (select current_tenant()) and id = $1`,
);

// As doorstep_clock: whose pool has units that somebody waits for.
export const selectTenantsWithDueOffers = statement<{ tenant_id: string }>(
  'drops.selectTenantsWithDueOffers',
  `select distinct tenant_id from drop_items
   where pooled > 0 and waiting > 0 and $1::timestamptz is not null`,
);

// Units in the pool that somebody waits for, of a drop that is not paused or over.
export const selectDropToOffer = statement<{ id: string }>(
  'drops.selectDropToOffer',
  `select item.drop_id as id from drop_items as item
   join drops as running on running.tenant_id = (select current_tenant())
     and running.id = item.drop_id
   where item.tenant_id = (select current_tenant()) and item.pooled > 0 and item.waiting > 0
     and running.paused_at is null and running.closed_at is null and running.starts_at <= $1
     and running.ends_at > $1
   limit 1`,
);
