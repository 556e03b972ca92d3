// SQL of erasing a customer: every place that holds something personal.

import { statement } from '../db/statement.ts';
import type { CustomerRow } from './sql.ts';

export const eraseCustomerRow = statement<CustomerRow>(
  'customers.eraseCustomer',
  `update customers
   set external_id = null, email = null, name = null, phone = null, erased_at = $2,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning id, external_id, email, name, phone, created_at, erased_at, version`,
);

// Waits for commands on these orders: what they are still writing must be erased as well.
export const lockOrdersOfCustomer = statement<{ id: string }>(
  'customers.lockOrdersOfCustomer',
  `select id from orders
   where tenant_id = (select current_tenant()) and customer_id = $1
   order by id for update`,
);

export const eraseOrderContacts = statement(
  'customers.eraseOrderContacts',
  `update order_contacts
   set email = null, phone = null, name = null, billing_address = null,
       shipping_address = case when shipping_address is null then null
         else jsonb_build_object('country', shipping_address -> 'country') end
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])`,
);

// Where it went to stays known to about 100 km: enough for a report, too little for a household.
export const eraseOrders = statement<{ id: string; version: number }>(
  'customers.eraseOrders',
  `update orders
   set custom_fields = '{}', latitude = round(latitude), longitude = round(longitude),
       version = version + 1
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   returning id, version`,
);

export const eraseOrderNotes = statement(
  'customers.eraseOrderNotes',
  `update order_notes set body = '[erased]'
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])`,
);

// All holds are answered: the stored answer of one names itself, not its order.
export const eraseHoldNotes = statement<{ id: string }>(
  'customers.eraseHoldNotes',
  `update order_holds set note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   returning id`,
);

export const eraseCancellationNotes = statement(
  'customers.eraseCancellationNotes',
  `update order_cancellations set note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and note is not null`,
);

export const deletePersonalTokens = statement(
  'customers.deletePersonalTokens',
  `delete from search_tokens
   where tenant_id = (select current_tenant())
     and (entity = $1 and kind = 'customer'
          or entity = any ($2::uuid[]) and kind = 'order-contact')`,
);

// Reads the tenant's stored answers of two weeks: an erasure is rare and may take its time.
export const eraseStoredAnswers = statement(
  'customers.eraseStoredAnswers',
  `update idempotency_keys set answer = $2
   where tenant_id = (select current_tenant()) and answer is not null
     and exists (
       select from regexp_matches(answer, '(?:cus|ord|hld)_[0-9a-f]{32}', 'g') as found(ids)
       where found.ids[1] = any ($1::text[]))`,
);
