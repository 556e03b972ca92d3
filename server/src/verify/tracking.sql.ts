// Tracking adds up: what carriers said, what parcels are, and what is counted as delivered.

import { type Invariant, invariant, OWN } from './sql.ts';

export const trackingInvariants: readonly Invariant[] = [
  invariant(
    'deliveredIsInParcels',
    'Delivered units of a line are those of its delivered parcels, and shipped before',
    `with arrived as (
       select box.order_id, line.line_number as number, sum(line.quantity - line.canceled) as units
       from parcels as box
       join parcel_lines as line on line.tenant_id = box.tenant_id and line.parcel_id = box.id
       where box.${OWN} and box.delivered_at is not null
       group by box.order_id, line.line_number
     )
     select concat(coalesce(line.order_id, arrived.order_id), ' line ',
                   coalesce(line.number, arrived.number)) as subject,
            concat(line.delivered, ' delivered of ', line.shipped) as found,
            coalesce(arrived.units, 0) as expected
     from (select * from order_lines where ${OWN}) as line
     full join arrived using (order_id, number)
     where coalesce(line.delivered - line.past_delivered, 0) <> coalesce(arrived.units, 0)
        or line.delivered > line.shipped`,
  ),
  invariant(
    'deliveriesAreRebuilt',
    'Deliveries rebuilt from the log equal the tables, each told once',
    `with told as (
       select subject as order_id, (change->>'line')::int as number,
              sum((change->>'delivered')::int) as delivered
       from events, json_array_elements(data->'lines') as change
       where ${OWN} and data->'lines' is not null
         and type in ('parcel.delivered.v1', 'order.imported.v1', 'order.reimported.v1')
       group by 1, 2
     )
     select concat(coalesce(line.order_id, told.order_id), ' line ',
                   coalesce(line.number, told.number)) as subject,
            coalesce(line.delivered, 0)::text as found,
            coalesce(told.delivered, 0)::text as expected
     from (select * from order_lines where ${OWN}) as line
     full join told using (order_id, number)
     where coalesce(line.delivered, 0) <> coalesce(told.delivered, 0)
     union all
     select data->>'parcel', concat(count(*), ' times'), 'once'
     from events where ${OWN} and type = 'parcel.delivered.v1'
     group by data->>'parcel' having count(*) > 1`,
  ),
  invariant(
    'scansAreTold',
    'Every scan of a known parcel is told once, and the newest is that of the parcel',
    `with told as (
       select data->>'trackingEvent' as scan, count(*) as times
       from events where ${OWN} and type = 'parcel.tracked.v1' group by 1
     )
     select scan.id as subject, concat('told ', coalesce(told.times, 0), ' times') as found,
            'told once' as expected
     from tracking_events as scan
     left join told on told.scan = concat('trk_', replace(scan.id::text, '-', ''))
     where scan.${OWN} and scan.parcel_id is not null and told.times is distinct from 1
     union all
     select box.id, concat(box.tracked_at), concat(max(scan.occurred_at))
     from parcels as box
     left join tracking_events as scan
       on scan.tenant_id = box.tenant_id and scan.parcel_id = box.id
     where box.${OWN}
     group by box.id, box.tracked_at having box.tracked_at is distinct from max(scan.occurred_at)`,
  ),
];
