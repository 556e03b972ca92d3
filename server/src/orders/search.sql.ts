// SQL of what makes parcels findable.

import { statement } from '../db/statement.ts';

export const selectTrackingNumbers = statement<{ order_id: string; tracking_number: string }>(
  'orders.selectTrackingNumbers',
  `select replace(order_id::text, '-', '') as order_id, tracking_number from parcels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
     and tracking_number is not null`,
);
