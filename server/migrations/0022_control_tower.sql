-- What the control tower asks for with every look.

-- Open work by when it is due, for the tenant that asks; fulfillment_orders_late is the clock's.
create index fulfillment_orders_due on fulfillment_orders (tenant_id, ship_by, id)
  where ship_by is not null and allocated + picked + packed > 0;

-- What came back of an order, and nothing was granted for it yet.
create index returns_to_refund on returns (tenant_id, id)
  where order_id is not null and received > 0 and granted_minor = 0;

-- Orders placed in an hour of UTC, added up from the log by the reader `project-sales` in the
-- transaction that moves `sales_projections`. Grows by 24 rows a day, those of imported years too.
create table orders_by_hour (
  tenant_id uuid not null,
  hour timestamptz not null,
  orders bigint not null,
  primary key (tenant_id, hour),
  constraint an_hour_that_is_there_had_orders check (orders > 0)
);
call protect_tenant_table('orders_by_hour');
