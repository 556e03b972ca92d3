-- What people wrote to differences about an order goes with what is personal in it.
create index differences_noted_of_order on differences (tenant_id, order_id) where note is not null;
