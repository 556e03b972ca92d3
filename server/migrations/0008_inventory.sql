create table stock_levels (
  tenant_id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  allocated integer not null default 0,
  damaged integer not null default 0,
  quality_control integer not null default 0,
  incoming integer not null default 0,
  in_transit integer not null default 0,
  -- Overrides the location's safety stock for this SKU.
  safety_stock integer,
  -- The recorded difference: by how much a fact (a count, damage) left less than was promised.
  -- Facts raise it; promises never do, so the next constraint stops an oversell whatever the code.
  shortfall integer not null default 0,
  primary key (tenant_id, sku_id, location_id),
  constraint reserved_within_on_hand
    check (reserved + damaged + quality_control <= on_hand + shortfall),
  constraint no_state_is_negative
    check (reserved >= 0 and damaged >= 0 and quality_control >= 0 and incoming >= 0
           and in_transit >= 0 and safety_stock >= 0 and shortfall >= 0),
  constraint allocated_within_reserved check (allocated between 0 and reserved)
) with (fillfactor = 60); -- room for updates in place: a hot row changes with every batch
create index stock_levels_of_location on stock_levels (tenant_id, location_id, sku_id);
call protect_tenant_table('stock_levels');

create table stock_movements (
  tenant_id uuid not null,
  recorded_at timestamptz not null,
  id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  type text not null,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  allocated integer not null default 0,
  damaged integer not null default 0,
  quality_control integer not null default 0,
  incoming integer not null default 0,
  in_transit integer not null default 0,
  -- What moved it: an order, a stock document, a transfer, a reservation.
  cause_kind text not null,
  cause uuid not null,
  reason text,
  actor text not null,
  primary key (tenant_id, sku_id, location_id, recorded_at, id)
) partition by range (recorded_at);
create table stock_movements_default partition of stock_movements default;
call protect_tenant_table('stock_movements');

-- The sums of movements whose partition has been let go.
create table stock_closing_balances (
  tenant_id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  closed_before date not null,
  on_hand integer not null,
  reserved integer not null,
  allocated integer not null,
  damaged integer not null,
  quality_control integer not null,
  incoming integer not null,
  in_transit integer not null,
  primary key (tenant_id, sku_id, location_id)
);
call protect_tenant_table('stock_closing_balances');

-- Open promises only: a reservation that is used up or released is deleted, its history is in the
-- movements and the log. So this table is as large as the open orders, not as the past.
create table reservations (
  tenant_id uuid not null,
  id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  quantity integer not null,
  owner_kind text not null,
  owner uuid not null,
  -- The order line's number where the owner is an order.
  line_number integer,
  -- What an outside owner (a cart, a quote) calls itself.
  owner_reference text,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, id),
  constraint reservation_promises_something check (quantity > 0),
  constraint owner_is_known check (owner_kind in ('order', 'cart', 'quote', 'other'))
);
create index reservations_of_owner on reservations (tenant_id, owner);
create index reservations_of_level on reservations (tenant_id, sku_id, location_id, id);
create index reservations_due on reservations (expires_at) where expires_at is not null;
call protect_tenant_table('reservations');
create policy what_is_due on reservations for select to doorstep_clock using (true);
grant select (tenant_id, expires_at) on reservations to doorstep_clock;

-- How many units of a SKU may be, and are, sold without stock.
create table backorder_limits (
  tenant_id uuid not null,
  sku_id uuid not null,
  cap integer not null default 0,
  backordered integer not null default 0,
  primary key (tenant_id, sku_id),
  constraint backordered_within_cap check (backordered between 0 and cap)
) with (fillfactor = 60);
call protect_tenant_table('backorder_limits');

-- Receipts, adjustments, counts, reclassifications, expectations: who moved stock, and why.
create table stock_documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  location_id uuid not null,
  reason text,
  reference text,
  expected_at timestamptz,
  expectation_id uuid,
  created_at timestamptz not null,
  actor text not null,
  primary key (tenant_id, id),
  constraint document_kind_is_known
    check (kind in ('receipt', 'adjustment', 'count', 'reclassification', 'expectation'))
);
call protect_tenant_table('stock_documents');

create table stock_document_lines (
  tenant_id uuid not null,
  document_id uuid not null,
  sku_id uuid not null,
  quantity integer not null,
  -- For an expectation: how much of it has come.
  received integer not null default 0,
  primary key (tenant_id, document_id, sku_id)
);
call protect_tenant_table('stock_document_lines');

create table transfers (
  tenant_id uuid not null,
  id uuid not null,
  from_location uuid not null,
  to_location uuid not null,
  status text not null,
  reference text,
  dispatched_at timestamptz not null,
  received_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint transfer_goes_somewhere_else check (from_location <> to_location),
  constraint transfer_status_is_known check (status in ('in-transit', 'received'))
);
call protect_tenant_table('transfers');

create table transfer_lines (
  tenant_id uuid not null,
  transfer_id uuid not null,
  sku_id uuid not null,
  quantity integer not null,
  received integer,
  primary key (tenant_id, transfer_id, sku_id),
  constraint transfer_moves_something check (quantity > 0)
);
call protect_tenant_table('transfer_lines');
