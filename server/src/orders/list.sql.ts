// SQL of the order list. The filter that leads decides which index is walked, newest first; the
// others are checked on the rows it yields. Each of these statements is explained by a test.

import { type Statement, statement } from '../db/statement.ts';
import type { OrderRow } from './sql.ts';

const COLUMNS = `ord.id, ord.number, channel.code as channel, ord.external_id, ord.customer_id,
          ord.currency, ord.prices_include_tax, ord.stock_policy, ord.split_policy,
          ord.items_minor, ord.shipping_minor, ord.discount_minor, ord.tax_minor,
          ord.total_minor, ord.canceled_minor, ord.destination_country, ord.placed_at,
          ord.captured_at, ord.ordered, ord.canceled, ord.custom_fields, ord.status,
          ord.fulfillment_status, ord.stock_status, ord.version`;

const CHANNEL = `join channels as channel
     on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id`;

/** $1 before this id, $2 limit, $3 status, $4 fulfillment, $5 stock, $6 channel, $7 customer. */
const FILTERS = `ord.tenant_id = (select current_tenant()) and ord.id < $1
     and ($3::text is null or ord.status = $3)
     and ($4::text is null or ord.fulfillment_status = $4)
     and ($5::text is null or ord.stock_status = $5)
     and ($6::uuid is null or ord.channel_id = $6)
     and ($7::uuid is null or ord.customer_id = $7)`;

function listing(name: string, lead: string, from = 'orders as ord'): Statement<OrderRow> {
  return statement<OrderRow>(
    `orders.list${name}`,
    `select ${COLUMNS} from ${from} ${CHANNEL}
     where ${FILTERS} ${lead}
     order by ord.id desc limit $2`,
  );
}

export const listAll = listing('All', '');
export const listByStatus = listing('ByStatus', 'and ord.status = $3');
export const listByFulfillment = listing('ByFulfillment', 'and ord.fulfillment_status = $4');
export const listByStock = listing('ByStock', 'and ord.stock_status = $5');
export const listByChannel = listing('ByChannel', 'and ord.channel_id = $6');
export const listByCustomer = listing('ByCustomer', 'and ord.customer_id = $7');
export const listByIds = listing('ByIds', 'and ord.id = any ($8::uuid[])');
export const listByTag = listing(
  'ByTag',
  'and tagged.tenant_id = (select current_tenant()) and tagged.tag = $8 and tagged.order_id < $1',
  'order_tags as tagged join orders as ord on ord.tenant_id = tagged.tenant_id and ord.id = tagged.order_id',
);
