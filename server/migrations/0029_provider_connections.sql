-- A tenant's own account at a payment provider. A tenant has few: one in use per provider, and those
-- of the past, whose payments are still captured and refunded there.
create table provider_connections (
  tenant_id uuid not null,
  id uuid not null,
  -- As payments name it. Test and live mode are providers of their own, so neither can be mistaken
  -- for the other.
  provider text not null,
  name text not null,
  -- What people may read: where payers return to, and the like.
  settings jsonb not null,
  -- Sealed by access/secret-box.ts; nobody can read them with the database alone.
  secrets_sealed bytea,
  -- New payments use it; those that began with it go on with it in any case.
  active boolean not null,
  created_at timestamptz not null,
  secrets_changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  -- How it does; written once a minute at most while nothing changes.
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  failing_since timestamptz,
  last_notice_at timestamptz,
  primary key (tenant_id, id),
  constraint connection_has_secrets_until_removed
    check ((secrets_sealed is null) = (removed_at is not null)),
  constraint removed_connection_is_inactive check (removed_at is null or not active)
) with (fillfactor = 70);
create unique index provider_connections_in_use on provider_connections (tenant_id, provider)
  where active;
create index provider_connections_by_id on provider_connections (id);
call protect_tenant_table('provider_connections');
-- Whose is the connection that a provider's notice names?
create policy addressee on provider_connections for select to doorstep_gate using (true);
grant select (tenant_id, id, provider, removed_at) on provider_connections to doorstep_gate;

alter table payments
  -- The account it began with. Null until a provider that needs one is asked.
  add column connection_id uuid,
  -- Until when the authorization holds, where the provider says it.
  add column authorization_expires_at timestamptz,
  -- When to see to an authorization that runs out: renew it, or tell people.
  add column renewal_due_at timestamptz,
  -- The provider waits for the payer to do something, and where, if it says it.
  add column payer_waits boolean not null default false,
  add column payer_action_link text,
  -- Taken from us by disputes and not given back.
  add column disputed_minor bigint not null default 0,
  add constraint disputed_is_not_negative check (disputed_minor >= 0);
create index payments_to_renew on payments (renewal_due_at) where renewal_due_at is not null;
create index payments_to_renew_of_tenant on payments (tenant_id, renewal_due_at, id)
  where renewal_due_at is not null;
create policy what_is_due on payments for select to doorstep_clock using (true);
grant select (tenant_id, renewal_due_at) on payments to doorstep_clock;

alter table payment_ledger
  -- What the provider kept for it, in the currency it settles in.
  add column fee_minor bigint,
  add column fee_currency text,
  drop constraint ledger_kind_is_known,
  add constraint ledger_kind_is_known
    check (kind in ('authorized', 'voided', 'captured', 'refunded', 'disputed', 'reinstated')),
  add constraint fee_has_a_currency check ((fee_minor is null) = (fee_currency is null));

-- A buyer had the bank take money back. A row per dispute; its money stands in the ledger.
create table payment_disputes (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  provider_reference text not null,
  status text not null,
  amount_minor bigint not null,
  -- The provider's word for why.
  reason text not null,
  respond_by timestamptz,
  opened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  constraint dispute_status_is_known
    check (status in ('inquiry', 'dropped', 'withdrawn', 'lost', 'won')),
  constraint dispute_is_about_money check (amount_minor > 0)
);
create unique index payment_disputes_once
  on payment_disputes (tenant_id, payment_id, provider_reference);
create index payment_disputes_of_order on payment_disputes (tenant_id, order_id, id);
call protect_tenant_table('payment_disputes');
