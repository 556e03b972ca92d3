// Rows by the ten thousand, as a shop has them after a while, so that the planner decides as it
// will. Not a true shop: the rows only have the right sizes, keys and shares.

import pg from 'pg';
import { DESK } from './full-desk.ts';
import { DROPS } from './full-drops.ts';
import { MONEY_RULES } from './full-money-rules.ts';
import { FLOW, REPORTS } from './full-reports.ts';
import { STOCK } from './full-stock.ts';

const BIG = 1;
/** Statuses as an old shop has them: most of it is done. */
const ORDERS = 20_000;

/** Fills three tenants, the first one big; @returns its id */
export async function fillShop(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(FUNCTIONS);
    for (let tenant = BIG; tenant <= 3; tenant += 1) {
      const scale = tenant === BIG ? 1 : 10;
      for (const sql of FILLING)
        await client.query(
          sql
            .replaceAll(':tenant', `test_id(0, ${tenant})`)
            .replaceAll(/:(\d+)/g, (_match, count) => String(Math.ceil(Number(count) / scale))),
        );
    }
    await client.query('vacuum analyze');
    const { rows } = await client.query(`select test_id(0, ${BIG}) as id`);
    return rows[0].id;
  } finally {
    await client.end();
  }
}

/** Ids that rise with their number, one range per kind of thing. */
const FUNCTIONS = `
  create function test_id(kind integer, number integer) returns uuid language sql stable as
  $$ select (lpad(to_hex(kind + 1), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid $$`;

const MASTER_DATA = [
  `insert into tenants values (:tenant, 'tenant-' || :tenant, 'Tenant', 'EUR', now())`,
  `insert into roles (tenant_id, id, code, name, scopes, created_at)
   select :tenant, test_id(60, n), 'role-' || n, 'Role', array['orders:read'], now()
   from generate_series(1, 20) n`,
  `insert into audit_entries (tenant_id, id, actor, type, kind, subject, after)
   select :tenant, test_id(61, n), 'user:' || n % 50, 'order.tagged',
          (array['order', 'role', 'user', 'sku'])[n % 4 + 1], test_id(10, n % 200), '{}'
   from generate_series(1, :20000) n`,
  `insert into channels (tenant_id, id, code, name, created_at)
   select :tenant, test_id(1, n), 'channel-' || n, 'Channel', now() from generate_series(1, 4) n`,
  `insert into skus (tenant_id, id, code, title, created_at)
   select :tenant, test_id(2, n), 'SKU-' || n, 'Title ' || n, now()
   from generate_series(1, :10000) n`,
  `insert into kit_components (tenant_id, kit_sku, component_sku, quantity_per_kit)
   select :tenant, test_id(2, n * 3), test_id(2, n * 3 + part), 1
   from generate_series(1, :3000) n, generate_series(1, 2) part`,
  `insert into locations (tenant_id, id, number, code, name, kind, country, latitude, longitude,
     coordinates_from, time_zone, calendar, created_at)
   select :tenant, test_id(3, n), n, 'LOC-' || n, 'Location', 'warehouse', 'DE', 50, 10, 'given',
          'Europe/Berlin', '{}', now() from generate_series(1, 20) n`,
  `insert into location_channels (tenant_id, location_id, channel_id)
   select :tenant, test_id(3, l), test_id(1, c)
   from generate_series(1, 20) l, generate_series(1, 4) c`,
  `insert into customers (tenant_id, id, external_id, email, name, created_at)
   select :tenant, test_id(4, n), 'crm-' || n, 'buyer' || n || '@example.com', 'Buyer ' || n, now()
   from generate_series(1, :10000) n`,
  `insert into users (tenant_id, id, email, name, password_hash, role, created_at)
   select :tenant, test_id(5, n), 'user' || n || '@example.com', 'User', 'x', 'admin', now()
   from generate_series(1, 30) n`,
  `insert into api_keys (tenant_id, id, name, hint, scopes, created_by, created_at)
   select :tenant, test_id(6, n), 'Key', 'dsk_', '{}', 'system:test', now()
   from generate_series(1, 30) n`,
  `insert into sign_in_guesses (name_hash, guesses, ends_at)
   select sha256((:tenant || ' guess ' || n)::bytea), 1, now() from generate_series(1, :20000) n`,
  `insert into credentials (secret_hash, tenant_id, principal_kind, principal_id, scopes, session_id,
     expires_at)
   select sha256((:tenant || ' ' || n)::bytea), :tenant, 'user', test_id(5, n % 30), '{}',
          test_id(40, n), now() + interval '1 hour'
   from generate_series(1, :10000) n`,
  `insert into sessions (tenant_id, id, user_id, kind, device, address, created_at)
   select :tenant, test_id(40, n), test_id(5, n % 30), 'token', 'curl', '127.0.0.1', now()
   from generate_series(1, :20000) n`,
  `insert into api_requests (tenant_id, id, operation, method, status, actor, took_ms)
   select :tenant, test_id(41, n), 'operation' || n % 150, 'GET', case n % 20 when 0 then 404 else 200 end,
          'api-key:x', 1 from generate_series(1, :40000) n`,
];

