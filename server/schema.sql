-- Made by "npm run generate" from a freshly migrated database: do not edit.
-- To change the schema, add a migration. cspell:ignore pkey

CREATE OR REPLACE FUNCTION public.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('doorstep.tenant'::text, true), ''::text))::uuid;
grant execute on current_tenant to public;

CREATE OR REPLACE FUNCTION public.ensure_partition(parent text, starts date)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.ensure_partitions(through date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '500ms'
AS $function$
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
$function$;
grant execute on ensure_partitions to doorstep_clock;

CREATE OR REPLACE FUNCTION public.first_id_of(day date)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
RETURN ((lpad(to_hex(((EXTRACT(epoch FROM (day)::timestamp without time zone) * (1000)::numeric))::bigint), 12, '0'::text) || repeat('0'::text, 20)))::uuid;
grant execute on first_id_of to public;

CREATE OR REPLACE PROCEDURE public.keep_audit_partitions(IN through date)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $procedure$
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
$procedure$;

CREATE OR REPLACE PROCEDURE public.keep_request_partitions(IN through date)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $procedure$
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
$procedure$;

CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN table_name regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy own_tenant on %s to doorstep_app
       using (tenant_id = (select current_tenant()))
       with check (tenant_id = (select current_tenant()))', table_name);
  execute format('grant select, insert, update, delete on %s to doorstep_app', table_name);
end
$procedure$;
grant execute on protect_tenant_table to public;

CREATE OR REPLACE FUNCTION public.refuse_contested(skus uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception 'stock was taken by another transaction'
        using errcode = 'check_violation', constraint = 'stock_contested',
              detail = to_json(skus)::text;
    end
  $function$;
grant execute on refuse_contested to public;

CREATE OR REPLACE FUNCTION public.stated_worth(sum_minor bigint, amount_minor bigint, order_amount_minor bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select case when order_amount_minor is null then sum_minor
      else (sign(sum_minor::numeric)
            * div(2::numeric * abs(sum_minor) * order_amount_minor + amount_minor,
                  2::numeric * amount_minor))::bigint end
  $function$;
grant execute on stated_worth to public;

create sequence event_batch_order;
grant usage on sequence event_batch_order to doorstep_app;

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  hint text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version integer default 1 not null,
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id)
);
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy own_tenant on api_keys for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on api_keys to doorstep_app;

create table api_requests (
  tenant_id uuid not null,
  id uuid not null,
  operation text not null,
  method text not null,
  status smallint not null,
  error text,
  actor text not null,
  took_ms real not null,
  constraint api_requests_pkey PRIMARY KEY (tenant_id, id)
) partition by RANGE (id);
CREATE INDEX api_requests_failed on api_requests USING btree (tenant_id, id) WHERE (status >= 400);
CREATE INDEX api_requests_of_operation on api_requests USING btree (tenant_id, operation, id);
alter table api_requests enable row level security;
alter table api_requests force row level security;
create policy own_tenant on api_requests for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on api_requests to doorstep_app;

create table api_requests_default partition of api_requests DEFAULT;

create table audit_entries (
  tenant_id uuid not null,
  id uuid not null,
  actor text not null,
  type text not null,
  kind text not null,
  subject uuid not null,
  address text,
  request uuid,
  before jsonb,
  after jsonb not null,
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, id)
) partition by RANGE (id);
CREATE INDEX audit_entries_of_actor on audit_entries USING btree (tenant_id, actor, id);
CREATE INDEX audit_entries_of_kind on audit_entries USING btree (tenant_id, kind, id);
CREATE INDEX audit_entries_of_subject on audit_entries USING btree (tenant_id, subject, id);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy own_tenant on audit_entries for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant insert, select on audit_entries to doorstep_app;

create table audit_entries_default partition of audit_entries DEFAULT;

create table backorder_limits (
  tenant_id uuid not null,
  sku_id uuid not null,
  cap integer default 0 not null,
  backordered integer default 0 not null,
  preordered integer default 0 not null,
  constraint backorder_limits_pkey PRIMARY KEY (tenant_id, sku_id),
  constraint backordered_within_cap CHECK (((backordered >= 0) AND (backordered <= cap))),
  constraint preordered_is_counted CHECK ((preordered >= 0))
) with (fillfactor=60);
alter table backorder_limits enable row level security;
alter table backorder_limits force row level security;
create policy own_tenant on backorder_limits for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on backorder_limits to doorstep_app;

create table book_closings (
  tenant_id uuid not null,
  id uuid not null,
  from_day date not null,
  through_day date not null,
  chart jsonb not null,
  entries integer not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint book_closings_pkey PRIMARY KEY (tenant_id, id),
  constraint a_period_has_days CHECK ((from_day <= through_day))
);
CREATE UNIQUE INDEX book_closings_by_day on book_closings USING btree (tenant_id, through_day);
alter table book_closings enable row level security;
alter table book_closings force row level security;
create policy own_tenant on book_closings for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on book_closings to doorstep_app;

create table books (
  tenant_id uuid not null,
  id uuid not null,
  closed_through date,
  chart jsonb,
  version integer default 0 not null,
  constraint books_pkey PRIMARY KEY (tenant_id)
);
alter table books enable row level security;
alter table books force row level security;
create policy own_tenant on books for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on books to doorstep_app;

create table bulk_action_orders (
  tenant_id uuid not null,
  bulk_id uuid not null,
  order_id uuid not null,
  outcome text,
  reason text,
  detail text,
  constraint bulk_action_orders_pkey PRIMARY KEY (tenant_id, bulk_id, order_id),
  constraint bulk_outcome_is_known CHECK ((outcome = ANY (ARRAY['done'::text, 'skipped'::text, 'failed'::text])))
);
CREATE INDEX bulk_action_orders_by_outcome on bulk_action_orders USING btree (tenant_id, bulk_id, outcome, order_id) WHERE (outcome IS NOT NULL);
CREATE INDEX bulk_action_orders_waiting on bulk_action_orders USING btree (tenant_id, bulk_id, order_id) WHERE (outcome IS NULL);
alter table bulk_action_orders enable row level security;
alter table bulk_action_orders force row level security;
create policy own_tenant on bulk_action_orders for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on bulk_action_orders to doorstep_app;

create table bulk_actions (
  tenant_id uuid not null,
  id uuid not null,
  action jsonb not null,
  state text not null,
  orders integer not null,
  eligible integer not null,
  done integer default 0 not null,
  skipped integer default 0 not null,
  failed integer default 0 not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  lease uuid,
  leased_until timestamp with time zone,
  forget_at timestamp with time zone not null,
  started_by text,
  constraint bulk_actions_pkey PRIMARY KEY (tenant_id, id),
  constraint bulk_counts_are_sound CHECK (((orders >= 0) AND ((eligible >= 0) AND (eligible <= orders)) AND (done >= 0) AND (skipped >= 0) AND (failed >= 0) AND (((done + skipped) + failed) <= orders))),
  constraint bulk_state_is_known CHECK ((state = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text, 'canceled'::text])))
);
CREATE INDEX bulk_actions_running on bulk_actions USING btree (tenant_id, id) WHERE (state = 'running'::text);
CREATE INDEX bulk_actions_to_forget on bulk_actions USING btree (forget_at);
alter table bulk_actions enable row level security;
alter table bulk_actions force row level security;
create policy own_tenant on bulk_actions for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on bulk_actions for select to doorstep_clock using (true);
grant delete, insert, select, update on bulk_actions to doorstep_app;
grant select(tenant_id, state, leased_until, forget_at) on bulk_actions to doorstep_clock;

create table channels (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  active boolean default true not null,
  stock_policy text default 'all-or-nothing'::text not null,
  split_policy text default 'allow'::text not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  payment_timeout_minutes integer,
  capture_at text default 'shipment'::text not null,
  release_after_minutes integer,
  constraint channels_pkey PRIMARY KEY (tenant_id, id),
  constraint capture_moment_is_known CHECK ((capture_at = ANY (ARRAY['shipment'::text, 'authorization'::text]))),
  constraint payment_timeout_is_positive CHECK ((payment_timeout_minutes > 0)),
  constraint release_delay_is_not_negative CHECK ((release_after_minutes >= 0)),
  constraint split_policy_is_known CHECK ((split_policy = ANY (ARRAY['allow'::text, 'forbid'::text]))),
  constraint stock_policy_is_known CHECK ((stock_policy = ANY (ARRAY['all-or-nothing'::text, 'partial-with-backorder'::text])))
);
CREATE UNIQUE INDEX channels_code on channels USING btree (tenant_id, code);
alter table channels enable row level security;
alter table channels force row level security;
create policy own_tenant on channels for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on channels to doorstep_app;

create table credentials (
  secret_hash bytea not null,
  tenant_id uuid not null,
  principal_kind text not null,
  principal_id uuid not null,
  scopes text[] not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  session_id uuid,
  last_used_at timestamp with time zone,
  ends_at timestamp with time zone,
  constraint credentials_pkey PRIMARY KEY (secret_hash),
  constraint principal_is_api_key_or_user CHECK ((principal_kind = ANY (ARRAY['api-key'::text, 'user'::text])))
);
CREATE INDEX credentials_of_principal on credentials USING btree (tenant_id, principal_id);
alter table credentials enable row level security;
alter table credentials force row level security;
create policy look_up on credentials for select to doorstep_gate using (true);
create policy own_tenant on credentials for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on credentials to doorstep_app;
grant select on credentials to doorstep_gate;

create table customer_credits (
  tenant_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  limit_minor bigint not null,
  net_days integer not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint customer_credits_pkey PRIMARY KEY (tenant_id, customer_id, currency),
  constraint credit_is_not_negative CHECK ((limit_minor >= 0)),
  constraint net_days_are_days CHECK (((net_days >= 0) AND (net_days <= 365)))
);
alter table customer_credits enable row level security;
alter table customer_credits force row level security;
create policy own_tenant on customer_credits for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on customer_credits to doorstep_app;

create table customers (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  email text,
  name text,
  phone text,
  created_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  version integer default 1 not null,
  merged_into uuid,
  merged_at timestamp with time zone,
  constraint customers_pkey PRIMARY KEY (tenant_id, id),
  constraint erased_customer_has_no_personal_data CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (name IS NULL) AND (phone IS NULL) AND (external_id IS NULL)))),
  constraint merged_customer_says_when CHECK (((merged_into IS NULL) = (merged_at IS NULL))),
  constraint nobody_is_merged_into_themselves CHECK ((merged_into <> id))
);
CREATE UNIQUE INDEX customers_email on customers USING btree (tenant_id, email) WHERE (email IS NOT NULL);
CREATE UNIQUE INDEX customers_external_id on customers USING btree (tenant_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX customers_merged_into on customers USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);
alter table customers enable row level security;
alter table customers force row level security;
create policy own_tenant on customers for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on customers to doorstep_app;

create table differences (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  cause text not null,
  status text default 'open'::text not null,
  kind text not null,
  reference text not null,
  payment_id uuid,
  order_id uuid,
  ledger_minor bigint,
  ledger_currency text,
  provider_minor bigint,
  provider_currency text,
  occurred_at timestamp with time zone not null,
  found_at timestamp with time zone not null,
  statement_id uuid,
  resolution text,
  note text,
  resolved_at timestamp with time zone,
  resolved_by text,
  version integer default 1 not null,
  constraint differences_pkey PRIMARY KEY (tenant_id, id),
  constraint difference_cause_is_known CHECK ((cause = ANY (ARRAY['missing-in-ledger'::text, 'missing-at-provider'::text, 'amount-differs'::text, 'currency-differs'::text, 'fee-unknown'::text, 'fee-differs'::text, 'duplicate'::text, 'timing'::text, 'payout-differs'::text, 'kind-unknown'::text]))),
  constraint difference_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text]))),
  constraint difference_subject_is_known CHECK ((subject = ANY (ARRAY['line'::text, 'entry'::text, 'payout'::text]))),
  constraint explained_differences_have_a_note CHECK (((resolution <> 'explain'::text) OR (note IS NOT NULL))),
  constraint resolved_differences_say_how CHECK (((status = 'resolved'::text) = ((resolved_at IS NOT NULL) AND (resolution IS NOT NULL))))
) with (fillfactor=80);
CREATE INDEX differences_by_cause on differences USING btree (tenant_id, status, cause, id);
CREATE INDEX differences_by_status on differences USING btree (tenant_id, status, id);
CREATE INDEX differences_noted_of_order on differences USING btree (tenant_id, order_id) WHERE (note IS NOT NULL);
CREATE INDEX differences_of_connection on differences USING btree (tenant_id, connection_id, status, id);
CREATE UNIQUE INDEX differences_once on differences USING btree (tenant_id, subject, subject_id);
alter table differences enable row level security;
alter table differences force row level security;
create policy own_tenant on differences for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on differences to doorstep_app;

create table drop_buyers (
  tenant_id uuid not null,
  drop_id uuid not null,
  buyer uuid not null,
  held integer default 0 not null,
  bought integer default 0 not null,
  constraint drop_buyers_pkey PRIMARY KEY (tenant_id, drop_id, buyer),
  constraint no_buyer_has_less_than_nothing CHECK (((held >= 0) AND (bought >= 0)))
) with (fillfactor=80);
alter table drop_buyers enable row level security;
alter table drop_buyers force row level security;
create policy own_tenant on drop_buyers for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on drop_buyers to doorstep_app;

create table drop_engagement (
  tenant_id uuid not null,
  drop_id uuid not null,
  minute timestamp with time zone not null,
  viewers integer default 0 not null,
  adds integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  shares integer default 0 not null,
  constraint drop_engagement_pkey PRIMARY KEY (tenant_id, drop_id, minute)
) with (fillfactor=60);
alter table drop_engagement enable row level security;
alter table drop_engagement force row level security;
create policy own_tenant on drop_engagement for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on drop_engagement to doorstep_app;

create table drop_holds (
  tenant_id uuid not null,
  id uuid not null,
  drop_id uuid not null,
  buyer uuid not null,
  place_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint drop_holds_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX drop_holds_due on drop_holds USING btree (expires_at);
CREATE INDEX drop_holds_of_drop on drop_holds USING btree (tenant_id, drop_id, expires_at);
alter table drop_holds enable row level security;
alter table drop_holds force row level security;
create policy own_tenant on drop_holds for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on drop_holds for select to doorstep_clock using (true);
grant delete, insert, select, update on drop_holds to doorstep_app;
grant select(tenant_id, expires_at) on drop_holds to doorstep_clock;

create table drop_items (
  tenant_id uuid not null,
  drop_id uuid not null,
  sku_id uuid not null,
  set_apart integer default 0 not null,
  pooled integer default 0 not null,
  held integer default 0 not null,
  sold integer default 0 not null,
  released integer default 0 not null,
  preorder_cap integer default 0 not null,
  preordered integer default 0 not null,
  waiting integer default 0 not null,
  constraint drop_items_pkey PRIMARY KEY (tenant_id, drop_id, sku_id),
  constraint every_unit_of_a_drop_is_in_one_place CHECK ((set_apart = ((pooled + held) + sold))),
  constraint no_count_of_a_drop_is_negative CHECK (((pooled >= 0) AND (held >= 0) AND (sold >= 0) AND (released >= 0) AND (waiting >= 0))),
  constraint preordered_within_cap CHECK (((preordered >= 0) AND (preordered <= preorder_cap)))
) with (fillfactor=60);
CREATE INDEX drop_items_to_offer on drop_items USING btree (tenant_id) WHERE ((pooled > 0) AND (waiting > 0));
alter table drop_items enable row level security;
alter table drop_items force row level security;
create policy own_tenant on drop_items for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on drop_items for select to doorstep_clock using (true);
grant delete, insert, select, update on drop_items to doorstep_app;
grant select(tenant_id, pooled, waiting) on drop_items to doorstep_clock;

create table drop_minutes (
  tenant_id uuid not null,
  drop_id uuid not null,
  minute timestamp with time zone not null,
  orders integer default 0 not null,
  sold integer default 0 not null,
  preordered integer default 0 not null,
  constraint drop_minutes_pkey PRIMARY KEY (tenant_id, drop_id, minute)
) with (fillfactor=60);
alter table drop_minutes enable row level security;
alter table drop_minutes force row level security;
create policy own_tenant on drop_minutes for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on drop_minutes to doorstep_app;

create table drop_places (
  tenant_id uuid not null,
  id uuid not null,
  drop_id uuid not null,
  number bigint not null,
  sku_id uuid not null,
  buyer uuid not null,
  quantity integer not null,
  state text not null,
  hold_id uuid,
  joined_at timestamp with time zone not null,
  constraint drop_places_pkey PRIMARY KEY (tenant_id, id),
  constraint place_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'bought'::text, 'lapsed'::text, 'left'::text, 'over'::text]))),
  constraint place_waits_for_something CHECK ((quantity > 0))
) with (fillfactor=80);
CREATE UNIQUE INDEX drop_places_of_buyer on drop_places USING btree (tenant_id, drop_id, sku_id, buyer) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]));
CREATE INDEX drop_places_waiting on drop_places USING btree (tenant_id, drop_id, sku_id, number) WHERE (state = 'waiting'::text);
alter table drop_places enable row level security;
alter table drop_places force row level security;
create policy own_tenant on drop_places for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on drop_places to doorstep_app;

