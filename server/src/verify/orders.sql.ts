// Orders add up: units, money, holds.

import { type Invariant, invariant, OWN } from './sql.ts';

const PLACES = [
  'ordered',
  'canceled',
  'unpromised',
  'backordered',
  'reserved',
  'allocated',
  'picked',
  'packed',
  'shipped',
  'delivered',
  'returned',
  'overshipped',
];
const placesOf = (from: string) => PLACES.map((place) => `${from}.${place}`).join(', ');

export const orderInvariants: readonly Invariant[] = [
  invariant(
    'unitsAreInOnePlace',
    'Every ordered unit is in exactly one place, and nothing shipped less than was delivered',
    `select concat(order_id, ' line ', number) as subject,
            concat_ws(' ', ordered, canceled, unpromised, backordered, reserved, allocated, picked,
                      packed, shipped, delivered, returned, overshipped) as found,
            'ordered + overshipped = the sum of canceled … shipped' as expected
     from order_lines
     where ${OWN} and kind <> 'kit'
       and (ordered + overshipped
              <> canceled + unpromised + backordered + reserved + allocated + picked + packed
                 + shipped
            or delivered > shipped)`,
  ),
  invariant(
    'lineReservationsMatch',
    'Reserved units of a line equal its reservations not yet released, released ones the rest',
    `with promised as (
       select owner as order_id, line_number as number,
              coalesce(sum(quantity) filter (where fulfillment_order_id is null), 0) as free,
              coalesce(sum(quantity) filter (where fulfillment_order_id is not null), 0) as firm
       from reservations where ${OWN} and owner_kind = 'order' group by owner, line_number
     )
     select concat(coalesce(line.order_id, promised.order_id), ' line ',
                   coalesce(line.number, promised.number)) as subject,
            concat(line.reserved, ' and ', line.in_work) as found,
            concat(coalesce(promised.free, 0), ' and ', coalesce(promised.firm, 0)) as expected
     from (select order_id, number, reserved, allocated + picked + packed as in_work
           from order_lines where ${OWN}) as line
     full join promised using (order_id, number)
     where (coalesce(line.reserved, 0), coalesce(line.in_work, 0))
        <> (coalesce(promised.free, 0), coalesce(promised.firm, 0))`,
  ),
  invariant(
    'orderCountsMatch',
    'The counts of an order equal those of its lines',
    `with counted as (
       select order_id, sum(ordered) as ordered, sum(canceled) as canceled,
              sum(unpromised) as unpromised, sum(backordered) as backordered,
              sum(reserved) as reserved, sum(allocated + picked + packed) as in_work,
              sum(shipped) as shipped, sum(delivered) as delivered, sum(returned) as returned,
              sum(overshipped) as overshipped
       from order_lines where ${OWN} and kind <> 'kit' group by order_id
     )
     select coalesce(ord.id, counted.order_id) as subject,
            concat_ws(' ', ord.ordered, ord.canceled, ord.unpromised, ord.backordered,
                      ord.reserved, ord.in_work, ord.shipped, ord.delivered, ord.returned,
                      ord.overshipped) as found,
            concat_ws(' ', counted.ordered, counted.canceled, counted.unpromised,
                      counted.backordered, counted.reserved, counted.in_work, counted.shipped,
                      counted.delivered, counted.returned, counted.overshipped) as expected
     from (select * from orders where ${OWN}) as ord
     full join counted on counted.order_id = ord.id
     where (ord.ordered, ord.canceled, ord.unpromised, ord.backordered, ord.reserved, ord.in_work,
            ord.shipped, ord.delivered, ord.returned, ord.overshipped)
       is distinct from (counted.ordered, counted.canceled, counted.unpromised,
                         counted.backordered, counted.reserved, counted.in_work, counted.shipped,
                         counted.delivered, counted.returned, counted.overshipped)`,
  ),
  invariant(
    'moneyAddsUp',
    'The total of an order is what its lines, charges, discounts and taxes say',
    `with lines as (
       select order_id, sum(amount_minor) as items, sum(payable_minor) as payable
       from order_lines where ${OWN} and kind <> 'component' group by order_id
     ), charges as (
       select order_id, sum(amount_minor) as shipping, sum(payable_minor) as payable
       from order_charges where ${OWN} group by order_id
     ), adjusted as (
       select order_id, coalesce(sum(amount_minor) filter (where kind = 'tax'), 0) as tax,
              coalesce(sum(amount_minor) filter (where kind = 'discount'), 0) as discount
       from order_adjustments where ${OWN} group by order_id
     )
     select ord.id as subject,
            concat_ws(' ', ord.items_minor, ord.shipping_minor, ord.discount_minor, ord.tax_minor,
                      ord.total_minor) as found,
            concat_ws(' ', lines.items, coalesce(charges.shipping, 0),
                      coalesce(adjusted.discount, 0), coalesce(adjusted.tax, 0),
                      lines.payable + coalesce(charges.payable, 0)) as expected
     from orders as ord
     join lines on lines.order_id = ord.id
     left join charges on charges.order_id = ord.id
     left join adjusted on adjusted.order_id = ord.id
     where ord.${OWN}
       and (ord.items_minor, ord.shipping_minor, ord.discount_minor, ord.tax_minor,
            ord.total_minor)
         <> (lines.items, coalesce(charges.shipping, 0), coalesce(adjusted.discount, 0),
             coalesce(adjusted.tax, 0), lines.payable + coalesce(charges.payable, 0))`,
  ),
  invariant(
    'kitsShareTheirPrice',
    'The components of a kit share its amount, and are whole kits',
    `select concat(kit.order_id, ' line ', kit.number) as subject,
            sum(part.amount_minor) as found, kit.amount_minor as expected
     from order_lines as kit
     join order_lines as part on part.tenant_id = kit.tenant_id
       and part.order_id = kit.order_id and part.kit_line = kit.number
     where kit.${OWN} and kit.kind = 'kit'
     group by kit.order_id, kit.number, kit.amount_minor
     having sum(part.amount_minor) <> kit.amount_minor`,
  ),
  invariant(
    'canceledMoneyAddsUp',
    'Canceled money equals that of the cancellations',
    `with canceled as (
       select order_id, sum(amount_minor) as amount from order_cancellations
       where ${OWN} group by order_id
     )
     select coalesce(ord.id, canceled.order_id) as subject,
            coalesce(ord.canceled_minor, 0) as found, coalesce(canceled.amount, 0) as expected
     from (select * from orders where ${OWN}) as ord
     full join canceled on canceled.order_id = ord.id
     where coalesce(ord.canceled_minor, 0) <> coalesce(canceled.amount, 0)
        or (ord.status = 'canceled' and ord.canceled_minor <> ord.total_minor)`,
  ),
  invariant(
    'holdsAreCounted',
    'The count of open holds of an order is right',
    `with held as (
       select order_id, count(*) as open from order_holds
       where ${OWN} and released_at is null group by order_id
     )
     select coalesce(ord.id, held.order_id) as subject,
            coalesce(ord.open_holds, 0) as found, coalesce(held.open, 0) as expected
     from (select * from orders where ${OWN}) as ord
     full join held on held.order_id = ord.id
     where coalesce(ord.open_holds, 0) <> coalesce(held.open, 0)`,
  ),
  invariant(
    'ordersAreRebuilt',
    'Units and money of orders rebuilt from the log equal the tables',
    `with told as (
       select subject as order_id, (change->>'line')::int as number,
              ${PLACES.map((place) => `sum(coalesce((change->>'${place}')::int, 0)) as ${place}`).join(', ')}
       from events, json_array_elements(data->'lines') as change
       where ${OWN} and subject_kind = 'order' and data->'lines' is not null group by 1, 2
     ), money as (
       select subject as order_id,
              sum(coalesce((data#>>'{totals,totalMinor}')::bigint, 0)) as total,
              sum(case when type = 'order.canceled.v1'
                       then (data->>'amountMinor')::bigint
                       else coalesce((data->>'canceledMinor')::bigint, 0) end) as canceled
       from events where ${OWN} and subject_kind = 'order' group by subject
     )
     select concat(coalesce(line.order_id, told.order_id), ' line ',
                   coalesce(line.number, told.number)) as subject,
            concat_ws(' ', ${placesOf('line')}) as found,
            concat_ws(' ', ${placesOf('told')}) as expected
     from (select * from order_lines where ${OWN}) as line
     full join told using (order_id, number)
     where (${placesOf('line')}) is distinct from (${placesOf('told')})
     union all
     select ord.id::text, concat_ws(' ', ord.total_minor, ord.canceled_minor),
            concat_ws(' ', money.total, money.canceled)
     from (select * from orders where ${OWN}) as ord
     full join money on money.order_id = ord.id
     where (ord.total_minor, ord.canceled_minor) is distinct from (money.total, money.canceled)`,
  ),
];