const SALES = [
  `insert into orders (tenant_id, id, number, channel_id, external_id, customer_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, placed_at, captured_at, ordered, canceled, shipped, unpromised,
     backordered, open_holds, reserved)
   select :tenant, test_id(10, n), n, test_id(1, 1 + n % 4), 'ext-' || n,
          test_id(4, 1 + n % :10000), 'EUR', true, 'all-or-nothing', 'allow', 1, 0, 0, 0, 1, now(),
          now(), 2, case when n % 20 = 1 then 2 else 0 end, case when n % 20 > 2 then 2 else 0 end,
          case when n % 200 = 2 then 1 else 0 end, case when n % 200 = 0 then 1 else 0 end,
          case when n % 100 = 0 then 1 else 0 end,
          case when n % 200 in (0, 2) then 1 when n % 20 in (0, 2) then 2 else 0 end
   from generate_series(1, :${ORDERS}) n`,
  `insert into order_lines (tenant_id, order_id, number, id, kind, sku_id, sku_code, title,
     amount_minor, payable_minor, ordered, backordered, shipped)
   select :tenant, test_id(10, n), line, test_id(12, n * 2 + line), 'item',
          test_id(2, 1 + n % :10000), 'SKU-' || (1 + n % :10000), 'Title', 1, 1, 1,
          case when n % 200 = 0 then 1 else 0 end, case when n % 200 = 0 then 0 else 1 end
   from generate_series(1, :${ORDERS}) n, generate_series(1, 2) line`,
  `insert into order_contacts (tenant_id, order_id, email, name)
   select :tenant, test_id(10, n), 'buyer' || n || '@example.com', 'Buyer ' || n
   from generate_series(1, :${ORDERS}) n`,
  `insert into order_charges (tenant_id, order_id, number, kind, title, amount_minor, payable_minor)
   select :tenant, test_id(10, n), 1, 'shipping', 'Parcel', 0, 0
   from generate_series(1, :${ORDERS}) n`,
  `insert into order_adjustments (tenant_id, order_id, number, line_number, kind, name, amount_minor)
   select :tenant, test_id(10, n), 1, 1, 'tax', 'VAT', 0 from generate_series(1, :${ORDERS}) n`,
  `insert into routing_decisions (tenant_id, order_id, id, kind, decided_at, decision)
   select :tenant, test_id(10, n), test_id(13, n), 'provisional', now(), '{}'
   from generate_series(1, :${ORDERS}) n`,
  `insert into order_tags (tenant_id, tag, order_id)
   select :tenant, 'tag-' || n % 10, test_id(10, n) from generate_series(1, :10000) n`,
  `insert into order_holds (tenant_id, id, order_id, reason, handle, blocks, owner, placed_at,
     expires_at, released_at)
   select :tenant, test_id(14, n), test_id(10, n * 2), 'other', 'h', '{release}', 'system:test',
          now(), case when n % 5 = 0 then now() end, case when n % 50 <> 0 then now() end
   from generate_series(1, :10000) n`,
  `insert into order_notes (tenant_id, order_id, id, body, author, created_at)
   select :tenant, test_id(10, n), test_id(15, n), 'Note', 'system:test', now()
   from generate_series(1, :10000) n`,
  `insert into order_cancellations (tenant_id, order_id, id, reason, shipping_minor, amount_minor,
     lines, canceled_by, canceled_at)
   select :tenant, test_id(10, n), test_id(16, n), 'customer', 0, 0, '[]', 'system:test', now()
   from generate_series(1, :10000) n`,
];