create table drop_sales (
  tenant_id uuid not null,
  order_id uuid not null,
  sku_id uuid not null,
  drop_id uuid not null,
  buyer uuid,
  sold integer not null,
  preordered integer not null,
  waiting integer not null,
  constraint drop_sales_pkey PRIMARY KEY (tenant_id, order_id, sku_id),
  constraint sale_counts_are_sound CHECK (((sold >= 0) AND (preordered >= 0) AND ((waiting >= 0) AND (waiting <= preordered))))
);
alter table drop_sales enable row level security;
alter table drop_sales force row level security;
create policy own_tenant on drop_sales for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on drop_sales to doorstep_app;

create table drops (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  reference text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  limit_per_buyer integer,
  hold_seconds integer not null,
  offer_seconds integer not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  started_at timestamp with time zone,
  paused_at timestamp with time zone,
  stopped_at timestamp with time zone,
  closed_at timestamp with time zone,
  sold_out_at timestamp with time zone,
  told_step integer default 0 not null,
  last_place bigint default 0 not null,
  places_kept boolean default true not null,
  version integer default 0 not null,
  constraint drops_pkey PRIMARY KEY (tenant_id, id),
  constraint buyers_may_have_something CHECK ((limit_per_buyer > 0)),
  constraint drop_ends_after_it_starts CHECK ((ends_at > starts_at)),
  constraint holds_last_a_while CHECK (((hold_seconds > 0) AND (offer_seconds > 0)))
) with (fillfactor=60);
CREATE INDEX drops_to_end on drops USING btree (ends_at) WHERE (closed_at IS NULL);
CREATE INDEX drops_to_forget on drops USING btree (closed_at) WHERE places_kept;
CREATE INDEX drops_to_start on drops USING btree (starts_at) WHERE ((started_at IS NULL) AND (closed_at IS NULL));
alter table drops enable row level security;
alter table drops force row level security;
create policy own_tenant on drops for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on drops for select to doorstep_clock using (true);
grant delete, insert, select, update on drops to doorstep_app;
grant select(tenant_id, starts_at, ends_at, started_at, closed_at, places_kept) on drops to doorstep_clock;

create table event_batches (
  tenant_id uuid not null,
  id uuid not null,
  commit_order bigint default nextval('event_batch_order'::regclass) not null,
  recorded_at timestamp with time zone not null,
  event_count integer not null,
  batch_position bigint,
  first_position bigint,
  types text[],
  constraint event_batches_pkey PRIMARY KEY (tenant_id, id),
  constraint batch_has_events CHECK ((event_count > 0)),
  constraint sequenced_in_one_go CHECK (((batch_position IS NULL) = (first_position IS NULL)))
);
CREATE UNIQUE INDEX event_batches_of_tenant on event_batches USING btree (tenant_id, first_position);
CREATE INDEX event_batches_pending on event_batches USING btree (commit_order) WHERE (batch_position IS NULL);
CREATE UNIQUE INDEX event_batches_place on event_batches USING btree (batch_position);
alter table event_batches enable row level security;
alter table event_batches force row level security;
create policy every_tenant on event_batches for all to doorstep_clock using (true) with check (true);
create policy own_tenant on event_batches for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on event_batches to doorstep_app;
grant select, update on event_batches to doorstep_clock;

create table events (
  tenant_id uuid not null,
  recorded_at timestamp with time zone not null,
  batch_id uuid not null,
  ordinal integer not null,
  id uuid not null,
  type text not null,
  subject_kind text not null,
  subject uuid not null,
  version integer not null,
  occurred_at timestamp with time zone not null,
  actor text not null,
  data json not null,
  constraint events_pkey PRIMARY KEY (tenant_id, recorded_at, batch_id, ordinal)
) partition by RANGE (recorded_at);
CREATE INDEX events_of_subject on events USING btree (tenant_id, subject, version);
alter table events enable row level security;
alter table events force row level security;
create policy own_tenant on events for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on events to doorstep_app;

create table events_default partition of events DEFAULT;

create table exception_comments (
  tenant_id uuid not null,
  exception_id uuid not null,
  id uuid not null,
  body text not null,
  author text not null,
  created_at timestamp with time zone not null,
  constraint exception_comments_pkey PRIMARY KEY (tenant_id, exception_id, id)
);
alter table exception_comments enable row level security;
alter table exception_comments force row level security;
create policy own_tenant on exception_comments for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on exception_comments to doorstep_app;

create table exception_thresholds (
  tenant_id uuid not null,
  type text not null,
  id uuid not null,
  orange integer not null,
  red integer not null,
  version integer default 1 not null,
  constraint exception_thresholds_pkey PRIMARY KEY (tenant_id, type),
  constraint red_is_worse_than_orange CHECK (((orange > 0) AND (red >= orange)))
);
alter table exception_thresholds enable row level security;
alter table exception_thresholds force row level security;
create policy own_tenant on exception_thresholds for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on exception_thresholds to doorstep_app;

create table exceptions (
  tenant_id uuid not null,
  id uuid not null,
  type text not null,
  cause text not null,
  severity text not null,
  title text,
  order_id uuid,
  sku_id uuid,
  location_id uuid,
  fulfillment_order_id uuid,
  parcel_id uuid,
  payment_id uuid,
  return_id uuid,
  webhook_endpoint_id uuid,
  data jsonb not null,
  raised_at timestamp with time zone not null,
  raised_by text not null,
  times integer default 1 not null,
  seen_at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  owner uuid,
  snoozed_until timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text,
  resolution text,
  note text,
  version integer default 1 not null,
  status text generated always as (
CASE
    WHEN (closed_at IS NOT NULL) THEN 'closed'::text
    WHEN (snoozed_until IS NOT NULL) THEN 'snoozed'::text
    ELSE 'open'::text
END) stored not null,
  urgency smallint generated always as (
CASE severity
    WHEN 'critical'::text THEN 1
    WHEN 'high'::text THEN 2
    WHEN 'medium'::text THEN 3
    ELSE 4
END) stored not null,
  constraint exceptions_pkey PRIMARY KEY (tenant_id, id),
  constraint cause_was_seen CHECK ((times > 0)),
  constraint closed_exceptions_do_not_sleep CHECK (((closed_at IS NULL) OR (snoozed_until IS NULL))),
  constraint closed_exceptions_say_how CHECK ((((closed_at IS NULL) = (resolution IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)) AND (resolution = ANY (ARRAY['cause-gone'::text, 'resolved'::text, 'dismissed'::text])))),
  constraint severity_is_known CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text])))
) with (fillfactor=70);
CREATE INDEX exceptions_at_location on exceptions USING btree (tenant_id, location_id, status, id) WHERE (location_id IS NOT NULL);
CREATE INDEX exceptions_by_deadline on exceptions USING btree (tenant_id, status, deadline, id);
CREATE INDEX exceptions_by_status on exceptions USING btree (tenant_id, status, id);
CREATE INDEX exceptions_by_type on exceptions USING btree (tenant_id, type, status, id);
CREATE INDEX exceptions_by_urgency on exceptions USING btree (tenant_id, status, urgency, deadline, id);
CREATE INDEX exceptions_of_order on exceptions USING btree (tenant_id, order_id, id) WHERE (order_id IS NOT NULL);
CREATE INDEX exceptions_of_owner on exceptions USING btree (tenant_id, owner, status, id) WHERE (owner IS NOT NULL);
CREATE UNIQUE INDEX exceptions_open_cause on exceptions USING btree (tenant_id, type, cause) WHERE (closed_at IS NULL);
CREATE INDEX exceptions_snoozed on exceptions USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);
alter table exceptions enable row level security;
alter table exceptions force row level security;
create policy own_tenant on exceptions for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on exceptions for select to doorstep_clock using (true);
grant delete, insert, select, update on exceptions to doorstep_app;
grant select(tenant_id, snoozed_until) on exceptions to doorstep_clock;

create table flow_entries (
  tenant_id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  "position" bigint not null,
  ordinal integer not null,
  order_id uuid,
  channel_id uuid not null,
  country text not null,
  location_id uuid,
  currency text not null,
  reason text not null,
  sku_code text not null,
  units bigint not null,
  amount_minor bigint not null,
  constraint flow_entries_pkey PRIMARY KEY (tenant_id, kind, happened_at, "position", ordinal)
);
alter table flow_entries enable row level security;
alter table flow_entries force row level security;
create policy own_tenant on flow_entries for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on flow_entries to doorstep_app;

create table flow_marks (
  tenant_id uuid not null,
  fulfillment_order_id uuid not null,
  order_id uuid not null,
  location_id uuid not null,
  channel_id uuid not null,
  country text not null,
  captured_at timestamp with time zone not null,
  released_at timestamp with time zone not null,
  picked_at timestamp with time zone,
  packed_at timestamp with time zone,
  shipped_at timestamp with time zone,
  delivered_at timestamp with time zone,
  constraint flow_marks_pkey PRIMARY KEY (tenant_id, fulfillment_order_id)
) with (fillfactor=70);
CREATE INDEX flow_marks_delivered on flow_marks USING btree (tenant_id, delivered_at, fulfillment_order_id) WHERE (delivered_at IS NOT NULL);
CREATE INDEX flow_marks_packed on flow_marks USING btree (tenant_id, packed_at, fulfillment_order_id) WHERE (packed_at IS NOT NULL);
CREATE INDEX flow_marks_picked on flow_marks USING btree (tenant_id, picked_at, fulfillment_order_id) WHERE (picked_at IS NOT NULL);
CREATE INDEX flow_marks_released on flow_marks USING btree (tenant_id, released_at, fulfillment_order_id);
CREATE INDEX flow_marks_shipped on flow_marks USING btree (tenant_id, shipped_at, fulfillment_order_id) WHERE (shipped_at IS NOT NULL);
alter table flow_marks enable row level security;
alter table flow_marks force row level security;
create policy own_tenant on flow_marks for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on flow_marks to doorstep_app;

create table flow_projections (
  tenant_id uuid not null,
  "position" bigint default 0 not null,
  time_zone text default 'UTC'::text not null,
  rebuild_to bigint,
  constraint flow_projections_pkey PRIMARY KEY (tenant_id),
  constraint flow_starts_before_the_log CHECK (("position" >= 0))
);
alter table flow_projections enable row level security;
alter table flow_projections force row level security;
create policy own_tenant on flow_projections for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on flow_projections for select to doorstep_clock using (true);
grant delete, insert, select, update on flow_projections to doorstep_app;
grant select(tenant_id, position, rebuild_to) on flow_projections to doorstep_clock;

create table flow_sums (
  tenant_id uuid not null,
  kind text not null,
  dimension text not null,
  member text not null,
  currency text not null,
  reason text not null,
  span text not null,
  starts_on date not null,
  times bigint default 0 not null,
  units bigint default 0 not null,
  amount_minor bigint default 0 not null,
  constraint flow_sums_pkey PRIMARY KEY (tenant_id, kind, dimension, span, currency, starts_on, member, reason),
  constraint span_of_flow_is_known CHECK ((span = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])))
) with (fillfactor=80);
alter table flow_sums enable row level security;
alter table flow_sums force row level security;
create policy own_tenant on flow_sums for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on flow_sums to doorstep_app;

create table fulfillment_order_lines (
  tenant_id uuid not null,
  fulfillment_order_id uuid not null,
  line_number integer not null,
  sku_id uuid,
  quantity integer not null,
  allocated integer not null,
  picked integer default 0 not null,
  packed integer default 0 not null,
  shipped integer default 0 not null,
  canceled integer default 0 not null,
  short integer default 0 not null,
  overshipped integer default 0 not null,
  constraint fulfillment_order_lines_pkey PRIMARY KEY (tenant_id, fulfillment_order_id, line_number),
  constraint every_asked_unit_is_in_one_place CHECK (((quantity + overshipped) = (((((allocated + picked) + packed) + shipped) + canceled) + short))),
  constraint no_fulfillment_count_is_negative CHECK (((quantity >= 0) AND (allocated >= 0) AND (picked >= 0) AND (packed >= 0) AND (shipped >= 0) AND (canceled >= 0) AND (short >= 0) AND ((overshipped >= 0) AND (overshipped <= shipped))))
) with (fillfactor=70);
alter table fulfillment_order_lines enable row level security;
alter table fulfillment_order_lines force row level security;
create policy own_tenant on fulfillment_order_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on fulfillment_order_lines to doorstep_app;

create table fulfillment_orders (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  location_id uuid not null,
  released_at timestamp with time zone not null,
  released_by text not null,
  ship_by timestamp with time zone,
  late_at timestamp with time zone,
  quantity integer not null,
  allocated integer not null,
  picked integer default 0 not null,
  packed integer default 0 not null,
  shipped integer default 0 not null,
  canceled integer default 0 not null,
  short integer default 0 not null,
  overshipped integer default 0 not null,
  status text generated always as (
CASE
    WHEN ((((allocated + picked) + packed) = 0) AND (shipped = 0)) THEN 'canceled'::text
    WHEN (((allocated + picked) + packed) = 0) THEN 'shipped'::text
    WHEN (shipped > 0) THEN 'partially-shipped'::text
    WHEN ((allocated + picked) = 0) THEN 'packed'::text
    WHEN ((picked + packed) > 0) THEN 'picking'::text
    ELSE 'released'::text
END) stored not null,
  due_at timestamp with time zone generated always as (COALESCE(ship_by, 'infinity'::timestamp with time zone)) stored not null,
  board_column text generated always as (
CASE
    WHEN ((allocated = 0) AND (picked = 0) AND (packed = 0)) THEN NULL::text
    WHEN (late_at IS NOT NULL) THEN 'late'::text
    WHEN ((allocated = 0) AND (picked = 0)) THEN 'packed'::text
    WHEN ((picked = 0) AND (packed = 0) AND (shipped = 0)) THEN 'open'::text
    ELSE 'picking'::text
END) stored,
  constraint fulfillment_orders_pkey PRIMARY KEY (tenant_id, id),
  constraint fulfillment_counts_are_sound CHECK (((quantity >= 0) AND (allocated >= 0) AND (picked >= 0) AND (packed >= 0) AND (shipped >= 0) AND (canceled >= 0) AND (short >= 0) AND (overshipped >= 0) AND ((quantity + overshipped) = (((((allocated + picked) + packed) + shipped) + canceled) + short))))
) with (fillfactor=70);
CREATE INDEX fulfillment_orders_by_location on fulfillment_orders USING btree (tenant_id, location_id, status, id);
CREATE INDEX fulfillment_orders_by_status on fulfillment_orders USING btree (tenant_id, status, id);
CREATE INDEX fulfillment_orders_due on fulfillment_orders USING btree (tenant_id, ship_by, id) WHERE ((ship_by IS NOT NULL) AND (((allocated + picked) + packed) > 0));
CREATE INDEX fulfillment_orders_late on fulfillment_orders USING btree (ship_by) WHERE ((ship_by IS NOT NULL) AND (late_at IS NULL) AND (((allocated + picked) + packed) > 0));
CREATE INDEX fulfillment_orders_of_location on fulfillment_orders USING btree (tenant_id, location_id, id);
CREATE INDEX fulfillment_orders_of_order on fulfillment_orders USING btree (tenant_id, order_id, id);
CREATE INDEX fulfillment_orders_on_board on fulfillment_orders USING btree (tenant_id, location_id, board_column, due_at, id) WHERE (board_column IS NOT NULL);
alter table fulfillment_orders enable row level security;
alter table fulfillment_orders force row level security;
create policy own_tenant on fulfillment_orders for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on fulfillment_orders for select to doorstep_clock using (true);
grant delete, insert, select, update on fulfillment_orders to doorstep_app;
grant select(tenant_id, ship_by, late_at, allocated, picked, packed) on fulfillment_orders to doorstep_clock;

