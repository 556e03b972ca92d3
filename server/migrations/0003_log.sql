-- One log. A transaction writes its events and one batch row; the sequencer then gives the
-- committed batch its place. An event's position is the batch's first position plus its ordinal,
-- so one update per commit numbers all its events, and positions are dense per tenant.
create sequence event_batch_order;

create table event_batches (
  tenant_id uuid not null,
  id uuid not null,
  -- Drawn after the transaction's locks are held: two commits that touch one subject are ordered
  -- by it as they happened. Its gaps do not matter, readers never see it.
  commit_order bigint not null default nextval('event_batch_order'),
  recorded_at timestamptz not null,
  event_count integer not null,
  -- Over all tenants, for the server's own readers.
  batch_position bigint,
  -- Within the tenant, for everybody's cursors.
  first_position bigint,
  primary key (tenant_id, id),
  constraint batch_has_events check (event_count > 0),
  constraint sequenced_in_one_go check ((batch_position is null) = (first_position is null))
);
create index event_batches_pending on event_batches (commit_order) where batch_position is null;
create unique index event_batches_place on event_batches (batch_position);
create unique index event_batches_of_tenant on event_batches (tenant_id, first_position);
call protect_tenant_table('event_batches');
create policy every_tenant on event_batches to doorstep_clock using (true) with check (true);
grant select, update on event_batches to doorstep_clock;
grant usage on sequence event_batch_order to doorstep_app;

create table events (
  tenant_id uuid not null,
  recorded_at timestamptz not null,
  batch_id uuid not null,
  ordinal integer not null,
  id uuid not null,
  type text not null,
  subject_kind text not null,
  subject uuid not null,
  version integer not null,
  occurred_at timestamptz not null,
  actor text not null,
  -- json, not jsonb: it is written far more often than looked into, and costs a third less so.
  data json not null,
  primary key (tenant_id, recorded_at, batch_id, ordinal)
) partition by range (recorded_at);
create index events_of_subject on events (tenant_id, subject, version);
-- Catches what a clock far off would otherwise lose; verify names rows that land here.
create table events_default partition of events default;
call protect_tenant_table('events');

create table log_heads (
  -- The whole log has one head, each tenant one of its own.
  tenant_id uuid primary key,
  last_position bigint not null
);
alter table log_heads enable row level security;
alter table log_heads force row level security;
create policy own_tenant on log_heads for select to doorstep_app
  using (tenant_id = (select current_tenant()));
create policy every_tenant on log_heads to doorstep_clock using (true) with check (true);
grant select on log_heads to doorstep_app;
grant select, insert, update on log_heads to doorstep_clock;
-- The nil tenant is the head of the whole log; its row is also the sequencer's lock.
insert into log_heads (tenant_id, last_position)
values ('00000000-0000-0000-0000-000000000000', 0);

-- How far each of the server's own readers has come.
create table log_readers (
  reader text primary key,
  batch_position bigint not null
);
grant select, insert, update on log_readers to doorstep_clock;
