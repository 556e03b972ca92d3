// SQL of capture: what a batch reads and what it writes, each in one statement for all its orders.

import { rowsStatement } from '../db/row-set.ts';
import { statement } from '../db/statement.ts';

// In key order, so that two batches with the same keys never wait for each other in a circle.
// A key that another transaction holds makes this wait until that one has ended.
export const insertKeys = rowsStatement(
  'orders.insertKeys',
  { week: 'date', key: 'uuid', input: 'uuid', order: 'uuid' },
  (
    rows,
  ) => `insert into idempotency_keys (tenant_id, week, key_hash, input_hash, order_id, created_at)
   select current_tenant(), row.week, row.key, row.input, row."order", ${rows.after(1)}
   from ${rows.sql}
   order by row.key, row.week
   on conflict do nothing`,
);

export interface KeptKeyRow {
  readonly key_hash: string;
  readonly input_hash: string;
  readonly order_id: string | null;
  readonly answer: string | null;
}

// Looked up after the claim, so that what was committed while it waited is seen. Rows of the
// claim itself are told apart by their order. A week after the other, so that each looks into its own
// partition: a list of weeks looked for every key in all of them.
export const selectKeys = statement<KeptKeyRow>(
  'orders.selectKeys',
  `select replace(known.key_hash::text, '-', '') as key_hash,
          replace(known.input_hash::text, '-', '') as input_hash, known.order_id, known.answer
   from unnest($1::date[]) as kept(week)
   join idempotency_keys as known on known.tenant_id = (select current_tenant())
     and known.week = kept.week and known.key_hash = any ($2::uuid[])
   where not (known.order_id is not null and known.order_id = any ($3::uuid[]))`,
);

// A refused order's key keeps the refusal.
export const storeRefusals = statement(
  'orders.storeRefusals',
  `update idempotency_keys as kept set answer = row.answer, order_id = null
   from jsonb_to_recordset($2::jsonb) as row(key uuid, answer text)
   where kept.tenant_id = (select current_tenant()) and kept.week = any ($1::date[])
     and kept.key_hash = row.key`,
);

// A key claimed for an order that turned out to be known points at that one.
export const repointKeys = statement(
  'orders.repointKeys',
  `update idempotency_keys as kept set order_id = row."order"
   from jsonb_to_recordset($2::jsonb) as row(key uuid, "order" uuid)
   where kept.tenant_id = (select current_tenant()) and kept.week = any ($1::date[])
     and kept.key_hash = row.key`,
);

export const dropClaims = statement(
  'orders.dropClaims',
  `delete from idempotency_keys
   where tenant_id = (select current_tenant()) and week = any ($1::date[])
     and order_id = any ($2::uuid[])`,
);

export const selectKnownOrders = statement<{ id: string; channel_id: string; external_id: string }>(
  'orders.selectKnownOrders',
  `select known.id, known.channel_id, known.external_id
   from jsonb_to_recordset($1::jsonb) as row(channel uuid, external text)
   join orders as known on known.tenant_id = (select current_tenant())
     and known.channel_id = row.channel and known.external_id = row.external`,
);

export interface CapturedEventRow {
  readonly subject: string;
  readonly recorded_at: Date;
  readonly data: unknown;
}

// The first event of an order, from which its answer is built again.
export const selectCapturedEvents = statement<CapturedEventRow>(
  'orders.selectCapturedEvents',
  `select subject, recorded_at, data from events
   where tenant_id = (select current_tenant()) and subject = any ($1::uuid[]) and version = 1`,
);

export interface CatalogRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly active: boolean;
  readonly price_minor: bigint | null;
  readonly backorder_room: number;
  readonly parts: CatalogPart[] | null;
}

export interface CatalogPart {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly price: number | null;
  readonly perKit: number;
  readonly room: number;
}

export const selectCatalog = statement<CatalogRow>(
  'orders.selectCatalog',
  `select sku.id, sku.code, sku.title, sku.active, sku.price_minor,
          coalesce(own.cap - own.backordered, 0) as backorder_room,
          (select jsonb_agg(jsonb_build_object(
                    'id', part.id, 'code', part.code, 'title', part.title,
                    'price', part.price_minor, 'perKit', kit.quantity_per_kit,
                    'room', coalesce(limits.cap - limits.backordered, 0))
                  order by part.code)
           from kit_components as kit
           join skus as part on part.tenant_id = kit.tenant_id and part.id = kit.component_sku
           left join backorder_limits as limits
             on limits.tenant_id = kit.tenant_id and limits.sku_id = part.id
           where kit.tenant_id = (select current_tenant()) and kit.kit_sku = sku.id) as parts
   from skus as sku
   left join backorder_limits as own on own.tenant_id = sku.tenant_id and own.sku_id = sku.id
   where sku.tenant_id = (select current_tenant()) and sku.code = any ($1::text[])`,
);

