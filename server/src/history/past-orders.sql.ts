// SQL of orders of the past: a batch in one statement each, with the units where they ended.

import { statement } from '../db/statement.ts';

export interface KnownOrderRow {
  readonly id: string;
  readonly channel_id: string;
  readonly external_id: string;
  readonly version: number;
  readonly canceled_minor: bigint;
  readonly sold_hash: string | null;
  readonly content_hash: string | null;
}

// Locked in key order: what is decided on must not change before it is written.
export const lockKnownOrders = statement<KnownOrderRow>(
  'history.lockKnownOrders',
  `select known.id, known.channel_id, known.external_id, known.version, known.canceled_minor,
          imported.sold_hash, imported.content_hash
   from jsonb_to_recordset($1::jsonb) as wanted(channel uuid, external text)
   join orders as known on known.tenant_id = (select current_tenant())
     and known.channel_id = wanted.channel and known.external_id = wanted.external
   left join imported_orders as imported
     on imported.tenant_id = known.tenant_id and imported.order_id = known.id
   order by known.id for no key update of known`,
);

export const selectOwnCaptured = statement<{ id: string }>(
  'history.selectOwnCaptured',
  `select id from orders
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
     and imported_at is null`,
);

export const selectSkusByCode = statement<{ id: string; code: string }>(
  'history.selectSkusByCode',
  `select id, code from skus
   where tenant_id = (select current_tenant()) and code = any ($1::text[])`,
);

export const insertPastOrders = statement(
  'history.insertPastOrders',
  `insert into orders (tenant_id, id, number, channel_id, external_id, customer_id, currency,
     prices_include_tax, stock_policy, split_policy, items_minor, shipping_minor, discount_minor,
     tax_minor, total_minor, canceled_minor, destination_country, placed_at, captured_at,
     imported_at, ship_by, promised_by, deliver_by, ordered, canceled, unpromised, shipped, delivered, returned, version)
   select current_tenant(), row.id, row.number, row.channel, row.external, row.customer,
          row.currency, row.tax_included, 'all-or-nothing', 'allow', row.items, row.shipping,
          row.discount, row.tax, row.total, row.canceled_amount, row.country, row.placed,
          row.placed, $2, row.ship_by, row.promised_by, row.deliver_by, row.ordered, row.canceled, row.unpromised, row.shipped, row.delivered,
          row.returned, 1
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, number bigint, channel uuid, external text, customer uuid, currency text,
     tax_included boolean, items bigint, shipping bigint, discount bigint, tax bigint,
     total bigint, canceled_amount bigint, country text, placed timestamptz,
     ship_by timestamptz, promised_by text, deliver_by timestamptz, ordered integer,
     canceled integer, unpromised integer, shipped integer, delivered integer, returned integer)
   order by row.channel, row.external`,
);

export const insertPastLines = statement(
  'history.insertPastLines',
  `insert into order_lines (tenant_id, order_id, number, id, kind, external_id, sku_id, sku_code,
     title, unit_price, amount_minor, payable_minor, ordered, canceled, unpromised, shipped,
     delivered, returned, past_shipped, past_delivered, past_returned)
   select current_tenant(), row."order", row.number, row.id, 'item', row.external, row.sku,
          row.code, row.title, row.price, row.amount, row.payable, row.ordered, row.canceled,
          row.unpromised, row.shipped, row.delivered, row.returned, row.shipped, row.delivered,
          row.returned
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, number integer, id uuid, external text, sku uuid, code text, title text,
     price text, amount bigint, payable bigint, ordered integer, canceled integer,
     unpromised integer, shipped integer, delivered integer, returned integer)`,
);

export const insertImportedOrders = statement(
  'history.insertImportedOrders',
  `insert into imported_orders (tenant_id, order_id, import_id, latest_import_id, sold_hash,
     content_hash, payment_status, fulfillment_status, refunded_minor)
   select current_tenant(), row."order", $2, $2, row.sold, row.content, row.payment, row.status,
          row.refunded
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, sold text, content text, payment text, status text, refunded bigint)`,
);

export const insertPastCancellations = statement(
  'history.insertPastCancellations',
  `insert into order_cancellations (tenant_id, order_id, id, reason, note, shipping_minor,
     amount_minor, lines, canceled_by, canceled_at)
   select current_tenant(), row."order", row.id, 'other', null, row.shipping, row.amount,
          row.lines, $2, row.at
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, id uuid, shipping bigint, amount bigint, lines jsonb, at timestamptz)`,
);

// ---- a newer export of what is there ----

export interface PlacesRow {
  readonly order_id: string;
  readonly number: number;
  readonly canceled: number;
  readonly unpromised: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  /** With those that came back here. */
  readonly all_returned: number;
  readonly all_shipped: number;
}

export const selectPlaces = statement<PlacesRow>(
  'history.selectPlaces',
  `select order_id, number, canceled, unpromised, past_shipped as shipped,
          past_delivered as delivered, past_returned as returned, returned as all_returned,
          shipped as all_shipped
   from order_lines
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, number`,
);

export const movePlaces = statement(
  'history.movePlaces',
  `update order_lines as line
   set canceled = line.canceled + row.canceled, unpromised = line.unpromised + row.unpromised,
       shipped = line.shipped + row.shipped, delivered = line.delivered + row.delivered,
       returned = line.returned + row.returned,
       past_shipped = line.past_shipped + row.shipped,
       past_delivered = line.past_delivered + row.delivered,
       past_returned = line.past_returned + row.returned
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, line integer, canceled integer, unpromised integer, shipped integer,
     delivered integer, returned integer)
   where line.tenant_id = (select current_tenant()) and line.order_id = row."order"
     and line.number = row.line`,
);

export const moveOrders = statement(
  'history.moveOrders',
  `update orders as ord
   set canceled = ord.canceled + row.canceled, unpromised = ord.unpromised + row.unpromised,
       shipped = ord.shipped + row.shipped, delivered = ord.delivered + row.delivered,
       returned = ord.returned + row.returned,
       canceled_minor = ord.canceled_minor + row.amount, version = ord.version + 1
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, canceled integer, unpromised integer, shipped integer, delivered integer,
     returned integer, amount bigint)
   where ord.tenant_id = (select current_tenant()) and ord.id = row."order"`,
);

export const updateImportedOrders = statement(
  'history.updateImportedOrders',
  `update imported_orders as known
   set latest_import_id = $2, content_hash = row.content, payment_status = row.payment,
       fulfillment_status = row.status, refunded_minor = row.refunded
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, content text, payment text, status text, refunded bigint)
   where known.tenant_id = (select current_tenant()) and known.order_id = row."order"`,
);
