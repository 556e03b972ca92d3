// SQL of customers.

import { statement } from '../db/statement.ts';

const COLUMNS = 'id, external_id, email, name, phone, created_at, erased_at, merged_into, version';

export interface CustomerRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly created_at: Date;
  readonly erased_at: Date | null;
  readonly merged_into: string | null;
  readonly version: number;
}

export const selectCustomer = statement<CustomerRow>(
  'customers.selectCustomer',
  `select ${COLUMNS} from customers where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectCustomers = statement<CustomerRow>(
  'customers.selectCustomers',
  `select ${COLUMNS} from customers
   where tenant_id = (select current_tenant()) and id < $1 and merged_into is null
   order by id desc limit $2`,
);

export const selectCustomersAmong = statement<CustomerRow>(
  'customers.selectCustomersAmong',
  `select ${COLUMNS} from customers
   where tenant_id = (select current_tenant()) and id < $1 and id = any ($3::uuid[])
   order by id desc limit $2`,
);

// Each branch has a unique index of its own.
export const selectTaken = statement<{ field: 'email' | 'externalId' }>(
  'customers.selectTaken',
  `select 'email' as field from customers
   where tenant_id = (select current_tenant()) and email = $1 and id <> $3
   union all
   select 'externalId' from customers
   where tenant_id = (select current_tenant()) and external_id = $2 and id <> $3`,
);

export const insertCustomer = statement<CustomerRow>(
  'customers.insertCustomer',
  `insert into customers (tenant_id, id, external_id, email, name, phone, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6)
   on conflict do nothing
   returning ${COLUMNS}`,
);

// For update, not less: it holds off captures that found the customer, until they committed.
export const lockCustomer = statement<CustomerRow>(
  'customers.lockCustomer',
  `select ${COLUMNS} from customers
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const updateCustomer = statement<CustomerRow>(
  'customers.updateCustomer',
  `update customers
   set external_id = $2, email = $3, name = $4, phone = $5, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

// ---- for order capture, many at once ----

export interface CustomerByEmailRow {
  readonly id: string;
  readonly email: string;
}

// Sorted, like every lock of a capture. The lock makes an erasure wait until the order is there,
// so that it erases that order's contact too; a merge waits as well, and takes the order along. Who
// was merged is the one they were merged into.
export const lockCustomersByEmail = statement<CustomerByEmailRow>(
  'customers.lockCustomersByEmail',
  `select coalesce(merged_into, id) as id, email from customers
   where tenant_id = (select current_tenant()) and email is not null
     and email = any ($1::text[])
   order by email for key share`,
);

export const insertCustomersByEmail = statement<CustomerByEmailRow>(
  'customers.insertCustomersByEmail',
  `insert into customers (tenant_id, id, email, name, phone, created_at)
   select current_tenant(), row.id, row.email, row.name, row.phone, $2
   from jsonb_to_recordset($1::jsonb) as row(id uuid, email text, name text, phone text)
   order by row.email
   on conflict do nothing
   returning id, email`,
);