create table gift_card_keys (
  tenant_id uuid not null,
  id uuid not null,
  key_sealed bytea not null,
  constraint gift_card_keys_pkey PRIMARY KEY (tenant_id)
);
alter table gift_card_keys enable row level security;
alter table gift_card_keys force row level security;
create policy own_tenant on gift_card_keys for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on gift_card_keys to doorstep_app;

create table granted_refunds (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  amount_minor bigint not null,
  reason text not null,
  note text,
  return_id uuid,
  granted_by text not null,
  granted_at timestamp with time zone not null,
  lines jsonb default '[]'::jsonb not null,
  shipping_minor bigint default 0 not null,
  fees_minor bigint default 0 not null,
  allocation text,
  request_id uuid,
  approved_by text,
  destination text,
  beyond_worth_minor bigint default 0 not null,
  constraint granted_refunds_pkey PRIMARY KEY (tenant_id, order_id, id),
  constraint approved_grants_were_requested CHECK (((request_id IS NULL) = (approved_by IS NULL))),
  constraint grant_destination_is_known CHECK ((destination = 'store-credit'::text)),
  constraint grant_gives_something CHECK ((amount_minor > 0)),
  constraint granted_fees_are_part_of_the_grant CHECK (((fees_minor >= 0) AND ((shipping_minor + fees_minor) <= amount_minor))),
  constraint granted_shipping_is_part_of_the_grant CHECK (((shipping_minor >= 0) AND (shipping_minor <= amount_minor))),
  constraint what_is_beyond_worth_is_part_of_a_grant_for_a_return CHECK ((((beyond_worth_minor >= 0) AND (beyond_worth_minor <= amount_minor)) AND ((return_id IS NOT NULL) OR (beyond_worth_minor = 0))))
);
CREATE UNIQUE INDEX granted_refunds_of_request on granted_refunds USING btree (tenant_id, order_id, request_id) WHERE (request_id IS NOT NULL);
alter table granted_refunds enable row level security;
alter table granted_refunds force row level security;
create policy own_tenant on granted_refunds for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on granted_refunds to doorstep_app;

create table idempotency_keys (
  tenant_id uuid not null,
  week date not null,
  key_hash uuid not null,
  input_hash uuid not null,
  order_id uuid,
  answer text,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, week, key_hash)
) partition by RANGE (week);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy own_tenant on idempotency_keys for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on idempotency_keys to doorstep_app;

create table idempotency_keys_default partition of idempotency_keys DEFAULT;

create table import_chunks (
  tenant_id uuid not null,
  import_id uuid not null,
  starts_at bigint not null,
  bytes bytea not null,
  constraint import_chunks_pkey PRIMARY KEY (tenant_id, import_id, starts_at)
);
alter table import_chunks enable row level security;
alter table import_chunks force row level security;
create policy own_tenant on import_chunks for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on import_chunks to doorstep_app;

create table import_documents (
  tenant_id uuid not null,
  import_id uuid not null,
  place bigint not null,
  key text not null,
  first_row bigint not null,
  row_count integer not null,
  kind text,
  outcome text,
  reason text,
  entity_id uuid,
  undo jsonb,
  undo_outcome text,
  undo_reason text,
  constraint import_documents_pkey PRIMARY KEY (tenant_id, import_id, place),
  constraint import_outcome_is_known CHECK ((outcome = ANY (ARRAY['create'::text, 'change'::text, 'skip'::text, 'refuse'::text]))),
  constraint undo_outcome_is_known CHECK ((undo_outcome = ANY (ARRAY['undone'::text, 'kept'::text])))
);
CREATE INDEX import_documents_of_entity on import_documents USING btree (tenant_id, entity_id) WHERE (entity_id IS NOT NULL);
CREATE INDEX import_documents_open on import_documents USING btree (tenant_id, import_id, place) WHERE (outcome IS NULL);
CREATE INDEX import_documents_to_undo on import_documents USING btree (tenant_id, import_id, place) WHERE ((undo_outcome IS NULL) AND (outcome = ANY (ARRAY['create'::text, 'change'::text])));
alter table import_documents enable row level security;
alter table import_documents force row level security;
create policy own_tenant on import_documents for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on import_documents to doorstep_app;

create table import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  number bigint not null,
  line bigint not null,
  document_key text,
  raw text,
  problems jsonb,
  warnings jsonb,
  constraint import_rows_pkey PRIMARY KEY (tenant_id, import_id, number)
);
CREATE INDEX import_rows_of_document on import_rows USING btree (tenant_id, import_id, document_key, number);
CREATE INDEX import_rows_with_problems on import_rows USING btree (tenant_id, import_id, number) WHERE ((problems IS NOT NULL) OR (warnings IS NOT NULL));
alter table import_rows enable row level security;
alter table import_rows force row level security;
create policy own_tenant on import_rows for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on import_rows to doorstep_app;

create table imported_orders (
  tenant_id uuid not null,
  order_id uuid not null,
  import_id uuid not null,
  latest_import_id uuid not null,
  sold_hash text not null,
  content_hash text not null,
  payment_status text,
  fulfillment_status text,
  refunded_minor bigint default 0 not null,
  constraint imported_orders_pkey PRIMARY KEY (tenant_id, order_id)
);
alter table imported_orders enable row level security;
alter table imported_orders force row level security;
create policy own_tenant on imported_orders for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on imported_orders to doorstep_app;

create table imports (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  profile jsonb not null,
  source_options jsonb default '{}'::jsonb not null,
  file_name text not null,
  apply boolean not null,
  state text default 'receiving'::text not null,
  received_bytes bigint default 0 not null,
  format jsonb,
  fields jsonb,
  rows_read bigint default 0 not null,
  rows_refused bigint default 0 not null,
  documents bigint default 0 not null,
  documents_handled bigint default 0 not null,
  outcomes jsonb default '{}'::jsonb not null,
  error jsonb,
  created_at timestamp with time zone not null,
  created_by text not null,
  finished_at timestamp with time zone,
  lease uuid,
  leased_until timestamp with time zone,
  written_at timestamp with time zone,
  undo_began_at timestamp with time zone,
  undo_began_by text,
  documents_undone bigint default 0 not null,
  documents_kept bigint default 0 not null,
  constraint imports_pkey PRIMARY KEY (tenant_id, id),
  constraint import_kind_is_known CHECK ((kind = ANY (ARRAY['orders'::text, 'products'::text, 'customers'::text, 'stock'::text, 'locations'::text]))),
  constraint import_state_is_known CHECK ((state = ANY (ARRAY['receiving'::text, 'received'::text, 'reading'::text, 'planning'::text, 'ready'::text, 'applying'::text, 'done'::text, 'failed'::text, 'canceled'::text, 'undoing'::text, 'undone'::text]))),
  constraint undone_by_somebody CHECK (((undo_began_at IS NULL) = (undo_began_by IS NULL)))
);
CREATE INDEX imports_at_work on imports USING btree (leased_until) WHERE (state = ANY (ARRAY['reading'::text, 'planning'::text, 'applying'::text, 'undoing'::text]));
alter table imports enable row level security;
alter table imports force row level security;
create policy own_tenant on imports for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on imports for select to doorstep_clock using (true);
grant delete, insert, select, update on imports to doorstep_app;
grant select(tenant_id, state, created_at, leased_until) on imports to doorstep_clock;

create table journal_entries (
  tenant_id uuid not null,
  id uuid not null,
  posted_on date not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  kind text not null,
  source text not null,
  source_id uuid not null,
  provider text not null,
  connection_id uuid,
  order_id uuid,
  payment_id uuid,
  payout_reference text,
  reference text not null,
  lines jsonb not null,
  constraint journal_entries_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX journal_entries_by_day on journal_entries USING btree (tenant_id, posted_on, id);
CREATE UNIQUE INDEX journal_entries_once on journal_entries USING btree (tenant_id, source, source_id, kind);
alter table journal_entries enable row level security;
alter table journal_entries force row level security;
create policy own_tenant on journal_entries for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on journal_entries to doorstep_app;

create table kit_components (
  tenant_id uuid not null,
  kit_sku uuid not null,
  component_sku uuid not null,
  quantity_per_kit integer not null,
  constraint kit_components_pkey PRIMARY KEY (tenant_id, kit_sku, component_sku),
  constraint kit_is_not_its_own_part CHECK ((kit_sku <> component_sku)),
  constraint kit_needs_a_whole_component CHECK (((quantity_per_kit >= 1) AND (quantity_per_kit <= 1000)))
);
CREATE INDEX kits_of_component on kit_components USING btree (tenant_id, component_sku);
alter table kit_components enable row level security;
alter table kit_components force row level security;
create policy own_tenant on kit_components for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on kit_components to doorstep_app;

create table location_channels (
  tenant_id uuid not null,
  location_id uuid not null,
  channel_id uuid not null,
  buffer_units integer default 0 not null,
  priority integer default 1 not null,
  constraint location_channels_pkey PRIMARY KEY (tenant_id, location_id, channel_id),
  constraint buffer_is_not_negative CHECK ((buffer_units >= 0)),
  constraint priority_is_a_rank CHECK (((priority >= 1) AND (priority <= 100)))
);
alter table location_channels enable row level security;
alter table location_channels force row level security;
create policy own_tenant on location_channels for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on location_channels to doorstep_app;

create table locations (
  tenant_id uuid not null,
  id uuid not null,
  number integer not null,
  code text not null,
  name text not null,
  kind text not null,
  street text,
  city text,
  region text,
  postal_code text,
  country text not null,
  latitude double precision not null,
  longitude double precision not null,
  coordinates_from text not null,
  time_zone text not null,
  cut_off time without time zone,
  calendar jsonb not null,
  capacity_orders_per_day integer,
  handling_cost_minor integer default 0 not null,
  safety_stock integer default 0 not null,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  handling_days integer default 0 not null,
  constraint locations_pkey PRIMARY KEY (tenant_id, id),
  constraint coordinates_are_on_the_globe CHECK ((((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))),
  constraint coordinates_origin_is_known CHECK ((coordinates_from = ANY (ARRAY['given'::text, 'postal-code'::text, 'country'::text]))),
  constraint costs_and_stock_are_not_negative CHECK (((handling_cost_minor >= 0) AND (safety_stock >= 0) AND (capacity_orders_per_day > 0))),
  constraint handling_takes_weeks_at_most CHECK (((handling_days >= 0) AND (handling_days <= 30))),
  constraint kind_is_known CHECK ((kind = ANY (ARRAY['warehouse'::text, 'store'::text, '3pl'::text, 'drop-ship'::text])))
);
CREATE UNIQUE INDEX locations_code on locations USING btree (tenant_id, code);
CREATE UNIQUE INDEX locations_number on locations USING btree (tenant_id, number);
alter table locations enable row level security;
alter table locations force row level security;
create policy own_tenant on locations for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on locations to doorstep_app;

create table log_heads (
  tenant_id uuid not null,
  last_position bigint not null,
  constraint log_heads_pkey PRIMARY KEY (tenant_id)
);
alter table log_heads enable row level security;
alter table log_heads force row level security;
create policy every_tenant on log_heads for all to doorstep_clock using (true) with check (true);
create policy own_tenant on log_heads for select to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant select on log_heads to doorstep_app;
grant insert, select, update on log_heads to doorstep_clock;

create table log_readers (
  reader text not null,
  batch_position bigint not null,
  rests_until timestamp with time zone,
  constraint log_readers_pkey PRIMARY KEY (reader)
);
grant select on log_readers to doorstep_app;
grant insert, select, update on log_readers to doorstep_clock;

create table logos (
  tenant_id uuid not null,
  content_type text not null,
  digest text not null,
  bytes bytea not null,
  constraint logos_pkey PRIMARY KEY (tenant_id),
  constraint logo_is_a_picture CHECK ((content_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text]))),
  constraint logo_is_small CHECK ((octet_length(bytes) <= 262144))
);
alter table logos enable row level security;
alter table logos force row level security;
create policy own_tenant on logos for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on logos to doorstep_app;

create table low_stock (
  tenant_id uuid not null,
  sku_id uuid not null,
  least_available integer not null,
  constraint low_stock_pkey PRIMARY KEY (tenant_id, sku_id),
  constraint only_what_is_low_is_here CHECK ((least_available <= 1000))
) with (fillfactor=80);
CREATE INDEX low_stock_scarcest on low_stock USING btree (tenant_id, least_available, sku_id);
alter table low_stock enable row level security;
alter table low_stock force row level security;
create policy own_tenant on low_stock for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on low_stock to doorstep_app;

create table low_stock_progress (
  tenant_id uuid not null,
  "position" bigint not null,
  constraint low_stock_progress_pkey PRIMARY KEY (tenant_id)
);
alter table low_stock_progress enable row level security;
alter table low_stock_progress force row level security;
create policy own_tenant on low_stock_progress for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on low_stock_progress to doorstep_app;

create table note_mentions (
  tenant_id uuid not null,
  user_id uuid not null,
  note_id uuid not null,
  order_id uuid not null,
  mentioned_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint note_mentions_pkey PRIMARY KEY (tenant_id, user_id, note_id)
);
CREATE INDEX note_mentions_of_note on note_mentions USING btree (tenant_id, order_id, note_id);
CREATE INDEX note_mentions_unread on note_mentions USING btree (tenant_id, user_id, note_id) WHERE (read_at IS NULL);
alter table note_mentions enable row level security;
alter table note_mentions force row level security;
create policy own_tenant on note_mentions for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on note_mentions to doorstep_app;

create table number_leases (
  tenant_id uuid not null,
  series text not null,
  next_number bigint not null,
  constraint number_leases_pkey PRIMARY KEY (tenant_id, series)
);
alter table number_leases enable row level security;
alter table number_leases force row level security;
create policy own_tenant on number_leases for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on number_leases to doorstep_app;

