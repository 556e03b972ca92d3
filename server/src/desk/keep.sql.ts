// SQL that keeps the order list: how far it is, the rows of orders that something happened to, and what
// they are found by.

import { rowsStatement } from '../db/row-set.ts';
import type { SearchKind } from '../db/search-tokens.ts';
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
// that no order had before, the rows, and what they add to the counts of shapes and take off them. Only
// one transaction at a time writes the list: what is not in it is inserted without looking again.
// Tables are asked for the whole array at once, which walks an index once; a join asks for each id.
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
     from orders as ord
     join unnest($1::uuid[], $2::timestamptz[]) as told(id, at) on told.id = ord.id
     left join payment_accounts as account
       on account.tenant_id = (select current_tenant()) and account.order_id = ord.id
         and account.order_id = any ($1)
     left join (
       select order_id, count(*) as open from exceptions
       where tenant_id = (select current_tenant()) and order_id = any ($1) and closed_at is null
       group by order_id
     ) as trouble on trouble.order_id = ord.id
     where ord.tenant_id = (select current_tenant()) and ord.id = any ($1)
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
   ), before as materialized (
     select order_id, shape from order_list
     where tenant_id = (select current_tenant()) and order_id = any ($1)
   ), changed as (
     update order_list as listed
     set shape = now.shape, placed = now.placed, updated = greatest(listed.updated, now.updated),
         total = now.total, ship_by = now.ship_by, country = now.country,
         customer_id = now.customer_id, open_holds = now.open_holds,
         open_exceptions = now.open_exceptions
     from before join shaped as now using (order_id)
     where listed.tenant_id = (select current_tenant()) and listed.order_id = before.order_id
   ), written as (
     insert into order_list (tenant_id, order_id, shape, placed, updated, total, ship_by, country,
       customer_id, open_holds, open_exceptions)
     select current_tenant(), order_id, shape, placed, updated, total, ship_by, country,
            customer_id, open_holds, open_exceptions
     from shaped
     where not exists (select from before where before.order_id = shaped.order_id)
     order by order_id
   ), moved as (
     select shape, sum(orders) as orders
     from (select shape, 1 as orders from shaped union all select shape, -1 from before) as each
     group by shape having sum(orders) <> 0
   )
   update order_shapes as shape set orders = shape.orders + moved.orders
   from moved where shape.tenant_id = (select current_tenant()) and shape.shape = moved.shape`,
);

// Of the orders $1 those that are in the list and are found by words. With `offset 0` the planner leaves it
// a look for each: joined, it read the words of all orders of the tenant.
export const selectFound = statement<{ order_id: string }>(
  'desk.selectFound',
  `select replace(order_id::text, '-', '') as order_id from order_list as listed
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and exists (select from search_tokens as found
                 where found.tenant_id = (select current_tenant())
                   and found.entity = listed.order_id and found.kind = 'order' offset 0)`,
);

export interface OrderPartsRow {
  readonly order_id: string;
  readonly kind: SearchKind;
  /** Each once. */
  readonly values: readonly string[];
}

// What the orders $1 have by now.
export const selectParts = statement<OrderPartsRow>(
  'desk.selectParts',
  `select replace(order_id::text, '-', '') as order_id, 'order-sku' as kind,
          array_agg(distinct sku_code) as values
   from order_lines
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   group by order_id
   union all
   select replace(order_id::text, '-', ''), 'order-location',
          array_agg(distinct replace(location_id::text, '-', ''))
   from (
     select owner as order_id, location_id from reservations
     where tenant_id = (select current_tenant()) and owner = any ($1)
     union all
     select order_id, location_id from fulfillment_orders
     where tenant_id = (select current_tenant()) and order_id = any ($1)
   ) as placed
   group by order_id
   union all
   select replace(order_id::text, '-', ''), 'order-hold', array_agg(distinct reason)
   from order_holds
   where tenant_id = (select current_tenant()) and order_id = any ($1) and released_at is null
   group by order_id
   union all
   select replace(order_id::text, '-', ''), 'order-exception', array_agg(distinct type)
   from exceptions
   where tenant_id = (select current_tenant()) and order_id = any ($1) and closed_at is null
   group by order_id`,
);

export interface OrderNamesRow {
  readonly order_id: string;
  readonly number: string;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

// What the orders $1 are called, and whom they are for.
export const selectNames = statement<OrderNamesRow>(
  'desk.selectNames',
  `select replace(ord.id::text, '-', '') as order_id,
          concat_ws(' ', ord.number_text, ord.number) as number, ord.external_id,
          contact.email, contact.name, contact.phone
   from orders as ord
   left join order_contacts as contact
     on contact.tenant_id = (select current_tenant()) and contact.order_id = ord.id
       and contact.order_id = any ($1)
   where ord.tenant_id = (select current_tenant()) and ord.id = any ($1::uuid[])`,
);

const TOKENS = { kind: 'text', token: 'text', id: 'uuid' } as const;

/** Of orders that have none; without looking for them first, which were a third of what it costs. */
export const insertTokens = rowsStatement(
  'desk.insertTokens',
  TOKENS,
  (rows) => `insert into search_tokens (tenant_id, kind, token, entity)
   select current_tenant(), row.kind, row.token, row.id from ${rows.sql}`,
);

// Makes the rows all that the orders behind them are found by in these kinds: their other words are what
// they were captured with. Only one transaction at a time writes them.
export const replaceTokens = rowsStatement(
  'desk.replaceTokens',
  TOKENS,
  (rows) => `with fresh as materialized (
     select kind, token collate "C" as token, id as entity from ${rows.sql}
   ), known as materialized (
     select kind, token, entity from search_tokens
     where tenant_id = (select current_tenant()) and entity = any (${rows.after(1)}::uuid[])
   ), gone as (
     delete from search_tokens as old
     using (select * from known
            where kind in ('order-sku', 'order-location', 'order-hold', 'order-exception')
            except select * from fresh) as stale
     where old.tenant_id = (select current_tenant()) and old.kind = stale.kind
       and old.token = stale.token and old.entity = stale.entity
   )
   insert into search_tokens (tenant_id, kind, token, entity)
   select current_tenant(), kind, token, entity
   from (select * from fresh except select * from known) as new`,
);
