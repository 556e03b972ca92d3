-- What providers booked for us, matched against the ledger, and the books that come of both.

alter table provider_connections
  -- When its statement is read next by itself; null: only when somebody asks.
  add column next_statement_at timestamptz,
  -- Up to when what it booked is known.
  add column statements_read_to timestamptz,
  -- What a try came to, when somebody asked for one.
  add column tried_at timestamptz,
  add column tried_failure text,
  add column tried_detail text;
create index provider_connections_to_read on provider_connections (next_statement_at)
  where next_statement_at is not null;
create policy what_is_due on provider_connections for select to doorstep_clock using (true);
grant select (tenant_id, next_statement_at) on provider_connections to doorstep_clock;

-- How many calls there were, and how many failed, by the hour. Of each hour sixteen rows, of which each
-- call takes one by chance: calls made at once need not wait for each other. Kept for a week.
create table provider_calls (
  tenant_id uuid not null,
  connection_id uuid not null,
  hour timestamptz not null,
  slot smallint not null,
  calls integer not null,
  failures integer not null,
  primary key (tenant_id, connection_id, hour, slot),
  constraint no_more_calls_fail_than_are_made check (failures between 0 and calls)
) with (fillfactor = 70);
call protect_tenant_table('provider_calls');

-- A stretch of a provider's balance that is read: by calls, page by page, or from a file. A row per
-- connection and day.
create table provider_statements (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  origin text not null,
  file_name text,
  from_at timestamptz,
  to_at timestamptz,
  state text not null,
  -- Where to go on: what the provider or the last page said.
  place text,
  next_attempt_at timestamptz,
  leased_until timestamptz,
  attempts integer not null default 0,
  failure text,
  lines integer not null default 0,
  new_lines integer not null default 0,
  differences integer not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  constraint statement_origin_is_known check (origin in ('api', 'file')),
  constraint statement_state_is_known
    check (state in ('reading', 'checking', 'recalling', 'done', 'failed')),
  constraint unfinished_statements_are_due
    check ((next_attempt_at is null) = (state in ('done', 'failed') or origin = 'file' and state = 'reading'))
) with (fillfactor = 70);
create index provider_statements_of_connection
  on provider_statements (tenant_id, connection_id, id);
create index provider_statements_due on provider_statements (next_attempt_at)
  where next_attempt_at is not null;
create index provider_statements_due_of_tenant
  on provider_statements (tenant_id, next_attempt_at, id) where next_attempt_at is not null;
call protect_tenant_table('provider_statements');
create policy what_is_due on provider_statements for select to doorstep_clock using (true);
grant select (tenant_id, next_attempt_at, leased_until) on provider_statements to doorstep_clock;

-- What the provider booked, once per name, whichever statement told it. As many as there are charges.
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
  occurred_at timestamptz not null,
  payout_reference text,
  -- The entry of the ledger that says the same.
  ledger_id uuid,
  primary key (tenant_id, id),
  constraint line_kind_is_known check (kind in ('charge', 'refund', 'dispute', 'dispute-reversal',
    'fee', 'payout', 'payout-reversal', 'conversion', 'other')),
  constraint original_has_a_currency check ((original_minor is null) = (original_currency is null))
);
create unique index statement_lines_once on statement_lines (tenant_id, connection_id, reference);
-- An entry is said by one line.
create unique index statement_lines_by_entry on statement_lines (tenant_id, ledger_id)
  where ledger_id is not null;
create index statement_lines_of_payout
  on statement_lines (tenant_id, connection_id, payout_reference, id)
  where payout_reference is not null;
call protect_tenant_table('statement_lines');

-- What a provider paid to the bank.
create table payouts (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  reference text not null,
  status text not null,
  amount_minor bigint not null,
  currency text not null,
  created_at timestamptz not null,
  arrives_at timestamptz,
  is_itemized boolean not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint payout_status_is_known
    check (status in ('pending', 'in-transit', 'paid', 'failed', 'canceled'))
) with (fillfactor = 80);
create unique index payouts_once on payouts (tenant_id, connection_id, reference);
create index payouts_newest on payouts (tenant_id, created_at, id);
create index payouts_of_connection on payouts (tenant_id, connection_id, created_at, id);
call protect_tenant_table('payouts');

