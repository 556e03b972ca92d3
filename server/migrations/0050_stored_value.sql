-- Money that the shop owes to its buyers and that pays for orders: store credit of a customer, and gift
-- cards. What an account holds is the sum of its movements, which are only ever added to.

create table stored_values (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  currency text not null,
  -- Whose it is. A gift card may be anybody's.
  customer_id uuid,
  -- Sums of the movements: what is there, and how much of it orders have been promised.
  balance_minor bigint not null default 0,
  held_minor bigint not null default 0,
  -- The customer was merged, and their credit is there now.
  moved_to uuid,
  -- Of a gift card: a keyed hash of its code, and the end of the code for people.
  code_hash bytea,
  last_four text,
  -- The order that it was sold with.
  order_id uuid,
  expires_at timestamptz,
  disabled_at timestamptz,
  -- When to look whether some of it expires; null: nothing does.
  expiry_due_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  -- Counts its movements and changes: the first opens it.
  version integer not null default 0,
  primary key (tenant_id, id),
  constraint stored_value_kind_is_known check (kind in ('store-credit', 'gift-card')),
  -- Whatever the code: no more is promised than is there.
  constraint held_is_within_the_balance check (held_minor between 0 and balance_minor),
  constraint gift_cards_have_a_code
    check ((kind = 'gift-card') = (code_hash is not null)
           and (code_hash is null) = (last_four is null)),
  constraint store_credit_is_of_a_customer
    check (kind = 'gift-card' or customer_id is not null),
  constraint what_moved_is_empty check (moved_to is null or balance_minor = 0)
) with (fillfactor = 70);
create unique index store_credit_of_customer on stored_values (tenant_id, customer_id, currency)
  where kind = 'store-credit';
create unique index gift_cards_by_code on stored_values (tenant_id, code_hash)
  where code_hash is not null;
create index gift_cards_by_number on stored_values (tenant_id, last_four, id)
  where kind = 'gift-card';
create index gift_cards_in_order on stored_values (tenant_id, id) where kind = 'gift-card';
create index gift_cards_of_customer on stored_values (tenant_id, customer_id, id)
  where kind = 'gift-card' and customer_id is not null;
create index stored_values_moved on stored_values (tenant_id, moved_to) where moved_to is not null;
create index stored_values_due on stored_values (expiry_due_at) where expiry_due_at is not null;
create index stored_values_due_of_tenant on stored_values (tenant_id, expiry_due_at, id)
  where expiry_due_at is not null;
call protect_tenant_table('stored_values');
create policy what_is_due on stored_values for select to doorstep_clock using (true);
grant select (tenant_id, expiry_due_at) on stored_values to doorstep_clock;

-- Grows with what is paid this way; kept as the books are.
create table stored_value_movements (
  tenant_id uuid not null,
  value_id uuid not null,
  id uuid not null,
  -- The version of its account that it made.
  number integer not null,
  kind text not null,
  -- What came to the balance or left it, and how much more or less of it is promised.
  amount_minor bigint not null,
  held_minor bigint not null,
  -- The movement that promised it: of what is held, spent, released or refunded.
  hold_id uuid,
  -- The intent that asked for it: told twice, it is done once.
  intent_id uuid,
  order_id uuid,
  payment_id uuid,
  reason text,
  note text,
  -- Until when what came may be spent; null: for good, or as long as the card.
  expires_at timestamptz,
  actor text not null,
  occurred_at timestamptz not null,
  primary key (tenant_id, value_id, id),
  constraint movement_kind_is_known
    check (kind in ('issued', 'given', 'taken', 'held', 'spent', 'released', 'refunded', 'expired',
                    'moved')),
  constraint movements_move_something check (amount_minor <> 0 or held_minor <> 0)
);
create unique index stored_value_movements_once on stored_value_movements (tenant_id, intent_id)
  where intent_id is not null;
create index stored_value_movements_of_hold on stored_value_movements (tenant_id, hold_id, id)
  where hold_id is not null;
create index stored_value_movements_by_time on stored_value_movements (tenant_id, occurred_at, id);
call protect_tenant_table('stored_value_movements');

-- What codes of gift cards are hashed with: one key of each tenant, sealed under the master key.
create table gift_card_keys (
  tenant_id uuid not null,
  id uuid not null,
  key_sealed bytea not null,
  primary key (tenant_id)
);
call protect_tenant_table('gift_card_keys');
