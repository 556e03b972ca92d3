-- Who may give money back, from which payment, and who else must agree; and what is paid later, on
-- an invoice.

-- How a tenant refunds: one row, or none as long as nobody has set it.
create table refund_policies (
  tenant_id uuid not null,
  id uuid not null,
  -- From which payment money goes back, where an order has several.
  allocation text not null,
  -- What a role may give back on one order: [{"role", "currency", "aloneMinor", "mostMinor"}], 50 at
  -- most. A role that is not named has no limit.
  limits jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id),
  constraint allocation_is_known
    check (allocation in ('last-in-first-out', 'original-first', 'proportional'))
);
call protect_tenant_table('refund_policies');

alter table order_charges
  drop constraint charge_kind_is_known,
  add constraint charge_kind_is_known check (kind in ('shipping', 'fee'));

-- A refund that its giver may not grant alone: it waits for somebody else.
create table refund_requests (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  amount_minor bigint not null,
  -- What was asked for, as it will be granted.
  amount_on_top_minor bigint not null,
  shipping_minor bigint not null,
  fees_minor bigint not null,
  -- [{"line": 1, "quantity": 2}]
  lines jsonb not null,
  reason text not null,
  note text,
  allocation text,
  requested_by text not null,
  requested_at timestamptz not null,
  state text not null default 'waiting',
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  primary key (tenant_id, order_id, id),
  constraint request_is_about_money
    check (amount_minor > 0 and amount_on_top_minor >= 0 and shipping_minor >= 0
           and fees_minor >= 0),
  constraint request_state_is_known check (state in ('waiting', 'approved', 'declined')),
  constraint decided_requests_say_by_whom
    check ((state = 'waiting') = (decided_by is null)
           and (decided_by is null) = (decided_at is null)),
  -- Whatever the code: two people, or none.
  constraint nobody_decides_their_own_request check (decided_by <> requested_by)
);
call protect_tenant_table('refund_requests');

alter table granted_refunds
  add column fees_minor bigint not null default 0,
  -- From which payment it goes back, where it was said for this one.
  add column allocation text,
  -- Where two agreed on it.
  add column request_id uuid,
  add column approved_by text,
  add constraint granted_fees_are_part_of_the_grant
    check (fees_minor >= 0 and shipping_minor + fees_minor <= amount_minor),
  add constraint approved_grants_were_requested check ((request_id is null) = (approved_by is null));
create unique index granted_refunds_of_request on granted_refunds (tenant_id, order_id, request_id)
  where request_id is not null;

-- How much a customer may owe, in a currency. The row is locked whenever credit is given, so two
-- orders never use the same part of it.
create table customer_credits (
  tenant_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  limit_minor bigint not null,
  -- Days from invoice to payment, where an order does not say it.
  net_days integer not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, customer_id, currency),
  constraint credit_is_not_negative check (limit_minor >= 0),
  constraint net_days_are_days check (net_days between 0 and 365)
);
call protect_tenant_table('customer_credits');

-- A payment that the buyer makes later: a row per payment of the provider `terms`.
create table payment_terms (
  tenant_id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  -- Known once credit was asked for.
  customer_id uuid,
  currency text not null,
  -- Null: as the customer's credit says.
  net_days integer,
  purchase_order text,
  -- When it was found that the limit does not allow it, and until it does.
  waits_since timestamptz,
  granted_at timestamptz,
  -- Who gave credit beyond the limit; null: it was within.
  approved_by text,
  approval_note text,
  invoice_number text,
  invoiced_at timestamptz,
  due_at timestamptz,
  overdue_at timestamptz,
  -- Nothing of it is owed any more, or will be.
  settled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, payment_id),
  constraint terms_are_days check (net_days between 0 and 365),
  constraint invoice_has_a_due_date check ((invoiced_at is null) = (due_at is null)),
  constraint granted_terms_do_not_wait check (granted_at is null or waits_since is null)
) with (fillfactor = 70);
create index payment_terms_of_order on payment_terms (tenant_id, order_id, payment_id);
-- What counts against the limit of a customer.
create index payment_terms_of_customer on payment_terms (tenant_id, customer_id, currency, payment_id)
  where settled_at is null and customer_id is not null;
create index payment_terms_due on payment_terms (due_at)
  where due_at is not null and overdue_at is null and settled_at is null;
create index payment_terms_due_of_tenant on payment_terms (tenant_id, due_at, payment_id)
  where due_at is not null and overdue_at is null and settled_at is null;
call protect_tenant_table('payment_terms');
create policy what_is_due on payment_terms for select to doorstep_clock using (true);
grant select (tenant_id, due_at, overdue_at, settled_at) on payment_terms to doorstep_clock;
