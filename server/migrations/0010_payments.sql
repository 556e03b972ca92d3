-- Money: what an order owes, what providers were asked to do, and what they did.

alter table channels
  -- How long an unpaid order keeps its stock; null: until somebody cancels it.
  add column payment_timeout_minutes integer,
  -- When money is captured: with the goods, or as soon as it is authorized.
  add column capture_at text not null default 'shipment',
  -- How long after capture an order is released to its locations; null: by hand.
  add column release_after_minutes integer,
  add constraint payment_timeout_is_positive check (payment_timeout_minutes > 0),
  add constraint capture_moment_is_known check (capture_at in ('shipment', 'authorization')),
  add constraint release_delay_is_not_negative check (release_after_minutes >= 0);

-- One per order that is paid through us. Its amounts are sums over the order's payments.
create table payment_accounts (
  tenant_id uuid not null,
  order_id uuid not null,
  currency text not null,
  capture_at text not null,
  -- What the buyer is to pay in all: total, less canceled, less granted refunds.
  due_minor bigint not null,
  -- Refunds granted: what is due is less by them, and they are paid back as soon as money is there.
  granted_minor bigint not null default 0,
  -- What may be captured by now: the value of what shipped, less granted refunds.
  earned_minor bigint not null default 0,
  -- Nothing more will ship: what is authorized and not earned is given back.
  finished boolean not null default false,
  authorized_minor bigint not null default 0,
  voided_minor bigint not null default 0,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  -- Until when it must be authorized; then the order is canceled. Null once it is.
  pay_by timestamptz,
  created_at timestamptz not null,
  -- Derived, never written: core/payments/payment-status.ts says the same.
  status text not null generated always as (
    case when refunded_minor > 0 and refunded_minor >= captured_minor then 'refunded'
         when refunded_minor > 0 then 'partially-refunded'
         when captured_minor > 0 and captured_minor >= due_minor then 'paid'
         when captured_minor > 0 then 'partially-paid'
         when voided_minor > 0 and voided_minor >= authorized_minor then 'voided'
         when due_minor = 0 and authorized_minor = 0 then 'voided'
         when authorized_minor - voided_minor > 0
              and authorized_minor - voided_minor >= due_minor then 'authorized'
         else 'pending' end) stored,
  primary key (tenant_id, order_id),
  constraint account_amounts_are_not_negative
    check (due_minor >= 0 and granted_minor >= 0 and authorized_minor >= 0 and voided_minor >= 0
           and captured_minor >= 0 and refunded_minor >= 0),
  constraint earned_is_within_due check (earned_minor between 0 and due_minor)
) with (fillfactor = 70);
create index payment_accounts_by_status on payment_accounts (tenant_id, status, order_id);
create index payment_accounts_due on payment_accounts (pay_by) where pay_by is not null;
call protect_tenant_table('payment_accounts');
create policy what_is_due on payment_accounts for select to doorstep_clock using (true);
grant select (tenant_id, pay_by) on payment_accounts to doorstep_clock;

-- One way of paying an order: a card, a wallet, a bank transfer. An order may have several.
create table payments (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  -- 1, 2, 3 … of its order.
  number integer not null,
  provider text not null,
  currency text not null,
  -- What this payment is meant to bring.
  amount_minor bigint not null,
  -- The provider's own name for the buyer's means of payment; never a card number.
  token text,
  -- What the provider calls the authorization.
  provider_reference text,
  -- Sums of the ledger: what happened.
  authorized_minor bigint not null default 0,
  voided_minor bigint not null default 0,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  -- Sums of open intents: what was asked for and is not answered yet.
  authorizing_minor bigint not null default 0,
  voiding_minor bigint not null default 0,
  capturing_minor bigint not null default 0,
  refunding_minor bigint not null default 0,
  -- Recorded differences: by how much facts exceeded what they may be. Facts raise them, intents
  -- never do, so the constraints below bind every intent whatever the code.
  overcaptured_minor bigint not null default 0,
  overrefunded_minor bigint not null default 0,
  -- Given back at the provider without being asked to: it is not captured once more.
  unasked_refunded_minor bigint not null default 0,
  -- The provider said a final no: nothing more is asked of it until a person says so.
  capture_blocked boolean not null default false,
  refund_blocked boolean not null default false,
  void_blocked boolean not null default false,
  declined_code text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint payment_amounts_are_not_negative
    check (amount_minor > 0 and authorized_minor >= 0 and voided_minor >= 0
           and captured_minor >= 0 and refunded_minor >= 0 and authorizing_minor >= 0
           and voiding_minor >= 0 and capturing_minor >= 0 and refunding_minor >= 0
           and overcaptured_minor >= 0 and overrefunded_minor >= 0
           and unasked_refunded_minor >= 0),
  constraint captures_within_authorized
    check (captured_minor + capturing_minor + voided_minor + voiding_minor
           <= authorized_minor + overcaptured_minor),
  constraint refunds_within_captured
    check (refunded_minor + refunding_minor <= captured_minor + overrefunded_minor)
) with (fillfactor = 70);
create unique index payments_of_order on payments (tenant_id, order_id, number);
call protect_tenant_table('payments');

-- What a provider is to do, recorded before it is asked. The id is the idempotency key of the call,
-- so a crash at any point resumes from here.
create table payment_intents (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  kind text not null,
  amount_minor bigint not null,
  state text not null default 'open',
  -- What asked for it: capture, shipment, cancellation, return, refund, staff.
  cause text not null,
  created_at timestamptz not null,
  created_by text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  leased_until timestamptz,
  -- The provider took it and will answer later: it is asked again by this reference.
  provider_reference text,
  failure_code text,
  failure_detail text,
  closed_at timestamptz,
  primary key (tenant_id, id),
  constraint intent_kind_is_known check (kind in ('authorize', 'capture', 'refund', 'void')),
  constraint intent_state_is_known
    check (state in ('open', 'by-hand', 'succeeded', 'declined', 'abandoned')),
  constraint intent_moves_money check (amount_minor > 0),
  constraint closed_intents_wait_for_nothing
    check ((state in ('open', 'by-hand')) = (closed_at is null)
           and (state = 'open') = (next_attempt_at is not null))
);
create index payment_intents_of_order on payment_intents (tenant_id, order_id, id);
create index payment_intents_due on payment_intents (next_attempt_at)
  where next_attempt_at is not null;
create index payment_intents_due_of_tenant on payment_intents (tenant_id, next_attempt_at, id)
  where next_attempt_at is not null;
call protect_tenant_table('payment_intents');
create policy what_is_due on payment_intents for select to doorstep_clock using (true);
grant select (tenant_id, next_attempt_at, leased_until) on payment_intents to doorstep_clock;

-- The ledger: what happened to money, append-only. Payments and accounts are sums of it.
create table payment_ledger (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  -- Null: nobody here asked for it; it was done at the provider.
  intent_id uuid,
  kind text not null,
  amount_minor bigint not null,
  currency text not null,
  -- What the provider calls this movement: told twice, it is recorded once.
  provider_reference text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  primary key (tenant_id, id),
  constraint ledger_kind_is_known check (kind in ('authorized', 'voided', 'captured', 'refunded')),
  constraint ledger_moves_money check (amount_minor > 0)
);
create unique index payment_ledger_once
  on payment_ledger (tenant_id, payment_id, kind, provider_reference);
create index payment_ledger_of_order on payment_ledger (tenant_id, order_id, id);
call protect_tenant_table('payment_ledger');
