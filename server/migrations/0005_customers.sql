create table customers (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  email text,
  name text,
  phone text,
  created_at timestamptz not null,
  -- An erased customer keeps the row, so that orders and totals still add up, and nothing else.
  erased_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint erased_customer_has_no_personal_data
    check (erased_at is null or (email is null and name is null and phone is null
           and external_id is null))
);
-- E-mail addresses are stored in lower case; the same address is the same customer.
create unique index customers_email on customers (tenant_id, email) where email is not null;
create unique index customers_external_id on customers (tenant_id, external_id)
  where external_id is not null;
call protect_tenant_table('customers');

-- Search by range scan: under row-level security only leakproof operators use an index, so LIKE
-- and full text would read the whole table.
create table search_tokens (
  tenant_id uuid not null,
  -- 'order', 'customer', 'sku'
  kind text not null,
  token text not null collate "C",
  entity uuid not null,
  primary key (tenant_id, kind, token, entity)
);
create index search_tokens_of_entity on search_tokens (tenant_id, entity);
call protect_tenant_table('search_tokens');
