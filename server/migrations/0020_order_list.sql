-- The order list: what orders are filtered, sorted and counted by, kept from the log by the reader
-- `keep-order-list`. Lists, counts, saved views and bulk actions read these tables; the orders
-- themselves carry no index for them, so a capture pays nothing.

-- How far the log of a tenant is in the list.
create table order_list_progress (
  tenant_id uuid primary key,
  position bigint not null,
  constraint list_starts_before_the_log check (position >= 0)
);
call protect_tenant_table('order_list_progress');

-- The combinations of statuses and channel that orders have, and how many have each. A few dozen for
-- a channel, whatever the number of orders: a filter by statuses is a choice of shapes, and counting
-- is adding theirs up.
create table order_shapes (
  tenant_id uuid not null,
  shape integer not null,
  channel_id uuid not null,
  status text not null,
  fulfillment_status text not null,
  stock_status text not null,
  payment_status text not null,
  return_status text not null,
  currency text not null,
  has_exception boolean not null,
  is_imported boolean not null,
  orders bigint not null,
  primary key (tenant_id, shape),
  constraint shape_counts_orders check (orders >= 0)
) with (fillfactor = 70);
create unique index order_shapes_by_axes on order_shapes
  (tenant_id, channel_id, status, fulfillment_status, stock_status, payment_status, return_status,
   currency, has_exception, is_imported);
call protect_tenant_table('order_shapes');

-- A row per order. Times are microseconds since 1970, so that what lists are sorted by is one kind
-- of number.
create table order_list (
  tenant_id uuid not null,
  order_id uuid not null,
  shape integer not null,
  placed bigint not null,
  -- When the newest thing happened to it.
  updated bigint not null,
  total bigint not null,
  country text,
  customer_id uuid,
  open_holds integer not null,
  open_exceptions integer not null,
  primary key (tenant_id, order_id)
) with (fillfactor = 80);
-- One pair for each sort: over all orders, and within a shape.
create index order_list_by_placed on order_list (tenant_id, placed, order_id);
create index order_list_by_updated on order_list (tenant_id, updated, order_id);
create index order_list_by_total on order_list (tenant_id, total, order_id);
create index order_list_of_shape on order_list (tenant_id, shape, order_id);
create index order_list_of_shape_by_placed on order_list (tenant_id, shape, placed, order_id);
create index order_list_of_shape_by_updated on order_list (tenant_id, shape, updated, order_id);
create index order_list_of_shape_by_total on order_list (tenant_id, shape, total, order_id);
create index order_list_of_country on order_list (tenant_id, country, order_id)
  where country is not null;
create index order_list_of_customer on order_list (tenant_id, customer_id, order_id)
  where customer_id is not null;
call protect_tenant_table('order_list');

-- What an order has several of: SKUs, locations at work for it, reasons of open holds, types of open
-- exceptions. As many rows as its order has of them, most of them SKUs.
create table order_facets (
  tenant_id uuid not null,
  facet text not null,
  value text not null collate "C",
  order_id uuid not null,
  primary key (tenant_id, facet, value, order_id),
  constraint facet_is_known check (facet in ('sku', 'location', 'hold', 'exception'))
);
create index order_facets_of_order on order_facets (tenant_id, order_id);
call protect_tenant_table('order_facets');

-- How somebody looks at orders: filters, sort, columns. Personal, or shared with everybody of the
-- tenant. An owner has 100 at most.
create table order_views (
  tenant_id uuid not null,
  id uuid not null,
  -- As actors are written: `user:usr_…`.
  owner text not null,
  is_shared boolean not null,
  name text not null,
  -- {filters, sort, columns, density}, as contract/order-views.ts says.
  shown jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index order_views_of_owner on order_views (tenant_id, owner, id);
create index order_views_shared on order_views (tenant_id, id) where is_shared;
call protect_tenant_table('order_views');

-- The view somebody starts with.
create table order_view_defaults (
  tenant_id uuid not null,
  owner text not null,
  view_id uuid not null,
  primary key (tenant_id, owner)
);
call protect_tenant_table('order_view_defaults');

-- One action on many orders: first looked at, then run by a worker, order by order. The set is that
-- of the moment it was made. What was never started goes after a day, what is done after 30.
create table bulk_actions (
  tenant_id uuid not null,
  id uuid not null,
  -- {kind: 'tag', tag: '…'}, as contract/bulk-actions.ts says.
  action jsonb not null,
  state text not null,
  orders integer not null,
  eligible integer not null,
  done integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- The worker that is at it, until when.
  lease uuid,
  leased_until timestamptz,
  forget_at timestamptz not null,
  primary key (tenant_id, id),
  constraint bulk_state_is_known check (state in ('preview', 'running', 'done', 'canceled')),
  constraint bulk_counts_are_sound
    check (orders >= 0 and eligible between 0 and orders and done >= 0 and skipped >= 0
           and failed >= 0 and done + skipped + failed <= orders)
);
create index bulk_actions_running on bulk_actions (tenant_id, id) where state = 'running';
create index bulk_actions_to_forget on bulk_actions (forget_at);
call protect_tenant_table('bulk_actions');
create policy what_is_due on bulk_actions for select to doorstep_clock using (true);
grant select (tenant_id, state, leased_until, forget_at) on bulk_actions to doorstep_clock;

create table bulk_action_orders (
  tenant_id uuid not null,
  bulk_id uuid not null,
  order_id uuid not null,
  -- Null until the worker has come to it.
  outcome text,
  -- Why it was skipped, or failed: a code of contract/errors.ts or of the preview.
  reason text,
  detail text,
  primary key (tenant_id, bulk_id, order_id),
  constraint bulk_outcome_is_known check (outcome in ('done', 'skipped', 'failed'))
);
create index bulk_action_orders_waiting on bulk_action_orders (tenant_id, bulk_id, order_id)
  where outcome is null;
create index bulk_action_orders_by_outcome on bulk_action_orders
  (tenant_id, bulk_id, outcome, order_id) where outcome is not null;
call protect_tenant_table('bulk_action_orders');
