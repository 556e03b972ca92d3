// Reports add up: what the projection of sales says is what the log says, as far as it was read.

import { SALES_MEASURES } from '@doorstep/core/analytics/sales-measures.ts';
import { type Invariant, invariant, OWN } from './sql.ts';

// Spelled out here once more, not taken from the room that is proved.
const MEASURES = SALES_MEASURES.map((measure) =>
  measure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);
const listed = (wrap: (measure: string) => string) => MEASURES.map(wrap).join(', ');
const summed = listed((measure) => `sum(${measure}) as ${measure}`);
const told = (from: string) =>
  `concat_ws(' ', ${listed((measure) => `coalesce(${from}.${measure}, 0)`)})`;
const same = (a: string, b: string) =>
  `(${listed((measure) => `coalesce(${a}.${measure}, 0)`)})
   is distinct from (${listed((measure) => `coalesce(${b}.${measure}, 0)`)})`;

/**
 * The events that were read, with the place and day of the order, or of the document. Each is parsed
 * once: one may tell 2,000 lines, and must not be read again for each of them.
 */
const READ = `told as materialized (
       select row_number() over () as place, event.type, event.subject, fact.kind,
              fact."amountMinor" as amount_minor, fact."canceledMinor" as canceled_minor,
              fact."totalMinor" as total_minor, fact.lines as content,
              (coalesce(fact."placedAt", fact."issuedAt", event.occurred_at)
                at time zone 'UTC')::date as day,
              coalesce(ord.currency, doc.currency) as currency,
              coalesce(ord.channel_id, doc.channel_id) as channel_id,
              coalesce(ord.destination_country, doc.country, '') as country
       from sales_projections as reached
       join event_batches as batch on batch.tenant_id = reached.tenant_id
       join events as event on event.tenant_id = batch.tenant_id
         and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
       cross join lateral json_to_record(event.data) as fact(
         kind text, "amountMinor" bigint, "canceledMinor" bigint, "totalMinor" bigint,
         "placedAt" timestamptz, "issuedAt" timestamptz, lines json)
       left join orders as ord on ord.tenant_id = event.tenant_id and ord.id = event.subject
       left join past_documents as doc
         on doc.tenant_id = event.tenant_id and doc.id = event.subject
       where reached.${OWN} and batch.first_position + event.ordinal <= reached.position
         and event.type in ('order.captured.v1', 'order.imported.v1', 'order.reimported.v1',
                            'order.canceled.v1', 'order.refund_granted.v1', 'return.received.v1',
                            'past-document.imported.v1')
     )`;

/** A line of an event. What happens to an order later tells no kind, and no line tells its price. */
const LINES = `line as (
       select told.place, told.currency, told.kind as document, line."amountMinor" as amount,
              line.ordered, line.canceled, line.returned, line.quantity,
              coalesce(line.kind, known.kind, 'item') <> 'component' as is_whole,
              told.type in ('order.captured.v1', 'order.imported.v1')
                and line.kind <> 'component' as is_sale,
              line."amountMinor" <> 0
                or coalesce(known.unit_price ~ '[1-9]' and known.unit_price !~ '^-', false)
                as is_priced,
              coalesce(line."skuCode", known.sku_code) as sku_code
       from told
       cross join lateral json_to_recordset(told.content) as line(
         line integer, kind text, "skuCode" text, "amountMinor" bigint, ordered bigint,
         canceled bigint, returned bigint, quantity bigint)
       left join order_lines as known on known.${OWN} and known.order_id = told.subject
         and known.number = line.line and (line.kind is null or line."amountMinor" = 0)
     )`;

/** What the lines of one event come to, as the guide on reports says. */
const OF_LINES = `count(*) filter (where is_sale and is_priced and amount >= 0) as lines,
            sum(ordered) filter (where is_sale and is_priced and amount >= 0) as units,
            sum(ordered) filter (where is_sale and not is_priced) as free_units,
            sum(amount) filter (where is_sale) as sales_minor,
            sum(canceled) filter (where is_whole) as canceled_units,
            sum(returned) as returned_units,
            -sum(quantity) filter (where document = 'credit') as credited_units,
            -sum(quantity) filter (where document = 'write-off') as written_off_units`;

