// Returns add up: what came, what orders count as returned, what was given back for it.

import { type Invariant, invariant, OWN } from './sql.ts';

export const returnInvariants: readonly Invariant[] = [
  invariant(
    'returnsAreCounted',
    'The counts of a return equal those of its lines and of the items that came',
    `with lines as (
       select return_id, sum(requested) as requested, sum(received) as received,
              sum(greatest(0, received - requested)) as unexpected
       from return_lines where ${OWN} group by return_id
     ), items as (
       select return_id, sum(quantity) as units,
              coalesce(sum(quantity) filter (where line_number is null), 0) as of_no_line
       from return_items where ${OWN} group by return_id
     )
     select coalesce(ret.id, lines.return_id, items.return_id) as subject,
            concat_ws(' ', ret.requested, ret.received, ret.unexpected) as found,
            concat_ws(' ', coalesce(lines.requested, 0), coalesce(items.units, 0),
                      coalesce(lines.unexpected, 0) + coalesce(items.of_no_line, 0)) as expected
     from (select * from returns where ${OWN}) as ret
     full join lines on lines.return_id = ret.id
     full join items on items.return_id = coalesce(ret.id, lines.return_id)
     where ret.requested is distinct from coalesce(lines.requested, 0)
        or ret.received is distinct from coalesce(items.units, 0)
        or ret.received is distinct from coalesce(lines.received, 0)
                                         + coalesce(items.of_no_line, 0)
        or ret.unexpected is distinct from coalesce(lines.unexpected, 0)
                                           + coalesce(items.of_no_line, 0)`,
  ),
  invariant(
    'returnLinesAreItems',
    'Received units of a line of a return equal the items that came for it',
    `with came as (
       select return_id, line_number, sum(quantity) as units
       from return_items where ${OWN} and line_number is not null group by return_id, line_number
     )
     select concat(coalesce(line.return_id, came.return_id), ' line ',
                   coalesce(line.line_number, came.line_number)) as subject,
            coalesce(line.received, 0) as found, coalesce(came.units, 0) as expected
     from (select * from return_lines where ${OWN}) as line
     full join came using (return_id, line_number)
     where coalesce(line.received, 0) <> coalesce(came.units, 0)`,
  ),
  invariant(
    'returnedIsReceived',
    'Returned units of an order line are those its returns received, shipped before or a recorded difference',
    `with back as (
       select ret.order_id, line.line_number as number, sum(line.received) as units,
              sum(line.beyond_shipped) as beyond
       from returns as ret
       join return_lines as line on line.tenant_id = ret.tenant_id and line.return_id = ret.id
       where ret.${OWN} group by ret.order_id, line.line_number
     )
     select concat(coalesce(line.order_id, back.order_id), ' line ',
                   coalesce(line.number, back.number)) as subject,
            concat(line.returned, ' returned of ', line.shipped) as found,
            concat(coalesce(back.units, 0), ' received, ', coalesce(back.beyond, 0),
                   ' beyond shipped') as expected
     from (select * from order_lines where ${OWN}) as line
     full join back using (order_id, number)
     where coalesce(line.returned - line.past_returned, 0) <> coalesce(back.units, 0)
        or line.returned > line.shipped + coalesce(back.beyond, 0)`,
  ),
  invariant(
    'returnsAreRebuilt',
    'Returns rebuilt from the log equal the tables',
    `with told as (
       select data->>'return' as id, (change->>'line')::int as line_number,
              sum(coalesce((change->>'requested')::int, 0)) as requested,
              sum(coalesce((change->>'returned')::int, 0)) as received,
              sum(coalesce((change->>'beyondShipped')::int, 0)) as beyond_shipped,
              sum(coalesce((change->>'refunded')::int, 0)) as refunded
       from events, json_array_elements(
         case when type = 'return.received.v1' then data->'lines'
              else data->'returnLines' end) as change
       where ${OWN} and type in ('return.requested.v1', 'return.received.v1', 'return.refunded.v1')
       group by 1, 2
     ), line as (
       select concat('ret_', replace(return_id::text, '-', '')) as id, line_number, requested,
              received, beyond_shipped, refunded
       from return_lines where ${OWN}
     )
     select concat(id, ' line ', line_number) as subject,
            concat_ws(' ', line.requested, line.received, line.beyond_shipped, line.refunded)
              as found,
            concat_ws(' ', told.requested, told.received, told.beyond_shipped, told.refunded)
              as expected
     from line full join told using (id, line_number)
     where (line.requested, line.received, line.beyond_shipped, line.refunded)
       is distinct from (told.requested, told.received, told.beyond_shipped, told.refunded)`,
  ),
  invariant(
    'refundsOfReturnsAreGranted',
    'What was given back for a return equals the refunds granted for it',
    `with granted as (
       select return_id, sum(amount_minor) as amount from granted_refunds
       where ${OWN} and return_id is not null group by return_id
     )
     select coalesce(ret.id, granted.return_id) as subject,
            coalesce(ret.granted_minor, 0) as found, coalesce(granted.amount, 0) as expected
     from (select * from returns where ${OWN}) as ret
     full join granted on granted.return_id = ret.id
     where coalesce(ret.granted_minor, 0) <> coalesce(granted.amount, 0)`,
  ),
];