create table order_adjustments (
  tenant_id uuid not null,
  order_id uuid not null,
  number integer not null,
  line_number integer,
  charge_number integer,
  kind text not null,
  name text not null,
  code text,
  rate text,
  amount_minor bigint not null,
  constraint order_adjustments_pkey PRIMARY KEY (tenant_id, order_id, number),
  constraint adjustment_kind_is_known CHECK ((kind = ANY (ARRAY['tax'::text, 'discount'::text]))),
  constraint adjusts_a_line_or_a_charge CHECK (((line_number IS NULL) <> (charge_number IS NULL)))
);
alter table order_adjustments enable row level security;
alter table order_adjustments force row level security;
create policy own_tenant on order_adjustments for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_adjustments to doorstep_app;

create table order_cancellations (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  reason text not null,
  note text,
  shipping_minor bigint not null,
  amount_minor bigint not null,
  lines jsonb not null,
  canceled_by text not null,
  canceled_at timestamp with time zone not null,
  constraint order_cancellations_pkey PRIMARY KEY (tenant_id, order_id, id)
);
alter table order_cancellations enable row level security;
alter table order_cancellations force row level security;
create policy own_tenant on order_cancellations for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_cancellations to doorstep_app;

create table order_charges (
  tenant_id uuid not null,
  order_id uuid not null,
  number integer not null,
  kind text not null,
  title text not null,
  amount_minor bigint not null,
  payable_minor bigint not null,
  constraint order_charges_pkey PRIMARY KEY (tenant_id, order_id, number),
  constraint charge_kind_is_known CHECK ((kind = ANY (ARRAY['shipping'::text, 'fee'::text])))
);
alter table order_charges enable row level security;
alter table order_charges force row level security;
create policy own_tenant on order_charges for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_charges to doorstep_app;

create table order_contacts (
  tenant_id uuid not null,
  order_id uuid not null,
  email text,
  phone text,
  name text,
  shipping_address jsonb,
  billing_address jsonb,
  constraint order_contacts_pkey PRIMARY KEY (tenant_id, order_id)
);
alter table order_contacts enable row level security;
alter table order_contacts force row level security;
create policy own_tenant on order_contacts for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_contacts to doorstep_app;

create table order_holds (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  line_number integer,
  reason text not null,
  handle text not null,
  note text,
  blocks text[] not null,
  owner text not null,
  placed_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  released_at timestamp with time zone,
  released_by text,
  constraint order_holds_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX order_holds_due on order_holds USING btree (expires_at) WHERE ((expires_at IS NOT NULL) AND (released_at IS NULL));
CREATE INDEX order_holds_of_order on order_holds USING btree (tenant_id, order_id, id);
CREATE UNIQUE INDEX order_holds_open_handle on order_holds USING btree (tenant_id, order_id, handle) WHERE (released_at IS NULL);
alter table order_holds enable row level security;
alter table order_holds force row level security;
create policy own_tenant on order_holds for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on order_holds for select to doorstep_clock using (true);
grant delete, insert, select, update on order_holds to doorstep_app;
grant select(tenant_id, expires_at, released_at) on order_holds to doorstep_clock;

create table order_lines (
  tenant_id uuid not null,
  order_id uuid not null,
  number integer not null,
  id uuid not null,
  kind text not null,
  kit_line integer,
  external_id text,
  sku_id uuid,
  sku_code text not null,
  title text not null,
  unit_price text,
  amount_minor bigint not null,
  payable_minor bigint not null,
  ordered integer not null,
  canceled integer default 0 not null,
  unpromised integer default 0 not null,
  backordered integer default 0 not null,
  reserved integer default 0 not null,
  allocated integer default 0 not null,
  picked integer default 0 not null,
  packed integer default 0 not null,
  shipped integer default 0 not null,
  delivered integer default 0 not null,
  returned integer default 0 not null,
  overshipped integer default 0 not null,
  past_shipped integer default 0 not null,
  past_delivered integer default 0 not null,
  past_returned integer default 0 not null,
  constraint order_lines_pkey PRIMARY KEY (tenant_id, order_id, number),
  constraint every_unit_is_in_one_place CHECK (((kind = 'kit'::text) OR ((ordered + overshipped) = (((((((canceled + unpromised) + backordered) + reserved) + allocated) + picked) + packed) + shipped)))),
  constraint line_kind_is_known CHECK ((kind = ANY (ARRAY['item'::text, 'kit'::text, 'component'::text]))),
  constraint no_count_is_negative CHECK (((ordered > 0) AND ((canceled >= 0) AND (canceled <= ordered)) AND (unpromised >= 0) AND (backordered >= 0) AND (reserved >= 0) AND (allocated >= 0) AND (picked >= 0) AND (packed >= 0) AND (shipped >= 0) AND (delivered >= 0) AND (returned >= 0) AND ((overshipped >= 0) AND (overshipped <= shipped)))),
  constraint past_units_are_counted CHECK ((((past_shipped >= 0) AND (past_shipped <= shipped)) AND ((past_delivered >= 0) AND (past_delivered <= delivered)) AND ((past_returned >= 0) AND (past_returned <= returned))))
) with (fillfactor=80);
CREATE INDEX order_lines_unmatched on order_lines USING btree (tenant_id, sku_code, order_id) WHERE (sku_id IS NULL);
CREATE INDEX order_lines_waiting on order_lines USING btree (tenant_id, sku_id, order_id) WHERE (((backordered > 0) OR (unpromised > 0)) AND (sku_id IS NOT NULL));
alter table order_lines enable row level security;
alter table order_lines force row level security;
create policy own_tenant on order_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_lines to doorstep_app;

create table order_link_keys (
  tenant_id uuid not null,
  link_key bytea not null,
  made_at timestamp with time zone not null,
  constraint order_link_keys_pkey PRIMARY KEY (tenant_id),
  constraint link_key_has_256_bits CHECK ((octet_length(link_key) = 32))
);
alter table order_link_keys enable row level security;
alter table order_link_keys force row level security;
create policy own_tenant on order_link_keys for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_link_keys to doorstep_app;

create table order_list (
  tenant_id uuid not null,
  order_id uuid not null,
  shape integer not null,
  placed bigint not null,
  updated bigint not null,
  total bigint not null,
  country text,
  customer_id uuid,
  open_holds integer not null,
  open_exceptions integer not null,
  ship_by bigint default '999999999999999999'::bigint not null,
  constraint order_list_pkey PRIMARY KEY (tenant_id, order_id)
) with (fillfactor=80);
CREATE INDEX order_list_by_placed on order_list USING btree (tenant_id, placed, order_id);
CREATE INDEX order_list_by_ship_by on order_list USING btree (tenant_id, ship_by, order_id);
CREATE INDEX order_list_by_total on order_list USING btree (tenant_id, total, order_id);
CREATE INDEX order_list_by_updated on order_list USING btree (tenant_id, updated, order_id);
CREATE INDEX order_list_of_country on order_list USING btree (tenant_id, country, order_id) WHERE (country IS NOT NULL);
CREATE INDEX order_list_of_customer on order_list USING btree (tenant_id, customer_id, order_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX order_list_of_shape on order_list USING btree (tenant_id, shape, order_id);
CREATE INDEX order_list_of_shape_by_placed on order_list USING btree (tenant_id, shape, placed, order_id);
CREATE INDEX order_list_of_shape_by_ship_by on order_list USING btree (tenant_id, shape, ship_by, order_id);
CREATE INDEX order_list_of_shape_by_total on order_list USING btree (tenant_id, shape, total, order_id);
CREATE INDEX order_list_of_shape_by_updated on order_list USING btree (tenant_id, shape, updated, order_id);
alter table order_list enable row level security;
alter table order_list force row level security;
create policy own_tenant on order_list for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_list to doorstep_app;

create table order_list_progress (
  tenant_id uuid not null,
  "position" bigint not null,
  constraint order_list_progress_pkey PRIMARY KEY (tenant_id),
  constraint list_starts_before_the_log CHECK (("position" >= 0))
);
alter table order_list_progress enable row level security;
alter table order_list_progress force row level security;
create policy own_tenant on order_list_progress for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_list_progress to doorstep_app;

create table order_notes (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  body text not null,
  author text not null,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  constraint order_notes_pkey PRIMARY KEY (tenant_id, order_id, id)
);
CREATE INDEX order_notes_said on order_notes USING btree (tenant_id, id) WHERE (body <> '[erased]'::text);
alter table order_notes enable row level security;
alter table order_notes force row level security;
create policy own_tenant on order_notes for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_notes to doorstep_app;

create table order_pages (
  tenant_id uuid not null,
  is_open boolean not null,
  return_days integer,
  approves_returns boolean not null,
  contact_url text,
  version integer not null,
  constraint order_pages_pkey PRIMARY KEY (tenant_id),
  constraint return_days_are_few CHECK (((return_days >= 1) AND (return_days <= 365)))
);
alter table order_pages enable row level security;
alter table order_pages force row level security;
create policy own_tenant on order_pages for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_pages to doorstep_app;

create table order_shapes (
  tenant_id uuid not null,
  shape integer not null,
  channel_id uuid not null,
  status text not null,
  fulfillment_status text not null,
  stock_status text not null,
  payment_status text not null,
  return_status text not null,
  currency text not null,
  has_exception boolean not null,
  is_imported boolean not null,
  orders bigint not null,
  constraint order_shapes_pkey PRIMARY KEY (tenant_id, shape),
  constraint shape_counts_orders CHECK ((orders >= 0))
) with (fillfactor=70);
CREATE UNIQUE INDEX order_shapes_by_axes on order_shapes USING btree (tenant_id, channel_id, status, fulfillment_status, stock_status, payment_status, return_status, currency, has_exception, is_imported);
alter table order_shapes enable row level security;
alter table order_shapes force row level security;
create policy own_tenant on order_shapes for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_shapes to doorstep_app;

create table order_tags (
  tenant_id uuid not null,
  tag text not null,
  order_id uuid not null,
  constraint order_tags_pkey PRIMARY KEY (tenant_id, tag, order_id)
);
CREATE INDEX order_tags_of_order on order_tags USING btree (tenant_id, order_id, tag);
alter table order_tags enable row level security;
alter table order_tags force row level security;
create policy own_tenant on order_tags for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_tags to doorstep_app;

create table order_view_defaults (
  tenant_id uuid not null,
  owner text not null,
  view_id uuid not null,
  constraint order_view_defaults_pkey PRIMARY KEY (tenant_id, owner)
);
alter table order_view_defaults enable row level security;
alter table order_view_defaults force row level security;
create policy own_tenant on order_view_defaults for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_view_defaults to doorstep_app;

create table order_views (
  tenant_id uuid not null,
  id uuid not null,
  owner text not null,
  is_shared boolean not null,
  name text not null,
  shown jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint order_views_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX order_views_of_owner on order_views USING btree (tenant_id, owner, id);
CREATE INDEX order_views_shared on order_views USING btree (tenant_id, id) WHERE is_shared;
alter table order_views enable row level security;
alter table order_views force row level security;
create policy own_tenant on order_views for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on order_views to doorstep_app;

create table orders (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  channel_id uuid not null,
  external_id text,
  customer_id uuid,
  currency text not null,
  prices_include_tax boolean not null,
  stock_policy text not null,
  split_policy text not null,
  items_minor bigint not null,
  shipping_minor bigint not null,
  discount_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  canceled_minor bigint default 0 not null,
  destination_country text,
  latitude real,
  longitude real,
  placed_at timestamp with time zone not null,
  captured_at timestamp with time zone not null,
  ordered integer not null,
  canceled integer default 0 not null,
  unpromised integer default 0 not null,
  backordered integer default 0 not null,
  shipped integer default 0 not null,
  open_holds integer default 0 not null,
  custom_fields jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  reserved integer default 0 not null,
  in_work integer default 0 not null,
  delivered integer default 0 not null,
  returned integer default 0 not null,
  overshipped integer default 0 not null,
  granted_minor bigint default 0 not null,
  release_at timestamp with time zone,
  status text generated always as (
CASE
    WHEN (canceled = ordered) THEN 'canceled'::text
    WHEN (((canceled + shipped) - overshipped) = ordered) THEN 'completed'::text
    WHEN (open_holds > 0) THEN 'on-hold'::text
    ELSE 'open'::text
END) stored not null,
  fulfillment_status text generated always as (
CASE
    WHEN ((shipped = 0) AND (canceled = ordered)) THEN 'none'::text
    WHEN ((shipped = 0) AND (in_work > 0)) THEN 'in-progress'::text
    WHEN (shipped = 0) THEN 'unfulfilled'::text
    WHEN (((canceled + shipped) - overshipped) < ordered) THEN 'partially-fulfilled'::text
    WHEN (delivered < shipped) THEN 'fulfilled'::text
    ELSE 'delivered'::text
END) stored not null,
  stock_status text generated always as (
CASE
    WHEN (unpromised > 0) THEN 'unpromised'::text
    WHEN (backordered > 0) THEN 'backordered'::text
    WHEN (((canceled + shipped) - overshipped) = ordered) THEN 'none'::text
    ELSE 'promised'::text
END) stored not null,
  return_status text generated always as (
CASE
    WHEN (returned = 0) THEN 'none'::text
    WHEN (returned < shipped) THEN 'partially-returned'::text
    ELSE 'returned'::text
END) stored not null,
  imported_at timestamp with time zone,
  number_text text,
  ship_by timestamp with time zone,
  promised_by text,
  deliver_by timestamp with time zone,
  personal_since timestamp with time zone,
  constraint orders_pkey PRIMARY KEY (tenant_id, id),
  constraint a_date_to_ship_by_is_promised_by_somebody CHECK (((ship_by IS NULL) = (promised_by IS NULL))),
  constraint number_text_ends_with_the_number CHECK (((number_text IS NULL) OR (ltrim("substring"(number_text, '[0-9]+$'::text), '0'::text) = (number)::text))) NOT VALID,
  constraint order_counts_are_sound CHECK (((ordered > 0) AND (canceled >= 0) AND (unpromised >= 0) AND (backordered >= 0) AND (reserved >= 0) AND (in_work >= 0) AND (shipped >= 0) AND (delivered >= 0) AND (returned >= 0) AND ((overshipped >= 0) AND (overshipped <= shipped)) AND (open_holds >= 0) AND (granted_minor >= 0) AND ((ordered + overshipped) = (((((canceled + unpromised) + backordered) + reserved) + in_work) + shipped)))),
  constraint who_promises_is_known CHECK ((promised_by = ANY (ARRAY['channel'::text, 'cut-off'::text, 'changed'::text])))
);
CREATE INDEX orders_by_channel on orders USING btree (tenant_id, channel_id, id);
CREATE INDEX orders_by_fulfillment_status on orders USING btree (tenant_id, fulfillment_status, id);
CREATE INDEX orders_by_return_status on orders USING btree (tenant_id, return_status, id) WHERE (return_status <> 'none'::text);
CREATE INDEX orders_by_status on orders USING btree (tenant_id, status, id);
CREATE INDEX orders_by_stock_status on orders USING btree (tenant_id, stock_status, id);
CREATE UNIQUE INDEX orders_external_id on orders USING btree (tenant_id, channel_id, external_id) WHERE (external_id IS NOT NULL);
CREATE UNIQUE INDEX orders_number on orders USING btree (tenant_id, number);
CREATE INDEX orders_of_customer on orders USING btree (tenant_id, customer_id, id) WHERE (customer_id IS NOT NULL);
CREATE INDEX orders_to_erase on orders USING btree (tenant_id, id) WHERE ((status = ANY (ARRAY['completed'::text, 'canceled'::text])) AND (personal_since IS DISTINCT FROM 'infinity'::timestamp with time zone));
CREATE INDEX orders_to_release on orders USING btree (release_at) WHERE (release_at IS NOT NULL);
alter table orders enable row level security;
alter table orders force row level security;
create policy own_tenant on orders for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on orders for select to doorstep_clock using (true);
grant delete, insert, select, update on orders to doorstep_app;
grant select(tenant_id, release_at) on orders to doorstep_clock;

create table orders_by_hour (
  tenant_id uuid not null,
  hour timestamp with time zone not null,
  orders bigint not null,
  constraint orders_by_hour_pkey PRIMARY KEY (tenant_id, hour),
  constraint an_hour_that_is_there_had_orders CHECK ((orders > 0))
);
alter table orders_by_hour enable row level security;
alter table orders_by_hour force row level security;
create policy own_tenant on orders_by_hour for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on orders_by_hour to doorstep_app;

create table parcel_lines (
  tenant_id uuid not null,
  parcel_id uuid not null,
  line_number integer not null,
  sku_id uuid,
  quantity integer not null,
  canceled integer default 0 not null,
  constraint parcel_lines_pkey PRIMARY KEY (tenant_id, parcel_id, line_number),
  constraint parcel_holds_what_it_holds CHECK (((quantity > 0) AND ((canceled >= 0) AND (canceled <= quantity))))
);
alter table parcel_lines enable row level security;
alter table parcel_lines force row level security;
create policy own_tenant on parcel_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on parcel_lines to doorstep_app;

create table parcels (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  fulfillment_order_id uuid not null,
  location_id uuid not null,
  carrier text,
  tracking_number text,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  packed_at timestamp with time zone not null,
  packed_by text not null,
  shipped_at timestamp with time zone,
  delivered_at timestamp with time zone,
  voided_at timestamp with time zone,
  trouble text,
  tracking_status text,
  tracked_at timestamp with time zone,
  status text generated always as (
CASE
    WHEN (voided_at IS NOT NULL) THEN 'voided'::text
    WHEN (delivered_at IS NOT NULL) THEN 'delivered'::text
    WHEN (trouble IS NOT NULL) THEN trouble
    WHEN (shipped_at IS NOT NULL) THEN 'shipped'::text
    ELSE 'packed'::text
END) stored not null,
  service text,
  constraint parcels_pkey PRIMARY KEY (tenant_id, id),
  constraint only_unshipped_parcels_are_voided CHECK (((voided_at IS NULL) OR (shipped_at IS NULL))),
  constraint trouble_is_known CHECK ((trouble = ANY (ARRAY['lost'::text, 'damaged'::text, 'delivery-failed'::text, 'returning'::text, 'returned'::text])))
);
CREATE INDEX parcels_by_status on parcels USING btree (tenant_id, status, id);
CREATE INDEX parcels_by_tracking on parcels USING btree (tenant_id, tracking_number, id) WHERE (tracking_number IS NOT NULL);
CREATE INDEX parcels_of_fulfillment_order on parcels USING btree (tenant_id, fulfillment_order_id, id);
CREATE INDEX parcels_of_order on parcels USING btree (tenant_id, order_id, id);
CREATE INDEX parcels_shipped on parcels USING btree (tenant_id, location_id, shipped_at, id) WHERE (shipped_at IS NOT NULL);
alter table parcels enable row level security;
alter table parcels force row level security;
create policy own_tenant on parcels for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on parcels to doorstep_app;

create table password_resets (
  tenant_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint password_resets_pkey PRIMARY KEY (tenant_id, user_id)
);
CREATE UNIQUE INDEX password_resets_token on password_resets USING btree (tenant_id, token_hash);
alter table password_resets enable row level security;
alter table password_resets force row level security;
create policy own_tenant on password_resets for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on password_resets to doorstep_app;

create table past_document_lines (
  tenant_id uuid not null,
  document_id uuid not null,
  number integer not null,
  sku_id uuid,
  sku_code text not null,
  title text not null,
  quantity integer not null,
  unit_price text,
  amount_minor bigint not null,
  order_id uuid,
  order_line integer,
  constraint past_document_lines_pkey PRIMARY KEY (tenant_id, document_id, number),
  constraint linked_to_a_line_of_an_order CHECK (((order_id IS NULL) = (order_line IS NULL)))
);
CREATE INDEX past_document_lines_of_order on past_document_lines USING btree (tenant_id, order_id) WHERE (order_id IS NOT NULL);
alter table past_document_lines enable row level security;
alter table past_document_lines force row level security;
create policy own_tenant on past_document_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on past_document_lines to doorstep_app;

create table past_documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  channel_id uuid not null,
  external_id text not null,
  customer_id uuid,
  country text,
  currency text not null,
  total_minor bigint not null,
  reason text,
  issued_at timestamp with time zone not null,
  import_id uuid not null,
  content_hash text not null,
  version integer default 1 not null,
  constraint past_documents_pkey PRIMARY KEY (tenant_id, id),
  constraint past_document_kind_is_known CHECK ((kind = ANY (ARRAY['credit'::text, 'adjustment'::text, 'write-off'::text])))
);
CREATE UNIQUE INDEX past_documents_external_id on past_documents USING btree (tenant_id, channel_id, external_id);
CREATE INDEX past_documents_of_customer on past_documents USING btree (tenant_id, customer_id) WHERE (customer_id IS NOT NULL);
alter table past_documents enable row level security;
alter table past_documents force row level security;
create policy own_tenant on past_documents for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on past_documents to doorstep_app;

create table payment_accounts (
  tenant_id uuid not null,
  order_id uuid not null,
  currency text not null,
  capture_at text not null,
  due_minor bigint not null,
  granted_minor bigint default 0 not null,
  earned_minor bigint default 0 not null,
  finished boolean default false not null,
  authorized_minor bigint default 0 not null,
  voided_minor bigint default 0 not null,
  captured_minor bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  pay_by timestamp with time zone,
  created_at timestamp with time zone not null,
  status text generated always as (
CASE
    WHEN ((refunded_minor > 0) AND (refunded_minor >= captured_minor)) THEN 'refunded'::text
    WHEN (refunded_minor > 0) THEN 'partially-refunded'::text
    WHEN ((captured_minor > 0) AND (captured_minor >= due_minor)) THEN 'paid'::text
    WHEN (captured_minor > 0) THEN 'partially-paid'::text
    WHEN ((voided_minor > 0) AND (voided_minor >= authorized_minor)) THEN 'voided'::text
    WHEN ((due_minor = 0) AND (authorized_minor = 0)) THEN 'voided'::text
    WHEN (((authorized_minor - voided_minor) > 0) AND ((authorized_minor - voided_minor) >= due_minor)) THEN 'authorized'::text
    ELSE 'pending'::text
END) stored not null,
  constraint payment_accounts_pkey PRIMARY KEY (tenant_id, order_id),
  constraint account_amounts_are_not_negative CHECK (((due_minor >= 0) AND (granted_minor >= 0) AND (authorized_minor >= 0) AND (voided_minor >= 0) AND (captured_minor >= 0) AND (refunded_minor >= 0))),
  constraint earned_is_within_due CHECK (((earned_minor >= 0) AND (earned_minor <= due_minor)))
) with (fillfactor=70);
CREATE INDEX payment_accounts_by_status on payment_accounts USING btree (tenant_id, status, order_id);
CREATE INDEX payment_accounts_due on payment_accounts USING btree (pay_by) WHERE (pay_by IS NOT NULL);
alter table payment_accounts enable row level security;
alter table payment_accounts force row level security;
create policy own_tenant on payment_accounts for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on payment_accounts for select to doorstep_clock using (true);
grant delete, insert, select, update on payment_accounts to doorstep_app;
grant select(tenant_id, pay_by) on payment_accounts to doorstep_clock;

create table payment_disputes (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  provider_reference text not null,
  status text not null,
  amount_minor bigint not null,
  reason text not null,
  respond_by timestamp with time zone,
  opened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint payment_disputes_pkey PRIMARY KEY (tenant_id, id),
  constraint dispute_is_about_money CHECK ((amount_minor > 0)),
  constraint dispute_status_is_known CHECK ((status = ANY (ARRAY['inquiry'::text, 'dropped'::text, 'withdrawn'::text, 'lost'::text, 'won'::text])))
);
CREATE INDEX payment_disputes_of_order on payment_disputes USING btree (tenant_id, order_id, id);
CREATE UNIQUE INDEX payment_disputes_once on payment_disputes USING btree (tenant_id, payment_id, provider_reference);
alter table payment_disputes enable row level security;
alter table payment_disputes force row level security;
create policy own_tenant on payment_disputes for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on payment_disputes to doorstep_app;

create table payment_intents (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  kind text not null,
  amount_minor bigint not null,
  state text default 'open'::text not null,
  cause text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  leased_until timestamp with time zone,
  provider_reference text,
  failure_code text,
  failure_detail text,
  closed_at timestamp with time zone,
  constraint payment_intents_pkey PRIMARY KEY (tenant_id, id),
  constraint closed_intents_wait_for_nothing CHECK ((((state = ANY (ARRAY['open'::text, 'by-hand'::text])) = (closed_at IS NULL)) AND ((state = 'open'::text) = (next_attempt_at IS NOT NULL)))),
  constraint intent_kind_is_known CHECK ((kind = ANY (ARRAY['authorize'::text, 'capture'::text, 'refund'::text, 'void'::text]))),
  constraint intent_moves_money CHECK ((amount_minor > 0)),
  constraint intent_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'by-hand'::text, 'succeeded'::text, 'declined'::text, 'abandoned'::text])))
);
CREATE INDEX payment_intents_due on payment_intents USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX payment_intents_due_of_tenant on payment_intents USING btree (tenant_id, next_attempt_at, id) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX payment_intents_of_order on payment_intents USING btree (tenant_id, order_id, id);
alter table payment_intents enable row level security;
alter table payment_intents force row level security;
create policy own_tenant on payment_intents for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on payment_intents for select to doorstep_clock using (true);
grant delete, insert, select, update on payment_intents to doorstep_app;
grant select(tenant_id, next_attempt_at, leased_until) on payment_intents to doorstep_clock;

