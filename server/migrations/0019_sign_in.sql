-- Sign-in: sessions that people see and end, second factors, password resets, guesses, preferences,
-- and a log of API requests by id.

-- The session of a credential; null for API keys.
alter table credentials add column session_id uuid;
-- Written at most once a minute, so it may be that much behind.
alter table credentials add column last_used_at timestamptz;
-- A browser session that is used lives on until here at most; null: `expires_at` stands as it is.
alter table credentials add column ends_at timestamptz;

-- Where a session was opened. Personal data, so it is not in `credentials`. Rows of sessions that
-- ended are deleted when their user signs in the next time.
create table sessions (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  device text not null,
  address text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint session_kind_is_known check (kind in ('browser', 'token'))
);
create index sessions_of_user on sessions (tenant_id, user_id, id);
call protect_tenant_table('sessions');

-- One per user. The secret is sealed under the master key.
create table second_factors (
  tenant_id uuid not null,
  user_id uuid not null,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  -- Null until a first code proved that the device has the secret.
  confirmed_at timestamptz,
  -- The time step of the newest code that was used: no code is taken twice.
  last_step bigint not null default 0,
  primary key (tenant_id, user_id)
);
call protect_tenant_table('second_factors');

-- Deleted when used. 80 random bits each, so a plain SHA-256 of them is enough.
create table recovery_codes (
  tenant_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  primary key (tenant_id, user_id, code_hash)
);
call protect_tenant_table('recovery_codes');

-- At most one per user: the newest link is the one that works, once.
create table password_resets (
  tenant_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, user_id)
);
create unique index password_resets_token on password_resets (tenant_id, token_hash);
call protect_tenant_table('password_resets');

create table user_preferences (
  tenant_id uuid not null,
  user_id uuid not null,
  preferences jsonb not null,
  primary key (tenant_id, user_id)
);
call protect_tenant_table('user_preferences');

-- How often somebody tried to sign in with a name, or asked for a reset. Counted before it is known
-- whether tenant and user exist, for all processes; the name is a digest of what was typed, so it is
-- no personal data. A row counts for fifteen minutes; some that are over go at each new one.
create table sign_in_guesses (
  name_hash bytea primary key,
  guesses integer not null,
  ends_at timestamptz not null
);
create index sign_in_guesses_over on sign_in_guesses (ends_at);
grant select, insert, update, delete on sign_in_guesses to doorstep_gate;

-- What was asked of the API, by request id; never a body, never a secret. A process writes at most
-- a few rows a second for each tenant (access/request-notes.ts), and a day's rows are dropped as one
-- partition after seven days. The id is a UUIDv7, so it says when: the partitions are ranges of it.
create table api_requests (
  tenant_id uuid not null,
  id uuid not null,
  operation text not null,
  method text not null,
  status smallint not null,
  error text,
  actor text not null,
  took_ms real not null,
  primary key (tenant_id, id)
) partition by range (id);
create table api_requests_default partition of api_requests default;
create index api_requests_failed on api_requests (tenant_id, id) where status >= 400;
create index api_requests_of_operation on api_requests (tenant_id, operation, id);
call protect_tenant_table('api_requests');

-- The least UUIDv7 of a day.
create function first_id_of(day date) returns uuid
  language sql immutable
  return (lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0')
          || repeat('0', 20))::uuid;

-- One partition of requests for each day from today to `through`; those past their time are dropped.
create procedure keep_request_partitions(through date)
  language plpgsql set search_path = public, pg_temp as $$
declare
  day date := current_date;
  partition_name text;
begin
  while day <= through loop
    partition_name := 'api_requests_' || to_char(day, 'YYYY_MM_DD');
    if to_regclass(partition_name) is null then
      begin
        execute format('create table %I partition of api_requests for values from (%L) to (%L)',
          partition_name, first_id_of(day), first_id_of(day + 1));
      exception when lock_not_available or check_violation or duplicate_table then
        null; -- its rows go to the default partition; the next time
      end;
    end if;
    day := day + 1;
  end loop;
  for partition_name in
    select inhrelid::regclass::text from pg_inherits
    where inhparent = 'api_requests'::regclass and inhrelid::regclass::text ~ '_\d{4}_\d\d_\d\d$'
  loop
    if to_date(right(partition_name, 10), 'YYYY_MM_DD') < current_date - 7 then
      begin
        execute format('drop table %I', partition_name);
      exception when lock_not_available then
        null; -- somebody reads it; the next time
      end;
    end if;
  end loop;
  delete from api_requests_default where id < first_id_of(current_date - 7);
end
$$;
revoke all on procedure keep_request_partitions(date) from public;

-- As before, and the partitions of requests for the next days.
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
  return made;
end
$$;
revoke all on function ensure_partitions(date) from public;
grant execute on function ensure_partitions(date) to doorstep_clock;

select ensure_partitions((current_date + 7)::date);
