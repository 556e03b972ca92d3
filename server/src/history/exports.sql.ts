// SQL of exports. A walk takes the next ids of an index, whether they match or not, so that each
// statement is short however few match; what an order is made of is then read by its ids.

import { hasWord } from '../db/search.sql.ts';
import { type Statement, statement } from '../db/statement.ts';
import type { OrderRow } from '../orders/sql.ts';

export interface WalkedRow {
  readonly id: string;
  readonly matches: boolean;
}

/** $1 after this id, $2 up to this one, $3 how many, and a filter each; null where there is none. */
const FILTERS = `($4::text is null or ord.status = $4)
     and ($5::text is null or ord.fulfillment_status = $5)
     and ($6::text is null or ord.stock_status = $6)
     and ($7::uuid is null or ord.channel_id = $7)
     and ($8::uuid is null or ord.customer_id = $8)
     and ($9::timestamptz is null or ord.placed_at >= $9)
     and ($10::timestamptz is null or ord.placed_at < $10)
     and ($11::boolean is null or (ord.imported_at is not null) = $11)
     and case when $12::text is null then true
              else coalesce((select account.status from payment_accounts as account
                             where account.tenant_id = ord.tenant_id
                               and account.order_id = ord.id), 'none') = $12 end
     and case when $13::text is null then true
              else exists (select from order_tags as tagged
                           where tagged.tenant_id = ord.tenant_id and tagged.tag = $13
                             and tagged.order_id = ord.id) end`;

function walk(name: string, from: string, id: string, lead: string): Statement<WalkedRow> {
  return statement<WalkedRow>(
    `history.walkOrders${name}`,
    `select ord.id, (${FILTERS}) as matches
     from (select ${id} as id from ${from}
           where tenant_id = (select current_tenant()) and ${id} > $1 and ${id} <= $2 ${lead}
           order by ${id} limit $3) as walked
     join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = walked.id
     order by walked.id`,
  );
}

export const walkOrders = walk('', 'orders', 'id', '');
export const walkOrdersByStatus = walk('ByStatus', 'orders', 'id', 'and status = $4');
export const walkOrdersByFulfillment = walk(
  'ByFulfillment',
  'orders',
  'id',
  'and fulfillment_status = $5',
);
export const walkOrdersByStock = walk('ByStock', 'orders', 'id', 'and stock_status = $6');
export const walkOrdersByChannel = walk('ByChannel', 'orders', 'id', 'and channel_id = $7');
export const walkOrdersOfCustomer = walk('OfCustomer', 'orders', 'id', 'and customer_id = $8');
export const walkOrdersByPayment = walk(
  'ByPayment',
  'payment_accounts',
  'order_id',
  'and status = $12',
);
export const walkOrdersByTag = walk('ByTag', 'order_tags', 'order_id', 'and tag = $13');
/** Of those that a search found; $14 holds a page of them at most. */
export const walkOrdersAmong = walk('Among', 'orders', 'id', 'and id = any ($14::uuid[])');

/** Ids rise with time: nothing above it was there when the export began. */
export const selectLastOrder = last('selectLastOrder', 'orders');
export const selectLastCustomer = last('selectLastCustomer', 'customers');
export const selectLastSku = last('selectLastSku', 'skus');
export const selectLastLocation = last('selectLastLocation', 'locations');

function last(name: string, table: string): Statement<{ id: string }> {
  return statement<{ id: string }>(
    `history.${name}`,
    `select id from ${table} where tenant_id = (select current_tenant())
     order by id desc limit 1`,
  );
}

export const walkCustomers = walkAll('walkCustomers', 'customers');
export const walkSkus = walkAll('walkSkus', 'skus');
export const walkLocations = walkAll('walkLocations', 'locations');

function walkAll(name: string, table: string): Statement<{ id: string }> {
  return statement<{ id: string }>(
    `history.${name}`,
    `select id from ${table}
     where tenant_id = (select current_tenant()) and id > $1 and id <= $2
     order by id limit $3`,
  );
}

// One walk over the tokens of a kind that begin with $2, a beginning of the longest word;
// whether the other words find the thing too is looked up for each, in all the kinds of $7.
export const walkTokens = statement<{ token: string; entity: string; matches: boolean }>(
  'history.walkTokens',
  `select walked.token, walked.entity,
          not exists (
            select from unnest($3::text[]) as word
            where not ${hasWord('walked.entity', '$7::text[]', 'word')}) as matches
   from (select token, entity from search_tokens
         where tenant_id = (select current_tenant()) and kind = $1
           and token >= $2 and token < $2 || U&'\\+10FFFF' and (token, entity) > ($4, $5)
         order by token, entity limit $6) as walked
   order by walked.token, walked.entity`,
);

export interface ExportedOrderRow extends OrderRow {
  readonly imported_at: Date | null;
  readonly refunded_minor: bigint;
  readonly stated_payment_status: string | null;
  readonly stated_fulfillment_status: string | null;
  readonly customer_external_id: string | null;
  readonly customer_email: string | null;
  readonly customer_name: string | null;
  readonly customer_phone: string | null;
  readonly contact_email: string | null;
  readonly contact_name: string | null;
  readonly contact_phone: string | null;
  readonly shipping_address: Record<string, unknown> | null;
  readonly billing_address: Record<string, unknown> | null;
}