const FLOOR = [
  // Most of it left long ago.
  `insert into fulfillment_orders (tenant_id, id, order_id, location_id, released_at, released_by,
     ship_by, quantity, allocated, picked, packed, shipped)
   select :tenant, test_id(40, n), test_id(10, n), test_id(3, 1 + n % 20), now(), 'system:test',
          now() + n * interval '1 second', 2, case when n % 50 = 0 then 2 else 0 end,
          case when n % 50 = 1 then 2 else 0 end, case when n % 50 = 2 then 2 else 0 end,
          case when n % 50 > 2 then 2 else 0 end
   from generate_series(1, :${ORDERS}) n`,
  `insert into fulfillment_order_lines (tenant_id, fulfillment_order_id, line_number, sku_id,
     quantity, allocated, shipped)
   select :tenant, test_id(40, n), line, test_id(2, 1 + n % :10000), 1,
          case when n % 50 > 0 then 0 else 1 end, case when n % 50 > 0 then 1 else 0 end
   from generate_series(1, :${ORDERS}) n, generate_series(1, 2) line`,
  `insert into parcels (tenant_id, id, order_id, fulfillment_order_id, location_id, carrier,
     tracking_number, packed_at, packed_by, shipped_at, delivered_at)
   select :tenant, test_id(41, n), test_id(10, n), test_id(40, n), test_id(3, 1 + n % 20), 'dhl',
          'JD' || n, now(), 'system:test', case when n % 50 > 0 then now() end,
          case when n % 50 > 5 then now() end
   from generate_series(1, :${ORDERS}) n where n % 50 > 1`,
  `insert into parcel_lines (tenant_id, parcel_id, line_number, sku_id, quantity)
   select :tenant, test_id(41, n), line, test_id(2, 1 + n % :10000), 1
   from generate_series(1, :${ORDERS}) n, generate_series(1, 2) line where n % 50 > 1`,
];

const ROAD = [
  `insert into tracking_events (tenant_id, id, parcel_id, carrier, tracking_number, status,
     occurred_at, recorded_at, told_as)
   select :tenant, test_id(42, n * 2 + scan), case when n % 500 > 0 then test_id(41, n) end, 'dhl',
          'JD' || n, 'in-transit', now(), now(), scan
   from generate_series(1, :${ORDERS}) n, generate_series(1, 2) scan`,
  `insert into returns (tenant_id, id, number, order_id, location_id, tracking_number, created_at,
     created_by, requested, received)
   select :tenant, test_id(43, n), n, test_id(10, n), test_id(3, 1 + n % 20), 'R' || n, now(),
          'system:test', 1, case when n % 20 > 0 then 1 else 0 end
   from generate_series(1, :10000) n`,
  `insert into return_lines (tenant_id, return_id, line_number, sku_id, reason, requested, received)
   select :tenant, test_id(43, n), 1, test_id(2, n), 'other', 1,
          case when n % 20 > 0 then 1 else 0 end
   from generate_series(1, :10000) n`,
  `insert into return_items (tenant_id, return_id, id, line_number, sku_id, quantity, condition,
     disposition, location_id, received_at, received_by)
   select :tenant, test_id(43, n), test_id(44, n), 1, test_id(2, n), 1, 'sellable', 'restock',
          test_id(3, 1 + n % 20), now(), 'system:test'
   from generate_series(1, :10000) n where n % 20 > 0`,
];

