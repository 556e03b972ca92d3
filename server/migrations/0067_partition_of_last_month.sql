-- As before, and the month before this one: the server dates what it writes, and at the turn of a month its
-- clock may be behind that of the database, which makes the partitions.
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
                   else (date_trunc('month', now()) - interval '1 month')::date end;
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

select ensure_partitions((current_date + 7)::date);
