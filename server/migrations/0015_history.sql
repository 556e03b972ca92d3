-- History: what was before. It never reserves, charges or notifies.

-- A file that was sent to be imported, and how far that has come.
create table imports (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  -- How its columns map to the model; kept whole, so that a later change of a profile does not
  -- change what this import means.
  profile jsonb not null,
  -- {"encoding", "delimiter", "sheet"}, where somebody said so
  source_options jsonb not null default '{}',
  file_name text not null,
  -- Whether it is applied as soon as it is read; otherwise it waits as a dry run.
  apply boolean not null,
  state text not null default 'receiving',
  received_bytes bigint not null default 0,
  -- Known once the file is read.
  format jsonb,
  -- [{"field", "filled", "target"}]: every field of the source, how often it is filled, and where
  -- it goes; without a target it is kept in the raw row only
  fields jsonb,
  -- Work that broke off goes on behind them.
  rows_read bigint not null default 0,
  rows_refused bigint not null default 0,
  documents bigint not null default 0,
  documents_handled bigint not null default 0,
  -- {"create": {"order": 3}, "change": …, "skip": …, "refuse": …}
  outcomes jsonb not null default '{}',
  error jsonb,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  -- Work is leased, so that another process goes on when one dies.
  lease uuid,
  leased_until timestamptz,
  primary key (tenant_id, id),
  constraint import_kind_is_known
    check (kind in ('orders', 'products', 'customers', 'stock', 'locations')),
  constraint import_state_is_known
    check (state in ('receiving', 'reading', 'planning', 'ready', 'applying', 'done', 'failed',
                     'canceled'))
);
create index imports_at_work on imports (leased_until)
  where state in ('reading', 'planning', 'applying');
call protect_tenant_table('imports');
create policy what_is_due on imports for select to doorstep_clock using (true);
grant select (tenant_id, state, leased_until, created_at) on imports to doorstep_clock;

-- The file as it arrived, in pieces, until it is read: any process can go on with it, and an upload
-- that broke off is continued. Deleted when all rows are staged.
create table import_chunks (
  tenant_id uuid not null,
  import_id uuid not null,
  starts_at bigint not null,
  bytes bytea not null,
  primary key (tenant_id, import_id, starts_at)
);
call protect_tenant_table('import_chunks');

-- Every row of the source as it was, kept for good with what was imported; rows of an import that
-- was only a dry run go after a week.
create table import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  number bigint not null,
  -- Where it stands in the file, from 1.
  line bigint not null,
  -- Which document it belongs to; null where that cannot be told.
  document_key text,
  -- The row as read, as JSON text; null once it was erased.
  raw text,
  -- [{"code", "field", "detail", "suggestion"}]: why it will not map
  problems jsonb,
  -- The same form: what was understood, but not wholly
  warnings jsonb,
  primary key (tenant_id, import_id, number)
);
create index import_rows_of_document on import_rows (tenant_id, import_id, document_key, number);
create index import_rows_with_problems on import_rows (tenant_id, import_id, number)
  where problems is not null or warnings is not null;
call protect_tenant_table('import_rows');

-- One order, credit, product, … of an import, made of one or more rows.
create table import_documents (
  tenant_id uuid not null,
  import_id uuid not null,
  -- 1, 2, 3 … by the first row.
  place bigint not null,
  key text not null,
  first_row bigint not null,
  row_count integer not null,
  -- 'order', 'credit', …; null until it is planned.
  kind text,
  outcome text,
  reason text,
  entity_id uuid,
  primary key (tenant_id, import_id, place),
  constraint import_outcome_is_known
    check (outcome in ('create', 'change', 'skip', 'refuse'))
);
create index import_documents_open on import_documents (tenant_id, import_id, place)
  where outcome is null;
create index import_documents_of_entity on import_documents (tenant_id, entity_id)
  where entity_id is not null;
call protect_tenant_table('import_documents');

-- Null: captured here. Its goods and money moved before, and elsewhere.
alter table orders add column imported_at timestamptz;
-- Of the units that shipped, arrived and came back: those that did so before the import. The others
-- are in parcels and returns of ours.
alter table order_lines
  add column past_shipped integer not null default 0,
  add column past_delivered integer not null default 0,
  add column past_returned integer not null default 0,
  add constraint past_units_are_counted
    check (past_shipped between 0 and shipped and past_delivered between 0 and delivered
           and past_returned between 0 and returned);

-- What an import knows of an order besides the order itself.
create table imported_orders (
  tenant_id uuid not null,
  order_id uuid not null,
  -- The import that made it, and the newest that said more.
  import_id uuid not null,
  latest_import_id uuid not null,
  -- Of what was sold: another import of the same order must agree.
  sold_hash text not null,
  -- Of all that was said: the same again is skipped.
  content_hash text not null,
  -- As the channel named them.
  payment_status text,
  fulfillment_status text,
  refunded_minor bigint not null default 0,
  primary key (tenant_id, order_id)
);
call protect_tenant_table('imported_orders');

-- Credits, adjustments and write-offs of the past.
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
  issued_at timestamptz not null,
  import_id uuid not null,
  content_hash text not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint past_document_kind_is_known check (kind in ('credit', 'adjustment', 'write-off'))
);
create unique index past_documents_external_id
  on past_documents (tenant_id, channel_id, external_id);
call protect_tenant_table('past_documents');

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
  -- The line of the sale it gives back, where only one fits.
  order_id uuid,
  order_line integer,
  primary key (tenant_id, document_id, number),
  constraint linked_to_a_line_of_an_order check ((order_id is null) = (order_line is null))
);
create index past_document_lines_of_order on past_document_lines (tenant_id, order_id)
  where order_id is not null;
call protect_tenant_table('past_document_lines');

-- Lines that name a SKU the catalog does not have yet.
create index order_lines_unmatched on order_lines (tenant_id, sku_code, order_id)
  where sku_id is null;
