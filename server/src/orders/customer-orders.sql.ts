// SQL of what a customer has bought: of their newest orders, as many as are counted.

import type { OrderStatus } from '@doorstep/core/orders/order-status.ts';
import { statement } from '../db/statement.ts';

export const selectSpentByCustomer = statement<{
  currency: string;
  orders: number;
  amount_minor: bigint;
  first_at: Date;
  last_at: Date;
}>(
  'orders.selectSpentByCustomer',
  `select currency, count(*)::int as orders,
          sum(total_minor - canceled_minor - granted_minor)::bigint as amount_minor,
          min(placed_at) as first_at, max(placed_at) as last_at
   from (
     select currency, total_minor, canceled_minor, granted_minor, placed_at from orders
     where tenant_id = (select current_tenant()) and customer_id = $1
     order by id desc limit $2
   ) as bought
   group by currency order by currency`,
);

export const selectOpenOrdersOfCustomer = statement<{
  id: string;
  number: string;
  status: OrderStatus;
  placed_at: Date;
  currency: string;
  total_minor: bigint;
}>(
  'orders.selectOpenOrdersOfCustomer',
  `select id, number, status, placed_at, currency, total_minor
   from (
     select id, coalesce(number_text, number::text) as number, status, placed_at, currency, total_minor,
            canceled + shipped - overshipped < ordered as is_open
     from orders
     where tenant_id = (select current_tenant()) and customer_id = $1
     order by id desc limit $2
   ) as bought
   where is_open order by id desc limit 20`,
);
