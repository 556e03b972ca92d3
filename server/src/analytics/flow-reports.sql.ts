// SQL of the reports of what flows. A period names stretches, the first day of each in an array and the
// day after its last in another: days, months, years, months, days.

import { type Statement, statement } from '../db/statement.ts';

const SPANS = ['day', 'month', 'year', 'month', 'day'] as const;

/** $1 the kind, $2 the dimension, $3 and $4 the stretches, $5 a member or null for all. */
const sumsOf = (what: string, where = '') =>
  SPANS.map(
    (span, index) =>
      `select ${what}, times, units, amount_minor from flow_sums
       where tenant_id = (select current_tenant()) and kind = $1 and dimension = $2
         and span = '${span}' and starts_on >= ($3::date[])[${index + 1}]
         and starts_on < ($4::date[])[${index + 1}]
         and case when $5::text is null then true else member = $5 end ${where}`,
  ).join('\n       union all ');

export interface FlowSumRow {
  readonly key: string;
  readonly times: bigint;
  readonly units: bigint;
  readonly amount_minor: bigint;
}

const SUMS = `sum(times)::bigint as times, sum(units)::bigint as units,
          sum(amount_minor)::bigint as amount_minor`;

/** $6 the currency, $7 how many. The largest first, by money and then by units. */
function ranked(name: string, key: string): Statement<FlowSumRow> {
  return statement<FlowSumRow>(
    `analytics.${name}`,
    `select key, ${SUMS}
     from (${sumsOf(`${key} as key, currency`, 'and currency = $6')}) as flowed
     group by key
     order by abs(sum(amount_minor)) desc, sum(units) desc, key collate "C" limit $7`,
  );
}

export const flowByReason = ranked('flowByReason', 'reason');
export const flowByMember = ranked('flowByMember', 'member');

// Days and months are in their own order, from days only: a day of a whole month is not in its sum.
export const flowByTime = statement<FlowSumRow>(
  'analytics.flowByTime',
  `select to_char(starts_on, case when $7 = 'month' then 'YYYY-MM' else 'YYYY-MM-DD' end) as key,
          ${SUMS}
   from flow_sums
   where tenant_id = (select current_tenant()) and kind = $1 and dimension = $2 and span = $7
     and currency = $6 and starts_on >= $3::date and starts_on < $4::date
     and case when $5::text is null then true else member = $5 end
   group by starts_on order by starts_on limit 1000`,
);

export const flowTotals = statement<FlowSumRow & { readonly currency: string }>(
  'analytics.flowTotals',
  `select currency as key, currency, ${SUMS}
   from (${sumsOf('currency')}) as flowed group by currency order by currency`,
);

export interface StageCountRow {
  readonly stage: string;
  readonly key: string;
  readonly bucket: number;
  readonly reached: bigint;
}

/** $1 the dimension, $2 and $3 the stretches, $4 a member, $5 a stage; null for all. */
const countsOf = (key: string) =>
  SPANS.map(
    (span, index) =>
      `select stage, ${key} as key, bucket, reached from stage_times
       where tenant_id = (select current_tenant()) and dimension = $1 and span = '${span}'
         and starts_on >= ($2::date[])[${index + 1}] and starts_on < ($3::date[])[${index + 1}]
         and case when $4::text is null then true else member = $4 end
         and case when $5::text is null then true else stage = $5 end`,
  ).join('\n       union all ');

export const stagesByMember = statement<StageCountRow>(
  'analytics.stagesByMember',
  `select stage, key, bucket, sum(reached)::bigint as reached
   from (${countsOf('member')}) as counted group by stage, key, bucket`,
);

export const stagesByTime = statement<StageCountRow>(
  'analytics.stagesByTime',
  `select stage,
          to_char(starts_on, case when $6 = 'month' then 'YYYY-MM' else 'YYYY-MM-DD' end) as key,
          bucket, sum(reached)::bigint as reached
   from stage_times
   where tenant_id = (select current_tenant()) and dimension = $1 and span = $6
     and starts_on >= $2::date and starts_on < $3::date
     and case when $4::text is null then true else member = $4 end
     and case when $5::text is null then true else stage = $5 end
   group by stage, starts_on, bucket`,
);

