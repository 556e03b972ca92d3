// SQL that keeps the order list: how far it is, and the rows of orders that something happened to.

import { statement } from '../db/statement.ts';
import { NO_DATE } from './find.sql.ts';

export const ensureListProgress = statement(
  'desk.ensureListProgress',
  `insert into order_list_progress (tenant_id, position) values (current_tenant(), 0)
   on conflict do nothing`,
);

// The lock: one transaction at a time writes the list of a tenant, so counts are never mixed up.
export const lockListProgress = statement<{ position: bigint }>(
  'desk.lockListProgress',
  `select position from order_list_progress
   where tenant_id = (select current_tenant()) for update`,
);

export const advanceListProgress = statement(
  'desk.advanceListProgress',
  `update order_list_progress set position = $1 where tenant_id = (select current_tenant())`,
);

// What is committed and not in the list: counted where it is sequenced, and whether more waits.
export const selectListProgress = statement<{ behind: bigint; is_more_pending: boolean }>(
  'desk.selectListProgress',
  `select greatest(0,
            coalesce((select last_position from log_heads
                      where tenant_id = (select current_tenant())), 0)
            - coalesce((select position from order_list_progress
                        where tenant_id = (select current_tenant())), 0))::bigint as behind,
          exists (select from event_batches
                  where tenant_id = (select current_tenant()) and batch_position is null)
            as is_more_pending`,
);

export const selectOrdersOfExceptions = statement<{ id: string; order_id: string }>(
  'desk.selectOrdersOfExceptions',
  `select replace(id::text, '-', '') as id, replace(order_id::text, '-', '') as order_id
   from exceptions
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[]) and order_id is not null`,
);

const AXES = [
  'channel_id',
  'status',
  'fulfillment_status',
  'stock_status',
  'payment_status',
  'return_status',
  'currency',
  'has_exception',
  'is_imported',
];
const axes = AXES.join(', ');
const sameAxes = (a: string, b: string) =>
  AXES.map((axis) => `${a}.${axis} = ${b}.${axis}`).join(' and ');
const MICROS = (time: string) => `(extract(epoch from ${time}) * 1000000)::bigint`;

// In one statement: the orders as they are now ($1, and when something happened to each, $2), shapes
// that no order had before, the rows, and what they add to the counts of shapes and take off them.
export const keepListed = statement(
  'desk.keepListed',
  `with facts as materialized (
     select ord.id as order_id, ord.channel_id, ord.status, ord.fulfillment_status,
            ord.stock_status, coalesce(account.status, 'none') as payment_status,
            ord.return_status, coalesce(trouble.open, 0) > 0 as has_exception,
            ord.imported_at is not null as is_imported,
            ${MICROS('ord.placed_at')} as placed,
            ${MICROS('greatest(told.at, ord.placed_at)')} as updated,
            coalesce(${MICROS('ord.ship_by')}, ${NO_DATE}) as ship_by,
            ord.total_minor as total, ord.currency, ord.destination_country as country,
            ord.customer_id, ord.open_holds, coalesce(trouble.open, 0)::integer as open_exceptions
     from unnest($1::uuid[], $2::timestamptz[]) as told(id, at)
     join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = told.id
     left join payment_accounts as account
       on account.tenant_id = (select current_tenant()) and account.order_id = told.id
     left join (
       select order_id, count(*) as open from exceptions
       where tenant_id = (select current_tenant()) and order_id = any ($1) and closed_at is null
       group by order_id
     ) as trouble on trouble.order_id = told.id
   ), known as materialized (
     select shape, ${axes} from order_shapes where tenant_id = (select current_tenant())
   ), made as (
     insert into order_shapes (tenant_id, shape, ${axes}, orders)
     select current_tenant(),
            (select coalesce(max(shape), 0) from known)
              + row_number() over (order by ${axes}),
            ${axes}, count(*)
     from facts
     where not exists (select from known where ${sameAxes('known', 'facts')})
     group by ${axes}
     returning shape, ${axes}
   ), shaped as materialized (
     select facts.*, shape.shape
     from facts
     join (select shape, ${axes} from known union all select shape, ${axes} from made) as shape
       on ${sameAxes('shape', 'facts')}
   ), before as (
     select listed.shape from facts
     join order_list as listed on listed.tenant_id = (select current_tenant())
       and listed.order_id = facts.order_id
   ), written as (
     insert into order_list as listed (tenant_id, order_id, shape, placed, updated, total,
       ship_by, country, customer_id, open_holds, open_exceptions)
     select current_tenant(), order_id, shape, placed, updated, total, ship_by, country,
            customer_id, open_holds, open_exceptions
     from shaped order by order_id
     on conflict (tenant_id, order_id) do update
     set shape = excluded.shape, placed = excluded.placed,
         updated = greatest(listed.updated, excluded.updated), total = excluded.total,
         ship_by = excluded.ship_by, country = excluded.country,
         customer_id = excluded.customer_id, open_holds = excluded.open_holds,
         open_exceptions = excluded.open_exceptions
   ), moved as (
     select shape, sum(orders) as orders
     from (select shape, 1 as orders from shaped union all select shape, -1 from before) as each
     group by shape having sum(orders) <> 0
   )
   update order_shapes as shape set orders = shape.orders + moved.orders
   from moved where shape.tenant_id = (select current_tenant()) and shape.shape = moved.shape`,
);

// Of the same orders, what each may have several of. Only one transaction at a time writes this, so
// what was not there is not looked for again: that were half of what it costs.
export const keepFacets = statement(
  'desk.keepFacets',
  `with told as materialized (select unnest($1::uuid[]) as id), fresh as materialized (
     select distinct 'sku' as facet, line.sku_code as value, told.id as order_id
     from told join order_lines as line
       on line.tenant_id = (select current_tenant()) and line.order_id = told.id
     union all
     select distinct 'location', replace(location_id::text, '-', ''), order_id from (
       select location_id, told.id as order_id from told join reservations as promised
         on promised.tenant_id = (select current_tenant()) and promised.owner = told.id
       union all
       select location_id, told.id from told join fulfillment_orders as work
         on work.tenant_id = (select current_tenant()) and work.order_id = told.id
     ) as at
     union all
     select distinct 'hold', hold.reason, told.id
     from told join order_holds as hold
       on hold.tenant_id = (select current_tenant()) and hold.order_id = told.id
       and hold.released_at is null
     union all
     select distinct 'exception', trouble.type, told.id
     from told join exceptions as trouble
       on trouble.tenant_id = (select current_tenant()) and trouble.order_id = told.id
       and trouble.closed_at is null
   ), known as materialized (
     select facet, value, order_id from order_facets
     where tenant_id = (select current_tenant()) and order_id = any ($1)
   ), gone as (
     delete from order_facets as old
     using (select * from known except select * from fresh) as stale
     where old.tenant_id = (select current_tenant()) and old.facet = stale.facet
       and old.value = stale.value and old.order_id = stale.order_id
   )
   insert into order_facets (tenant_id, facet, value, order_id)
   select current_tenant(), facet, value, order_id
   from (select * from fresh except select * from known) as new
   order by facet, value, order_id`,
);