export const reportInvariants: readonly Invariant[] = [
  invariant(
    'salesAreRebuilt',
    'Sales rebuilt from the log equal the reports, as far as they have come',
    `with ${READ}, ${LINES}, counted as (
       select place, ${OF_LINES} from line group by place
     ), each as (
       select day, currency, channel_id, country,
              case when lines > 0 then 1 else 0 end as orders, lines, units, free_units,
              sales_minor,
              case when type = 'order.canceled.v1' or canceled_units <> 0 or canceled_minor <> 0
                   then 1 else 0 end as cancellations,
              canceled_units,
              case when type = 'order.canceled.v1' then amount_minor else canceled_minor end
                as canceled_minor,
              returned_units,
              case when type = 'order.refund_granted.v1' then amount_minor end as refunded_minor,
              case when kind = 'credit' then 1 else 0 end as credits, credited_units,
              case when kind = 'credit' then total_minor end as credits_minor,
              case when kind = 'adjustment' then 1 else 0 end as adjustments,
              case when kind = 'adjustment' then total_minor end as adjustments_minor,
              written_off_units
       from told left join counted using (place)
     ), log as (
       select day, currency, channel_id, country, ${summed} from each
       group by day, currency, channel_id, country
     ), report as (
       select day, currency, channel_id, country, ${MEASURES.join(', ')}
       from sales_by_day where ${OWN}
     )
     select concat_ws(' ', day, currency, channel_id, country) as subject,
            ${told('report')} as found, ${told('log')} as expected
     from report full join log using (day, currency, channel_id, country)
     where ${same('report', 'log')}`,
  ),
  invariant(
    'salesOfSkusAreRebuilt',
    'Sales of SKUs rebuilt from the log equal the reports, as far as they have come',
    `with ${READ}, ${LINES}, log as (
       select sku_code, currency, ${OF_LINES} from line group by sku_code, currency
     ), report as (
       select sku_code, currency, ${summed} from sales_by_sku
       where ${OWN} and span = 'year' group by sku_code, currency
     )
     select concat(sku_code, ' in ', currency) as subject,
            concat_ws(' ', ${ofSkus('report')}) as found,
            concat_ws(' ', ${ofSkus('log')}) as expected
     from report full join log using (sku_code, currency)
     where (${ofSkus('report')}) is distinct from (${ofSkus('log')})`,
  ),
  invariant(
    'salesOfSkusAreWhole',
    'Sales of a SKU in the shop, a channel or a country are the sums of those in each place',
    `with whole as (
       select dimension, member, span, currency, starts_on, sku_code, ${MEASURES.join(', ')}
       from sales_of_sku where ${OWN}
     ), parts as (
       select place.dimension, place.member, span, currency, starts_on, sku_code, ${summed}
       from sales_by_sku
       cross join lateral (values ('all', ''), ('channel', replace(channel_id::text, '-', '')),
                                  ('country', country)) as place(dimension, member)
       where ${OWN} and span <> 'day' group by 1, 2, 3, 4, 5, 6
     )
     select concat_ws(' ', sku_code, dimension, member, span, starts_on, currency) as subject,
            ${told('whole')} as found, ${told('parts')} as expected
     from whole full join parts using (dimension, member, span, currency, starts_on, sku_code)
     where ${same('whole', 'parts')}`,
  ),
  invariant(
    'salesOfMonthsAreThoseOfDays',
    'Sales of a month are the sums of those of its days',
    `with months as (
       select month, currency, channel_id, country, ${MEASURES.join(', ')}
       from sales_by_month where ${OWN}
     ), days as (
       select date_trunc('month', day)::date as month, currency, channel_id, country, ${summed}
       from sales_by_day where ${OWN} group by 1, 2, 3, 4
     )
     select concat_ws(' ', month, currency, channel_id, country) as subject,
            ${told('months')} as found, ${told('days')} as expected
     from months full join days using (month, currency, channel_id, country)
     where ${same('months', 'days')}`,
  ),
  invariant(
    'ordersByHourAreRebuilt',
    'Orders by the hour equal what the log says, as far as they have come',
    `with log as (
       select date_trunc('hour', (event.data ->> 'placedAt')::timestamptz, 'UTC') as hour,
              count(*) as orders
       from sales_projections as reached
       join event_batches as batch on batch.tenant_id = reached.tenant_id
       join events as event on event.tenant_id = batch.tenant_id
         and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
       where reached.${OWN} and batch.first_position + event.ordinal <= reached.position
         and event.type in ('order.captured.v1', 'order.imported.v1')
       group by 1
     ), report as (select hour, orders from orders_by_hour where ${OWN})
     select hour as subject, coalesce(report.orders, 0) as found, coalesce(log.orders, 0) as expected
     from report full join log using (hour)
     where coalesce(report.orders, 0) <> coalesce(log.orders, 0)`,
  ),
  invariant(
    'salesAddUpAlike',
    'Sales by day, by SKU and by customer add up to the same, over days, months and years',
    `with whole as (
       select currency, extract(year from day) as year, channel_id, country, ${summed}
       from sales_by_day where ${OWN} group by 1, 2, 3, 4
     ), part as (
       select 'customers' as by, span, currency, extract(year from starts_on) as year, channel_id,
              country, ${summed}
       from sales_by_customer where ${OWN} group by 1, 2, 3, 4, 5, 6
       union all
       select 'SKUs', span, currency, extract(year from starts_on), channel_id, country, ${summed}
       from sales_by_sku where ${OWN} group by 1, 2, 3, 4, 5, 6
     ), ways as (
       select whole.*, way.by, way.span from whole,
              (values ('customers', 'day'), ('customers', 'year'), ('SKUs', 'day'),
                      ('SKUs', 'month'), ('SKUs', 'year')) as way(by, span)
     )
     select concat_ws(' ', by, 'by', span, 'of', year, currency, channel_id, country) as subject,
            concat_ws(' ', ${ofSkus('part')}) as found, concat_ws(' ', ${ofSkus('ways')}) as expected
     from part full join ways using (by, span, currency, year, channel_id, country)
     where (${ofSkus('part')}) is distinct from (${ofSkus('ways')})
        or (by = 'customers' and ${same('part', 'ways')})`,
  ),
];

/** What lines tell: documents and cancellations count once for each SKU on them. */
function ofSkus(from: string): string {
  return [
    ...['lines', 'units', 'free_units', 'sales_minor', 'canceled_units', 'returned_units'],
    ...['credited_units', 'written_off_units'],
  ]
    .map((measure) => `coalesce(${from}.${measure}, 0)`)
    .join(', ');
}
