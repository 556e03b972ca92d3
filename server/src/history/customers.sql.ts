// SQL of the customers that files of the past name.

import { statement } from '../db/statement.ts';

export interface PastCustomerRow {
  /** Who was merged is the one they were merged into. */
  readonly id: string;
  readonly is_alias: boolean;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly version: number;
}

// Sorted, and locked against erasure: an erasure waits until the orders are there, and erases those.
export const lockPastCustomers = statement<PastCustomerRow>(
  'history.lockPastCustomers',
  `select coalesce(merged_into, id) as id, merged_into is not null as is_alias, external_id, email,
          version
   from customers
   where tenant_id = (select current_tenant()) and id in (
     select id from customers
     where tenant_id = (select current_tenant()) and external_id is not null
       and external_id = any ($1::text[])
     union all
     select id from customers
     where tenant_id = (select current_tenant()) and email is not null
       and email = any ($2::text[]))
   order by id for key share`,
);

export const insertPastCustomers = statement(
  'history.insertPastCustomers',
  `insert into customers (tenant_id, id, external_id, email, name, phone, created_at)
   select current_tenant(), row.id, row."externalId", row.email, row.name, row.phone, $2
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, "externalId" text, email text, name text, phone text)
   order by row.id
   on conflict do nothing`,
);
