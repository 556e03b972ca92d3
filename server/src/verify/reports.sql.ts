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

/** The events that were read, with the place and day of the order, or of the document. */
const READ = `select event.type, event.data, event.subject,
            (case when event.data->>'placedAt' is not null
                  then (event.data->>'placedAt')::timestamptz
                  when event.data->>'issuedAt' is not null
                  then (event.data->>'issuedAt')::timestamptz
                  else event.occurred_at end at time zone 'UTC')::date as day,
            coalesce(ord.currency, doc.currency) as currency,
            coalesce(ord.channel_id, doc.channel_id) as channel_id,
            coalesce(ord.destination_country, doc.country, '') as country
     from sales_projections as reached
     join event_batches as batch on batch.tenant_id = reached.tenant_id
     join events as event on event.tenant_id = batch.tenant_id
       and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
     left join orders as ord on ord.tenant_id = event.tenant_id and ord.id = event.subject
     left join past_documents as doc on doc.tenant_id = event.tenant_id and doc.id = event.subject
     where reached.${OWN} and batch.first_position + event.ordinal <= reached.position
       and event.type in ('order.captured.v1', 'order.imported.v1', 'order.reimported.v1',
                          'order.canceled.v1', 'order.refund_granted.v1', 'return.received.v1',
                          'past-document.imported.v1')`;

/** A line of an event. What happens to an order later tells no kind, and no line tells its price. */
const LINES = `select told.*, (line->>'amountMinor')::bigint as amount,
            (line->>'ordered')::bigint as ordered, (line->>'canceled')::bigint as canceled,
            (line->>'returned')::bigint as returned, (line->>'quantity')::bigint as quantity,
            coalesce(line->>'kind', known.kind, 'item') as kind,
            line->>'amountMinor' <> '0'
              or coalesce(known.unit_price ~ '[1-9]' and known.unit_price !~ '^-', false) as is_priced,
            coalesce(line->>'skuCode', known.sku_code) as sku_code
     from told
     cross join lateral json_array_elements(told.data->'lines') as line
     left join order_lines as known on (line->>'kind' is null or line->>'amountMinor' = '0')
       and told.type <> 'past-document.imported.v1'
       and known.${OWN} and known.order_id = told.subject
       and known.number = (line->>'line')::int`;

/** What the lines of one event come to, as the guide on reports says. */
const OF_LINES = `count(*) filter (where is_sale and is_priced and amount >= 0) as lines,
            sum(ordered) filter (where is_sale and is_priced and amount >= 0) as units,
            sum(ordered) filter (where is_sale and not is_priced) as free_units,
            sum(amount) filter (where is_sale) as sales_minor,
            sum(canceled) filter (where kind <> 'component') as canceled_units,
            sum(returned) as returned_units,
            -sum(quantity) filter (where data->>'kind' = 'credit') as credited_units,
            -sum(quantity) filter (where data->>'kind' = 'write-off') as written_off_units`;

const IS_SALE = `type in ('order.captured.v1', 'order.imported.v1') and kind <> 'component'`;

export const reportInvariants: readonly Invariant[] = [
  invariant(
    'salesAreRebuilt',
    'Sales rebuilt from the log equal the reports, as far as they have come',
    `with told as materialized (
       select row_number() over () as place, * from (${READ}) as read
     ), line as (${LINES}), counted as (
       select place, ${OF_LINES}
       from (select *, ${IS_SALE} as is_sale from line) as line group by place
     ), each as (
       select day, currency, channel_id, country,
              case when lines > 0 then 1 else 0 end as orders, lines, units, free_units,
              sales_minor,
              case when type = 'order.canceled.v1' or canceled_units <> 0
                        or (data->>'canceledMinor')::bigint <> 0
                   then 1 else 0 end as cancellations,
              canceled_units,
              case when type = 'order.canceled.v1' then (data->>'amountMinor')::bigint
                   else (data->>'canceledMinor')::bigint end as canceled_minor,
              returned_units,
              case when type = 'order.refund_granted.v1'
                   then (data->>'amountMinor')::bigint end as refunded_minor,
              case when data->>'kind' = 'credit' then 1 else 0 end as credits, credited_units,
              case when data->>'kind' = 'credit'
                   then (data->>'totalMinor')::bigint end as credits_minor,
              case when data->>'kind' = 'adjustment' then 1 else 0 end as adjustments,
              case when data->>'kind' = 'adjustment'
                   then (data->>'totalMinor')::bigint end as adjustments_minor,
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
    `with told as (${READ}), line as (${LINES}), log as (
       select sku_code, currency, ${OF_LINES}
       from (select *, ${IS_SALE} as is_sale from line) as line group by sku_code, currency
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
       select whole.*, way.by, span.span from whole,
              (values ('customers'), ('SKUs')) as way(by),
              (values ('day'), ('month'), ('year')) as span(span)
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
