// Reports of what flows are what the log says: their sums agree with those of sales, which are proved
// from the log, wherever both have come as far; with the rows they are told by; and with each other.

import { DURATION_EDGES } from '@doorstep/core/analytics/flow.ts';
import { type Invariant, invariant, OWN } from './sql.ts';

const READ_ALIKE = `exists (
       select from flow_projections as flow
       join sales_projections as sales on sales.tenant_id = flow.tenant_id
         and sales.position = flow.position
       where flow.${OWN} and flow.rebuild_to is null)`;

const SALES = `(values ('sale', 'orders', 'units', 'sales_minor'),
               ('cancellation', 'cancellations', 'canceled_units', 'canceled_minor'),
               ('refund', '', '', 'refunded_minor'),
               ('credit', 'credits', 'credited_units', 'credits_minor'))`;

const EDGES = `array[${DURATION_EDGES.join(',')}]::bigint[]`;

const STEPS = [
  ['released', 'captured_at', 'released_at'],
  ['picked', 'released_at', 'picked_at'],
  ['packed', 'picked_at', 'packed_at'],
  ['shipped', 'packed_at', 'shipped_at'],
  ['delivered', 'shipped_at', 'delivered_at'],
  ['whole', 'captured_at', 'delivered_at'],
] as const;

const REACHED = STEPS.map(
  ([stage, since, at]) =>
    `select '${stage}' as stage, ${since} as since, ${at} as at, location_id, country, channel_id
       from flow_marks where ${OWN} and ${at} is not null and ${since} is not null`,
).join('\n       union all ');