-- Where the provider and the ledger say different things. One per line, entry or payout; it stays, with
-- what was done about it.
create table differences (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  -- The line, the entry of the ledger, or the payout that it is about.
  subject text not null,
  subject_id uuid not null,
  cause text not null,
  status text not null default 'open',
  kind text not null,
  reference text not null,
  payment_id uuid,
  order_id uuid,
  -- What the ledger says, and what the provider says; null: nothing.
  ledger_minor bigint,
  ledger_currency text,
  provider_minor bigint,
  provider_currency text,
  occurred_at timestamptz not null,
  found_at timestamptz not null,
  -- The statement that was read once more because of it.
  statement_id uuid,
  resolution text,
  note text,
  resolved_at timestamptz,
  resolved_by text,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint difference_subject_is_known check (subject in ('line', 'entry', 'payout')),
  constraint difference_cause_is_known check (cause in ('missing-in-ledger',
    'missing-at-provider', 'amount-differs', 'currency-differs', 'fee-unknown', 'fee-differs',
    'duplicate', 'timing', 'payout-differs')),
  constraint difference_status_is_known check (status in ('open', 'resolved')),
  constraint resolved_differences_say_how
    check ((status = 'resolved') = (resolved_at is not null and resolution is not null)),
  constraint explained_differences_have_a_note check (resolution <> 'explain' or note is not null)
) with (fillfactor = 80);
create unique index differences_once on differences (tenant_id, subject, subject_id);
create index differences_by_status on differences (tenant_id, status, id);
create index differences_by_cause on differences (tenant_id, status, cause, id);
create index differences_of_connection on differences (tenant_id, connection_id, status, id);
call protect_tenant_table('differences');

-- The books: how far they are closed. A day that is closed gets no entry any more.
create table books (
  tenant_id uuid not null,
  -- Of the chart, whose changes the log tells.
  id uuid not null,
  closed_through date,
  -- Null: the chart that Doorstep begins with.
  chart jsonb,
  version integer not null default 0,
  primary key (tenant_id)
);
call protect_tenant_table('books');

-- Closed periods, with the accounts that their entries stand on: what was exported stays so.
create table book_closings (
  tenant_id uuid not null,
  id uuid not null,
  from_day date not null,
  through_day date not null,
  chart jsonb not null,
  entries integer not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (tenant_id, id),
  constraint a_period_has_days check (from_day <= through_day)
);
create unique index book_closings_by_day on book_closings (tenant_id, through_day);
call protect_tenant_table('book_closings');

-- Balanced entries, written once and never changed. As many as the ledger has, and as many fees.
create table journal_entries (
  tenant_id uuid not null,
  id uuid not null,
  -- The day it stands on: when it happened, or the first day that was open when it became known.
  posted_on date not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  -- What it was made of, so that it is made once.
  source text not null,
  source_id uuid not null,
  provider text not null,
  connection_id uuid,
  order_id uuid,
  payment_id uuid,
  payout_reference text,
  reference text not null,
  -- Roles of accounts with debits and credits, by currency.
  lines jsonb not null,
  primary key (tenant_id, id)
);
create unique index journal_entries_once
  on journal_entries (tenant_id, source, source_id, kind);
create index journal_entries_by_day on journal_entries (tenant_id, posted_on, id);
call protect_tenant_table('journal_entries');

-- What a provider calls a movement finds it in the ledger; captures of a charge share the beginning of
-- their names. And what happened in a period.
create index payment_ledger_by_reference
  on payment_ledger (tenant_id, provider_reference collate "C");
create index payment_ledger_by_time on payment_ledger (tenant_id, occurred_at, id);
