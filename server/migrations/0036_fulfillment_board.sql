-- The fulfillment board: where the open work of a location stands, what is due first first.

alter table fulfillment_orders
  -- The cut-off as a key: what has none comes behind all that has one.
  add column due_at timestamptz not null
    generated always as (coalesce(ship_by, 'infinity'::timestamptz)) stored,
  -- The column of the board: core/fulfillment/board.ts says the same. Null: nothing is open.
  add column board_column text generated always as (
    case when allocated = 0 and picked = 0 and packed = 0 then null
         when late_at is not null then 'late'
         when allocated = 0 and picked = 0 then 'packed'
         when picked = 0 and packed = 0 and shipped = 0 then 'open'
         else 'picking' end) stored;
-- Counts read nothing but this index; a page of cards is a walk along it.
create index fulfillment_orders_on_board
  on fulfillment_orders (tenant_id, location_id, board_column, due_at, id)
  where board_column is not null;

-- How it travels, in the carrier's words: next day, economy.
alter table parcels add column service text;
create index parcels_shipped on parcels (tenant_id, location_id, shipped_at, id)
  where shipped_at is not null;

-- Returns that somebody has to say yes to, what the buyer wishes, and what never arrived.
alter table returns
  -- What the staff announce is approved with it.
  add column decision text not null default 'approved',
  add column decided_at timestamptz,
  add column decided_by text,
  -- Told to the buyer where a return is declined.
  add column decline_note text,
  add column wish text not null default 'refund',
  add constraint decision_is_known check (decision in ('pending', 'approved', 'declined')),
  add constraint wish_is_known check (wish in ('refund', 'exchange')),
  add constraint a_declined_return_is_called_off
    check (decision <> 'declined' or canceled_at is not null);
create index returns_undecided on returns (tenant_id, id)
  where decision = 'pending' and canceled_at is null;
alter table return_items
  drop constraint disposition_is_known,
  -- Lost: it was sent back and never arrived; the buyer gets their money, the shelf gets nothing.
  add constraint disposition_is_known
    check (disposition in ('restock', 'quality-control', 'damaged', 'discard', 'lost'));