export const flowInvariants: readonly Invariant[] = [
  invariant(
    'flowAgreesWithSales',
    'What flowed is what sales say, by channel and country, where both were read as far',
    `with sold as (
       select currency, replace(channel_id::text, '-', '') as channel, country,
              jsonb_build_object(${[
                ...['orders', 'units', 'sales_minor', 'cancellations', 'canceled_units'],
                ...['canceled_minor', 'refunded_minor', 'credits', 'credited_units'],
                'credits_minor',
              ]
                .map((measure) => `'${measure}', sum(${measure})`)
                .join(', ')}, 'returned_units', sum(returned_units)) as figures
       from sales_by_day where ${OWN} group by 1, 2, 3
     ), told as (
       select member.dimension, member.name as member, sold.currency, kind.name as kind,
              sum(coalesce((figures ->> kind.times)::numeric, 0)) as times,
              sum(coalesce((figures ->> kind.units)::numeric, 0)) as units,
              sum(coalesce((figures ->> kind.amount)::numeric, 0)) as amount
       from sold
       cross join lateral (values ('channel', channel), ('country', country), ('all', ''))
         as member(dimension, name)
       cross join ${SALES} as kind(name, times, units, amount)
       group by 1, 2, 3, 4
       union all
       select member.dimension, member.name, sold.currency, 'return', 0,
              sum((figures ->> 'returned_units')::numeric), 0
       from sold
       cross join lateral (values ('channel', channel), ('country', country), ('all', ''))
         as member(dimension, name)
       group by 1, 2, 3
     ), flowed as (
       select dimension, member, currency, kind, sum(times) as times, sum(units) as units,
              sum(amount_minor) as amount
       from flow_sums
       where ${OWN} and span = 'year' and dimension in ('all', 'channel', 'country')
         and kind <> 'shipment'
       group by 1, 2, 3, 4
     )
     select concat_ws(' ', kind, dimension, member, currency) as subject,
            concat_ws(' ', flowed.times, flowed.units, flowed.amount) as found,
            concat_ws(' ', told.times, told.units, told.amount) as expected
     from flowed full join told using (dimension, member, currency, kind)
     where ${READ_ALIKE}
       and ((coalesce(flowed.units, 0), coalesce(flowed.amount, 0))
              is distinct from (coalesce(told.units, 0), coalesce(told.amount, 0))
            or (kind not in ('return', 'refund')
                and coalesce(flowed.times, 0) <> coalesce(told.times, 0)))`,
  ),
  invariant(
    'flowAddsUpAlike',
    'What flowed adds up to the same by day, month and year, and by channel and country as in all',
    `with summed as (
       select kind, dimension, span, currency, extract(year from starts_on) as year,
              sum(times) as times, sum(units) as units, sum(amount_minor) as amount
       from flow_sums where ${OWN} and dimension in ('all', 'channel', 'country')
       group by 1, 2, 3, 4, 5
     )
     select concat_ws(' ', kind, dimension, span, currency, year) as subject,
            concat_ws(' ', one.times, one.units, one.amount) as found,
            concat_ws(' ', whole.times, whole.units, whole.amount) as expected
     from summed as one
     full join (
       select kind, currency, year, times, units, amount from summed
       where dimension = 'all' and span = 'year'
     ) as whole using (kind, currency, year)
     where (one.times, one.units, one.amount)
       is distinct from (whole.times, whole.units, whole.amount)`,
  ),
  invariant(
    'flowIsToldByRows',
    'Units that flowed are those of the rows they are told by',
    `with told as (
       select kind, currency, reason, sum(units) as units from flow_entries
       where ${OWN} group by 1, 2, 3
     ), summed as (
       select kind, currency, reason, sum(units) as units from flow_sums
       where ${OWN} and dimension = 'all' and span = 'year' and kind <> 'sale' group by 1, 2, 3
     )
     select concat_ws(' ', kind, currency, reason) as subject, summed.units as found,
            told.units as expected
     from summed full join told using (kind, currency, reason)
     where coalesce(summed.units, 0) <> coalesce(told.units, 0)`,
  ),
  invariant(
    'stagesAreCounted',
    'How long stages took is counted as fulfillment orders reached them, day by day',
    `with zone as (
       select time_zone from flow_projections where ${OWN}
     ), reached as (
       ${REACHED}
     ), told as (
       select stage, dimension, member, (at at time zone zone.time_zone)::date as day,
              width_bucket(greatest(0, floor(extract(epoch from at - since)))::bigint, ${EDGES})
                as bucket,
              count(*) as reached
       from reached cross join zone
       cross join lateral (values ('all', ''), ('country', country),
                                  ('location', replace(location_id::text, '-', '')),
                                  ('channel', replace(channel_id::text, '-', '')))
         as place(dimension, member)
       group by 1, 2, 3, 4, 5
     ), counted as (
       select stage, dimension, member, starts_on as day, bucket, sum(reached) as reached
       from stage_times where ${OWN} and span = 'day' group by 1, 2, 3, 4, 5
     )
     select concat_ws(' ', stage, dimension, member, day, bucket) as subject,
            counted.reached as found, told.reached as expected
     from counted full join told using (stage, dimension, member, day, bucket)
     where coalesce(counted.reached, 0) <> coalesce(told.reached, 0)`,
  ),
  invariant(
    'stagesAreMarked',
    'Stages were reached when the log says it for the first time, as far as it was read',
    `with event as (
       select event.type, event.occurred_at as at, fact."fulfillmentOrder" as work,
              row_number() over (partition by event.type, fact."fulfillmentOrder"
                                 order by batch.first_position + event.ordinal) as turn
       from flow_projections as reached
       join event_batches as batch on batch.tenant_id = reached.tenant_id
       join events as event on event.tenant_id = batch.tenant_id
         and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
       cross join lateral json_to_record(event.data) as fact("fulfillmentOrder" text)
       where reached.${OWN} and batch.first_position + event.ordinal <= reached.position
         and event.type in ('fulfillment.picked.v1', 'fulfillment.packed.v1', 'parcel.shipped.v1')
     ), mark as (
       select concat('ful_', replace(fulfillment_order_id::text, '-', '')) as work,
              picked_at, packed_at, shipped_at
       from flow_marks where ${OWN}
     )
     select concat_ws(' ', event.work, event.type) as subject,
            concat(case event.type when 'fulfillment.picked.v1' then mark.picked_at
                                   when 'fulfillment.packed.v1' then mark.packed_at
                                   else mark.shipped_at end) as found,
            concat(event.at) as expected
     from event join mark using (work)
     where event.turn = 1
       and event.at is distinct from
           case event.type when 'fulfillment.picked.v1' then mark.picked_at
                           when 'fulfillment.packed.v1' then mark.packed_at
                           else mark.shipped_at end`,
  ),
];
