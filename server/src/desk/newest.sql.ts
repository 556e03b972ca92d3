// SQL of the orders as they are this moment, newest first. The filter that leads decides which index is walked, newest first; the
// others are checked on the rows it yields. Each of these statements is explained by a test.

import { type Statement, statement } from '../db/statement.ts';
import type { OrderRow } from '../orders/sql.ts';

const COLUMNS = `ord.id, ord.number, channel.code as channel, ord.external_id, ord.customer_id,
          ord.currency, ord.prices_include_tax, ord.stock_policy, ord.split_policy,
          ord.items_minor, ord.shipping_minor, ord.discount_minor, ord.tax_minor,
          ord.total_minor, ord.canceled_minor, ord.destination_country, ord.placed_at,
          ord.captured_at, ord.ship_by, ord.promised_by, ord.deliver_by, ord.imported_at, ord.ordered, ord.canceled, ord.custom_fields, ord.status,
          ord.fulfillment_status, ord.stock_status, ord.return_status, ord.granted_minor,
          ord.version, coalesce(account.status, 'none') as payment_status`;

const CHANNEL = `join channels as channel
     on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id
   left join payment_accounts as account
     on account.tenant_id = ord.tenant_id and account.order_id = ord.id`;

/** $1 before this id, $2 limit, and a filter each; null where there is none. */
const FILTERS = [
  ['$3::text', 'ord.status'],
  ['$4::text', 'ord.fulfillment_status'],
  ['$5::text', 'ord.stock_status'],
  ['$6::uuid', 'ord.channel_id'],
  ['$7::uuid', 'ord.customer_id'],
  ['$8::text', `coalesce(account.status, 'none')`],
] as const;

type Lead = (typeof FILTERS)[number][0];

// The planner takes `case` for half of the rows. Of `$3 is null or status = $3`, five times over,
// it expects one row, and then sorts all orders of the tenant instead of walking the index.
function where(lead: Lead | null, id: string): string {
  const filters = FILTERS.map(([value, column]) =>
    value === lead
      ? `and ${column} = ${value}`
      : `and case when ${value} is null then true else ${column} = ${value} end`,
  );
  return `ord.tenant_id = (select current_tenant()) and ${id} < $1
     ${filters.join('\n     ')}`;
}

function listing(
  name: string,
  lead: Lead | null,
  more = '',
  { from, id } = { from: 'orders as ord', id: 'ord.id' },
): Statement<OrderRow> {
  return statement<OrderRow>(
    `desk.list${name}`,
    `select ${COLUMNS} from ${from} ${CHANNEL}
     where ${where(lead, id)} ${more}
     order by ${id} desc limit $2`,
  );
}

export const listAll = listing('All', null);
export const listByStatus = listing('ByStatus', '$3::text');
export const listByFulfillment = listing('ByFulfillment', '$4::text');
export const listByStock = listing('ByStock', '$5::text');
export const listByChannel = listing('ByChannel', '$6::uuid');
export const listByCustomer = listing('ByCustomer', '$7::uuid');
export const listByPayment = listing(
  'ByPayment',
  null,
  'and paid.tenant_id = (select current_tenant()) and paid.status = $8',
  {
    from: `payment_accounts as paid
     join orders as ord on ord.tenant_id = paid.tenant_id and ord.id = paid.order_id`,
    id: 'paid.order_id',
  },
);
export const listByIds = listing('ByIds', null, 'and ord.id = any ($9::uuid[])');
export const listByTag = listing(
  'ByTag',
  null,
  'and tagged.tenant_id = (select current_tenant()) and tagged.tag = $9',
  {
    from: `order_tags as tagged
     join orders as ord on ord.tenant_id = tagged.tenant_id and ord.id = tagged.order_id`,
    id: 'tagged.order_id',
  },
);
export const listByIdsAndTag = listing(
  'ByIdsAndTag',
  null,
  `and ord.id = any ($9::uuid[])
     and exists (select from order_tags as tagged
                 where tagged.tenant_id = (select current_tenant()) and tagged.tag = $10
                   and tagged.order_id = ord.id)`,
);

export interface ListedRow extends OrderRow {
  readonly name: string | null;
  readonly tags: string[];
  readonly hold_reasons: string[];
  readonly exception_types: string[];
  readonly updated: bigint | null;
}

const namesOf = (value: string, from: string) =>
  `array(select distinct ${value} from ${from}
         where tenant_id = (select current_tenant()) and order_id = wanted.id order by 1)`;

// The rows of a page, in the order of the ids, with what people look for on them.
export const selectListed = statement<ListedRow>(
  'desk.selectListed',
  `select ${COLUMNS}, contact.name, listed.updated,
          ${namesOf('tag', 'order_tags')} as tags,
          ${namesOf('reason', '(select * from order_holds where released_at is null) as hold')}
            as hold_reasons,
          ${namesOf('type', '(select * from exceptions where closed_at is null) as trouble')}
            as exception_types
   from unnest($1::uuid[]) with ordinality as wanted(id, place)
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = wanted.id
   ${CHANNEL}
   left join order_contacts as contact
     on contact.tenant_id = (select current_tenant()) and contact.order_id = wanted.id
   left join order_list as listed
     on listed.tenant_id = (select current_tenant()) and listed.order_id = wanted.id
   order by wanted.place`,
);
