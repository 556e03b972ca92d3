// SQL of the control tower. Every count ends at a limit, and what is oldest is the first of an
// index: ids rise with time.

import type { WorkStage } from '@doorstep/core/analytics/work-stages.ts';
import { rowsStatement } from '../db/row-set.ts';
import { statement } from '../db/statement.ts';
import type { SumsStatement } from './write-sums.ts';

export interface StageRow {
  readonly stage: WorkStage;
  readonly count: number;
  readonly oldest_at: Date | null;
}

interface Stage {
  readonly stage: WorkStage;
  readonly from: string;
  readonly where: string;
  /** Its id, by which the index is ordered. */
  readonly id?: string;
  /** Since when it waits there. */
  readonly since: string;
}

const STAGES: readonly Stage[] = [
  {
    stage: 'awaiting-payment',
    from: 'payment_accounts',
    where: `status = 'pending'`,
    id: 'order_id',
    since: 'created_at',
  },
  { stage: 'on-hold', from: 'orders', where: `status = 'on-hold'`, since: 'captured_at' },
  {
    stage: 'to-release',
    from: 'orders',
    where: `fulfillment_status = 'unfulfilled' and status = 'open' and stock_status = 'promised'`,
    since: 'captured_at',
  },
  work('to-pick', 'released'),
  work('to-pack', 'picking'),
  work('to-ship', 'packed'),
  work('partly-shipped', 'partially-shipped'),
  { stage: 'in-transit', from: 'parcels', where: `status = 'shipped'`, since: 'shipped_at' },
  {
    stage: 'to-refund',
    from: 'returns',
    where: 'order_id is not null and received > settled and (granted_minor = 0 or settled > 0)',
    since: 'received_at',
  },
];

function work(stage: WorkStage, status: string): Stage {
  return { stage, from: 'fulfillment_orders', where: `status = '${status}'`, since: 'released_at' };
}

/** $1 where counting ends, $2 the stages that are wanted. */
export const countStages = statement<StageRow>(
  'analytics.countStages',
  STAGES.map(
    ({ stage, from, where, id = 'id', since }) =>
      `select '${stage}' as stage,
       (select count(*)::int from (
          select from ${from} where tenant_id = (select current_tenant()) and ${where}
          limit $1) as counting) as count,
       (select ${since} from ${from}
        where tenant_id = (select current_tenant()) and ${where}
        order by ${id} limit 1) as oldest_at
     where '${stage}' = any ($2::text[])`,
  ).join('\n     union all\n     '),
);

export interface LocationWorkRow {
  readonly location: string;
  readonly to_pick: number;
  readonly to_pack: number;
  readonly to_ship: number;
  readonly overdue: number;
  readonly next_due_at: Date | null;
}

// A location has few statuses and a shop a thousand locations: one walk over what is open costs less
// than a thousand counts. Partly shipped work is counted where its open units are.
export const sumWorkByLocation = statement<LocationWorkRow>(
  'analytics.sumWorkByLocation',
  `select place.code as location,
          (count(*) filter (where work.allocated > 0))::int as to_pick,
          (count(*) filter (where work.allocated = 0 and work.picked > 0))::int as to_pack,
          (count(*) filter (where work.allocated = 0 and work.picked = 0))::int as to_ship,
          (count(*) filter (where work.ship_by < $2))::int as overdue,
          min(work.ship_by) filter (where work.ship_by >= $2) as next_due_at
   from unnest(array['released', 'picking', 'packed', 'partially-shipped']) as open(status)
   cross join lateral (
     select location_id, allocated, picked, ship_by from fulfillment_orders
     where tenant_id = (select current_tenant()) and status = open.status
     order by id limit $1) as work
   join locations as place
     on place.tenant_id = (select current_tenant()) and place.id = work.location_id
   group by place.code`,
);

export const countDue = statement<{ readonly due: number }>(
  'analytics.countDue',
  `select count(*)::int as due from (
     select from fulfillment_orders
     where tenant_id = (select current_tenant()) and ship_by is not null
       and allocated + picked + packed > 0 and ship_by >= $2 and ship_by < $3
     limit $1) as counting`,
);

// $1 where counting ends, $2 to $4 the shapes, each with its dates.
export const countRisky = statement<{ readonly orders: number }>(
  'analytics.countRisky',
  `select count(*)::int as orders from (
     select from unnest($2::integer[], $3::bigint[], $4::bigint[]) as risky(shape, after, before)
     cross join lateral (
       select from order_list
       where tenant_id = (select current_tenant()) and shape = risky.shape
         and ship_by >= risky.after and ship_by < risky.before
       limit $1) as found
     limit $1) as counting`,
);

export interface DueRow {
  readonly id: string;
  readonly order_id: string;
  readonly number: string;
  readonly location: string;
  readonly ship_by: Date;
  readonly units: number;
}

/** $1 limit, $2 and $3 behind this one, $4 before this, $5 at this location; null for any. */
export const listDue = statement<DueRow>(
  'analytics.listDue',
  `select work.id, work.order_id, coalesce(ord.number_text, ord.number::text) as number, place.code as location, work.ship_by, work.units
   from (select id, order_id, location_id, ship_by, allocated + picked + packed as units
         from fulfillment_orders
         where tenant_id = (select current_tenant()) and ship_by is not null
           and allocated + picked + packed > 0
           and (ship_by, id) > ($2::timestamptz, $3::uuid) and ship_by < $4
           and case when $5::uuid is null then true else location_id = $5 end
         order by ship_by, id limit $1) as work
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = work.order_id
   join locations as place
     on place.tenant_id = (select current_tenant()) and place.id = work.location_id
   order by work.ship_by, work.id`,
);

export const addOrdersByHour: SumsStatement = rowsStatement(
  'analytics.addOrdersByHour',
  { hour: 'timestamptz', orders: 'bigint' },
  (rows) => `insert into orders_by_hour as known (tenant_id, hour, orders)
   select current_tenant(), hour, orders from ${rows.sql}
   on conflict (tenant_id, hour) do update set orders = known.orders + excluded.orders`,
);

export const selectOrderHours = statement<{ readonly hour: Date; readonly orders: bigint }>(
  'analytics.selectOrderHours',
  `select hour, orders from orders_by_hour
   where tenant_id = (select current_tenant()) and hour >= $1 and hour < $2 order by hour`,
);