create table payment_ledger (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  intent_id uuid,
  kind text not null,
  amount_minor bigint not null,
  currency text not null,
  provider_reference text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  fee_minor bigint,
  fee_currency text,
  order_amount_minor bigint,
  constraint payment_ledger_pkey PRIMARY KEY (tenant_id, id),
  constraint fee_has_a_currency CHECK (((fee_minor IS NULL) = (fee_currency IS NULL))),
  constraint ledger_kind_is_known CHECK ((kind = ANY (ARRAY['authorized'::text, 'voided'::text, 'captured'::text, 'refunded'::text, 'returned'::text, 'disputed'::text, 'reinstated'::text]))),
  constraint ledger_moves_money CHECK ((amount_minor > 0)),
  constraint ledger_worth_is_not_negative CHECK ((order_amount_minor >= 0))
);
CREATE INDEX payment_ledger_by_reference on payment_ledger USING btree (tenant_id, provider_reference COLLATE "C");
CREATE INDEX payment_ledger_by_time on payment_ledger USING btree (tenant_id, occurred_at, id);
CREATE INDEX payment_ledger_of_order on payment_ledger USING btree (tenant_id, order_id, id);
CREATE UNIQUE INDEX payment_ledger_once on payment_ledger USING btree (tenant_id, payment_id, kind, provider_reference);
alter table payment_ledger enable row level security;
alter table payment_ledger force row level security;
create policy own_tenant on payment_ledger for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on payment_ledger to doorstep_app;

create table payment_terms (
  tenant_id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  customer_id uuid,
  currency text not null,
  net_days integer,
  purchase_order text,
  waits_since timestamp with time zone,
  granted_at timestamp with time zone,
  approved_by text,
  approval_note text,
  invoice_number text,
  invoiced_at timestamp with time zone,
  due_at timestamp with time zone,
  overdue_at timestamp with time zone,
  settled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint payment_terms_pkey PRIMARY KEY (tenant_id, payment_id),
  constraint granted_terms_do_not_wait CHECK (((granted_at IS NULL) OR (waits_since IS NULL))),
  constraint invoice_has_a_due_date CHECK (((invoiced_at IS NULL) = (due_at IS NULL))),
  constraint terms_are_days CHECK (((net_days >= 0) AND (net_days <= 365)))
) with (fillfactor=70);
CREATE INDEX payment_terms_due on payment_terms USING btree (due_at) WHERE ((due_at IS NOT NULL) AND (overdue_at IS NULL) AND (settled_at IS NULL));
CREATE INDEX payment_terms_due_of_tenant on payment_terms USING btree (tenant_id, due_at, payment_id) WHERE ((due_at IS NOT NULL) AND (overdue_at IS NULL) AND (settled_at IS NULL));
CREATE INDEX payment_terms_of_customer on payment_terms USING btree (tenant_id, customer_id, currency, payment_id) WHERE ((settled_at IS NULL) AND (customer_id IS NOT NULL));
CREATE INDEX payment_terms_of_order on payment_terms USING btree (tenant_id, order_id, payment_id);
alter table payment_terms enable row level security;
alter table payment_terms force row level security;
create policy own_tenant on payment_terms for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on payment_terms for select to doorstep_clock using (true);
grant delete, insert, select, update on payment_terms to doorstep_app;
grant select(tenant_id, due_at, overdue_at, settled_at) on payment_terms to doorstep_clock;

create table payments (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number integer not null,
  provider text not null,
  currency text not null,
  amount_minor bigint not null,
  token text,
  provider_reference text,
  authorized_minor bigint default 0 not null,
  voided_minor bigint default 0 not null,
  captured_minor bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  authorizing_minor bigint default 0 not null,
  voiding_minor bigint default 0 not null,
  capturing_minor bigint default 0 not null,
  refunding_minor bigint default 0 not null,
  overcaptured_minor bigint default 0 not null,
  overrefunded_minor bigint default 0 not null,
  unasked_refunded_minor bigint default 0 not null,
  capture_blocked boolean default false not null,
  refund_blocked boolean default false not null,
  void_blocked boolean default false not null,
  declined_code text,
  created_at timestamp with time zone not null,
  connection_id uuid,
  authorization_expires_at timestamp with time zone,
  renewal_due_at timestamp with time zone,
  payer_waits boolean default false not null,
  payer_action_link text,
  disputed_minor bigint default 0 not null,
  carried_minor bigint default 0 not null,
  order_amount_minor bigint,
  conversion_stated_by text,
  constraint payments_pkey PRIMARY KEY (tenant_id, id),
  constraint captures_within_authorized CHECK (((((captured_minor + capturing_minor) + voided_minor) + voiding_minor) <= (authorized_minor + overcaptured_minor))),
  constraint disputed_is_not_negative CHECK ((disputed_minor >= 0)),
  constraint payment_amounts_are_not_negative CHECK (((amount_minor > 0) AND (authorized_minor >= 0) AND (voided_minor >= 0) AND (captured_minor >= 0) AND (refunded_minor >= 0) AND (authorizing_minor >= 0) AND (voiding_minor >= 0) AND (capturing_minor >= 0) AND (refunding_minor >= 0) AND (overcaptured_minor >= 0) AND (overrefunded_minor >= 0) AND (unasked_refunded_minor >= 0))),
  constraint refunds_within_captured CHECK (((refunded_minor + refunding_minor) <= ((captured_minor + carried_minor) + overrefunded_minor))),
  constraint stated_worth_is_positive CHECK ((order_amount_minor > 0)),
  constraint stated_worth_was_stated_by_somebody CHECK (((order_amount_minor IS NULL) = (conversion_stated_by IS NULL)))
) with (fillfactor=70);
CREATE UNIQUE INDEX payments_of_order on payments USING btree (tenant_id, order_id, number);
CREATE INDEX payments_to_renew on payments USING btree (renewal_due_at) WHERE (renewal_due_at IS NOT NULL);
CREATE INDEX payments_to_renew_of_tenant on payments USING btree (tenant_id, renewal_due_at, id) WHERE (renewal_due_at IS NOT NULL);
alter table payments enable row level security;
alter table payments force row level security;
create policy own_tenant on payments for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on payments for select to doorstep_clock using (true);
grant delete, insert, select, update on payments to doorstep_app;
grant select(tenant_id, renewal_due_at) on payments to doorstep_clock;

