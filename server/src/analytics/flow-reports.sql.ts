// SQL of the reports of what flows. A period names stretches, the first day of each in an array, the day
// after its last in another, and whether it counts or is taken away in a third: days, months, years,
// months, days. Who asks for all of a dimension asks for the member '' of the dimension `all`.

import { type Statement, statement } from '../db/statement.ts';

interface Part {
  readonly span: 'day' | 'month' | 'year';
  /** Where in the arrays its stretch stands. */
  readonly place: number;
}

const UP_TO_DAYS: readonly Part[] = [{ span: 'day', place: 1 }];
const UP_TO_MONTHS: readonly Part[] = [
  { span: 'day', place: 1 },
  { span: 'month', place: 2 },
  { span: 'day', place: 5 },
];
const UP_TO_YEARS: readonly Part[] = [
  ...[{ span: 'day', place: 1 } as const, { span: 'month', place: 2 } as const],
  ...[{ span: 'year', place: 3 } as const, { span: 'month', place: 4 } as const],
  { span: 'day', place: 5 },
];

/** $1 the kind, $2 the dimension, $3 to $5 the stretches. */
const sumsOf = (parts: readonly Part[], what: string, where: string) =>
  parts
    .map(
      ({ span, place }) =>
        `select ${what}, ($5::int[])[${place}] * times as times, ($5::int[])[${place}] * units as units,
              ($5::int[])[${place}] * amount_minor as amount_minor
       from flow_sums
       where tenant_id = (select current_tenant()) and kind = $1 and dimension = $2
         and span = '${span}' and starts_on >= ($3::date[])[${place}]
         and starts_on < ($4::date[])[${place}] and ${where}`,
    )
    .join('\n       union all ');

export interface FlowSumRow {
  readonly key: string;
  readonly times: bigint;
  readonly units: bigint;
  readonly amount_minor: bigint;
}

const SUMS = `add_up(times) as times, add_up(units) as units, add_up(amount_minor) as amount_minor`;
const SOMETHING = 'times <> 0 or units <> 0 or amount_minor <> 0';

/** $6 the currency, $7 how many. The largest first, by money and then by units. */
function ranked(name: string, key: string, where: string): Statement<FlowSumRow> {
  return statement<FlowSumRow>(
    `analytics.${name}`,
    `select * from (
       select key, ${SUMS}
       from (${sumsOf(UP_TO_YEARS, `${key} as key`, `currency = $6${where}`)}) as flowed
       group by key) as summed
     where ${SOMETHING}
     order by abs(amount_minor) desc, units desc, key collate "C" limit $7`,
  );
}

/** $8 the member. */
export const flowByReason = ranked('flowByReason', 'reason', ' and member = $8');
export const flowByMember = ranked('flowByMember', 'member', '');

/** $6 the currency, $7 the member; in the order of time. */
function inTime(name: string, parts: readonly Part[], step: string, format: string) {
  return statement<FlowSumRow>(
    `analytics.${name}`,
    `select to_char(starts_on, '${format}') as key, times, units, amount_minor
     from (select ${step} as starts_on, ${SUMS}
           from (${sumsOf(parts, 'starts_on', 'currency = $6 and member = $7')}) as flowed
           group by 1) as summed
     where ${SOMETHING}
     order by starts_on limit 1000`,
  );
}

export const flowByDay = inTime('flowByDay', UP_TO_DAYS, 'starts_on', 'YYYY-MM-DD');
const MONTH = `date_trunc('month', starts_on)::date`;
export const flowByMonth = inTime('flowByMonth', UP_TO_MONTHS, MONTH, 'YYYY-MM');

/** $6 the member. */
export const flowTotals = statement<FlowSumRow & { readonly currency: string }>(
  'analytics.flowTotals',
  `select * from (
     select currency as key, currency, ${SUMS}
     from (${sumsOf(UP_TO_YEARS, 'currency', 'member = $6')}) as flowed
     group by currency) as summed
   where ${SOMETHING} order by currency`,
);

export interface StageCountRow {
  readonly stage: string;
  readonly key: string;
  readonly bucket: number;
  readonly reached: bigint;
}

