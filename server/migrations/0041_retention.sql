-- How long a tenant keeps what it need not keep, and what was erased of it.

-- At most one for each kind of core/settings/retention.ts.
create table retention_rules (
  tenant_id uuid not null,
  kind text not null,
  id uuid not null,
  keep_days integer not null,
  is_on boolean not null,
  -- When it is looked for what is too old; null while it is off.
  next_run_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, kind),
  constraint something_is_kept check (keep_days > 0),
  constraint runs_while_it_is_on check (is_on = (next_run_at is not null))
);
create index retention_rules_due on retention_rules (next_run_at) where next_run_at is not null;
call protect_tenant_table('retention_rules');
create policy due on retention_rules for select to doorstep_clock using (true);
grant select (tenant_id, next_run_at) on retention_rules to doorstep_clock;

-- What each run erased: one a day for each kind, kept for two years.
create table retention_runs (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  -- What is older than this was too old.
  before timestamptz not null,
  erased integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create unique index retention_runs_open on retention_runs (tenant_id, kind)
  where finished_at is null;
call protect_tenant_table('retention_runs');

-- Only what still says something, so that a look at what is old costs nothing where all is erased.
create index order_notes_said on order_notes (tenant_id, id) where body <> '[erased]';
create index order_contacts_known on order_contacts (tenant_id, order_id)
  where email is not null or phone is not null or name is not null or billing_address is not null;
