// SQL of merging two customers.

import { statement } from '../db/statement.ts';
import type { CustomerRow } from './sql.ts';

const COLUMNS = 'id, external_id, email, name, phone, created_at, erased_at, merged_into, version';

// In id order, so that two merges of the same two wait for each other.
export const lockCustomers = statement<CustomerRow>(
  'customers.lockCustomers',
  `select ${COLUMNS} from customers
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   order by id for update`,
);

// Those who were merged into one of these before. A capture that found one holds its row until the
// order is there.
export const lockAliases = statement<CustomerRow>(
  'customers.lockAliases',
  `select ${COLUMNS} from customers
   where tenant_id = (select current_tenant()) and merged_into is not null
     and merged_into = any ($1::uuid[])
   order by id for update`,
);

export const selectAliases = statement<CustomerRow>(
  'customers.selectAliases',
  `select ${COLUMNS} from customers
   where tenant_id = (select current_tenant()) and merged_into is not null and merged_into = $1
   order by id`,
);

export const mergeCustomerRow = statement<CustomerRow>(
  'customers.mergeCustomerRow',
  `update customers
   set external_id = $2, email = $3, merged_into = $4, merged_at = $5, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning ${COLUMNS}`,
);

export const moveAliases = statement(
  'customers.moveAliases',
  `update customers set merged_into = $2
   where tenant_id = (select current_tenant()) and merged_into is not null and merged_into = $1`,
);

export const moveOrders = statement<{ id: string; version: number }>(
  'customers.moveOrders',
  `update orders set customer_id = $2, version = version + 1
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   returning id, version`,
);

export const movePastDocuments = statement(
  'customers.movePastDocuments',
  `update past_documents set customer_id = $2
   where tenant_id = (select current_tenant()) and customer_id = $1`,
);

export const countOrdersOfCustomer = statement<{ orders: number }>(
  'customers.countOrdersOfCustomer',
  `select count(*)::int as orders from (
     select from orders
     where tenant_id = (select current_tenant()) and customer_id = $1
     order by id limit $2
   ) as theirs`,
);
