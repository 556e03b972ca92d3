// SQL that keeps the order list: how far it is, the rows of orders that something happened to, and what
// they are found by.

import { rowsStatement } from '../db/row-set.ts';
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
   ), before as materialized (
     select listed.order_id, listed.shape from facts
     join order_list as listed on listed.tenant_id = (select current_tenant())
       and listed.order_id = facts.order_id
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

export interface ToldOrderRow {
  readonly order_id: string;
  /** With its words. */
  readonly is_listed: boolean;
  /** What it has now, each `order-sku TEE-RED`: the kind of its token, and the value. */
  readonly parts: readonly string[];
  /** The rest is told of orders that are not listed yet. */
  readonly number: string;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

// Of the orders $1 what they are found by.
export const selectTold = statement<ToldOrderRow>(
  'desk.selectTold',
  `select replace(told.id::text, '-', '') as order_id, told.is_listed,
          array(
            select concat('order-sku ', line.sku_code) from order_lines as line
            where line.tenant_id = (select current_tenant()) and line.order_id = told.id
            union all
            select concat('order-location ', replace(promised.location_id::text, '-', ''))
            from reservations as promised
            where promised.tenant_id = (select current_tenant()) and promised.owner = told.id
            union all
            select concat('order-location ', replace(work.location_id::text, '-', ''))
            from fulfillment_orders as work
            where work.tenant_id = (select current_tenant()) and work.order_id = told.id
            union all
            select concat('order-hold ', hold.reason) from order_holds as hold
            where hold.tenant_id = (select current_tenant()) and hold.order_id = told.id
              and hold.released_at is null
            union all
            select concat('order-exception ', trouble.type) from exceptions as trouble
            where trouble.tenant_id = (select current_tenant()) and trouble.order_id = told.id
              and trouble.closed_at is null) as parts,
          concat_ws(' ', ord.number_text, ord.number) as number, ord.external_id,
          contact.email, contact.name, contact.phone
   from (
     select id, exists (select from order_list as listed
                        where listed.tenant_id = (select current_tenant())
                          and listed.order_id = id)
                and exists (select from search_tokens as found
                            where found.tenant_id = (select current_tenant())
                              and found.entity = id and found.kind = 'order') as is_listed
     from unnest($1::uuid[]) as id
   ) as told
   left join orders as ord on not told.is_listed
     and ord.tenant_id = (select current_tenant()) and ord.id = told.id
   left join order_contacts as contact on not told.is_listed
     and contact.tenant_id = (select current_tenant()) and contact.order_id = told.id`,
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
