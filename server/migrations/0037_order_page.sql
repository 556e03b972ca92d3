-- The page on which buyers see their order: how a shop wants it, and what its links are signed with.

create table order_pages (
  tenant_id uuid not null primary key,
  is_open boolean not null,
  -- Within so many days after its delivery a buyer may ask for a return there; null: never.
  return_days integer,
  approves_returns boolean not null,
  -- Whom to write to: an address of the web or of mail.
  contact_url text,
  version integer not null,
  constraint return_days_are_few check (return_days between 1 and 365)
);
call protect_tenant_table('order_pages');

-- One per tenant, made with its first link. Who can read this row can read the orders as well; no
-- link opens more than the page of its order. A new key makes every link of before worthless.
create table order_link_keys (
  tenant_id uuid not null primary key,
  link_key bytea not null,
  made_at timestamptz not null,
  constraint link_key_has_256_bits check (octet_length(link_key) = 32)
);
call protect_tenant_table('order_link_keys');
