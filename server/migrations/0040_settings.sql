-- What a tenant sets for itself: roles of its own, how it looks, its reasons and numbers. And who did
-- what: the audit log.

-- Rights under a name, beside the roles that every tenant has. `users.role` holds the code. At most
-- a hundred for each tenant.
create table roles (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint role_code_is_lower_case_words check (code ~ '^[a-z][a-z0-9-]{0,39}$')
);
create unique index roles_code on roles (tenant_id, code);
call protect_tenant_table('roles');
create index users_of_role on users (tenant_id, role);

-- One row for each thing that is set; what was never set is as core/settings says.
create table settings (
  tenant_id uuid not null,
  name text not null,
  id uuid not null,
  value jsonb not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, name)
);
call protect_tenant_table('settings');

-- The picture beside the name of the company: a PNG or a JPEG without anything but its pixels.
create table logos (
  tenant_id uuid primary key,
  content_type text not null,
  digest text not null,
  bytes bytea not null,
  constraint logo_is_a_picture check (content_type in ('image/png', 'image/jpeg')),
  constraint logo_is_small check (octet_length(bytes) <= 262144)
);
call protect_tenant_table('logos');

-- A tenant may be renamed, and its currency set while nothing was sold in it.
drop policy own_tenant on tenants;
create policy own_tenant on tenants to doorstep_app
  using (tenant_id = (select current_tenant()))
  with check (tenant_id = (select current_tenant()));
grant update (name, currency) on tenants to doorstep_app;

-- How a number is written, fixed when it is given: another format later renames nothing. Null: the
-- bare number. The digits at its end are the number itself, so two of them are never the same.
alter table orders add column number_text text;
alter table orders add constraint number_text_ends_with_the_number
  check (number_text is null or ltrim(substring(number_text from '[0-9]+$'), '0') = number::text)
  not valid;
alter table returns add column number_text text;
alter table returns add constraint number_text_ends_with_the_number
  check (number_text is null or ltrim(substring(number_text from '[0-9]+$'), '0') = number::text)
  not valid;

-- Who did what, when and from where, beside the log of events: written in the transaction that did
-- it, never changed. What people do is all here; what keys and Doorstep do by itself is here where it
-- is no traffic (core/access/audit.ts), so it grows with the work of people. A month is a partition,
-- dropped after two years.
create table audit_entries (
  tenant_id uuid not null,
  -- A UUIDv7 of when it was done.
  id uuid not null,
  actor text not null,
  type text not null,
  -- The kind of thing it was done to, and which.
  kind text not null,
  subject uuid not null,
  -- From where: the address and the request; null for what Doorstep does by itself.
  address text,
  request uuid,
  before jsonb,
  after jsonb not null,
  primary key (tenant_id, id)
) partition by range (id);
create table audit_entries_default partition of audit_entries default;
create index audit_entries_of_actor on audit_entries (tenant_id, actor, id);
create index audit_entries_of_kind on audit_entries (tenant_id, kind, id);
create index audit_entries_of_subject on audit_entries (tenant_id, subject, id);
call protect_tenant_table('audit_entries');
revoke update, delete on audit_entries from doorstep_app;

-- One partition of the audit log for each month up to `through`; those past their time are dropped.
create procedure keep_audit_partitions(through date)
  language plpgsql set search_path = public, pg_temp as $$
declare
  month date := date_trunc('month', current_date)::date;
  partition_name text;
begin
  while month <= through loop
    partition_name := 'audit_entries_' || to_char(month, 'YYYY_MM');
    if to_regclass(partition_name) is null then
      begin
        execute format('create table %I partition of audit_entries for values from (%L) to (%L)',
          partition_name, first_id_of(month), first_id_of((month + interval '1 month')::date));
      exception when lock_not_available or check_violation or duplicate_table then
        null; -- its rows go to the default partition; the next time
      end;
    end if;
    month := (month + interval '1 month')::date;
  end loop;
  for partition_name in
    select inhrelid::regclass::text from pg_inherits
    where inhparent = 'audit_entries'::regclass and inhrelid::regclass::text ~ '_\d{4}_\d\d$'
  loop
    if to_date(right(partition_name, 7), 'YYYY_MM') < current_date - interval '25 months' then
      begin
        execute format('drop table %I', partition_name);
      exception when lock_not_available then
        null; -- somebody reads it; the next time
      end;
    end if;
  end loop;
end
$$;
revoke all on procedure keep_audit_partitions(date) from public;

-- As before, and the partitions of the audit log.
create or replace function ensure_partitions(through date) returns integer
  language plpgsql security definer
  set search_path = public, pg_temp
  -- Making one waits for every reader of its parent, and all writers wait behind it: give up soon
  -- and come again. There are two months of them in advance.
  set lock_timeout = '500ms' as $$
declare
  made integer := 0;
  parent text;
  starts date;
  partition_name text;
begin
  foreach parent in array array['events', 'stock_movements', 'idempotency_keys'] loop
    starts := case when parent = 'idempotency_keys' then date_trunc('week', now())::date - 7
                   else date_trunc('month', now())::date end;
    while starts <= through loop
      made := made + ensure_partition(parent, starts);
      starts := case when parent = 'idempotency_keys' then starts + 7
                     else (starts + interval '1 month')::date end;
    end loop;
  end loop;
  for partition_name in
    select inhrelid::regclass::text from pg_inherits
    where inhparent = 'idempotency_keys'::regclass and inhrelid::regclass::text ~ '_w\d\d$'
  loop
    if to_date(right(partition_name, 8), 'IYYY_"w"IW') < date_trunc('week', now())::date - 7 then
      begin
        execute format('drop table %I', partition_name);
      exception when lock_not_available then
        null; -- somebody reads it; the next time
      end;
    end if;
  end loop;
  call keep_request_partitions(least(through, current_date + 7));
  call keep_audit_partitions(through);
  return made;
end
$$;
revoke all on function ensure_partitions(date) from public;
grant execute on function ensure_partitions(date) to doorstep_clock;

select ensure_partitions((current_date + 7)::date);
