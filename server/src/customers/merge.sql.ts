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

// Behind the orders, as whoever gives credit has it: nobody uses of either what the two have together.
export const lockCredits = statement(
  'customers.lockCredits',
  `select from customer_credits
   where tenant_id = (select current_tenant()) and customer_id = any ($1::uuid[])
   order by customer_id, currency for update`,
);

export const moveTerms = statement(
  'customers.moveTerms',
  `update payment_terms set customer_id = $2
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and customer_id is not null`,
);

// Where both have a limit, that of the one who stays holds: nobody gave the sum of them.
export const takeCredits = statement(
  'customers.takeCredits',
  `insert into customer_credits (tenant_id, customer_id, currency, limit_minor, net_days, changed_at,
     changed_by)
   select current_tenant(), $2, currency, limit_minor, net_days, changed_at, changed_by
   from customer_credits
   where tenant_id = (select current_tenant()) and customer_id = $1
   on conflict do nothing`,
);

export const dropCredits = statement(
  'customers.dropCredits',
  `delete from customer_credits
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
