// SQL of what makes orders findable.

import { statement } from '../db/statement.ts';

// Locked, so that an erasure waits and then finds the tokens that are made of them.
export const selectContactsForSearch = statement<{
  order_id: string;
  email: string | null;
  name: string | null;
  phone: string | null;
}>(
  'orders.selectContactsForSearch',
  `select replace(order_id::text, '-', '') as order_id, email, name, phone from order_contacts
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id for share`,
);

export const selectTrackingNumbers = statement<{ order_id: string; tracking_number: string }>(
  'orders.selectTrackingNumbers',
  `select replace(order_id::text, '-', '') as order_id, tracking_number from parcels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
     and tracking_number is not null`,
);