const MONEY = [
  `insert into payment_accounts (tenant_id, order_id, currency, capture_at, due_minor,
     authorized_minor, captured_minor, pay_by, created_at)
   select :tenant, test_id(10, n), 'EUR', 'shipment', 1, case when n % 20 > 0 then 1 else 0 end,
          case when n % 20 > 2 then 1 else 0 end, case when n % 20 = 0 then now() end, now()
   from generate_series(1, :${ORDERS}) n`,
  `insert into payments (tenant_id, id, order_id, number, provider, currency, amount_minor,
     created_at)
   select :tenant, test_id(21, n), test_id(10, n), 1, 'sandbox', 'EUR', 1, now()
   from generate_series(1, :${ORDERS}) n`,
  // Open ones are few: providers answer within seconds.
  `insert into payment_intents (tenant_id, id, order_id, payment_id, kind, amount_minor, state,
     cause, created_at, created_by, next_attempt_at, closed_at)
   select :tenant, test_id(22, n), test_id(10, n), test_id(21, n), 'authorize', 1,
          case when n % 100 = 0 then 'open' else 'succeeded' end, 'capture', now(), 'system:test',
          case when n % 100 = 0 then now() end, case when n % 100 > 0 then now() end
   from generate_series(1, :${ORDERS}) n`,
  `insert into payment_ledger (tenant_id, id, order_id, payment_id, intent_id, kind, amount_minor,
     currency, provider_reference, occurred_at, recorded_at, actor)
   select :tenant, test_id(23, n), test_id(10, n), test_id(21, n), test_id(22, n), 'authorized', 1,
          'EUR', n::text, now(), now(), 'system:test'
   from generate_series(1, :${ORDERS}) n`,
  `insert into granted_refunds (tenant_id, order_id, id, amount_minor, reason, granted_by,
     granted_at)
   select :tenant, test_id(10, n), test_id(24, n), 1, 'goodwill', 'system:test', now()
   from generate_series(1, :10000) n`,
];

const WORK = [
  // Open ones are few against those that were closed over the years.
  `insert into exceptions (tenant_id, id, type, cause, severity, order_id, sku_id, location_id,
     data, raised_at, raised_by, seen_at, deadline, owner, closed_at, closed_by, resolution)
   select :tenant, test_id(20, n), (array['cannot-source', 'reported', 'put-back'])[1 + n % 3],
          n::text, (array['low', 'medium', 'high', 'critical'])[1 + n % 4], test_id(10, n),
          test_id(2, 1 + n % :10000), test_id(3, 1 + n % 20), '{}', now(), 'system:test', now(),
          now() + n * interval '1 second', case when n % 3 = 0 then test_id(5, 1 + n % 30) end,
          case when n % 10 > 0 then now() end, case when n % 10 > 0 then 'system:test' end,
          case when n % 10 > 0 then 'cause-gone' end
   from generate_series(1, :${ORDERS}) n`,
  `update exceptions set snoozed_until = now()
   where tenant_id = :tenant and closed_at is null and urgency = 4`,
];

const PROVIDERS = [
  `insert into provider_connections (tenant_id, id, provider, name, settings, secrets_sealed, active,
     created_at, secrets_changed_at)
   select :tenant, test_id(60, n), 'stripe', 'Stripe', '{}', 'x', n = 1, now(), now()
   from generate_series(1, 20) n`,
  `insert into payment_disputes (tenant_id, id, order_id, payment_id, provider_reference, status,
     amount_minor, reason, opened_at, recorded_at)
   select :tenant, test_id(61, n), test_id(10, n), test_id(10, n), 'dp_' || n, 'lost', 1, 'fraud',
          now(), now() from generate_series(1, :10000) n`,
];

