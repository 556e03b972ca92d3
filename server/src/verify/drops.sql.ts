// Drops add up: pools, holds, sales, limits and queues.

import { type Invariant, invariant, OWN } from './sql.ts';

/** The units of a drop by SKU, counted anew where they stand. */
const COUNTED = `
  select drop_id, sku_id, sum(pooled) as pooled, sum(held) as held, sum(sold) as sold,
         sum(preordered) as preordered, sum(waiting) as waiting
  from (
    select drop_id, sku_id, quantity as pooled, 0 as held, 0 as sold, 0 as preordered, 0 as waiting
    from reservations where ${OWN} and drop_id is not null and owner_kind = 'drop'
    union all
    select drop_id, sku_id, 0, quantity, 0, 0, 0
    from reservations where ${OWN} and drop_id is not null and owner_kind = 'cart'
    union all
    select drop_id, sku_id, 0, 0, sold, preordered, 0 from drop_sales where ${OWN}
    union all
    select drop_id, sku_id, 0, 0, 0, 0, 1 from drop_places where ${OWN} and state = 'waiting'
  ) as every group by drop_id, sku_id`;

const COUNTS = ['pooled', 'held', 'sold', 'preordered', 'waiting'];
const countsOf = (from: string) =>
  COUNTS.map((count) => `coalesce(${from}.${count}, 0)`).join(', ');

export const dropInvariants: readonly Invariant[] = [
  invariant(
    'dropsAddUp',
    'Units of a drop are in its pool, held, sold or pre-ordered as its counts say, and nothing is lost',
    `with counted as (${COUNTED})
     select concat(coalesce(item.drop_id, counted.drop_id), ' ',
                   coalesce(item.sku_id, counted.sku_id)) as subject,
            concat_ws(' ', item.set_apart, 'set apart,', ${countsOf('item')}) as found,
            concat_ws(' ', ${countsOf('counted')}) as expected
     from (select * from drop_items where ${OWN}) as item
     full join counted using (drop_id, sku_id)
     where (${countsOf('item')}) is distinct from (${countsOf('counted')})
        or item.set_apart is distinct from item.pooled + item.held + item.sold
        or item.preordered > item.preorder_cap`,
  ),
  invariant(
    'dropHoldsArePromised',
    'What is reserved for a cart of a drop is an open hold of it, and lapses with it',
    `select coalesce(hold.id, promised.owner) as subject,
            concat(promised.drop_id, ' until ', promised.expires_at) as found,
            concat(hold.drop_id, ' until ', hold.expires_at) as expected
     from (select * from drop_holds where ${OWN}) as hold
     full join (select distinct owner, drop_id, expires_at from reservations
                where ${OWN} and drop_id is not null and owner_kind = 'cart') as promised
       on promised.owner = hold.id
     where (hold.drop_id, hold.expires_at) is distinct from (promised.drop_id, promised.expires_at)`,
  ),
  invariant(
    'buyersAreCounted',
    'What a buyer holds and has bought of a drop equals their holds and orders',
    `with counted as (
       select drop_id, buyer, sum(held) as held, sum(bought) as bought from (
         select hold.drop_id, hold.buyer, promised.quantity as held, 0 as bought
         from drop_holds as hold
         join reservations as promised on promised.tenant_id = hold.tenant_id
           and promised.owner = hold.id
         where hold.${OWN}
         union all
         select drop_id, buyer, 0, sold + preordered from drop_sales
         where ${OWN} and buyer is not null
       ) as every group by drop_id, buyer
     )
     select concat(coalesce(known.drop_id, counted.drop_id), ' ',
                   coalesce(known.buyer, counted.buyer)) as subject,
            concat(known.held, ' held, ', known.bought, ' bought') as found,
            concat(counted.held, ' held, ', counted.bought, ' bought') as expected
     from (select * from drop_buyers where ${OWN}) as known
     full join counted using (drop_id, buyer)
     where (coalesce(known.held, 0), coalesce(known.bought, 0))
        <> (coalesce(counted.held, 0), coalesce(counted.bought, 0))`,
  ),
  // A limit that was lowered takes nothing from those who have more.
  invariant(
    'limitsAreKept',
    'No buyer has more of a drop than its limit was at its highest',
    `with limits as (
       select subject as drop_id, max(coalesce((data->>'limitPerBuyer')::int, 2147483647)) as most
       from events where ${OWN} and subject_kind = 'drop'
         and type in ('drop.created.v1', 'drop.changed.v1') group by subject
     )
     select concat(buyer.drop_id, ' ', buyer.buyer) as subject,
            concat(buyer.held, ' held, ', buyer.bought, ' bought') as found,
            concat('at most ', limits.most) as expected
     from drop_buyers as buyer join limits on limits.drop_id = buyer.drop_id
     where buyer.${OWN} and buyer.held + buyer.bought > limits.most`,
  ),
  invariant(
    'preordersWait',
    'Pre-ordered units that wait are backordered units of their orders, and counted by SKU',
    `select concat(sale.order_id, ' ', sale.sku_id) as subject,
            concat(sale.waiting, ' wait') as found, concat(line.units, ' backordered') as expected
     from drop_sales as sale
     left join (select order_id, sku_id, sum(backordered) as units from order_lines
                where ${OWN} group by order_id, sku_id) as line
       on line.order_id = sale.order_id and line.sku_id = sale.sku_id
     where sale.${OWN} and sale.waiting is distinct from line.units
     union all
     select known.sku_id::text, concat(known.preordered, ' pre-ordered'),
            concat(coalesce(sum(sale.waiting), 0), ' wait')
     from backorder_limits as known
     left join drop_sales as sale on sale.tenant_id = known.tenant_id
       and sale.sku_id = known.sku_id
     where known.${OWN} group by known.sku_id, known.preordered
     having known.preordered <> coalesce(sum(sale.waiting), 0)`,
  ),
  invariant(
    'dropsAreOver',
    'A drop that is over has no pool and no queue',
    `select concat(item.drop_id, ' ', item.sku_id) as subject,
            concat(item.pooled, ' in the pool, ', item.waiting, ' waiting') as found,
            'none' as expected
     from drop_items as item
     join drops as over on over.tenant_id = item.tenant_id and over.id = item.drop_id
     where item.${OWN} and over.closed_at is not null and item.pooled + item.waiting > 0`,
  ),
];
