// SQL of the projection of what flows. Ids without dashes, as events spell them.

import { rowsStatement } from '../db/row-set.ts';
import { type Statement, statement } from '../db/statement.ts';
import type { SumsStatement } from './write-sums.ts';

const bare = (column: string, name = column.split('.').at(-1)) =>
  `replace(${column}::text, '-', '') as ${name}`;

export const ensureFlow = statement(
  'analytics.ensureFlow',
  `insert into flow_projections (tenant_id) values (current_tenant()) on conflict do nothing`,
);

// The lock: two processes at the same events add them once.
export const lockFlow = statement<{
  position: bigint;
  time_zone: string;
  rebuild_to: bigint | null;
}>(
  'analytics.lockFlow',
  `select position, time_zone, rebuild_to from flow_projections
   where tenant_id = (select current_tenant()) for update`,
);

export const selectFlowZone = statement<{ time_zone: string }>(
  'analytics.selectFlowZone',
  `select time_zone from flow_projections where tenant_id = (select current_tenant())`,
);

export const advanceFlow = statement(
  'analytics.advanceFlow',
  `update flow_projections set position = $1 where tenant_id = (select current_tenant())`,
);

export const endFlowRebuild = statement(
  'analytics.endFlowRebuild',
  `update flow_projections set rebuild_to = null where tenant_id = (select current_tenant())`,
);

// As doorstep_clock.
export const selectTenantsWithDueFlow = statement<{ tenant_id: string }>(
  'analytics.selectTenantsWithDueFlow',
  `select tenant_id from flow_projections where rebuild_to is not null and $1::timestamptz is not null`,
);

export const beginFlowRebuild = statement(
  'analytics.beginFlowRebuild',
  `update flow_projections
   set time_zone = $1, position = 0,
       rebuild_to = coalesce((select last_position from log_heads
                              where tenant_id = (select current_tenant())), 0)
   where tenant_id = (select current_tenant())`,
);

const emptying = (table: string): Statement =>
  statement(
    `analytics.empty_${table}`,
    `delete from ${table} where tenant_id = (select current_tenant())`,
  );
export const EMPTY_FLOW: readonly Statement[] = [
  emptying('flow_sums'),
  emptying('flow_entries'),
  emptying('flow_marks'),
  emptying('stage_times'),
];

export const selectFlowProgress = statement<{
  position: bigint;
  behind: bigint;
  time_zone: string;
}>(
  'analytics.selectFlowProgress',
  `select read.position, read.time_zone,
          coalesce((select last_position from log_heads
                    where tenant_id = (select current_tenant())), 0) - read.position as behind
   from flow_projections as read where read.tenant_id = (select current_tenant())`,
);

// ---- what events leave unsaid ----

export interface FlowOrderRow {
  readonly id: string;
  readonly channel_id: string;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly country: string | null;
  readonly captured_at: Date;
}

