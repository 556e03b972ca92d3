-- The dates that a buyer was told: when an order leaves, and when it is there. The channel gives
-- them; where it gives none, the first is the cut-off of the locations that promise its stock.
alter table orders
  add column ship_by timestamptz,
  -- Who says so: channel, cut-off, changed.
  add column promised_by text,
  add column deliver_by timestamptz,
  add constraint a_date_to_ship_by_is_promised_by_somebody
    check ((ship_by is null) = (promised_by is null)),
  add constraint who_promises_is_known
    check (promised_by in ('channel', 'cut-off', 'changed'));

-- In microseconds, as the other times of the list. Orders without a date come after all that have
-- one: a key of a sort is never null.
alter table order_list add column ship_by bigint not null default 999999999999999999;
create index order_list_by_ship_by on order_list (tenant_id, ship_by, order_id);
create index order_list_of_shape_by_ship_by on order_list (tenant_id, shape, ship_by, order_id);
