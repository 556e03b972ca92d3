-- Orders that may be fraud: the rules of a tenant, what is told of an order, and what a person decides.

-- One row, or none as long as nobody has set rules.
create table risk_policies (
  tenant_id uuid not null,
  id uuid not null,
  active boolean not null,
  -- Since when it is: orders captured before are released as they were.
  active_since timestamptz,
  review_from integer not null,
  -- core/risk/risk-rule.ts; 50 at most.
  rules jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id),
  constraint active_since_some_time check (active = (active_since is not null)),
  constraint reviews_begin_above_nothing check (review_from > 0)
);
call protect_tenant_table('risk_policies');

-- What a payment provider, a fraud service or the channel says of an order: a few rows of an order.
create table risk_signals (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  payment_id uuid,
  source text not null,
  level text not null,
  score integer,
  -- In the words of the source.
  detail text,
  -- Told twice, it is recorded once.
  reference text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, order_id, id),
  constraint risk_level_is_known check (level in ('normal', 'elevated', 'highest')),
  constraint risk_score_is_of_100 check (score between 0 and 100)
);
create unique index risk_signals_once on risk_signals (tenant_id, order_id, source, reference);
call protect_tenant_table('risk_signals');

-- The review of an order: a row once it was assessed, or once something was told of it.
create table risk_reviews (
  tenant_id uuid not null,
  order_id uuid not null,
  state text not null,
  score integer not null default 0,
  -- [{"kind", "score", "facts"}]; numbers and words of the trade, never personal data.
  reasons jsonb not null default '[]',
  assessed_at timestamptz,
  -- What a person approved it with.
  approved_score integer,
  decided_by text,
  decided_at timestamptz,
  note text,
  primary key (tenant_id, order_id),
  constraint review_state_is_known
    check (state in ('waiting', 'clear', 'review', 'approved', 'declined')),
  constraint decisions_say_by_whom check ((decided_by is null) = (decided_at is null)),
  constraint people_decide
    check (state not in ('approved', 'declined') or decided_by is not null)
) with (fillfactor = 70);
create index risk_reviews_by_state on risk_reviews (tenant_id, state, order_id);
call protect_tenant_table('risk_reviews');

-- What orders of one buyer have in common, as digests, for rules that count them. Kept as long as a
-- rule may look back (30 days), and erased with the order.
create table risk_traces (
  tenant_id uuid not null,
  kind text not null,
  digest uuid not null,
  captured_at timestamptz not null,
  order_id uuid not null,
  primary key (tenant_id, kind, digest, captured_at, order_id),
  constraint trace_kind_is_known check (kind in ('buyer', 'email', 'address'))
);
create index risk_traces_of_order on risk_traces (tenant_id, order_id);
create index risk_traces_old on risk_traces (captured_at);
create index risk_traces_old_of_tenant on risk_traces (tenant_id, captured_at);
call protect_tenant_table('risk_traces');
create policy what_is_due on risk_traces for select to doorstep_clock using (true);
grant select (tenant_id, captured_at) on risk_traces to doorstep_clock;