export const selectFlowOrders = statement<FlowOrderRow>(
  'analytics.selectFlowOrders',
  `select ${bare('id')}, ${bare('channel_id')}, ${bare('customer_id')}, currency,
          destination_country as country, captured_at
   from orders where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export interface SentLineRow {
  readonly order_id: string;
  readonly number: number;
  readonly sku_code: string;
  readonly ordered: number;
  readonly amount_minor: bigint;
}

export const selectSentLines = statement<SentLineRow>(
  'analytics.selectSentLines',
  `select ${bare('line.order_id')}, line.number, line.sku_code, line.ordered, line.amount_minor
   from json_to_recordset($1::json) as named(order_id uuid, number integer)
   join order_lines as line on line.tenant_id = (select current_tenant())
     and line.order_id = named.order_id and line.number = named.number`,
);

export const selectReturnReasons = statement<{
  return_id: string;
  line_number: number;
  reason: string | null;
}>(
  'analytics.selectReturnReasons',
  `select ${bare('return_id')}, line_number, reason from return_lines
   where tenant_id = (select current_tenant()) and return_id = any ($1::uuid[])`,
);

export const selectParcelWork = statement<{ id: string; fulfillment_order_id: string }>(
  'analytics.selectParcelWork',
  `select ${bare('id')}, ${bare('fulfillment_order_id')} from parcels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

// ---- how far work had come ----

export interface FlowMarkRow {
  readonly id: string;
  readonly order_id: string;
  readonly location_id: string;
  readonly channel_id: string;
  readonly country: string;
  readonly captured_at: Date;
  readonly released_at: Date;
  readonly picked_at: Date | null;
  readonly packed_at: Date | null;
  readonly shipped_at: Date | null;
  readonly delivered_at: Date | null;
}

export const selectFlowMarks = statement<FlowMarkRow>(
  'analytics.selectFlowMarks',
  `select ${bare('fulfillment_order_id', 'id')}, ${bare('order_id')}, ${bare('location_id')},
          ${bare('channel_id')}, country, captured_at, released_at, picked_at, packed_at,
          shipped_at, delivered_at
   from flow_marks
   where tenant_id = (select current_tenant()) and fulfillment_order_id = any ($1::uuid[])`,
);

export const putFlowMarks: SumsStatement = rowsStatement(
  'analytics.putFlowMarks',
  {
    id: 'uuid',
    order_id: 'uuid',
    location_id: 'uuid',
    channel_id: 'uuid',
    country: 'text',
    captured_at: 'timestamptz',
    released_at: 'timestamptz',
    picked_at: 'timestamptz',
    packed_at: 'timestamptz',
    shipped_at: 'timestamptz',
    delivered_at: 'timestamptz',
  },
  (
    rows,
  ) => `insert into flow_marks as known (tenant_id, fulfillment_order_id, order_id, location_id,
     channel_id, country, captured_at, released_at, picked_at, packed_at, shipped_at, delivered_at)
   select current_tenant(), id, order_id, location_id, channel_id, country, captured_at,
          released_at, picked_at, packed_at, shipped_at, delivered_at
   from ${rows.sql}
   order by id
   on conflict (tenant_id, fulfillment_order_id) do update set
     picked_at = excluded.picked_at, packed_at = excluded.packed_at,
     shipped_at = excluded.shipped_at, delivered_at = excluded.delivered_at`,
);

// ---- the sums ----

export const addFlowSums: SumsStatement = rowsStatement(
  'analytics.addFlowSums',
  {
    kind: 'text',
    dimension: 'text',
    span: 'text',
    currency: 'text',
    starts_on: 'date',
    member: 'text',
    reason: 'text',
    times: 'bigint',
    units: 'bigint',
    amount_minor: 'bigint',
  },
  (
    rows,
  ) => `insert into flow_sums as known (tenant_id, kind, dimension, span, currency, starts_on, member,
     reason, times, units, amount_minor)
   select current_tenant(), kind, dimension, span, currency, starts_on, member, reason, times,
          units, amount_minor
   from ${rows.sql}
   on conflict (tenant_id, kind, dimension, span, currency, starts_on, member, reason)
   do update set times = known.times + excluded.times, units = known.units + excluded.units,
     amount_minor = known.amount_minor + excluded.amount_minor`,
);

export const addStageTimes: SumsStatement = rowsStatement(
  'analytics.addStageTimes',
  {
    dimension: 'text',
    span: 'text',
    starts_on: 'date',
    stage: 'text',
    member: 'text',
    bucket: 'integer',
    reached: 'bigint',
  },
  (
    rows,
  ) => `insert into stage_times as known (tenant_id, dimension, span, starts_on, stage, member, bucket,
     reached)
   select current_tenant(), dimension, span, starts_on, stage, member, bucket::smallint, reached
   from ${rows.sql}
   on conflict (tenant_id, dimension, span, starts_on, stage, member, bucket)
   do update set reached = known.reached + excluded.reached`,
);

export const insertFlowEntries: SumsStatement = rowsStatement(
  'analytics.insertFlowEntries',
  {
    kind: 'text',
    happened_at: 'timestamptz',
    position: 'bigint',
    ordinal: 'integer',
    order_id: 'uuid',
    channel_id: 'uuid',
    country: 'text',
    location_id: 'uuid',
    currency: 'text',
    reason: 'text',
    sku_code: 'text',
    units: 'bigint',
    amount_minor: 'bigint',
  },
  (
    rows,
  ) => `insert into flow_entries (tenant_id, kind, happened_at, position, ordinal, order_id, channel_id,
     country, location_id, currency, reason, sku_code, units, amount_minor)
   select current_tenant(), kind, happened_at, position, ordinal, order_id, channel_id, country,
          location_id, currency, reason, sku_code, units, amount_minor
   from ${rows.sql}`,
);
