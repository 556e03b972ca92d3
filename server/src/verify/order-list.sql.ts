// The order list is what the orders are: its rows, and the counts of its shapes.

import { type Invariant, invariant, OWN } from './sql.ts';

/** Orders that something happened to which is not in the list yet: nobody may judge their rows. */
const UNSEEN = `unseen as (
       select event.subject, event.subject_kind
       from event_batches as batch
       join events as event on event.tenant_id = batch.tenant_id
         and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
       where batch.${OWN}
         and (batch.first_position is null
              or batch.first_position + event.ordinal
                 > coalesce((select position from order_list_progress where ${OWN}), 0))
     ), pending as (
       select subject as order_id from unseen where subject_kind = 'order'
       union
       select trouble.order_id from unseen
       join exceptions as trouble on trouble.${OWN} and trouble.id = unseen.subject
       where unseen.subject_kind = 'exception' and trouble.order_id is not null
     )`;

const told = (from: string) =>
  `concat_ws(' ', ${from}.channel_id, ${from}.status, ${from}.fulfillment_status,
     ${from}.stock_status, ${from}.payment_status, ${from}.return_status, ${from}.has_exception,
     ${from}.is_imported, ${from}.placed, ${from}.ship_by, ${from}.total, ${from}.currency, ${from}.country,
     ${from}.customer_id, ${from}.open_holds, ${from}.open_exceptions)`;

const FACTS = `fact as (
       select ord.id as order_id, ord.channel_id, ord.status, ord.fulfillment_status,
              ord.stock_status, coalesce(account.status, 'none') as payment_status,
              ord.return_status, coalesce(trouble.open, 0) > 0 as has_exception,
              ord.imported_at is not null as is_imported,
              (extract(epoch from ord.placed_at) * 1000000)::bigint as placed,
              coalesce((extract(epoch from ord.ship_by) * 1000000)::bigint, 999999999999999999)
                as ship_by,
              ord.total_minor as total, ord.currency, ord.destination_country as country,
              ord.customer_id, ord.open_holds, coalesce(trouble.open, 0) as open_exceptions
       from orders as ord
       left join payment_accounts as account on account.${OWN} and account.order_id = ord.id
       left join (select order_id, count(*) as open from exceptions
                  where ${OWN} and order_id is not null and closed_at is null
                  group by order_id) as trouble on trouble.order_id = ord.id
       where ord.${OWN}
     ), listed as (
       select listed.order_id, shape.channel_id, shape.status, shape.fulfillment_status,
              shape.stock_status, shape.payment_status, shape.return_status, shape.has_exception,
              shape.is_imported, shape.currency, listed.placed, listed.ship_by, listed.total, listed.country,
              listed.customer_id, listed.open_holds, listed.open_exceptions
       from order_list as listed
       left join order_shapes as shape on shape.${OWN} and shape.shape = listed.shape
       where listed.${OWN}
     )`;

export const orderListInvariants: readonly Invariant[] = [
  invariant(
    'ordersAreListed',
    'The order list is what the orders are, as far as it has come',
    `with ${UNSEEN}, ${FACTS}
     select coalesce(fact.order_id, listed.order_id) as subject, ${told('listed')} as found,
            ${told('fact')} as expected
     from listed full join fact on fact.order_id = listed.order_id
     where ${told('listed')} <> ${told('fact')}
       and not exists (select from pending
                       where pending.order_id = coalesce(fact.order_id, listed.order_id))`,
  ),
  invariant(
    'shapesAreCounted',
    'Counts of the order list equal its rows',
    `select coalesce(shape.shape, listed.shape) as subject, coalesce(shape.orders, 0) as found,
            coalesce(listed.orders, 0) as expected
     from (select shape, orders from order_shapes where ${OWN}) as shape
     full join (select shape, count(*) as orders from order_list where ${OWN} group by shape)
       as listed using (shape)
     where coalesce(shape.orders, 0) <> coalesce(listed.orders, 0)`,
  ),
  invariant(
    'ordersAreFoundByTheirParts',
    'Orders are found by the SKUs, locations, holds and exceptions they have, and by no others',
    `with ${UNSEEN}, fact as (
       select 'order-sku' as kind, sku_code as value, order_id from order_lines where ${OWN}
       union
       select 'order-location', replace(location_id::text, '-', ''), owner from reservations
       where ${OWN} and owner_kind = 'order'
       union
       select 'order-location', replace(location_id::text, '-', ''), order_id from fulfillment_orders where ${OWN}
       union
       select 'order-hold', reason, order_id from order_holds where ${OWN} and released_at is null
       union
       select 'order-exception', type, order_id from exceptions
       where ${OWN} and order_id is not null and closed_at is null
     ), listed as (
       -- Behind the word of a SKU stands its code as it is written.
       select kind, case kind when 'order-sku' then substr(token, 1 + position(' ' in token))
                              else token end as value, entity as order_id
       from search_tokens
       where ${OWN} and kind in ('order-sku', 'order-location', 'order-hold', 'order-exception')
     ), differing as (
       (select kind, value, order_id, 'too few' as how from fact
        except select kind, value, order_id, 'too few' from listed)
       union all
       (select kind, value, order_id, 'too many' from listed
        except select kind, value, order_id, 'too many' from fact)
     )
     select order_id as subject, how as found, concat_ws(' ', kind, value) as expected
     from differing
     where not exists (select from pending where pending.order_id = differing.order_id)`,
  ),
  invariant(
    'bulkActionsAreCounted',
    'Counts of bulk actions equal what came of their orders',
    `with counted as (
       select bulk_id as id, count(*) as orders,
              count(*) filter (where outcome = 'done') as done,
              count(*) filter (where outcome = 'skipped') as skipped,
              count(*) filter (where outcome = 'failed') as failed
       from bulk_action_orders where ${OWN} group by bulk_id
     )
     select bulk.id as subject,
            concat_ws(' ', bulk.orders, bulk.done, bulk.skipped, bulk.failed) as found,
            concat_ws(' ', counted.orders, counted.done, counted.skipped, counted.failed)
              as expected
     from (select * from bulk_actions where ${OWN}) as bulk
     left join counted using (id)
     where (bulk.orders, bulk.done, bulk.skipped, bulk.failed)
             is distinct from (coalesce(counted.orders, 0), coalesce(counted.done, 0),
                               coalesce(counted.skipped, 0), coalesce(counted.failed, 0))
       -- What is forgotten goes in parts.
       and bulk.forget_at > now()`,
  ),
];
