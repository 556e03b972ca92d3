-- What people who look after stock ask for: what runs low, and entries that can be undone.

-- SKUs of which little is available at one of their active locations: the least there is at any. Kept
-- by the reader `keep-low-stock` from the levels as they are, so capture writes nothing here. At most
-- a row per SKU, and only while it is low.
create table low_stock (
  tenant_id uuid not null,
  sku_id uuid not null,
  -- Less than 0 where more is promised or kept back than is there.
  least_available integer not null,
  primary key (tenant_id, sku_id),
  constraint only_what_is_low_is_here check (least_available <= 1000)
) with (fillfactor = 80);
create index low_stock_scarcest on low_stock (tenant_id, least_available, sku_id);
call protect_tenant_table('low_stock');

-- How far the log has been read for it.
create table low_stock_progress (
  tenant_id uuid not null,
  position bigint not null,
  primary key (tenant_id)
);
call protect_tenant_table('low_stock_progress');

-- Levels that somebody typed or pasted in, in one command. Its movements are those of adjustments.
create table stock_entries (
  tenant_id uuid not null,
  id uuid not null,
  reason text not null,
  created_at timestamptz not null,
  actor text not null,
  -- The entry that this one takes back, and the one that took this one back.
  reverses uuid,
  reversed_by uuid,
  primary key (tenant_id, id),
  constraint an_entry_does_not_reverse_itself check (id <> reverses and id <> reversed_by)
);
call protect_tenant_table('stock_entries');

create table stock_entry_levels (
  tenant_id uuid not null,
  entry_id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  on_hand_before integer not null,
  on_hand_after integer not null,
  primary key (tenant_id, entry_id, sku_id, location_id),
  constraint nothing_is_entered_below_zero check (on_hand_before >= 0 and on_hand_after >= 0)
);
call protect_tenant_table('stock_entry_levels');
