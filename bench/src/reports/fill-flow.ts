// What flowed and how long stages took, as the product sums it up; and the rows that reports open.

import { DURATION_EDGES } from '@doorstep/core/analytics/flow.ts';
import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type pg from 'pg';

export async function fillFlow(books: pg.Client, tenant: TenantId): Promise<void> {
  for (const sql of FILLING) await books.query(sql, sql.includes('$1') ? [uuidOf(tenant)] : []);
}

const bare = (column: string) => `replace(${column}::text, '-', '')`;

/** The one dimension that a row of these groups is of. */
const DIMENSION = `case when grouping(channel_id) = 0 then 'channel'
               when grouping(country) = 0 then 'country'
               when grouping(location_id) = 0 then 'location' else 'all' end`;
const MEMBER = `case when grouping(channel_id) = 0 then ${bare('channel_id')}
               when grouping(country) = 0 then country
               when grouping(location_id) = 0 then ${bare('location_id')} else '' end`;
const ONE_AT_A_TIME = `grouping sets ((), (channel_id), (country), (location_id))`;

const widerFlow = (span: string, from: string) => `insert into flow_sums
     (tenant_id, kind, dimension, span, currency, starts_on, member, reason, times, units, amount_minor)
   select tenant_id, kind, dimension, '${span}', currency, date_trunc('${span}', starts_on)::date,
          member, reason, sum(times), sum(units), sum(amount_minor)
   from flow_sums where tenant_id = $1 and span = '${from}'
   group by tenant_id, kind, dimension, currency, date_trunc('${span}', starts_on)::date, member, reason
   order by 2, 3, 6, 7`;

const YEARS_OF_STAGES = `insert into stage_times
     (tenant_id, dimension, span, starts_on, stage, member, bucket, reached)
   select tenant_id, dimension, 'year', date_trunc('year', starts_on)::date, stage, member, bucket,
          sum(reached)
   from stage_times where tenant_id = $1 and span = 'month'
   group by tenant_id, dimension, date_trunc('year', starts_on)::date, stage, member, bucket
   order by 4`;

/** Months from what was reached as well: narrow rows are summed up sooner than those of days. */
const stagesBy = (dimension: string, key: string) =>
  ['day', 'month'].map(
    (span) => `insert into stage_times
     (tenant_id, dimension, span, starts_on, stage, member, bucket, reached)
   select $1::uuid, '${dimension}', '${span}', starts_on, stage, ${bare('key')}, bucket, reached
   from (select date_trunc('${span}', day)::date as starts_on, stage, ${key} as key, bucket,
                count(*) as reached
         from bench_reached group by 1, 2, 3, 4 order by 1) as counted`,
  );

const STEPS = [
  ['released', 'placed_at', 'released_at'],
  ['picked', 'released_at', 'picked_at'],
  ['packed', 'picked_at', 'packed_at'],
  ['shipped', 'packed_at', 'shipped_at'],
  ['delivered', 'shipped_at', 'delivered_at'],
  ['whole', 'placed_at', 'delivered_at'],
].map(([stage, since, at]) => `('${stage}', ${since}, ${at})`);

const FILLING = [
  `insert into flow_sums (tenant_id, kind, dimension, span, currency, starts_on, member, reason,
     times, units, amount_minor)
   select $1::uuid, kind, ${DIMENSION}, 'day', 'EUR', day, ${MEMBER}, reason, count(*), sum(units),
          sum(amount)
   from bench_flows group by kind, day, reason, ${ONE_AT_A_TIME}
   having not (grouping(location_id) = 0 and location_id is null)
   order by kind, 3, day, 7`,
  `insert into flow_sums (tenant_id, kind, dimension, span, currency, starts_on, member, reason,
     times, units, amount_minor)
   select $1::uuid, kind, 'sku', 'day', 'EUR', flow.day, sku_code, reason, count(*), sum(line.units),
          case when kind = 'return' then 0 else sum(line.amount) end
   from bench_flows as flow
   join (select n, sku_code, sum(units) as units, sum(amount) as amount from bench_lines group by 1, 2)
     as line using (n)
   where kind <> 'refund' group by kind, flow.day, sku_code, reason order by kind, flow.day, sku_code`,
  widerFlow('month', 'day'),
  widerFlow('year', 'month'),
  `insert into flow_entries (tenant_id, kind, happened_at, position, ordinal, order_id, channel_id,
     country, location_id, currency, reason, sku_code, units, amount_minor)
   select $1::uuid, kind, at, flow.n, coalesce(line, 1), id, flow.channel_id, flow.country, location_id,
          'EUR', reason, coalesce(sku_code, ''), coalesce(line.units, 0),
          case when kind = 'return' then 0 else coalesce(line.amount, flow.amount) end
   from bench_flows as flow left join bench_lines as line on line.n = flow.n and kind <> 'refund'
   where kind <> 'sale' order by kind, at`,
  `insert into flow_marks (tenant_id, fulfillment_order_id, order_id, location_id, channel_id,
     country, captured_at, released_at, picked_at, packed_at, shipped_at, delivered_at)
   select $1::uuid, bench_id('work', n), id, location_id, channel_id, country, placed_at, released_at,
          picked_at, packed_at, shipped_at, delivered_at
   from bench_orders order by n`,
  `drop table if exists bench_reached`,
  `create unlogged table bench_reached as
   select at, at::date as day, stage, channel_id, country, location_id,
          width_bucket(floor(extract(epoch from at - since))::bigint,
                       array[${DURATION_EDGES.join(',')}]::bigint[]) as bucket
   from bench_orders
   cross join lateral (values ${STEPS.join(', ')}) as step(stage, since, at)`,
  // One after the other: as grouping sets of one statement they are sorted, and take three times as long.
  ...stagesBy('all', `''`),
  ...stagesBy('channel', 'channel_id'),
  ...stagesBy('country', 'country'),
  ...stagesBy('location', 'location_id'),
  YEARS_OF_STAGES,
];
