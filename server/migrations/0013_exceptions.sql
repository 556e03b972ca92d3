-- What a person must look at. Raised in the transaction of the fact that caused it, closed when the
-- cause is gone or somebody says so.
create table exceptions (
  tenant_id uuid not null,
  id uuid not null,
  type text not null,
  -- What it is about, as one text: the same cause is one exception as long as it is open.
  cause text not null,
  severity text not null,
  -- What is wrong, in the words of who reported it; null: in those of the type.
  title text,
  order_id uuid,
  sku_id uuid,
  location_id uuid,
  fulfillment_order_id uuid,
  parcel_id uuid,
  payment_id uuid,
  return_id uuid,
  webhook_endpoint_id uuid,
  -- Numbers and ids that say what is wrong; never personal data.
  data jsonb not null,
  raised_at timestamptz not null,
  raised_by text not null,
  -- How often its cause was seen, and when last.
  times integer not null default 1,
  seen_at timestamptz not null,
  deadline timestamptz not null,
  owner uuid,
  snoozed_until timestamptz,
  -- Null while open. closed_by is who did away with the cause, or who said that it is done.
  closed_at timestamptz,
  closed_by text,
  resolution text,
  note text,
  version integer not null default 1,
  status text not null generated always as (
    case when closed_at is not null then 'closed'
         when snoozed_until is not null then 'snoozed'
         else 'open' end) stored,
  -- Critical first: lists are ordered by it, then by deadline.
  urgency smallint not null generated always as (
    case severity when 'critical' then 1 when 'high' then 2 when 'medium' then 3 else 4 end) stored,
  primary key (tenant_id, id),
  constraint severity_is_known check (severity in ('low', 'medium', 'high', 'critical')),
  constraint cause_was_seen check (times > 0),
  constraint closed_exceptions_say_how
    check ((closed_at is null) = (resolution is null)
           and (closed_at is null) = (closed_by is null)
           and resolution in ('cause-gone', 'resolved', 'dismissed')),
  constraint closed_exceptions_do_not_sleep check (closed_at is null or snoozed_until is null)
) with (fillfactor = 70);
create unique index exceptions_open_cause on exceptions (tenant_id, type, cause)
  where closed_at is null;
create index exceptions_by_urgency on exceptions (tenant_id, status, urgency, deadline, id);
create index exceptions_by_deadline on exceptions (tenant_id, status, deadline, id);
create index exceptions_by_status on exceptions (tenant_id, status, id);
create index exceptions_by_type on exceptions (tenant_id, type, status, id);
create index exceptions_of_order on exceptions (tenant_id, order_id, id) where order_id is not null;
create index exceptions_of_owner on exceptions (tenant_id, owner, status, id)
  where owner is not null;
create index exceptions_at_location on exceptions (tenant_id, location_id, status, id)
  where location_id is not null;
create index exceptions_snoozed on exceptions (snoozed_until) where snoozed_until is not null;
call protect_tenant_table('exceptions');
create policy what_is_due on exceptions for select to doorstep_clock using (true);
grant select (tenant_id, snoozed_until) on exceptions to doorstep_clock;
