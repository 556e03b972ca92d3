// SQL of what makes orders findable.

import { statement } from '../db/statement.ts';

export interface SearchedOrderRow {
  readonly order_id: string;
  readonly number: string;
  readonly external_id: string | null;
  readonly sku_codes: readonly string[];
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

export const selectOrdersForSearch = statement<SearchedOrderRow>(
  'orders.selectOrdersForSearch',
  `select replace(ord.id::text, '-', '') as order_id, concat_ws(' ', ord.number_text, ord.number) as number, ord.external_id,
          array(select line.sku_code from order_lines as line
                where line.tenant_id = ord.tenant_id and line.order_id = ord.id) as sku_codes,
          contact.email, contact.name, contact.phone
   from orders as ord
   left join order_contacts as contact
     on contact.tenant_id = ord.tenant_id and contact.order_id = ord.id
   where ord.tenant_id = (select current_tenant()) and ord.id = any ($1::uuid[])`,
);

export const selectTrackingNumbers = statement<{ order_id: string; tracking_number: string }>(
  'orders.selectTrackingNumbers',
  `select replace(order_id::text, '-', '') as order_id, tracking_number from parcels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
     and tracking_number is not null`,
);