create table payouts (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  reference text not null,
  status text not null,
  amount_minor bigint not null,
  currency text not null,
  created_at timestamp with time zone not null,
  arrives_at timestamp with time zone,
  is_itemized boolean not null,
  recorded_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint payouts_pkey PRIMARY KEY (tenant_id, id),
  constraint payout_status_is_known CHECK ((status = ANY (ARRAY['pending'::text, 'in-transit'::text, 'paid'::text, 'failed'::text, 'canceled'::text])))
) with (fillfactor=80);
CREATE INDEX payouts_newest on payouts USING btree (tenant_id, created_at, id);
CREATE INDEX payouts_of_connection on payouts USING btree (tenant_id, connection_id, created_at, id);
CREATE UNIQUE INDEX payouts_once on payouts USING btree (tenant_id, connection_id, reference);
alter table payouts enable row level security;
alter table payouts force row level security;
create policy own_tenant on payouts for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on payouts to doorstep_app;

create table provider_calls (
  tenant_id uuid not null,
  connection_id uuid not null,
  hour timestamp with time zone not null,
  slot smallint not null,
  calls integer not null,
  failures integer not null,
  constraint provider_calls_pkey PRIMARY KEY (tenant_id, connection_id, hour, slot),
  constraint no_more_calls_fail_than_are_made CHECK (((failures >= 0) AND (failures <= calls)))
) with (fillfactor=70);
alter table provider_calls enable row level security;
alter table provider_calls force row level security;
create policy own_tenant on provider_calls for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on provider_calls to doorstep_app;

create table provider_connections (
  tenant_id uuid not null,
  id uuid not null,
  provider text not null,
  name text not null,
  settings jsonb not null,
  secrets_sealed bytea,
  active boolean not null,
  created_at timestamp with time zone not null,
  secrets_changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version integer default 1 not null,
  last_success_at timestamp with time zone,
  last_failure_at timestamp with time zone,
  last_failure text,
  failing_since timestamp with time zone,
  last_notice_at timestamp with time zone,
  next_statement_at timestamp with time zone,
  statements_read_to timestamp with time zone,
  tried_at timestamp with time zone,
  tried_failure text,
  tried_detail text,
  constraint provider_connections_pkey PRIMARY KEY (tenant_id, id),
  constraint connection_has_secrets_until_removed CHECK (((secrets_sealed IS NULL) = (removed_at IS NOT NULL))),
  constraint removed_connection_is_inactive CHECK (((removed_at IS NULL) OR (NOT active)))
) with (fillfactor=70);
CREATE INDEX provider_connections_by_id on provider_connections USING btree (id);
CREATE UNIQUE INDEX provider_connections_in_use on provider_connections USING btree (tenant_id, provider) WHERE active;
CREATE INDEX provider_connections_to_read on provider_connections USING btree (next_statement_at) WHERE (next_statement_at IS NOT NULL);
alter table provider_connections enable row level security;
alter table provider_connections force row level security;
create policy addressee on provider_connections for select to doorstep_gate using (true);
create policy own_tenant on provider_connections for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on provider_connections for select to doorstep_clock using (true);
grant delete, insert, select, update on provider_connections to doorstep_app;
grant select(tenant_id, next_statement_at) on provider_connections to doorstep_clock;
grant select(tenant_id, id, provider, removed_at) on provider_connections to doorstep_gate;

create table provider_statements (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  origin text not null,
  file_name text,
  from_at timestamp with time zone,
  to_at timestamp with time zone,
  state text not null,
  place text,
  next_attempt_at timestamp with time zone,
  leased_until timestamp with time zone,
  attempts integer default 0 not null,
  failure text,
  lines integer default 0 not null,
  new_lines integer default 0 not null,
  differences integer default 0 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  finished_at timestamp with time zone,
  constraint provider_statements_pkey PRIMARY KEY (tenant_id, id),
  constraint statement_origin_is_known CHECK ((origin = ANY (ARRAY['api'::text, 'file'::text]))),
  constraint statement_state_is_known CHECK ((state = ANY (ARRAY['reading'::text, 'checking'::text, 'recalling'::text, 'done'::text, 'failed'::text]))),
  constraint unfinished_statements_are_due CHECK (((next_attempt_at IS NULL) = ((state = ANY (ARRAY['done'::text, 'failed'::text])) OR ((origin = 'file'::text) AND (state = 'reading'::text)))))
) with (fillfactor=70);
CREATE INDEX provider_statements_due on provider_statements USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX provider_statements_due_of_tenant on provider_statements USING btree (tenant_id, next_attempt_at, id) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX provider_statements_of_connection on provider_statements USING btree (tenant_id, connection_id, id);
alter table provider_statements enable row level security;
alter table provider_statements force row level security;
create policy own_tenant on provider_statements for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on provider_statements for select to doorstep_clock using (true);
grant delete, insert, select, update on provider_statements to doorstep_app;
grant select(tenant_id, next_attempt_at, leased_until) on provider_statements to doorstep_clock;

create table recovery_codes (
  tenant_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  constraint recovery_codes_pkey PRIMARY KEY (tenant_id, user_id, code_hash)
);
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy own_tenant on recovery_codes for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on recovery_codes to doorstep_app;

create table refund_policies (
  tenant_id uuid not null,
  id uuid not null,
  allocation text not null,
  limits jsonb not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint refund_policies_pkey PRIMARY KEY (tenant_id),
  constraint allocation_is_known CHECK ((allocation = ANY (ARRAY['last-in-first-out'::text, 'original-first'::text, 'proportional'::text])))
);
alter table refund_policies enable row level security;
alter table refund_policies force row level security;
create policy own_tenant on refund_policies for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on refund_policies to doorstep_app;

create table refund_requests (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  amount_minor bigint not null,
  amount_on_top_minor bigint not null,
  shipping_minor bigint not null,
  fees_minor bigint not null,
  lines jsonb not null,
  reason text not null,
  note text,
  allocation text,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  state text default 'waiting'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  decision_note text,
  destination text,
  constraint refund_requests_pkey PRIMARY KEY (tenant_id, order_id, id),
  constraint decided_requests_say_by_whom CHECK ((((state = 'waiting'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint nobody_decides_their_own_request CHECK ((decided_by <> requested_by)),
  constraint request_destination_is_known CHECK ((destination = 'store-credit'::text)),
  constraint request_is_about_money CHECK (((amount_minor > 0) AND (amount_on_top_minor >= 0) AND (shipping_minor >= 0) AND (fees_minor >= 0))),
  constraint request_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text])))
);
alter table refund_requests enable row level security;
alter table refund_requests force row level security;
create policy own_tenant on refund_requests for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on refund_requests to doorstep_app;

create table reservations (
  tenant_id uuid not null,
  id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  quantity integer not null,
  owner_kind text not null,
  owner uuid not null,
  line_number integer,
  owner_reference text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  fulfillment_order_id uuid,
  drop_id uuid,
  constraint reservations_pkey PRIMARY KEY (tenant_id, id),
  constraint only_orders_are_allocated CHECK (((fulfillment_order_id IS NULL) OR (owner_kind = 'order'::text))),
  constraint owner_is_known CHECK ((owner_kind = ANY (ARRAY['order'::text, 'cart'::text, 'quote'::text, 'other'::text, 'drop'::text]))),
  constraint reservation_promises_something CHECK ((quantity > 0))
);
CREATE INDEX reservations_due on reservations USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX reservations_of_fulfillment_order on reservations USING btree (tenant_id, fulfillment_order_id) WHERE (fulfillment_order_id IS NOT NULL);
CREATE INDEX reservations_of_level on reservations USING btree (tenant_id, sku_id, location_id, id);
CREATE INDEX reservations_of_owner on reservations USING btree (tenant_id, owner);
alter table reservations enable row level security;
alter table reservations force row level security;
create policy own_tenant on reservations for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on reservations for select to doorstep_clock using (true);
grant delete, insert, select, update on reservations to doorstep_app;
grant select(tenant_id, expires_at, drop_id) on reservations to doorstep_clock;

create table retention_rules (
  tenant_id uuid not null,
  kind text not null,
  id uuid not null,
  keep_days integer not null,
  is_on boolean not null,
  next_run_at timestamp with time zone,
  version integer default 1 not null,
  constraint retention_rules_pkey PRIMARY KEY (tenant_id, kind),
  constraint runs_while_it_is_on CHECK ((is_on = (next_run_at IS NOT NULL))),
  constraint something_is_kept CHECK ((keep_days > 0))
);
CREATE INDEX retention_rules_due on retention_rules USING btree (next_run_at) WHERE (next_run_at IS NOT NULL);
alter table retention_rules enable row level security;
alter table retention_rules force row level security;
create policy due on retention_rules for select to doorstep_clock using (true);
create policy own_tenant on retention_rules for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on retention_rules to doorstep_app;
grant select(tenant_id, next_run_at) on retention_rules to doorstep_clock;

create table retention_runs (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  before timestamp with time zone not null,
  erased integer not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint retention_runs_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX retention_runs_open on retention_runs USING btree (tenant_id, kind) WHERE (finished_at IS NULL);
alter table retention_runs enable row level security;
alter table retention_runs force row level security;
create policy own_tenant on retention_runs for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on retention_runs to doorstep_app;

create table return_items (
  tenant_id uuid not null,
  return_id uuid not null,
  id uuid not null,
  line_number integer,
  sku_id uuid,
  label text,
  quantity integer not null,
  condition text not null,
  disposition text not null,
  location_id uuid not null,
  note text,
  received_at timestamp with time zone not null,
  received_by text not null,
  constraint return_items_pkey PRIMARY KEY (tenant_id, return_id, id),
  constraint condition_is_known CHECK ((condition = ANY (ARRAY['sellable'::text, 'damaged'::text, 'unknown'::text]))),
  constraint disposition_is_known CHECK ((disposition = ANY (ARRAY['restock'::text, 'quality-control'::text, 'damaged'::text, 'discard'::text, 'lost'::text]))),
  constraint item_came_back CHECK ((quantity > 0))
);
alter table return_items enable row level security;
alter table return_items force row level security;
create policy own_tenant on return_items for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on return_items to doorstep_app;

create table return_lines (
  tenant_id uuid not null,
  return_id uuid not null,
  line_number integer not null,
  sku_id uuid,
  reason text,
  requested integer not null,
  received integer default 0 not null,
  beyond_shipped integer default 0 not null,
  refunded integer default 0 not null,
  constraint return_lines_pkey PRIMARY KEY (tenant_id, return_id, line_number),
  constraint return_line_is_sound CHECK (((requested >= 0) AND (received >= 0) AND ((refunded >= 0) AND (refunded <= received)) AND ((beyond_shipped >= 0) AND (beyond_shipped <= received))))
);
alter table return_lines enable row level security;
alter table return_lines force row level security;
create policy own_tenant on return_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on return_lines to doorstep_app;

create table returns (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  order_id uuid,
  location_id uuid,
  note text,
  tracking_number text,
  created_at timestamp with time zone not null,
  created_by text not null,
  received_at timestamp with time zone,
  canceled_at timestamp with time zone,
  requested integer default 0 not null,
  received integer default 0 not null,
  unexpected integer default 0 not null,
  granted_minor bigint default 0 not null,
  version integer,
  status text generated always as (
CASE
    WHEN ((canceled_at IS NOT NULL) AND (received = 0)) THEN 'canceled'::text
    WHEN (received = 0) THEN 'requested'::text
    WHEN ((received - unexpected) < requested) THEN 'partially-received'::text
    ELSE 'received'::text
END) stored not null,
  decision text default 'approved'::text not null,
  decided_at timestamp with time zone,
  decided_by text,
  decline_note text,
  wish text default 'refund'::text not null,
  number_text text,
  settled integer default 0 not null,
  constraint returns_pkey PRIMARY KEY (tenant_id, id),
  constraint a_declined_return_is_called_off CHECK (((decision <> 'declined'::text) OR (canceled_at IS NOT NULL))),
  constraint decision_is_known CHECK ((decision = ANY (ARRAY['pending'::text, 'approved'::text, 'declined'::text]))),
  constraint number_text_ends_with_the_number CHECK (((number_text IS NULL) OR (ltrim("substring"(number_text, '[0-9]+$'::text), '0'::text) = (number)::text))) NOT VALID,
  constraint return_counts_are_sound CHECK (((requested >= 0) AND (received >= 0) AND ((unexpected >= 0) AND (unexpected <= received)) AND (granted_minor >= 0))),
  constraint settled_units_came CHECK (((settled >= 0) AND (settled <= received))),
  constraint told_of_the_order_or_of_itself CHECK (((order_id IS NULL) = (version IS NOT NULL))),
  constraint wish_is_known CHECK ((wish = ANY (ARRAY['refund'::text, 'exchange'::text])))
);
CREATE INDEX returns_by_location on returns USING btree (tenant_id, location_id, id) WHERE (location_id IS NOT NULL);
CREATE INDEX returns_by_status on returns USING btree (tenant_id, status, id);
CREATE INDEX returns_by_tracking on returns USING btree (tenant_id, tracking_number) WHERE (tracking_number IS NOT NULL);
CREATE UNIQUE INDEX returns_number on returns USING btree (tenant_id, number);
CREATE INDEX returns_of_order on returns USING btree (tenant_id, order_id, id) WHERE (order_id IS NOT NULL);
CREATE INDEX returns_undecided on returns USING btree (tenant_id, id) WHERE ((decision = 'pending'::text) AND (canceled_at IS NULL));
CREATE INDEX returns_unsettled on returns USING btree (tenant_id, id) WHERE ((order_id IS NOT NULL) AND (received > settled) AND ((granted_minor = 0) OR (settled > 0)));
alter table returns enable row level security;
alter table returns force row level security;
create policy own_tenant on returns for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on returns to doorstep_app;

create table risk_policies (
  tenant_id uuid not null,
  id uuid not null,
  active boolean not null,
  active_since timestamp with time zone,
  review_from integer not null,
  rules jsonb not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint risk_policies_pkey PRIMARY KEY (tenant_id),
  constraint active_since_some_time CHECK ((active = (active_since IS NOT NULL))),
  constraint reviews_begin_above_nothing CHECK ((review_from > 0))
);
alter table risk_policies enable row level security;
alter table risk_policies force row level security;
create policy own_tenant on risk_policies for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on risk_policies to doorstep_app;

create table risk_reviews (
  tenant_id uuid not null,
  order_id uuid not null,
  state text not null,
  score integer default 0 not null,
  reasons jsonb default '[]'::jsonb not null,
  assessed_at timestamp with time zone,
  approved_score integer,
  decided_by text,
  decided_at timestamp with time zone,
  note text,
  constraint risk_reviews_pkey PRIMARY KEY (tenant_id, order_id),
  constraint decisions_say_by_whom CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  constraint people_decide CHECK (((state <> ALL (ARRAY['approved'::text, 'declined'::text])) OR (decided_by IS NOT NULL))),
  constraint review_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'clear'::text, 'review'::text, 'approved'::text, 'declined'::text])))
) with (fillfactor=70);
CREATE INDEX risk_reviews_by_state on risk_reviews USING btree (tenant_id, state, order_id);
alter table risk_reviews enable row level security;
alter table risk_reviews force row level security;
create policy own_tenant on risk_reviews for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on risk_reviews to doorstep_app;