export const selectLocationNames = statement<{ key: string; code: string; label: string }>(
  'analytics.selectLocationNames',
  `select replace(id::text, '-', '') as key, code, name as label from locations
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export interface FlowEntryRow {
  readonly order_id: string | null;
  readonly number: string | null;
  readonly happened_at: Date;
  readonly position: bigint;
  readonly ordinal: number;
  readonly channel: string | null;
  readonly country: string;
  readonly location: string | null;
  readonly reason: string;
  readonly sku_code: string;
  readonly units: bigint;
  readonly amount_minor: bigint;
  readonly currency: string;
}

/** $1 limit, $2 the kind, $3 to $4 when, $5 to $7 before this place, $8 to $13 filters. */
export const listFlow = statement<FlowEntryRow>(
  'analytics.listFlow',
  `select entry.order_id, coalesce(ord.number_text, ord.number::text) as number, entry.happened_at, entry.position, entry.ordinal,
          channel.code as channel, entry.country, place.code as location, entry.reason,
          entry.sku_code, entry.units, entry.amount_minor, entry.currency
   from (select * from flow_entries
         where tenant_id = (select current_tenant()) and kind = $2
           and happened_at >= $3 and happened_at < $4
           and (happened_at, position, ordinal) < ($5::timestamptz, $6::bigint, $7::integer)
           and case when $8::uuid is null then true else channel_id = $8 end
           and case when $9::text is null then true else country = $9 end
           and case when $10::uuid is null then true else location_id = $10 end
           and case when $11::text is null then true else sku_code = $11 end
           and case when $12::text is null then true else reason = $12 end
           and case when $13::text is null then true else currency = $13 end
         order by happened_at desc, position desc, ordinal desc limit $1) as entry
   left join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = entry.order_id
   left join channels as channel
     on channel.tenant_id = (select current_tenant()) and channel.id = entry.channel_id
   left join locations as place
     on place.tenant_id = (select current_tenant()) and place.id = entry.location_id
   order by entry.happened_at desc, entry.position desc, entry.ordinal desc`,
);

export interface StageEntryRow {
  readonly id: string;
  readonly order_id: string;
  readonly number: string;
  readonly location: string;
  readonly since: Date;
  readonly reached_at: Date;
}

/** $1 limit, $2 to $3 when, $4 and $5 before this one, $6 to $8 filters. */
function listing(name: string, column: string, since: string): Statement<StageEntryRow> {
  return statement<StageEntryRow>(
    `analytics.list${name}`,
    `select mark.fulfillment_order_id as id, mark.order_id, coalesce(ord.number_text, ord.number::text) as number, place.code as location,
            mark.${since} as since, mark.${column} as reached_at
     from (select * from flow_marks
           where tenant_id = (select current_tenant()) and ${column} is not null
             and ${column} >= $2 and ${column} < $3
             and (${column}, fulfillment_order_id) < ($4::timestamptz, $5::uuid)
             and ${since} is not null
             and case when $6::uuid is null then true else channel_id = $6 end
             and case when $7::text is null then true else country = $7 end
             and case when $8::uuid is null then true else location_id = $8 end
           order by ${column} desc, fulfillment_order_id desc limit $1) as mark
     join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = mark.order_id
     join locations as place
       on place.tenant_id = (select current_tenant()) and place.id = mark.location_id
     order by mark.${column} desc, mark.fulfillment_order_id desc`,
  );
}

export const listReleased = listing('Released', 'released_at', 'captured_at');
export const listPicked = listing('Picked', 'picked_at', 'released_at');
export const listPacked = listing('Packed', 'packed_at', 'picked_at');
export const listShipped = listing('Shipped', 'shipped_at', 'packed_at');
export const listDelivered = listing('Delivered', 'delivered_at', 'shipped_at');
export const listWhole = listing('Whole', 'delivered_at', 'captured_at');

// The moments between which days of a zone lie: $1 the first day, $2 the last.
export const selectMoments = statement<{ starts: Date; ends: Date; time_zone: string }>(
  'analytics.selectMoments',
  `select $1::date::timestamp at time zone zone.name as starts,
          ($2::date + 1)::timestamp at time zone zone.name as ends, zone.name as time_zone
   from (select coalesce((select time_zone from flow_projections
                          where tenant_id = (select current_tenant())), 'UTC') as name) as zone`,
);