const BOOKS = [
  `insert into provider_statements (tenant_id, id, connection_id, origin, state, next_attempt_at,
     created_at, created_by)
   select :tenant, test_id(70, n), test_id(60, 1 + n % 20), 'api',
          case when n % 1000 = 0 then 'reading' else 'done' end,
          case when n % 1000 = 0 then now() end, now(), 'system:test'
   from generate_series(1, :20000) n`,
  `insert into statement_lines (tenant_id, id, connection_id, reference, kind, amount_minor, currency,
     fee_minor, source, occurred_at, payout_reference, ledger_id)
   select :tenant, test_id(71, n), test_id(60, 1 + n % 20), 'txn_' || n, 'charge', 1, 'EUR', 0,
          'ch_' || n, now(), 'po_' || n / 100, case when n % 50 > 0 then test_id(23, n) end
   from generate_series(1, :${ORDERS}) n`,
  `insert into payouts (tenant_id, id, connection_id, reference, status, amount_minor, currency,
     created_at, is_itemized, recorded_at)
   select :tenant, test_id(72, n), test_id(60, 1 + n % 20), 'po_' || n, 'paid', 1, 'EUR',
          now() + n * interval '1 second', true, now()
   from generate_series(1, :20000) n`,
  `insert into differences (tenant_id, id, connection_id, subject, subject_id, cause, status, kind,
     reference, occurred_at, found_at, resolution, resolved_at)
   select :tenant, test_id(73, n), test_id(60, 1 + n % 20), 'line', test_id(71, n),
          (array['duplicate', 'timing', 'amount-differs'])[1 + n % 3],
          case when n % 50 = 0 then 'open' else 'resolved' end, 'charge', 'ch_' || n, now(), now(),
          case when n % 50 > 0 then 'cause-gone' end, case when n % 50 > 0 then now() end
   from generate_series(1, :20000) n`,
  `insert into book_closings (tenant_id, id, from_day, through_day, chart, entries, created_at,
     created_by)
   select :tenant, test_id(74, n), '2020-01-01'::date + n, '2020-01-01'::date + n, '[]', 1, now(),
          'system:test'
   from generate_series(1, :2000) n`,
  `insert into journal_entries (tenant_id, id, posted_on, occurred_at, recorded_at, kind, source,
     source_id, provider, order_id, payment_id, reference, lines)
   select :tenant, test_id(75, n), '2020-01-01'::date + n % 2000, now(), now(), 'capture', 'ledger',
          test_id(23, n), 'stripe', test_id(10, n), test_id(21, n), 'ch_' || n, '[]'
   from generate_series(1, :${ORDERS}) n`,
];

const SENDING = [
  `insert into webhook_endpoints (tenant_id, id, url, event_types, active, active_after,
     secret_sealed, created_at)
   select :tenant, test_id(30, n), 'https://hooks.example.com', '{}', true, 0, 'x', now()
   from generate_series(1, 20) n`,
  `insert into webhook_endpoint_health (tenant_id, endpoint_id)
   select :tenant, test_id(30, n) from generate_series(1, 20) n`,
  `insert into webhook_deliveries (tenant_id, endpoint_id, id, event_id, replay_id, event_type,
     subject, subject_version, recorded_at, position, state, next_attempt_at, created_at,
     finished_at, forget_at)
   select :tenant, test_id(30, 1 + n % 20), test_id(31, n), test_id(18, n), test_id(33, 0),
          'order.captured.v1', test_id(10, n), 1, now(), n,
          case when n % 50 = 0 then 'pending' when n % 50 = 1 then 'dead' else 'delivered' end,
          now() + n * interval '1 second', now(), case when n % 50 > 0 then now() end,
          now() + n * interval '1 minute'
   from generate_series(1, :${ORDERS}) n`,
  `insert into webhook_replays (tenant_id, id, endpoint_id, since, until, event_types, state,
     cursor_recorded_at, cursor_batch, cursor_ordinal, next_step_at, created_at, created_by,
     finished_at)
   select :tenant, test_id(32, n), test_id(30, 1 + n % 20), now() - interval '1 day', now(), '{}',
          case when n % 100 = 0 then 'running' else 'done' end, now(), test_id(17, 1), 0, now(),
          now(), 'system:test', case when n % 100 > 0 then now() end
   from generate_series(1, :10000) n`,
];