export const insertOrders = rowsStatement(
  'orders.insertOrders',
  {
    id: 'uuid',
    number: 'bigint',
    number_text: 'text',
    channel: 'uuid',
    external: 'text',
    customer: 'uuid',
    currency: 'text',
    tax_included: 'boolean',
    stock_policy: 'text',
    split_policy: 'text',
    items: 'bigint',
    shipping: 'bigint',
    discount: 'bigint',
    tax: 'bigint',
    total: 'bigint',
    country: 'text',
    latitude: 'real',
    longitude: 'real',
    placed: 'timestamptz',
    ship_by: 'timestamptz',
    promised_by: 'text',
    deliver_by: 'timestamptz',
    ordered: 'integer',
    unpromised: 'integer',
    backordered: 'integer',
    reserved: 'integer',
    release_at: 'timestamptz',
    custom: 'jsonb',
    version: 'integer',
  },
  (
    rows,
  ) => `insert into orders (tenant_id, id, number, number_text, channel_id, external_id, customer_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, destination_country, latitude, longitude, placed_at, captured_at,
     ship_by, promised_by, deliver_by, ordered, unpromised, backordered, reserved, release_at, custom_fields, version)
   select current_tenant(), row.id, row.number, row.number_text, row.channel, row.external, row.customer,
          row.currency, row.tax_included, row.stock_policy, row.split_policy, row.items,
          row.shipping, row.discount, row.tax, row.total, row.country, row.latitude,
          row.longitude, row.placed, ${rows.after(1)},
          row.ship_by, row.promised_by, row.deliver_by, row.ordered, row.unpromised, row.backordered,
          row.reserved, row.release_at, coalesce(row.custom, '{}'), row.version
   from ${rows.sql}
   order by row.channel, row.external`,
);

export const insertContacts = rowsStatement(
  'orders.insertContacts',
  {
    order: 'uuid',
    email: 'text',
    phone: 'text',
    name: 'text',
    shipping: 'jsonb',
    billing: 'jsonb',
  },
  (rows) => `insert into order_contacts (tenant_id, order_id, email, phone, name, shipping_address,
     billing_address)
   select current_tenant(), row."order", row.email, row.phone, row.name, row.shipping, row.billing
   from ${rows.sql}`,
);

export const insertLines = rowsStatement(
  'orders.insertLines',
  {
    order: 'uuid',
    number: 'integer',
    id: 'uuid',
    kind: 'text',
    kit: 'integer',
    external: 'text',
    sku: 'uuid',
    code: 'text',
    title: 'text',
    price: 'text',
    amount: 'bigint',
    payable: 'bigint',
    ordered: 'integer',
    unpromised: 'integer',
    backordered: 'integer',
    reserved: 'integer',
  },
  (
    rows,
  ) => `insert into order_lines (tenant_id, order_id, number, id, kind, kit_line, external_id, sku_id,
     sku_code, title, unit_price, amount_minor, payable_minor, ordered, unpromised, backordered,
     reserved)
   select current_tenant(), row."order", row.number, row.id, row.kind, row.kit, row.external,
          row.sku, row.code, row.title, row.price, row.amount, row.payable, row.ordered,
          row.unpromised, row.backordered, row.reserved
   from ${rows.sql}`,
);

export const insertCharges = statement(
  'orders.insertCharges',
  `insert into order_charges (tenant_id, order_id, number, kind, title, amount_minor, payable_minor)
   select current_tenant(), row."order", row.number, coalesce(row.kind, 'shipping'), row.title, row.amount, row.payable
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, number integer, kind text, title text, amount bigint, payable bigint)`,
);

export const insertAdjustments = statement(
  'orders.insertAdjustments',
  `insert into order_adjustments (tenant_id, order_id, number, line_number, charge_number, kind,
     name, code, rate, amount_minor)
   select current_tenant(), row."order", row.number, row.line, row.charge, row.kind, row.name,
          row.code, row.rate, row.amount
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, number integer, line integer, charge integer, kind text, name text, code text,
     rate text, amount bigint)`,
);

export const insertDecisions = rowsStatement(
  'orders.insertDecisions',
  { order: 'uuid', id: 'uuid', decision: 'json' },
  (rows) => `insert into routing_decisions (tenant_id, order_id, id, kind, decided_at, decision)
   select current_tenant(), row."order", row.id, 'provisional', ${rows.after(1)}, row.decision
   from ${rows.sql}`,
);

export const insertTags = statement(
  'orders.insertTags',
  `insert into order_tags (tenant_id, tag, order_id)
   select current_tenant(), row.tag, row."order"
   from jsonb_to_recordset($1::jsonb) as row("order" uuid, tag text)
   on conflict do nothing`,
);

export const insertNotes = statement(
  'orders.insertNotes',
  `insert into order_notes (tenant_id, order_id, id, body, author, created_at)
   select current_tenant(), row."order", row.id, row.body, row.author, $2
   from jsonb_to_recordset($1::jsonb) as row("order" uuid, id uuid, body text, author text)`,
);
