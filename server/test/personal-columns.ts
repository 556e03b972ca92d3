// Which columns can hold words about a person: all that hold text, but for those named here, with the
// reason. A column that is added later is in neither, and the test of the erasure asks for it.
// cspell:ignore relname attname attrelid attnum relispartition attisdropped attgenerated atttypid
// cspell:ignore regtype conrelid contype conkey constraintdef

import { type Ask, PERSONAL } from './plant-person.ts';

/** Columns, or whole tables as `table.*`, by why nothing in them names a customer. */
const WITHOUT: Readonly<Record<string, string>> = {
  'what the shop writes of itself and its staff, who are no customers': `
    api_keys.* roles.* users.* sessions.* user_preferences.* order_view_defaults.* settings.* tenants.*
    logos.* locations.* channels.* skus.* sku_barcodes.* webhook_endpoints.* webhook_replays.*
    provider_connections.* books.* book_closings.* refund_policies.* risk_policies.* order_pages.*
    exception_thresholds.* retention_rules.* retention_runs.* audit_entries.address`,
  'secrets, digests and marks of our own': `
    credentials.* recovery_codes.* password_resets.* second_factors.* sign_in_guesses.*
    order_link_keys.* gift_card_keys.* stored_values.code_hash stored_values.last_four schema_migrations.* log_readers.* number_leases.* webhook_endpoint_health.*
    imported_orders.sold_hash imported_orders.content_hash past_documents.content_hash`,
  'sums, and what they are split by': `
    flow_entries.* flow_marks.* flow_projections.* flow_sums.* stage_times.* sales_by_customer.*
    sales_by_day.* sales_by_month.* sales_by_sku.* sales_of_sku.* order_shapes.* order_list.*`,
  'ids and facts of the trade, as contract/events.ts says of every event': `
    events.* event_batches.types audit_entries.* journal_entries.* order_cancellations.lines granted_refunds.lines
    refund_requests.lines routing_decisions.decision risk_reviews.reasons import_documents.undo`,
  'numbers that things have for the shop, which the log has too': `
    orders.external_id orders.number_text order_lines.external_id returns.number_text
    past_documents.external_id payment_terms.invoice_number stock_documents.reference
    transfers.reference drops.name drops.reference order_tags.tag`,
  'numbers by which carriers and payment providers know it': `
    parcels.tracking_number returns.tracking_number tracking_events.tracking_number
    payments.provider_reference payment_intents.provider_reference payments.token
    payment_ledger.provider_reference payment_disputes.provider_reference payouts.reference
    statement_lines.reference statement_lines.fact_reference statement_lines.payout_reference
    statement_lines.relates statement_lines.source differences.reference provider_statements.place
    risk_signals.reference`,
  'codes, of lists of ours, the shop, a carrier, a provider': `
    api_requests.error api_requests.method api_requests.operation bulk_action_orders.reason
    differences.kind differences.resolution exceptions.resolution exceptions.type
    granted_refunds.allocation granted_refunds.destination granted_refunds.reason import_documents.kind
    imported_orders.fulfillment_status imported_orders.payment_status order_cancellations.reason
    order_holds.blocks order_holds.handle order_holds.reason orders.split_policy orders.stock_policy
    parcels.carrier parcels.service parcels.tracking_status past_documents.reason
    payment_accounts.capture_at payment_disputes.reason payment_intents.cause
    payment_intents.failure_code payments.declined_code payments.provider
    provider_statements.failure refund_requests.allocation refund_requests.destination refund_requests.reason
    return_lines.reason risk_signals.source routing_decisions.kind search_tokens.kind
    stored_value_movements.reason stock_documents.reason stock_entries.reason stock_movements.cause_kind stock_movements.reason
    stock_movements.type tracking_events.carrier tracking_events.status tracking_events.told_as
    webhook_deliveries.event_type`,
  'our own words about a code':
    'bulk_action_orders.detail import_documents.undo_reason imports.error',
  'how a file is read: the names of its columns': `
    imports.profile imports.source_options imports.format imports.fields imports.outcomes`,
  'a file that is being uploaded, gone once it was read; nobody knows yet what it says':
    'import_chunks.bytes',
  'what was sold in the past, as the files of books name it': 'past_document_lines.title',
};

/** The same in every table. */
const WITHOUT_ANYWHERE: Readonly<Record<string, string>> = {
  'who of the shop did it, by id': `
    actor author owner approved_by canceled_by changed_by closed_by conversion_stated_by created_by decided_by granted_by
    packed_by raised_by received_by released_by requested_by resolved_by started_by undo_began_by`,
  'money, places, goods': `
    currency fee_currency ledger_currency original_currency provider_currency country
    destination_country sku_code unit_price rate`,
};

export function hasNoPerson(column: string): boolean {
  const [table = '', name = ''] = column.split('.');
  return NONE.has(`${table}.*`) || NONE.has(column) || NONE_ANYWHERE.has(name);
}

const wordsOf = (reasons: Readonly<Record<string, string>>) =>
  new Set(Object.values(reasons).flatMap((words) => words.trim().split(/\s+/)));
const NONE = wordsOf(WITHOUT);
const NONE_ANYWHERE = wordsOf(WITHOUT_ANYWHERE);

/** `table.column` of each that may hold any text: what is bound to a list of words may not. */
export async function textColumns(ask: Ask): Promise<string[]> {
  const rows = await ask(`select format('%s.%s', c.relname, a.attname) as name
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and not a.attisdropped and a.attgenerated = ''
       and a.atttypid::regtype::text in ('text', 'text[]', 'json', 'jsonb', 'bytea')
       and not exists (
         select from pg_constraint bound
         where bound.conrelid = c.oid and bound.contype = 'c' and bound.conkey = array[a.attnum]
           and pg_get_constraintdef(bound.oid) ~ '= ANY \\(ARRAY')
     order by 1`);
  return rows.map(({ name }) => String(name));
}

/** What stands of the person in each column that has something of them. */
export async function tracesByColumn(ask: Ask): Promise<Map<string, string>> {
  const tables = await ask(`select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
  const looks = tables.map(
    ({ name }) =>
      `select concat('${name}.', told.key) as name, told.value
       from ${name} as row, jsonb_each_text(to_jsonb(row)) as told where told.value ~* $1`,
  );
  const rows = await ask(looks.join(' union all '), [PERSONAL.source]);
  return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
}
