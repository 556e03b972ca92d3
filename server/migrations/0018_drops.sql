-- Drops: units set apart from general sale, held in carts, sold to buyers within a limit, and waited
-- for in a queue. Every change of a drop is made under the lock of its row in `drops`.
--
-- The pool is reservations of owner kind `drop`, one per SKU and location; a hold is reservations of
-- owner kind `cart`. A sale moves units from them to the order's reservations, so the stock level
-- stays as it is and nobody else waits for it.

alter table reservations add column drop_id uuid;
alter table reservations drop constraint owner_is_known;
alter table reservations add constraint owner_is_known
  check (owner_kind in ('order', 'cart', 'quote', 'other', 'drop'));
grant select (drop_id) on reservations to doorstep_clock;

-- Units that drops sold without stock; they are beside `backordered` and not within its cap, because
-- each drop has a cap of its own.
alter table backorder_limits add column preordered integer not null default 0
  constraint preordered_is_counted check (preordered >= 0);

create table drops (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  -- What the video platform or the shop calls it.
  reference text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Units that one buyer may have, held and bought.
  limit_per_buyer integer,
  hold_seconds integer not null,
  offer_seconds integer not null,
  created_at timestamptz not null,
  created_by text not null,
  -- When it was told that it began.
  started_at timestamptz,
  paused_at timestamptz,
  stopped_at timestamptz,
  -- When what was left went back to general sale: at the end or at a stop.
  closed_at timestamptz,
  sold_out_at timestamptz,
  -- The highest tenth of the pool whose sale was told.
  told_step integer not null default 0,
  -- The number of the newest place in the queue.
  last_place bigint not null default 0,
  -- Until the places of its queue are forgotten.
  places_kept boolean not null default true,
  version integer not null default 0,
  primary key (tenant_id, id),
  constraint drop_ends_after_it_starts check (ends_at > starts_at),
  constraint buyers_may_have_something check (limit_per_buyer > 0),
  constraint holds_last_a_while check (hold_seconds > 0 and offer_seconds > 0)
) with (fillfactor = 60);
create index drops_to_start on drops (starts_at) where started_at is null and closed_at is null;
create index drops_to_forget on drops (closed_at) where places_kept;
create index drops_to_end on drops (ends_at) where closed_at is null;
call protect_tenant_table('drops');
create policy what_is_due on drops for select to doorstep_clock using (true);
grant select (tenant_id, starts_at, ends_at, started_at, closed_at, places_kept) on drops
  to doorstep_clock;

create table drop_items (
  tenant_id uuid not null,
  drop_id uuid not null,
  sku_id uuid not null,
  -- Units that stand for this drop: in the pool, held and sold.
  set_apart integer not null default 0,
  pooled integer not null default 0,
  held integer not null default 0,
  sold integer not null default 0,
  -- Units that went to general sale when the drop was over.
  released integer not null default 0,
  preorder_cap integer not null default 0,
  preordered integer not null default 0,
  -- Buyers in the queue who were not offered anything yet.
  waiting integer not null default 0,
  primary key (tenant_id, drop_id, sku_id),
  constraint every_unit_of_a_drop_is_in_one_place check (set_apart = pooled + held + sold),
  constraint no_count_of_a_drop_is_negative
    check (pooled >= 0 and held >= 0 and sold >= 0 and released >= 0 and waiting >= 0),
  constraint preordered_within_cap check (preordered between 0 and preorder_cap)
) with (fillfactor = 60);
create index drop_items_to_offer on drop_items (tenant_id) where pooled > 0 and waiting > 0;
call protect_tenant_table('drop_items');
create policy what_is_due on drop_items for select to doorstep_clock using (true);
grant select (tenant_id, pooled, waiting) on drop_items to doorstep_clock;

-- What each buyer has of a drop. A buyer is a digest of what the channel calls them and of the drop:
-- nobody can be read from it. One row per buyer who held or bought.
create table drop_buyers (
  tenant_id uuid not null,
  drop_id uuid not null,
  buyer uuid not null,
  held integer not null default 0,
  bought integer not null default 0,
  primary key (tenant_id, drop_id, buyer),
  constraint no_buyer_has_less_than_nothing check (held >= 0 and bought >= 0)
) with (fillfactor = 80);
call protect_tenant_table('drop_buyers');

-- Open holds only: one that is bought, released or lapsed is deleted.
create table drop_holds (
  tenant_id uuid not null,
  id uuid not null,
  drop_id uuid not null,
  buyer uuid not null,
  -- The place in the queue that was offered it.
  place_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
create index drop_holds_of_drop on drop_holds (tenant_id, drop_id, expires_at);
create index drop_holds_due on drop_holds (expires_at);
call protect_tenant_table('drop_holds');
create policy what_is_due on drop_holds for select to doorstep_clock using (true);
grant select (tenant_id, expires_at) on drop_holds to doorstep_clock;

-- Places in the queue, by SKU: first come, first served. Kept for thirty days after the drop.
create table drop_places (
  tenant_id uuid not null,
  id uuid not null,
  drop_id uuid not null,
  number bigint not null,
  sku_id uuid not null,
  buyer uuid not null,
  quantity integer not null,
  state text not null,
  hold_id uuid,
  joined_at timestamptz not null,
  primary key (tenant_id, id),
  constraint place_waits_for_something check (quantity > 0),
  constraint place_state_is_known
    check (state in ('waiting', 'offered', 'bought', 'lapsed', 'left', 'over'))
) with (fillfactor = 80);
create index drop_places_waiting on drop_places (tenant_id, drop_id, sku_id, number)
  where state = 'waiting';
create unique index drop_places_of_buyer on drop_places (tenant_id, drop_id, sku_id, buyer)
  where state in ('waiting', 'offered');
call protect_tenant_table('drop_places');

-- What an order has of a drop, less what was canceled.
create table drop_sales (
  tenant_id uuid not null,
  order_id uuid not null,
  sku_id uuid not null,
  drop_id uuid not null,
  -- Null where the drop has no limit and nobody said who bought.
  buyer uuid,
  sold integer not null,
  preordered integer not null,
  -- Of the preordered, those that still wait for stock.
  waiting integer not null,
  primary key (tenant_id, order_id, sku_id),
  constraint sale_counts_are_sound
    check (sold >= 0 and preordered >= 0 and waiting between 0 and preordered)
);
call protect_tenant_table('drop_sales');

-- Sales by minute: at most a row per minute of a drop.
create table drop_minutes (
  tenant_id uuid not null,
  drop_id uuid not null,
  minute timestamptz not null,
  orders integer not null default 0,
  sold integer not null default 0,
  preordered integer not null default 0,
  primary key (tenant_id, drop_id, minute)
) with (fillfactor = 60);
call protect_tenant_table('drop_minutes');

-- What the video platform counted, by minute: forecasts learn from it. At most a row per minute.
create table drop_engagement (
  tenant_id uuid not null,
  drop_id uuid not null,
  minute timestamptz not null,
  -- The most that watched at once.
  viewers integer not null default 0,
  adds integer not null default 0,
  likes integer not null default 0,
  comments integer not null default 0,
  shares integer not null default 0,
  primary key (tenant_id, drop_id, minute)
) with (fillfactor = 60);
call protect_tenant_table('drop_engagement');
