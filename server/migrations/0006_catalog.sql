create table channels (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  active boolean not null default true,
  -- What an order of this channel gets unless it says otherwise.
  stock_policy text not null default 'all-or-nothing',
  split_policy text not null default 'allow',
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint stock_policy_is_known
    check (stock_policy in ('all-or-nothing', 'partial-with-backorder')),
  constraint split_policy_is_known check (split_policy in ('allow', 'forbid'))
);
create unique index channels_code on channels (tenant_id, code);
call protect_tenant_table('channels');

create table skus (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null,
  barcode text,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  price_minor bigint,
  price_currency text,
  active boolean not null default true,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint measures_are_positive
    check (weight_grams > 0 and length_mm > 0 and width_mm > 0 and height_mm > 0),
  constraint price_has_a_currency check ((price_minor is null) = (price_currency is null))
);
create unique index skus_code on skus (tenant_id, code);
create index skus_barcode on skus (tenant_id, barcode) where barcode is not null;
call protect_tenant_table('skus');

create table kit_components (
  tenant_id uuid not null,
  kit_sku uuid not null,
  component_sku uuid not null,
  quantity_per_kit integer not null,
  primary key (tenant_id, kit_sku, component_sku),
  constraint kit_needs_a_whole_component check (quantity_per_kit between 1 and 1000),
  constraint kit_is_not_its_own_part check (kit_sku <> component_sku)
);
create index kits_of_component on kit_components (tenant_id, component_sku);
call protect_tenant_table('kit_components');