// The ids stand in an array, and the orders come in their order.
export const selectExportedOrders = statement<ExportedOrderRow>(
  'history.selectExportedOrders',
  `select ord.id, coalesce(ord.number_text, ord.number::text) as number, channel.code as channel, ord.external_id, ord.customer_id,
          ord.currency, ord.prices_include_tax, ord.stock_policy, ord.split_policy,
          ord.items_minor, ord.shipping_minor, ord.discount_minor, ord.tax_minor, ord.total_minor,
          ord.canceled_minor, ord.destination_country, ord.placed_at, ord.captured_at,
          ord.ship_by, ord.promised_by, ord.deliver_by, ord.imported_at, ord.ordered, ord.canceled, ord.custom_fields, ord.status,
          ord.fulfillment_status, ord.stock_status, ord.return_status, ord.granted_minor,
          ord.version, coalesce(account.status, 'none') as payment_status,
          coalesce(account.refunded_minor, imported.refunded_minor, 0)::bigint as refunded_minor,
          imported.payment_status as stated_payment_status,
          imported.fulfillment_status as stated_fulfillment_status,
          customer.external_id as customer_external_id, customer.email as customer_email,
          customer.name as customer_name, customer.phone as customer_phone,
          contact.email as contact_email, contact.name as contact_name,
          contact.phone as contact_phone, contact.shipping_address, contact.billing_address
   from unnest($1::uuid[]) with ordinality as wanted(id, place)
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = wanted.id
   join channels as channel on channel.tenant_id = (select current_tenant())
     and channel.id = ord.channel_id
   left join payment_accounts as account on account.tenant_id = (select current_tenant())
     and account.order_id = wanted.id
   left join imported_orders as imported on imported.tenant_id = (select current_tenant())
     and imported.order_id = wanted.id
   left join customers as customer on customer.tenant_id = (select current_tenant())
     and customer.id = ord.customer_id
   left join order_contacts as contact on contact.tenant_id = (select current_tenant())
     and contact.order_id = wanted.id
   order by wanted.place`,
);

export interface ExportedLineRow {
  readonly order_id: string;
  readonly number: number;
  readonly kind: 'item' | 'kit' | 'component';
  readonly kit_line: number | null;
  readonly external_id: string | null;
  readonly sku_code: string;
  readonly is_matched: boolean;
  readonly title: string;
  readonly unit_price: string | null;
  readonly amount_minor: bigint;
  readonly payable_minor: bigint;
  readonly ordered: number;
  readonly canceled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  readonly overshipped: number;
}

export const selectExportedLines = statement<ExportedLineRow>(
  'history.selectExportedLines',
  `select order_id, number, kind, kit_line, external_id, sku_code, sku_id is not null as is_matched,
          title, unit_price, amount_minor, payable_minor, ordered, canceled, shipped, delivered,
          returned, overshipped
   from order_lines
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, number limit $2`,
);

export interface ExportedChargeRow {
  readonly order_id: string;
  readonly number: number;
  readonly title: string;
  readonly amount_minor: bigint;
  readonly payable_minor: bigint;
}

export const selectExportedCharges = statement<ExportedChargeRow>(
  'history.selectExportedCharges',
  `select order_id, number, title, amount_minor, payable_minor from order_charges
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, number`,
);

export interface ExportedAdjustmentRow {
  readonly order_id: string;
  readonly kind: 'tax' | 'discount';
  readonly line_number: number | null;
  readonly charge_number: number | null;
  readonly name: string;
  readonly code: string | null;
  readonly rate: string | null;
  readonly amount_minor: bigint;
}

export const selectExportedAdjustments = statement<ExportedAdjustmentRow>(
  'history.selectExportedAdjustments',
  `select order_id, kind, line_number, charge_number, name, code, rate, amount_minor
   from order_adjustments
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, number`,
);

export const selectExportedTags = statement<{ order_id: string; tag: string }>(
  'history.selectExportedTags',
  `select order_id, tag from order_tags
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, tag`,
);

export const selectExportedNotes = statement<{
  order_id: string;
  body: string;
  author: string;
  created_at: Date;
}>(
  'history.selectExportedNotes',
  `select order_id, body, author, created_at from order_notes
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, id`,
);

export const selectLastPayment = last('selectLastPayment', 'payments');

export interface WalkedPaymentRow extends WalkedRow {
  readonly order_id: string;
  readonly order_number: string;
  readonly number: number;
  readonly provider: string;
  readonly provider_reference: string | null;
  readonly currency: string;
  readonly amount_minor: bigint;
  readonly authorized_minor: bigint;
  readonly voided_minor: bigint;
  readonly captured_minor: bigint;
  readonly refunded_minor: bigint;
  readonly disputed_minor: bigint;
  readonly declined_code: string | null;
  readonly created_at: Date;
  readonly order_currency: string;
  readonly order_amount_minor: bigint;
  readonly order_captured_minor: bigint;
  readonly order_refunded_minor: bigint;
  readonly carried_minor: bigint;
}

const worth = (state: string) =>
  `stated_worth(paid.${state}_minor, paid.amount_minor, paid.order_amount_minor)`;

export const walkPayments = statement<WalkedPaymentRow>(
  'history.walkPayments',
  `select paid.id, paid.order_id, coalesce(ord.number_text, ord.number::text) as order_number, paid.number, paid.provider,
          paid.provider_reference, paid.currency, paid.amount_minor, paid.authorized_minor,
          paid.voided_minor, paid.captured_minor, paid.refunded_minor, paid.disputed_minor,
          paid.declined_code, paid.created_at, ord.currency as order_currency,
          coalesce(paid.order_amount_minor, paid.amount_minor) as order_amount_minor,
          ${worth('captured')} as order_captured_minor,
          ${worth('refunded')} as order_refunded_minor, paid.carried_minor,
          ($4::text is null or paid.provider = $4)
            and ($5::timestamptz is null or paid.created_at >= $5)
            and ($6::timestamptz is null or paid.created_at < $6) as matches
   from (select * from payments
         where tenant_id = (select current_tenant()) and id > $1 and id <= $2
         order by id limit $3) as paid
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = paid.order_id
   order by paid.id`,
);
