-- Roles. The server logs in as one user and acts as one of these, none of which owns a table or
-- may bypass row-level security:
--   doorstep_app   one tenant at a time, set per transaction
--   doorstep_gate  before a tenant is known: whose key or session is this?
--   doorstep_clock across tenants: the sequencer, and which tenant has something due
do $$
declare
  role_name text;
begin
  foreach role_name in array array['doorstep_app', 'doorstep_gate', 'doorstep_clock'] loop
    begin
      execute format('create role %I nologin nobypassrls', role_name);
    exception when duplicate_object or unique_violation then
      null; -- roles belong to the cluster; another database of it made them
    end;
    if not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
end
$$;

grant usage on schema public to doorstep_app, doorstep_gate, doorstep_clock;

-- The tenant of this transaction. A scalar subquery of it is evaluated once per statement.
create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('doorstep.tenant', true), '')::uuid;

-- Every tenant table is protected by this one procedure; a test finds any that is not.
create procedure protect_tenant_table(table_name regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy own_tenant on %s to doorstep_app
       using (tenant_id = (select current_tenant()))
       with check (tenant_id = (select current_tenant()))', table_name);
  execute format('grant select, insert, update, delete on %s to doorstep_app', table_name);
end
$$;

create table tenants (
  tenant_id uuid primary key,
  slug text not null unique,
  name text not null,
  -- Handling costs and reports are in this currency; orders carry their own.
  currency text not null,
  created_at timestamptz not null,
  constraint slug_is_lower_case_words check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$')
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_tenant on tenants for select to doorstep_app
  using (tenant_id = (select current_tenant()));
create policy directory on tenants for select to doorstep_gate, doorstep_clock using (true);
grant select on tenants to doorstep_app, doorstep_gate, doorstep_clock;

-- Counters leased in blocks, e.g. order numbers: unique and rising, gaps allowed.
create table number_leases (
  tenant_id uuid not null,
  series text not null,
  next_number bigint not null,
  primary key (tenant_id, series)
);
call protect_tenant_table('number_leases');

-- Makes the next partitions of the log, the movements and the idempotency keys, and drops keys
-- past their time. The server may not create tables, so this runs with the owner's rights; it
-- takes a date only.
create function ensure_partitions(through date) returns integer
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
  return made;
end
$$;

-- One partition, if it is missing: 1 when it was made. One that cannot be made now does not keep
-- the others from being made; rows of its time go to the default partition until then.
create function ensure_partition(parent text, starts date) returns integer
  language plpgsql set search_path = public, pg_temp as $$
declare
  weekly boolean := parent = 'idempotency_keys';
  partition_name text := parent || to_char(starts, case when weekly then '_IYYY_"w"IW' else '_YYYY_MM' end);
  ends date := case when weekly then starts + 7 else (starts + interval '1 month')::date end;
begin
  if to_regclass(partition_name) is not null then
    return 0;
  end if;
  execute format('create table %I partition of %I for values from (%L) to (%L)',
    partition_name, parent, starts, ends);
  return 1;
exception when lock_not_available or check_violation or duplicate_table then
  return 0;
end
$$;
revoke all on function ensure_partition(text, date) from public;
revoke all on function ensure_partitions(date) from public;
grant execute on function ensure_partitions(date) to doorstep_clock;
