-- Where events are sent. A tenant has at most 50 of these; the row of a removed one stays, without
-- its secrets, for deliveries and exceptions name it.
create table webhook_endpoints (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,
  description text,
  -- Beginnings of event types, `order.` or a whole type; none means every event.
  event_types text[] not null,
  active boolean not null,
  -- The last position of the log when it was switched on: what has a later one is sent there, what
  -- came before only by a replay. A time would leave a gap between the two.
  active_after bigint not null,
  -- Why the server itself switched it off.
  disabled_reason text,
  disabled_at timestamptz,
  -- Sealed by access/secret-box.ts; nobody can read them with the database alone.
  secret_sealed bytea,
  -- The secret before the last rotation, which signs as well until its time is over.
  previous_secret_sealed bytea,
  previous_secret_until timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint disabled_endpoint_is_inactive
    check (disabled_reason is null or (not active and disabled_at is not null)),
  constraint disabled_reason_is_known check (disabled_reason in ('gone', 'failing')),
  constraint endpoint_has_a_secret_until_removed
    check ((secret_sealed is null) = (removed_at is not null)),
  constraint previous_secret_has_an_end
    check ((previous_secret_sealed is null) = (previous_secret_until is null))
);
call protect_tenant_table('webhook_endpoints');

-- How an endpoint does, a row each. Apart from the endpoint, because every batch of deliveries
-- writes here. Whoever holds this row leases for the endpoint: so many processes stay within the
-- limit of requests at once.
create table webhook_endpoint_health (
  tenant_id uuid not null,
  endpoint_id uuid not null,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  -- The first failure since the last success.
  failing_since timestamptz,
  failures_in_row integer not null default 0,
  -- Nothing is sent until then: it asked for it, or it failed often in a row.
  paused_until timestamptz,
  -- An exception says that deliveries died here.
  is_reported boolean not null default false,
  primary key (tenant_id, endpoint_id),
  constraint failures_are_counted
    check (failures_in_row >= 0 and (failing_since is null) = (failures_in_row = 0))
) with (fillfactor = 60);
call protect_tenant_table('webhook_endpoint_health');

-- An event on its way to an endpoint. The row is the job: see docs/decisions/0013. What is sent is
-- made from the event in the log, which never changes. Forgotten when `forget_at` has come: 7 days
-- after a success, 30 days after it died, 30 days after it was queued while its endpoint is off.
create table webhook_deliveries (
  tenant_id uuid not null,
  endpoint_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  -- The nil UUID: sent when it happened, not by a replay.
  replay_id uuid not null,
  event_type text not null,
  -- Where the event stands in the log.
  subject uuid not null,
  subject_version integer not null,
  recorded_at timestamptz not null,
  position bigint not null,
  state text not null default 'pending',
  -- Tries made since it was queued, or since somebody asked for more.
  attempts integer not null default 0,
  -- When it is due. A lease moves it to the end of the lease, so that a crash needs no clean-up.
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  -- Whose lease: a result that comes after the lease ran out must not undo another's.
  lease uuid,
  created_at timestamptz not null,
  last_attempt_at timestamptz,
  last_status integer,
  last_error text,
  -- The first bytes of the answer, where it came from a public address.
  last_answer text,
  last_took_ms integer,
  finished_at timestamptz,
  forget_at timestamptz not null,
  primary key (tenant_id, endpoint_id, id),
  constraint delivery_state_is_known check (state in ('pending', 'delivered', 'dead')),
  constraint finished_unless_pending check ((state = 'pending') = (finished_at is null)),
  constraint only_pending_is_leased check (state = 'pending' or lease is null),
  constraint lease_has_an_end check ((lease is null) = (leased_until is null)),
  constraint attempts_are_counted check (attempts >= 0),
  constraint answer_is_cut_short check (octet_length(last_answer) <= 1024)
) with (fillfactor = 80);
-- Queued once, however often the log is read.
create unique index webhook_deliveries_once
  on webhook_deliveries (tenant_id, endpoint_id, event_id, replay_id);
create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, next_attempt_at)
  where state = 'pending';
create index webhook_deliveries_dead on webhook_deliveries (tenant_id, endpoint_id, id)
  where state = 'dead';
create index webhook_deliveries_old on webhook_deliveries (tenant_id, forget_at);
call protect_tenant_table('webhook_deliveries');
create policy what_is_due on webhook_deliveries for select to doorstep_clock using (true);
grant select (tenant_id, endpoint_id, state, next_attempt_at, forget_at) on webhook_deliveries
  to doorstep_clock;

-- Sends what happened between two times once more. Worked off in batches; the cursor is the key of
-- the last event that was looked at. A finished one is forgotten after 30 days, when the next
-- one of its endpoint starts.
create table webhook_replays (
  tenant_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  event_types text[] not null,
  state text not null default 'running',
  cursor_recorded_at timestamptz not null,
  cursor_batch uuid not null,
  cursor_ordinal integer not null,
  next_step_at timestamptz not null,
  looked_at integer not null default 0,
  queued integer not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  constraint replay_looks_forward check (since < until),
  constraint replay_state_is_known check (state in ('running', 'done', 'canceled')),
  constraint replay_finishes check ((state = 'running') = (finished_at is null))
);
create index webhook_replays_of_endpoint on webhook_replays (tenant_id, endpoint_id, id);
create index webhook_replays_running on webhook_replays (tenant_id, next_step_at)
  where state = 'running';
call protect_tenant_table('webhook_replays');
create policy what_is_due on webhook_replays for select to doorstep_clock using (true);
grant select (tenant_id, state, next_step_at) on webhook_replays to doorstep_clock;
