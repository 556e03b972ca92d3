-- A SKU has as many barcodes as are printed on it: of the piece, the inner box, the old packaging. A
-- scan names one SKU: no two have the same.
create table sku_barcodes (
  tenant_id uuid not null,
  sku_id uuid not null,
  -- 14 digits: what a scanner reads as 12, 13 or 14 digits is one number.
  gtin text not null,
  -- As it is printed.
  barcode text not null,
  place integer not null,
  -- Two SKUs had it before barcodes were unique. It stays until one of them is changed.
  is_shared boolean not null default false,
  primary key (tenant_id, sku_id, gtin),
  constraint gtin_has_fourteen_digits check (gtin ~ '^[0-9]{14}$')
);
create unique index barcode_names_one_sku on sku_barcodes (tenant_id, gtin) where not is_shared;
create index sku_barcodes_by_gtin on sku_barcodes (tenant_id, gtin);
call protect_tenant_table('sku_barcodes');

insert into sku_barcodes (tenant_id, sku_id, gtin, barcode, place, is_shared)
select tenant_id, id, lpad(barcode, 14, '0'), barcode, 1,
       count(*) over (partition by tenant_id, lpad(barcode, 14, '0')) > 1
from skus where barcode ~ '^[0-9]{8,14}$';

alter table locations
  -- Working days from the cut-off until an order leaves; 0: it leaves the same day.
  add column handling_days integer not null default 0,
  add constraint handling_takes_weeks_at_most check (handling_days between 0 and 30);

alter table location_channels
  -- The channel's locations of choice: 1 is asked first, whatever it costs.
  add column priority integer not null default 1,
  add constraint priority_is_a_rank check (priority between 1 and 100);