create table risk_signals (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  payment_id uuid,
  source text not null,
  level text not null,
  score integer,
  detail text,
  reference text not null,
  recorded_at timestamp with time zone not null,
  constraint risk_signals_pkey PRIMARY KEY (tenant_id, order_id, id),
  constraint risk_level_is_known CHECK ((level = ANY (ARRAY['normal'::text, 'elevated'::text, 'highest'::text]))),
  constraint risk_score_is_of_100 CHECK (((score >= 0) AND (score <= 100)))
);
CREATE UNIQUE INDEX risk_signals_once on risk_signals USING btree (tenant_id, order_id, source, reference);
alter table risk_signals enable row level security;
alter table risk_signals force row level security;
create policy own_tenant on risk_signals for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on risk_signals to doorstep_app;

create table risk_traces (
  tenant_id uuid not null,
  kind text not null,
  digest uuid not null,
  captured_at timestamp with time zone not null,
  order_id uuid not null,
  constraint risk_traces_pkey PRIMARY KEY (tenant_id, kind, digest, captured_at, order_id),
  constraint trace_kind_is_known CHECK ((kind = ANY (ARRAY['buyer'::text, 'email'::text, 'address'::text])))
);
CREATE INDEX risk_traces_of_order on risk_traces USING btree (tenant_id, order_id);
CREATE INDEX risk_traces_old on risk_traces USING btree (captured_at);
CREATE INDEX risk_traces_old_of_tenant on risk_traces USING btree (tenant_id, captured_at);
alter table risk_traces enable row level security;
alter table risk_traces force row level security;
create policy own_tenant on risk_traces for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on risk_traces for select to doorstep_clock using (true);
grant delete, insert, select, update on risk_traces to doorstep_app;
grant select(tenant_id, captured_at) on risk_traces to doorstep_clock;

create table roles (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint roles_pkey PRIMARY KEY (tenant_id, id),
  constraint role_code_is_lower_case_words CHECK ((code ~ '^[a-z][a-z0-9-]{0,39}$'::text))
);
CREATE UNIQUE INDEX roles_code on roles USING btree (tenant_id, code);
alter table roles enable row level security;
alter table roles force row level security;
create policy own_tenant on roles for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on roles to doorstep_app;

create table routing_decisions (
  tenant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  kind text not null,
  decided_at timestamp with time zone not null,
  decision json not null,
  constraint routing_decisions_pkey PRIMARY KEY (tenant_id, order_id, id)
);
alter table routing_decisions enable row level security;
alter table routing_decisions force row level security;
create policy own_tenant on routing_decisions for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on routing_decisions to doorstep_app;

create table sales_by_customer (
  tenant_id uuid not null,
  span text not null,
  currency text not null,
  starts_on date not null,
  customer_id uuid not null,
  channel_id uuid not null,
  country text not null,
  orders bigint default 0 not null,
  lines bigint default 0 not null,
  units bigint default 0 not null,
  free_units bigint default 0 not null,
  sales_minor bigint default 0 not null,
  cancellations bigint default 0 not null,
  canceled_units bigint default 0 not null,
  canceled_minor bigint default 0 not null,
  returned_units bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  credits bigint default 0 not null,
  credited_units bigint default 0 not null,
  credits_minor bigint default 0 not null,
  adjustments bigint default 0 not null,
  adjustments_minor bigint default 0 not null,
  written_off_units bigint default 0 not null,
  constraint sales_by_customer_pkey PRIMARY KEY (tenant_id, span, currency, starts_on, customer_id, channel_id, country) INCLUDE (orders, units, sales_minor),
  constraint span_of_customers_is_known CHECK ((span = ANY (ARRAY['day'::text, 'year'::text])))
) with (fillfactor=80);
CREATE INDEX sales_of_one_customer on sales_by_customer USING btree (tenant_id, customer_id);
alter table sales_by_customer enable row level security;
alter table sales_by_customer force row level security;
create policy own_tenant on sales_by_customer for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sales_by_customer to doorstep_app;

create table sales_by_day (
  tenant_id uuid not null,
  day date not null,
  currency text not null,
  channel_id uuid not null,
  country text not null,
  orders bigint default 0 not null,
  lines bigint default 0 not null,
  units bigint default 0 not null,
  free_units bigint default 0 not null,
  sales_minor bigint default 0 not null,
  cancellations bigint default 0 not null,
  canceled_units bigint default 0 not null,
  canceled_minor bigint default 0 not null,
  returned_units bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  credits bigint default 0 not null,
  credited_units bigint default 0 not null,
  credits_minor bigint default 0 not null,
  adjustments bigint default 0 not null,
  adjustments_minor bigint default 0 not null,
  written_off_units bigint default 0 not null,
  constraint sales_by_day_pkey PRIMARY KEY (tenant_id, day, currency, channel_id, country)
) with (fillfactor=80);
alter table sales_by_day enable row level security;
alter table sales_by_day force row level security;
create policy own_tenant on sales_by_day for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sales_by_day to doorstep_app;

create table sales_by_month (
  tenant_id uuid not null,
  month date not null,
  currency text not null,
  channel_id uuid not null,
  country text not null,
  orders bigint default 0 not null,
  lines bigint default 0 not null,
  units bigint default 0 not null,
  free_units bigint default 0 not null,
  sales_minor bigint default 0 not null,
  cancellations bigint default 0 not null,
  canceled_units bigint default 0 not null,
  canceled_minor bigint default 0 not null,
  returned_units bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  credits bigint default 0 not null,
  credited_units bigint default 0 not null,
  credits_minor bigint default 0 not null,
  adjustments bigint default 0 not null,
  adjustments_minor bigint default 0 not null,
  written_off_units bigint default 0 not null,
  constraint sales_by_month_pkey PRIMARY KEY (tenant_id, month, currency, channel_id, country)
) with (fillfactor=80);
alter table sales_by_month enable row level security;
alter table sales_by_month force row level security;
create policy own_tenant on sales_by_month for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sales_by_month to doorstep_app;

create table sales_by_sku (
  tenant_id uuid not null,
  span text not null,
  currency text not null,
  starts_on date not null,
  sku_code text not null,
  channel_id uuid not null,
  country text not null,
  orders bigint default 0 not null,
  lines bigint default 0 not null,
  units bigint default 0 not null,
  free_units bigint default 0 not null,
  sales_minor bigint default 0 not null,
  cancellations bigint default 0 not null,
  canceled_units bigint default 0 not null,
  canceled_minor bigint default 0 not null,
  returned_units bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  credits bigint default 0 not null,
  credited_units bigint default 0 not null,
  credits_minor bigint default 0 not null,
  adjustments bigint default 0 not null,
  adjustments_minor bigint default 0 not null,
  written_off_units bigint default 0 not null,
  constraint sales_by_sku_pkey PRIMARY KEY (tenant_id, span, currency, starts_on, sku_code, channel_id, country),
  constraint span_of_skus_is_known CHECK ((span = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])))
) with (fillfactor=80);
alter table sales_by_sku enable row level security;
alter table sales_by_sku force row level security;
create policy own_tenant on sales_by_sku for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sales_by_sku to doorstep_app;

create table sales_of_sku (
  tenant_id uuid not null,
  span text not null,
  currency text not null,
  starts_on date not null,
  sku_code text not null,
  orders bigint default 0 not null,
  lines bigint default 0 not null,
  units bigint default 0 not null,
  free_units bigint default 0 not null,
  sales_minor bigint default 0 not null,
  cancellations bigint default 0 not null,
  canceled_units bigint default 0 not null,
  canceled_minor bigint default 0 not null,
  returned_units bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  credits bigint default 0 not null,
  credited_units bigint default 0 not null,
  credits_minor bigint default 0 not null,
  adjustments bigint default 0 not null,
  adjustments_minor bigint default 0 not null,
  written_off_units bigint default 0 not null,
  dimension text not null,
  member text not null,
  constraint sales_of_sku_pkey PRIMARY KEY (tenant_id, dimension, member, span, currency, starts_on, sku_code),
  constraint dimension_of_skus_is_known CHECK ((dimension = ANY (ARRAY['all'::text, 'channel'::text, 'country'::text]))),
  constraint span_of_whole_skus_is_known CHECK ((span = ANY (ARRAY['month'::text, 'year'::text])))
) with (fillfactor=80);
alter table sales_of_sku enable row level security;
alter table sales_of_sku force row level security;
create policy own_tenant on sales_of_sku for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sales_of_sku to doorstep_app;

create table sales_projections (
  tenant_id uuid not null,
  "position" bigint not null,
  constraint sales_projections_pkey PRIMARY KEY (tenant_id),
  constraint projection_starts_before_the_log CHECK (("position" >= 0))
);
alter table sales_projections enable row level security;
alter table sales_projections force row level security;
create policy own_tenant on sales_projections for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sales_projections to doorstep_app;

create table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null,
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table search_tokens (
  tenant_id uuid not null,
  kind text not null,
  token text collate "C" not null,
  entity uuid not null,
  constraint search_tokens_pkey PRIMARY KEY (tenant_id, kind, token, entity)
);
CREATE INDEX search_tokens_of_entity on search_tokens USING btree (tenant_id, entity);
alter table search_tokens enable row level security;
alter table search_tokens force row level security;
create policy own_tenant on search_tokens for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on search_tokens to doorstep_app;

create table second_factors (
  tenant_id uuid not null,
  user_id uuid not null,
  sealed_secret bytea not null,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint second_factors_pkey PRIMARY KEY (tenant_id, user_id)
);
alter table second_factors enable row level security;
alter table second_factors force row level security;
create policy own_tenant on second_factors for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on second_factors to doorstep_app;

create table sessions (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  device text not null,
  address text not null,
  created_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint session_kind_is_known CHECK ((kind = ANY (ARRAY['browser'::text, 'token'::text])))
);
CREATE INDEX sessions_of_user on sessions USING btree (tenant_id, user_id, id);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy own_tenant on sessions for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sessions to doorstep_app;

create table settings (
  tenant_id uuid not null,
  name text not null,
  id uuid not null,
  value jsonb not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint settings_pkey PRIMARY KEY (tenant_id, name)
);
alter table settings enable row level security;
alter table settings force row level security;
create policy own_tenant on settings for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on settings to doorstep_app;

create table sign_in_guesses (
  name_hash bytea not null,
  guesses integer not null,
  ends_at timestamp with time zone not null,
  constraint sign_in_guesses_pkey PRIMARY KEY (name_hash)
);
CREATE INDEX sign_in_guesses_over on sign_in_guesses USING btree (ends_at);
grant delete, insert, select, update on sign_in_guesses to doorstep_gate;

create table sku_barcodes (
  tenant_id uuid not null,
  sku_id uuid not null,
  gtin text not null,
  barcode text not null,
  place integer not null,
  is_shared boolean default false not null,
  constraint sku_barcodes_pkey PRIMARY KEY (tenant_id, sku_id, gtin),
  constraint gtin_has_fourteen_digits CHECK ((gtin ~ '^[0-9]{14}$'::text))
);
CREATE UNIQUE INDEX barcode_names_one_sku on sku_barcodes USING btree (tenant_id, gtin) WHERE (NOT is_shared);
CREATE INDEX sku_barcodes_by_gtin on sku_barcodes USING btree (tenant_id, gtin);
alter table sku_barcodes enable row level security;
alter table sku_barcodes force row level security;
create policy own_tenant on sku_barcodes for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on sku_barcodes to doorstep_app;

create table skus (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null,
  barcode text,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  price_minor bigint,
  price_currency text,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint skus_pkey PRIMARY KEY (tenant_id, id),
  constraint measures_are_positive CHECK (((weight_grams > 0) AND (length_mm > 0) AND (width_mm > 0) AND (height_mm > 0))),
  constraint price_has_a_currency CHECK (((price_minor IS NULL) = (price_currency IS NULL)))
);
CREATE INDEX skus_barcode on skus USING btree (tenant_id, barcode) WHERE (barcode IS NOT NULL);
CREATE UNIQUE INDEX skus_code on skus USING btree (tenant_id, code);
alter table skus enable row level security;
alter table skus force row level security;
create policy own_tenant on skus for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on skus to doorstep_app;

create table stage_times (
  tenant_id uuid not null,
  stage text not null,
  dimension text not null,
  member text not null,
  span text not null,
  starts_on date not null,
  bucket smallint not null,
  reached bigint default 0 not null,
  constraint stage_times_pkey PRIMARY KEY (tenant_id, dimension, span, starts_on, stage, member, bucket),
  constraint span_of_stages_is_known CHECK ((span = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])))
) with (fillfactor=80);
alter table stage_times enable row level security;
alter table stage_times force row level security;
create policy own_tenant on stage_times for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stage_times to doorstep_app;

create table statement_lines (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  reference text not null,
  kind text not null,
  amount_minor bigint not null,
  currency text not null,
  fee_minor bigint,
  original_minor bigint,
  original_currency text,
  source text,
  relates text,
  payment_id uuid,
  intent_id uuid,
  fact_reference text,
  occurred_at timestamp with time zone not null,
  payout_reference text,
  ledger_id uuid,
  constraint statement_lines_pkey PRIMARY KEY (tenant_id, id),
  constraint line_kind_is_known CHECK ((kind = ANY (ARRAY['charge'::text, 'refund'::text, 'refund-reversal'::text, 'dispute'::text, 'dispute-reversal'::text, 'fee'::text, 'payout'::text, 'payout-reversal'::text, 'conversion'::text, 'other'::text, 'unknown'::text]))),
  constraint original_has_a_currency CHECK (((original_minor IS NULL) = (original_currency IS NULL)))
);
CREATE UNIQUE INDEX statement_lines_by_entry on statement_lines USING btree (tenant_id, ledger_id) WHERE (ledger_id IS NOT NULL);
CREATE INDEX statement_lines_of_payout on statement_lines USING btree (tenant_id, connection_id, payout_reference, id) WHERE (payout_reference IS NOT NULL);
CREATE UNIQUE INDEX statement_lines_once on statement_lines USING btree (tenant_id, connection_id, reference);
alter table statement_lines enable row level security;
alter table statement_lines force row level security;
create policy own_tenant on statement_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on statement_lines to doorstep_app;

create table stock_closing_balances (
  tenant_id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  closed_before date not null,
  on_hand integer not null,
  reserved integer not null,
  allocated integer not null,
  damaged integer not null,
  quality_control integer not null,
  incoming integer not null,
  in_transit integer not null,
  constraint stock_closing_balances_pkey PRIMARY KEY (tenant_id, sku_id, location_id)
);
alter table stock_closing_balances enable row level security;
alter table stock_closing_balances force row level security;
create policy own_tenant on stock_closing_balances for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_closing_balances to doorstep_app;

create table stock_document_lines (
  tenant_id uuid not null,
  document_id uuid not null,
  sku_id uuid not null,
  quantity integer not null,
  received integer default 0 not null,
  constraint stock_document_lines_pkey PRIMARY KEY (tenant_id, document_id, sku_id)
);
alter table stock_document_lines enable row level security;
alter table stock_document_lines force row level security;
create policy own_tenant on stock_document_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_document_lines to doorstep_app;

create table stock_documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  location_id uuid not null,
  reason text,
  reference text,
  expected_at timestamp with time zone,
  expectation_id uuid,
  created_at timestamp with time zone not null,
  actor text not null,
  constraint stock_documents_pkey PRIMARY KEY (tenant_id, id),
  constraint document_kind_is_known CHECK ((kind = ANY (ARRAY['receipt'::text, 'adjustment'::text, 'count'::text, 'reclassification'::text, 'expectation'::text])))
);
alter table stock_documents enable row level security;
alter table stock_documents force row level security;
create policy own_tenant on stock_documents for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_documents to doorstep_app;