/** $1 the dimension, $2 to $4 the stretches, $5 the stages. */
const countsOf = (parts: readonly Part[], key: string, where = '') =>
  parts
    .map(
      ({ span, place }) =>
        `select stage, ${key} as key, bucket, ($4::int[])[${place}] * reached as reached
       from stage_times
       where tenant_id = (select current_tenant()) and dimension = $1 and span = '${span}'
         and starts_on >= ($2::date[])[${place}] and starts_on < ($3::date[])[${place}]
         and stage = any ($5::text[])${where}`,
    )
    .join('\n       union all ');

/** @param from counts by stage, key and bucket; what all was taken away of, nobody reached */
function counted(name: string, from: string, key: string) {
  return statement<StageCountRow>(
    `analytics.${name}`,
    `select stage, ${key} as key, bucket, reached
     from (select stage, key, bucket, add_up(reached) as reached
           from (${from}) as counted group by stage, key, bucket) as summed
     where reached <> 0`,
  );
}

export const stagesByMember = counted('stagesByMember', countsOf(UP_TO_YEARS, 'member'), 'key');

/** $6 the member. */
const OF_MEMBER = ' and member = $6';
export const stagesOfMember = counted(
  'stagesOfMember',
  countsOf(UP_TO_YEARS, 'member', OF_MEMBER),
  'key',
);
export const stagesByDay = counted(
  'stagesByDay',
  countsOf(UP_TO_DAYS, 'starts_on', OF_MEMBER),
  `to_char(key, 'YYYY-MM-DD')`,
);
export const stagesByMonth = counted(
  'stagesByMonth',
  countsOf(UP_TO_MONTHS, MONTH, OF_MEMBER),
  `to_char(key, 'YYYY-MM')`,
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

// Not as one comparison of rows: an index that is given two ends begins at the one of the rows, though
// the day ends long before.
const ENTRIES = `select * from flow_entries
         where tenant_id = (select current_tenant()) and kind = $2
           and happened_at <= $5::timestamptz
           and (happened_at < $5 or (position, ordinal) < ($6::bigint, $7::integer))`;
const NEWEST_ENTRIES = `order by happened_at desc, position desc, ordinal desc limit $1`;

function entries(name: string, from: string): Statement<FlowEntryRow> {
  return statement<FlowEntryRow>(
    `analytics.${name}`,
    `select entry.order_id, coalesce(ord.number_text, ord.number::text) as number,
          entry.happened_at, entry.position, entry.ordinal, channel.code as channel, entry.country,
          place.code as location, entry.reason, entry.sku_code, entry.units, entry.amount_minor,
          entry.currency
   from (${from}) as entry
   left join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = entry.order_id
   left join channels as channel
     on channel.tenant_id = (select current_tenant()) and channel.id = entry.channel_id
   left join locations as place
     on place.tenant_id = (select current_tenant()) and place.id = entry.location_id
   order by entry.happened_at desc, entry.position desc, entry.ordinal desc`,
  );
}

/** $1 limit, $2 the kind, $3 to $4 when, $5 to $7 before this place. */
export const listFlow = entries(
  'listFlow',
  `${ENTRIES} and happened_at >= $3 and happened_at < $4 ${NEWEST_ENTRIES}`,
);

// The sums know on which days there is any of a member, $14 and $15: the days, $16 to $17 and in the
// zone $18, are looked at one after the other, until there are enough. Of a SKU that is seldom sold a
// year would be looked through for a page. $8 to $13 the filters.
export const listFlowOfMember = entries(
  'listFlowOfMember',
  `select entry.*
   from (select starts_on from flow_sums
         where tenant_id = (select current_tenant()) and kind = $2 and dimension = $14
           and span = 'day' and starts_on >= $16::date and starts_on <= $17::date and member = $15
           and case when $12::text is null then true else reason = $12 end
           and case when $13::text is null then true else currency = $13 end
         group by starts_on order by starts_on desc) as day
   cross join lateral (
     ${ENTRIES}
           and happened_at >= day.starts_on::timestamp at time zone $18
           and happened_at < (day.starts_on + 1)::timestamp at time zone $18
           and happened_at >= $3 and happened_at < $4
           and case when $8::uuid is null then true else channel_id = $8 end
           and case when $9::text is null then true else country = $9 end
           and case when $10::uuid is null then true else location_id = $10 end
           and case when $11::text is null then true else sku_code = $11 end
           and case when $12::text is null then true else reason = $12 end
           and case when $13::text is null then true else currency = $13 end
     ${NEWEST_ENTRIES}
   ) as entry
   order by day.starts_on desc, entry.happened_at desc, entry.position desc, entry.ordinal desc
   limit $1`,
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