const PAST = [
  // Most were applied long ago.
  `insert into imports (tenant_id, id, kind, profile, file_name, apply, state, rows_read, documents,
     documents_handled, created_at, created_by, finished_at)
   select :tenant, test_id(50, n), 'orders', '{}', 'orders.csv', true,
          case when n % 100 = 0 then 'ready' when n % 100 = 1 then 'applying' else 'done' end, 1, 1,
          1, now() - interval '8 days', 'system:test', case when n % 100 > 1 then now() end
   from generate_series(1, :2000) n`,
  `insert into import_chunks (tenant_id, import_id, starts_at, bytes)
   select :tenant, test_id(50, 1 + n % :2000), n, 'x' from generate_series(1, :2000) n`,
  `insert into import_rows (tenant_id, import_id, number, line, document_key, raw, problems)
   select :tenant, test_id(50, 1 + n % 20), n, n, (n / 2)::text, '{}',
          case when n % 100 = 0 then '[]'::jsonb end
   from generate_series(1, :30000) n`,
  `insert into import_documents (tenant_id, import_id, place, key, first_row, row_count, kind,
     outcome, entity_id)
   select :tenant, test_id(50, 1 + n % 20), n, n::text, n * 2, 2, 'order',
          case when n % 1000 > 0 then 'create' end, test_id(10, n)
   from generate_series(1, :20000) n`,
  `update orders set imported_at = now() where tenant_id = :tenant and number % 3 = 0`,
  `insert into imported_orders (tenant_id, order_id, import_id, latest_import_id, sold_hash,
     content_hash)
   select :tenant, test_id(10, n * 3), test_id(50, 1), test_id(50, 1), '', ''
   from generate_series(1, :6000) n`,
  `insert into past_documents (tenant_id, id, kind, channel_id, external_id, currency, total_minor,
     issued_at, import_id, content_hash)
   select :tenant, test_id(51, n), 'credit', test_id(1, 1 + n % 4), 'C-' || n, 'EUR', -1, now(),
          test_id(50, 1), ''
   from generate_series(1, :20000) n`,
  `insert into past_document_lines (tenant_id, document_id, number, sku_code, title, quantity,
     amount_minor, order_id, order_line)
   select :tenant, test_id(51, n), 1, 'SKU-' || n, 'Title', -1, -1,
          case when n % 2 = 0 then test_id(10, n) end, case when n % 2 = 0 then 1 end
   from generate_series(1, :20000) n`,
];

const LOG = [
  `insert into event_batches (tenant_id, id, recorded_at, event_count, batch_position,
     first_position)
   select :tenant, test_id(17, n), now() - (:10000 - n) * interval '1 second', 3,
          n * 4 + (select count(*) from tenants), n * 3 - 2
   from generate_series(1, :10000) n`,
  `insert into events (tenant_id, recorded_at, batch_id, ordinal, id, type, subject_kind, subject,
     version, occurred_at, actor, data)
   select :tenant, now() - (:10000 - n) * interval '1 second', test_id(17, n), ordinal,
          test_id(18, n * 3 + ordinal), 'order.captured.v1', 'order',
          test_id(10, n * 2 - ordinal % 2), 1 + ordinal / 2, now(), 'system:test', '{}'
   from generate_series(1, :10000) n, generate_series(0, 2) ordinal`,
  `insert into log_heads values (:tenant, :30000)`,
  `insert into idempotency_keys (tenant_id, week, key_hash, input_hash, answer, created_at)
   select :tenant, date_trunc('week', now())::date, test_id(19, n), test_id(19, n), '{}', now()
   from generate_series(1, :10000) n`,
  `insert into search_tokens (tenant_id, kind, token, entity)
   select :tenant, kind, token, entity from (
     select 'order' as kind, n::text as token, test_id(10, n) as entity
     from generate_series(1, :${ORDERS}) n
     union all
     select 'order-contact', 'buyer' || n || '@example.com', test_id(10, n)
     from generate_series(1, :${ORDERS}) n
     union all
     select 'customer', 'buyer' || n || '@example.com', test_id(4, n)
     from generate_series(1, :10000) n
     union all
     select 'sku', 'sku-' || n, test_id(2, n) from generate_series(1, :10000) n
   ) as tokens`,
];

const FILLING = [
  ...MASTER_DATA,
  ...STOCK,
  ...SALES,
  ...FLOOR,
  ...ROAD,
  ...MONEY,
  ...MONEY_RULES,
  ...WORK,
  ...DESK,
  ...PROVIDERS,
  ...BOOKS,
  ...SENDING,
  ...PAST,
  ...REPORTS,
  ...FLOW,
  ...DROPS,
  ...LOG,
];
