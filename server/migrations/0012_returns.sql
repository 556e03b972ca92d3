-- What comes back: asked for, received, put away or not, refunded.

create table returns (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  -- Null: something came back and nobody knows of which order.
  order_id uuid,
  -- Where it is expected, or came to.
  location_id uuid,
  note text,
  tracking_number text,
  created_at timestamptz not null,
  created_by text not null,
  -- When something of it came last.
  received_at timestamptz,
  canceled_at timestamptz,
  -- Sums over its lines.
  requested integer not null default 0,
  received integer not null default 0,
  -- Units that came without being asked for.
  unexpected integer not null default 0,
  granted_minor bigint not null default 0,
  -- What happens to a return is told of its order. Without one it is told of itself, and this is
  -- the version of its newest event.
  version integer,
  status text not null generated always as (
    case when canceled_at is not null and received = 0 then 'canceled'
         when received = 0 then 'requested'
         when received - unexpected < requested then 'partially-received'
         else 'received' end) stored,
  primary key (tenant_id, id),
  constraint return_counts_are_sound
    check (requested >= 0 and received >= 0 and unexpected between 0 and received
           and granted_minor >= 0),
  constraint told_of_the_order_or_of_itself check ((order_id is null) = (version is not null))
);
create unique index returns_number on returns (tenant_id, number);
create index returns_of_order on returns (tenant_id, order_id, id) where order_id is not null;
create index returns_by_status on returns (tenant_id, status, id);
create index returns_by_location on returns (tenant_id, location_id, id)
  where location_id is not null;
create index returns_by_tracking on returns (tenant_id, tracking_number)
  where tracking_number is not null;
call protect_tenant_table('returns');

create table return_lines (
  tenant_id uuid not null,
  return_id uuid not null,
  -- The line of the order that it was.
  line_number integer not null,
  sku_id uuid,
  reason text,
  requested integer not null,
  received integer not null default 0,
  -- Of the received, units that had not even shipped: the recorded difference by which more of a
  -- line may have come back than was sent.
  beyond_shipped integer not null default 0,
  -- Units whose price was given back.
  refunded integer not null default 0,
  primary key (tenant_id, return_id, line_number),
  constraint return_line_is_sound
    check (requested >= 0 and received >= 0 and refunded between 0 and received
           and beyond_shipped between 0 and received)
);
call protect_tenant_table('return_lines');

-- What was in the parcel, as it was found: a row per item and condition, append-only.
create table return_items (
  tenant_id uuid not null,
  return_id uuid not null,
  id uuid not null,
  -- Null: not of this order.
  line_number integer,
  sku_id uuid,
  -- What was written on it, where no SKU was recognized.
  label text,
  quantity integer not null,
  condition text not null,
  disposition text not null,
  location_id uuid not null,
  note text,
  received_at timestamptz not null,
  received_by text not null,
  primary key (tenant_id, return_id, id),
  constraint item_came_back check (quantity > 0),
  constraint condition_is_known check (condition in ('sellable', 'damaged', 'unknown')),
  constraint disposition_is_known
    check (disposition in ('restock', 'quality-control', 'damaged', 'discard'))
);
call protect_tenant_table('return_items');