create table stock_entries (
  tenant_id uuid not null,
  id uuid not null,
  reason text not null,
  created_at timestamp with time zone not null,
  actor text not null,
  reverses uuid,
  reversed_by uuid,
  constraint stock_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint an_entry_does_not_reverse_itself CHECK (((id <> reverses) AND (id <> reversed_by)))
);
alter table stock_entries enable row level security;
alter table stock_entries force row level security;
create policy own_tenant on stock_entries for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_entries to doorstep_app;

create table stock_entry_levels (
  tenant_id uuid not null,
  entry_id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  on_hand_before integer not null,
  on_hand_after integer not null,
  constraint stock_entry_levels_pkey PRIMARY KEY (tenant_id, entry_id, sku_id, location_id),
  constraint nothing_is_entered_below_zero CHECK (((on_hand_before >= 0) AND (on_hand_after >= 0)))
);
alter table stock_entry_levels enable row level security;
alter table stock_entry_levels force row level security;
create policy own_tenant on stock_entry_levels for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_entry_levels to doorstep_app;

create table stock_levels (
  tenant_id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  on_hand integer default 0 not null,
  reserved integer default 0 not null,
  allocated integer default 0 not null,
  damaged integer default 0 not null,
  quality_control integer default 0 not null,
  incoming integer default 0 not null,
  in_transit integer default 0 not null,
  safety_stock integer,
  shortfall integer default 0 not null,
  constraint stock_levels_pkey PRIMARY KEY (tenant_id, sku_id, location_id),
  constraint allocated_within_reserved CHECK (((allocated >= 0) AND (allocated <= reserved))),
  constraint no_state_is_negative CHECK (((reserved >= 0) AND (damaged >= 0) AND (quality_control >= 0) AND (incoming >= 0) AND (in_transit >= 0) AND (safety_stock >= 0) AND (shortfall >= 0))),
  constraint reserved_within_on_hand CHECK ((((reserved + damaged) + quality_control) <= (on_hand + shortfall)))
) with (fillfactor=60);
CREATE INDEX stock_levels_of_location on stock_levels USING btree (tenant_id, location_id, sku_id);
alter table stock_levels enable row level security;
alter table stock_levels force row level security;
create policy own_tenant on stock_levels for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_levels to doorstep_app;

create table stock_movements (
  tenant_id uuid not null,
  recorded_at timestamp with time zone not null,
  id uuid not null,
  sku_id uuid not null,
  location_id uuid not null,
  type text not null,
  on_hand integer default 0 not null,
  reserved integer default 0 not null,
  allocated integer default 0 not null,
  damaged integer default 0 not null,
  quality_control integer default 0 not null,
  incoming integer default 0 not null,
  in_transit integer default 0 not null,
  cause_kind text not null,
  cause uuid not null,
  reason text,
  actor text not null,
  constraint stock_movements_pkey PRIMARY KEY (tenant_id, sku_id, location_id, recorded_at, id)
) partition by RANGE (recorded_at);
alter table stock_movements enable row level security;
alter table stock_movements force row level security;
create policy own_tenant on stock_movements for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stock_movements to doorstep_app;

create table stock_movements_default partition of stock_movements DEFAULT;

create table stored_value_movements (
  tenant_id uuid not null,
  value_id uuid not null,
  id uuid not null,
  number integer not null,
  kind text not null,
  amount_minor bigint not null,
  held_minor bigint not null,
  hold_id uuid,
  intent_id uuid,
  order_id uuid,
  payment_id uuid,
  reason text,
  note text,
  expires_at timestamp with time zone,
  actor text not null,
  occurred_at timestamp with time zone not null,
  constraint stored_value_movements_pkey PRIMARY KEY (tenant_id, value_id, id),
  constraint movement_kind_is_known CHECK ((kind = ANY (ARRAY['issued'::text, 'given'::text, 'taken'::text, 'held'::text, 'spent'::text, 'released'::text, 'refunded'::text, 'expired'::text, 'moved'::text]))),
  constraint movements_move_something CHECK (((amount_minor <> 0) OR (held_minor <> 0)))
);
CREATE INDEX stored_value_movements_by_time on stored_value_movements USING btree (tenant_id, occurred_at, id);
CREATE INDEX stored_value_movements_of_hold on stored_value_movements USING btree (tenant_id, hold_id, id) WHERE (hold_id IS NOT NULL);
CREATE UNIQUE INDEX stored_value_movements_once on stored_value_movements USING btree (tenant_id, intent_id) WHERE (intent_id IS NOT NULL);
alter table stored_value_movements enable row level security;
alter table stored_value_movements force row level security;
create policy own_tenant on stored_value_movements for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on stored_value_movements to doorstep_app;

create table stored_values (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  currency text not null,
  customer_id uuid,
  balance_minor bigint default 0 not null,
  held_minor bigint default 0 not null,
  moved_to uuid,
  code_hash bytea,
  last_four text,
  order_id uuid,
  expires_at timestamp with time zone,
  disabled_at timestamp with time zone,
  expiry_due_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by text not null,
  version integer default 0 not null,
  constraint stored_values_pkey PRIMARY KEY (tenant_id, id),
  constraint gift_cards_have_a_code CHECK ((((kind = 'gift-card'::text) = (code_hash IS NOT NULL)) AND ((code_hash IS NULL) = (last_four IS NULL)))),
  constraint held_is_within_the_balance CHECK (((held_minor >= 0) AND (held_minor <= balance_minor))),
  constraint store_credit_is_of_a_customer CHECK (((kind = 'gift-card'::text) OR (customer_id IS NOT NULL))),
  constraint stored_value_kind_is_known CHECK ((kind = ANY (ARRAY['store-credit'::text, 'gift-card'::text]))),
  constraint what_moved_is_empty CHECK (((moved_to IS NULL) OR (balance_minor = 0)))
) with (fillfactor=70);
CREATE UNIQUE INDEX gift_cards_by_code on stored_values USING btree (tenant_id, code_hash) WHERE (code_hash IS NOT NULL);
CREATE INDEX gift_cards_by_number on stored_values USING btree (tenant_id, last_four, id) WHERE (kind = 'gift-card'::text);
CREATE INDEX gift_cards_in_order on stored_values USING btree (tenant_id, id) WHERE (kind = 'gift-card'::text);
CREATE INDEX gift_cards_of_customer on stored_values USING btree (tenant_id, customer_id, id) WHERE ((kind = 'gift-card'::text) AND (customer_id IS NOT NULL));
CREATE UNIQUE INDEX store_credit_of_customer on stored_values USING btree (tenant_id, customer_id, currency) WHERE (kind = 'store-credit'::text);
CREATE INDEX stored_values_due on stored_values USING btree (expiry_due_at) WHERE (expiry_due_at IS NOT NULL);
CREATE INDEX stored_values_due_of_tenant on stored_values USING btree (tenant_id, expiry_due_at, id) WHERE (expiry_due_at IS NOT NULL);
CREATE INDEX stored_values_moved on stored_values USING btree (tenant_id, moved_to) WHERE (moved_to IS NOT NULL);
alter table stored_values enable row level security;
alter table stored_values force row level security;
create policy own_tenant on stored_values for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on stored_values for select to doorstep_clock using (true);
grant delete, insert, select, update on stored_values to doorstep_app;
grant select(tenant_id, expiry_due_at) on stored_values to doorstep_clock;

create table tenants (
  tenant_id uuid not null,
  slug text not null,
  name text not null,
  currency text not null,
  created_at timestamp with time zone not null,
  constraint tenants_slug_key UNIQUE (slug),
  constraint tenants_pkey PRIMARY KEY (tenant_id),
  constraint currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint slug_is_lower_case_words CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text))
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy directory on tenants for select to doorstep_clock, doorstep_gate using (true);
create policy own_tenant on tenants for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant select, update(name, currency) on tenants to doorstep_app;
grant select on tenants to doorstep_clock;
grant select on tenants to doorstep_gate;

create table tracking_events (
  tenant_id uuid not null,
  id uuid not null,
  parcel_id uuid,
  carrier text not null,
  tracking_number text not null,
  status text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  description text,
  place text,
  told_as text not null,
  constraint tracking_events_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX tracking_events_of_parcel on tracking_events USING btree (tenant_id, parcel_id, occurred_at, id) WHERE (parcel_id IS NOT NULL);
CREATE UNIQUE INDEX tracking_events_once on tracking_events USING btree (tenant_id, tracking_number, carrier, told_as);
alter table tracking_events enable row level security;
alter table tracking_events force row level security;
create policy own_tenant on tracking_events for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on tracking_events to doorstep_app;

create table transfer_lines (
  tenant_id uuid not null,
  transfer_id uuid not null,
  sku_id uuid not null,
  quantity integer not null,
  received integer,
  constraint transfer_lines_pkey PRIMARY KEY (tenant_id, transfer_id, sku_id),
  constraint transfer_moves_something CHECK ((quantity > 0))
);
alter table transfer_lines enable row level security;
alter table transfer_lines force row level security;
create policy own_tenant on transfer_lines for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on transfer_lines to doorstep_app;

create table transfers (
  tenant_id uuid not null,
  id uuid not null,
  from_location uuid not null,
  to_location uuid not null,
  status text not null,
  reference text,
  dispatched_at timestamp with time zone not null,
  received_at timestamp with time zone,
  version integer default 1 not null,
  canceled_at timestamp with time zone,
  constraint transfers_pkey PRIMARY KEY (tenant_id, id),
  constraint transfer_goes_somewhere_else CHECK ((from_location <> to_location)),
  constraint transfer_status_is_known CHECK ((status = ANY (ARRAY['in-transit'::text, 'received'::text, 'canceled'::text])))
);
alter table transfers enable row level security;
alter table transfers force row level security;
create policy own_tenant on transfers for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on transfers to doorstep_app;

create table user_preferences (
  tenant_id uuid not null,
  user_id uuid not null,
  preferences jsonb not null,
  constraint user_preferences_pkey PRIMARY KEY (tenant_id, user_id)
);
alter table user_preferences enable row level security;
alter table user_preferences force row level security;
create policy own_tenant on user_preferences for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on user_preferences to doorstep_app;

create table users (
  tenant_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  role text not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  version integer default 1 not null,
  constraint users_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX users_email on users USING btree (tenant_id, lower(email));
CREATE INDEX users_of_role on users USING btree (tenant_id, role);
alter table users enable row level security;
alter table users force row level security;
create policy own_tenant on users for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on users to doorstep_app;

create table webhook_deliveries (
  tenant_id uuid not null,
  endpoint_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  replay_id uuid not null,
  event_type text not null,
  subject uuid not null,
  subject_version integer not null,
  recorded_at timestamp with time zone not null,
  "position" bigint not null,
  state text default 'pending'::text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  lease uuid,
  created_at timestamp with time zone not null,
  last_attempt_at timestamp with time zone,
  last_status integer,
  last_error text,
  last_answer text,
  last_took_ms integer,
  finished_at timestamp with time zone,
  forget_at timestamp with time zone not null,
  constraint webhook_deliveries_pkey PRIMARY KEY (tenant_id, endpoint_id, id),
  constraint answer_is_cut_short CHECK ((octet_length(last_answer) <= 1024)),
  constraint attempts_are_counted CHECK ((attempts >= 0)),
  constraint delivery_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'dead'::text]))),
  constraint finished_unless_pending CHECK (((state = 'pending'::text) = (finished_at IS NULL))),
  constraint lease_has_an_end CHECK (((lease IS NULL) = (leased_until IS NULL))),
  constraint only_pending_is_leased CHECK (((state = 'pending'::text) OR (lease IS NULL)))
) with (fillfactor=80);
CREATE INDEX webhook_deliveries_dead on webhook_deliveries USING btree (tenant_id, endpoint_id, id) WHERE (state = 'dead'::text);
CREATE INDEX webhook_deliveries_due on webhook_deliveries USING btree (tenant_id, endpoint_id, next_attempt_at) WHERE (state = 'pending'::text);
CREATE INDEX webhook_deliveries_old on webhook_deliveries USING btree (tenant_id, forget_at);
CREATE UNIQUE INDEX webhook_deliveries_once on webhook_deliveries USING btree (tenant_id, endpoint_id, event_id, replay_id);
alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy own_tenant on webhook_deliveries for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on webhook_deliveries for select to doorstep_clock using (true);
grant delete, insert, select, update on webhook_deliveries to doorstep_app;
grant select(tenant_id, endpoint_id, state, next_attempt_at, forget_at) on webhook_deliveries to doorstep_clock;

create table webhook_endpoint_health (
  tenant_id uuid not null,
  endpoint_id uuid not null,
  last_success_at timestamp with time zone,
  last_failure_at timestamp with time zone,
  last_failure text,
  failing_since timestamp with time zone,
  failures_in_row integer default 0 not null,
  paused_until timestamp with time zone,
  is_reported boolean default false not null,
  constraint webhook_endpoint_health_pkey PRIMARY KEY (tenant_id, endpoint_id),
  constraint failures_are_counted CHECK (((failures_in_row >= 0) AND ((failing_since IS NULL) = (failures_in_row = 0))))
) with (fillfactor=60);
alter table webhook_endpoint_health enable row level security;
alter table webhook_endpoint_health force row level security;
create policy own_tenant on webhook_endpoint_health for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on webhook_endpoint_health to doorstep_app;

create table webhook_endpoints (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,
  description text,
  event_types text[] not null,
  active boolean not null,
  active_after bigint not null,
  disabled_reason text,
  disabled_at timestamp with time zone,
  secret_sealed bytea,
  previous_secret_sealed bytea,
  previous_secret_until timestamp with time zone,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version integer default 1 not null,
  constraint webhook_endpoints_pkey PRIMARY KEY (tenant_id, id),
  constraint disabled_endpoint_is_inactive CHECK (((disabled_reason IS NULL) OR ((NOT active) AND (disabled_at IS NOT NULL)))),
  constraint disabled_reason_is_known CHECK ((disabled_reason = ANY (ARRAY['gone'::text, 'failing'::text]))),
  constraint endpoint_has_a_secret_until_removed CHECK (((secret_sealed IS NULL) = (removed_at IS NOT NULL))),
  constraint previous_secret_has_an_end CHECK (((previous_secret_sealed IS NULL) = (previous_secret_until IS NULL)))
);
alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy own_tenant on webhook_endpoints for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
grant delete, insert, select, update on webhook_endpoints to doorstep_app;

create table webhook_replays (
  tenant_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  event_types text[] not null,
  state text default 'running'::text not null,
  cursor_recorded_at timestamp with time zone not null,
  cursor_batch uuid not null,
  cursor_ordinal integer not null,
  next_step_at timestamp with time zone not null,
  looked_at integer default 0 not null,
  queued integer default 0 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  finished_at timestamp with time zone,
  constraint webhook_replays_pkey PRIMARY KEY (tenant_id, id),
  constraint replay_finishes CHECK (((state = 'running'::text) = (finished_at IS NULL))),
  constraint replay_looks_forward CHECK ((since < until)),
  constraint replay_state_is_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'canceled'::text])))
);
CREATE INDEX webhook_replays_of_endpoint on webhook_replays USING btree (tenant_id, endpoint_id, id);
CREATE INDEX webhook_replays_running on webhook_replays USING btree (tenant_id, next_step_at) WHERE (state = 'running'::text);
alter table webhook_replays enable row level security;
alter table webhook_replays force row level security;
create policy own_tenant on webhook_replays for all to doorstep_app using ((tenant_id = ( SELECT current_tenant() AS current_tenant))) with check ((tenant_id = ( SELECT current_tenant() AS current_tenant)));
create policy what_is_due on webhook_replays for select to doorstep_clock using (true);
grant delete, insert, select, update on webhook_replays to doorstep_app;
grant select(tenant_id, state, next_step_at) on webhook_replays to doorstep_clock;
