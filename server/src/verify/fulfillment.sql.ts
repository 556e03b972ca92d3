// Fulfillment orders and parcels add up, with each other and with the lines of their orders.

import { type Invariant, invariant, OWN } from './sql.ts';

const COUNTS = [
  'quantity',
  'allocated',
  'picked',
  'packed',
  'shipped',
  'canceled',
  'short',
  'overshipped',
];
const countsOf = (from: string) => COUNTS.map((count) => `${from}.${count}`).join(', ');
const sums = COUNTS.map((count) => `sum(${count})::bigint as ${count}`).join(', ');
/** What a count became, by the changes that events tell. */
const told = (counts: readonly string[]) =>
  counts.map((count) => `sum(coalesce((change->>'${count}')::int, 0)) as ${count}`).join(', ');
const IN_WORK = ['allocated', 'picked', 'packed', 'shipped', 'overshipped'];

export const fulfillmentInvariants: readonly Invariant[] = [
  invariant(
    'workIsSumOfItsLines',
    'The counts of a fulfillment order equal those of its lines',
    `with counted as (
       select fulfillment_order_id as id, ${sums} from fulfillment_order_lines
       where ${OWN} group by fulfillment_order_id
     )
     select coalesce(work.id, counted.id) as subject,
            concat_ws(' ', ${countsOf('work')}) as found,
            concat_ws(' ', ${countsOf('counted')}) as expected
     from (select * from fulfillment_orders where ${OWN}) as work
     full join counted using (id)
     where (${countsOf('work')}) is distinct from (${countsOf('counted')})`,
  ),
  invariant(
    'linesAreWorkedOn',
    'Units of an order line that are allocated, picked, packed or shipped are those of its fulfillment orders',
    `with asked as (
       select work.order_id, line.line_number as number,
              ${IN_WORK.map((count) => `sum(line.${count})::bigint as ${count}`).join(', ')}
       from fulfillment_orders as work
       join fulfillment_order_lines as line on line.tenant_id = work.tenant_id
         and line.fulfillment_order_id = work.id
       where work.${OWN} group by work.order_id, line.line_number
     )
     select concat(coalesce(line.order_id, asked.order_id), ' line ',
                   coalesce(line.number, asked.number)) as subject,
            concat_ws(' ', ${IN_WORK.map((count) => `line.${count}`).join(', ')}) as found,
            concat_ws(' ', ${IN_WORK.map((count) => `asked.${count}`).join(', ')}) as expected
     from (select order_id, number, allocated, picked, packed, overshipped,
                  shipped - past_shipped as shipped
           from order_lines where ${OWN}) as line
     full join asked using (order_id, number)
     where (${IN_WORK.map((count) => `coalesce(line.${count}, 0)`).join(', ')})
        <> (${IN_WORK.map((count) => `coalesce(asked.${count}, 0)`).join(', ')})`,
  ),
  invariant(
    'workIsPromised',
    'Open units of a fulfillment order equal the reservations behind it, at its location',
    `with firm as (
       select fulfillment_order_id, line_number, location_id, sum(quantity) as quantity
       from reservations where ${OWN} and fulfillment_order_id is not null
       group by fulfillment_order_id, line_number, location_id
     ), open as (
       select line.fulfillment_order_id, line.line_number, work.location_id,
              line.allocated + line.picked + line.packed as quantity
       from fulfillment_order_lines as line
       join fulfillment_orders as work on work.tenant_id = line.tenant_id
         and work.id = line.fulfillment_order_id
       where line.${OWN} and line.sku_id is not null
     )
     select concat(fulfillment_order_id, ' line ', line_number) as subject,
            coalesce(open.quantity, 0) as found, coalesce(firm.quantity, 0) as expected
     from open full join firm using (fulfillment_order_id, line_number, location_id)
     where coalesce(open.quantity, 0) <> coalesce(firm.quantity, 0)`,
  ),
  invariant(
    'parcelsHoldWhatIsPacked',
    'Packed and shipped units of a fulfillment order are in its parcels',
    `with boxed as (
       select box.fulfillment_order_id, line.line_number,
              coalesce(sum(line.quantity - line.canceled)
                       filter (where box.shipped_at is null), 0) as packed,
              coalesce(sum(line.quantity - line.canceled)
                       filter (where box.shipped_at is not null), 0) as shipped
       from parcels as box
       join parcel_lines as line on line.tenant_id = box.tenant_id and line.parcel_id = box.id
       where box.${OWN} group by box.fulfillment_order_id, line.line_number
     )
     select concat(fulfillment_order_id, ' line ', line_number) as subject,
            concat(work.packed, ' packed, ', work.shipped, ' shipped') as found,
            concat(boxed.packed, ' packed, ', boxed.shipped, ' shipped') as expected
     from (select * from fulfillment_order_lines where ${OWN}) as work
     full join boxed using (fulfillment_order_id, line_number)
     where (coalesce(work.packed, 0), coalesce(work.shipped, 0))
        <> (coalesce(boxed.packed, 0), coalesce(boxed.shipped, 0))`,
  ),
  invariant(
    'emptyParcelsAreVoided',
    'A parcel that has not left is voided when, and only when, nothing is in it',
    `select box.id as subject, concat(sum(line.quantity - line.canceled), ' in it') as found,
            case when box.voided_at is null then 'some' else 'none' end as expected
     from parcels as box
     join parcel_lines as line on line.tenant_id = box.tenant_id and line.parcel_id = box.id
     where box.${OWN} and box.shipped_at is null
     group by box.id, box.voided_at
     having (sum(line.quantity - line.canceled) = 0) <> (box.voided_at is not null)`,
  ),
  invariant(
    'workIsRebuilt',
    'Fulfillment orders rebuilt from the log equal the tables',
    `with told as (
       select substr(change->>'fulfillmentOrder', 5)::uuid as fulfillment_order_id,
              (change->>'line')::int as line_number, ${told(COUNTS)}
       from events, json_array_elements(data->'fulfillment') as change
       where ${OWN} and subject_kind = 'order' and data->'fulfillment' is not null group by 1, 2
     )
     select concat(fulfillment_order_id, ' line ', line_number) as subject,
            concat_ws(' ', ${countsOf('line')}) as found,
            concat_ws(' ', ${countsOf('told')}) as expected
     from (select * from fulfillment_order_lines where ${OWN}) as line
     full join told using (fulfillment_order_id, line_number)
     where (${countsOf('line')}) is distinct from (${countsOf('told')})`,
  ),
  invariant(
    'parcelsAreRebuilt',
    'Parcels rebuilt from the log equal the tables',
    `with told as (
       select substr(change->>'parcel', 5)::uuid as parcel_id, (change->>'line')::int as line_number,
              ${told(['quantity', 'canceled'])}
       from events, json_array_elements(data->'parcels') as change
       where ${OWN} and subject_kind = 'order' and data->'parcels' is not null group by 1, 2
     )
     select concat(parcel_id, ' line ', line_number) as subject,
            concat_ws(' ', line.quantity, line.canceled) as found,
            concat_ws(' ', told.quantity, told.canceled) as expected
     from (select * from parcel_lines where ${OWN}) as line
     full join told using (parcel_id, line_number)
     where (line.quantity, line.canceled) is distinct from (told.quantity, told.canceled)`,
  ),
];
