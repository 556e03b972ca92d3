// Rows by the ten thousand, as a shop has them after a while, so that the planner decides as it
// will. Not a true shop: the rows only have the right sizes, keys and shares.

import pg from 'pg';

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
  `insert into credentials (secret_hash, tenant_id, principal_kind, principal_id, scopes)
   select sha256((:tenant || ' ' || n)::bytea), :tenant, 'user', test_id(5, n % 30), '{}'
   from generate_series(1, :10000) n`,
];

const STOCK = [
  `insert into stock_levels (tenant_id, sku_id, location_id, on_hand)
   select :tenant, test_id(2, s), test_id(3, l), 100
   from generate_series(1, :10000) s, generate_series(1, 20) l where (s + l) % 3 = 0`,
  `insert into stock_movements (tenant_id, recorded_at, id, sku_id, location_id, type, on_hand,
     cause_kind, cause, actor)
   select :tenant, now() - n * interval '0.1 second', test_id(7, n), test_id(2, 1 + n % 100),
          test_id(3, 1 + n % 20), 'received', 1, 'stockDocument', test_id(8, 1), 'system:test'
   from generate_series(1, :30000) n`,
  `insert into backorder_limits (tenant_id, sku_id, cap)
   select :tenant, test_id(2, n), 10 from generate_series(1, :10000) n`,
  `insert into reservations (tenant_id, id, sku_id, location_id, quantity, owner_kind, owner,
     line_number, created_at, expires_at)
   select :tenant, test_id(9, n), test_id(2, 1 + n % :10000), test_id(3, 1 + n % 20), 1,
          case when n % 10 = 0 then 'cart' else 'order' end, test_id(10, n), 1, now(),
          case when n % 10 = 0 then now() + interval '1 hour' end
   from generate_series(1, :10000) n`,
  `insert into stock_documents (tenant_id, id, kind, location_id, created_at, actor)
   select :tenant, test_id(8, n), 'receipt', test_id(3, 1 + n % 20), now(), 'system:test'
   from generate_series(1, :10000) n`,
  `insert into stock_document_lines (tenant_id, document_id, sku_id, quantity)
   select :tenant, test_id(8, n), test_id(2, n), 1 from generate_series(1, :10000) n`,
  `insert into transfers (tenant_id, id, from_location, to_location, status, dispatched_at)
   select :tenant, test_id(11, n), test_id(3, 1), test_id(3, 2), 'received', now()
   from generate_series(1, :10000) n`,
  `insert into transfer_lines (tenant_id, transfer_id, sku_id, quantity)
   select :tenant, test_id(11, n), test_id(2, n), 1 from generate_series(1, :10000) n`,
];

const SALES = [
  `insert into orders (tenant_id, id, number, channel_id, external_id, customer_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, placed_at, captured_at, ordered, canceled, shipped, unpromised,
     backordered, open_holds)
   select :tenant, test_id(10, n), n, test_id(1, 1 + n % 4), 'ext-' || n,
          test_id(4, 1 + n % :10000), 'EUR', true, 'all-or-nothing', 'allow', 1, 0, 0, 0, 1, now(),
          now(), 2, case when n % 20 = 1 then 2 else 0 end, case when n % 20 > 2 then 2 else 0 end,
          case when n % 200 = 2 then 1 else 0 end, case when n % 200 = 0 then 1 else 0 end,
          case when n % 100 = 0 then 1 else 0 end
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
     select 'order', 'sku-' || (1 + n % :10000), test_id(10, n)
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

const FILLING = [...MASTER_DATA, ...STOCK, ...SALES, ...LOG];
