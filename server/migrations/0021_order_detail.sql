-- What people say and decide on the page of an order, and how they look at exceptions.

alter table order_notes add column edited_at timestamptz;

-- Who is named in a note: a row per user and note, 20 of a note at most. Its words stay in the note.
create table note_mentions (
  tenant_id uuid not null,
  user_id uuid not null,
  note_id uuid not null,
  order_id uuid not null,
  mentioned_at timestamptz not null,
  -- Null: the user has not looked at it.
  read_at timestamptz,
  primary key (tenant_id, user_id, note_id)
);
create index note_mentions_unread on note_mentions (tenant_id, user_id, note_id)
  where read_at is null;
create index note_mentions_of_note on note_mentions (tenant_id, order_id, note_id);
call protect_tenant_table('note_mentions');

alter table granted_refunds
  -- Units that the buyer keeps and has the price back for: [{"line": 1, "quantity": 2}]
  add column lines jsonb not null default '[]',
  add column shipping_minor bigint not null default 0,
  add constraint granted_shipping_is_part_of_the_grant
    check (shipping_minor between 0 and amount_minor);

-- From how many open exceptions of a type on a tile turns orange, and red: a row per type that a
-- tenant has set.
create table exception_thresholds (
  tenant_id uuid not null,
  type text not null,
  id uuid not null,
  orange integer not null,
  red integer not null,
  version integer not null default 1,
  primary key (tenant_id, type),
  constraint red_is_worse_than_orange check (orange > 0 and red >= orange)
);
call protect_tenant_table('exception_thresholds');
