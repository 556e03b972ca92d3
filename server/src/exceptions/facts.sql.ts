// SQL of what exceptions are about: the names people know, and the order lines that a fix touches.

import { statement } from '../db/statement.ts';

export interface NameRow {
  readonly kind:
    | 'order'
    | 'sku'
    | 'location'
    | 'parcel'
    | 'payment'
    | 'return'
    | 'endpoint'
    | 'user';
  readonly id: string;
  readonly name: string | null;
}

const named = (kind: string, table: string, name: string, ids: string) =>
  `select '${kind}' as kind, id, ${name} as name from ${table}
   where tenant_id = (select current_tenant()) and id = any (${ids}::uuid[])`;

export const selectNames = statement<NameRow>(
  'exceptions.selectNames',
  [
    named('order', 'orders', 'coalesce(number_text, number::text)', '$1'),
    named('sku', 'skus', 'code', '$2'),
    named('location', 'locations', 'code', '$3'),
    named('parcel', 'parcels', 'tracking_number', '$4'),
    named('payment', 'payments', 'provider', '$5'),
    named('return', 'returns', 'coalesce(number_text, number::text)', '$6'),
    named('endpoint', 'webhook_endpoints', 'url', '$7'),
    named('user', 'users', 'name', '$8'),
  ].join(' union all '),
);

export interface KnownPartRow {
  readonly kind: string;
  readonly order_id: string | null;
}

// What a caller says an exception is about: what is not there is refused, and the order of what
// is there is known.
export const selectKnownParts = statement<KnownPartRow>(
  'exceptions.selectKnownParts',
  `select 'fulfillmentOrder' as kind, order_id from fulfillment_orders
   where tenant_id = (select current_tenant()) and id = $1
   union all
   select 'parcel', order_id from parcels
   where tenant_id = (select current_tenant()) and id = $2
   union all
   select 'payment', order_id from payments
   where tenant_id = (select current_tenant()) and id = $3
   union all
   select 'return', order_id from returns
   where tenant_id = (select current_tenant()) and id = $4`,
);

export interface AffectedLineRow {
  readonly order_id: string;
  readonly order_number: string;
  readonly number: number;
  /** What to name in a request: a component is canceled and sent back with its kit. */
  readonly line_id: string;
  readonly is_known: boolean;
  readonly sku_code: string;
  readonly title: string;
  readonly unpromised: number;
  readonly overshipped: number;
}

/** Units of a line as units of what is named: a kit is not canceled in part. */
const whole = (units: string) =>
  `case when kit.id is null then ${units}
        else ceil(${units} * kit.ordered::numeric / line.ordered)::int end`;

const KIT = `left join order_lines as kit on kit.tenant_id = (select current_tenant())
     and kit.order_id = line.order_id and kit.number = line.kit_line`;

export const selectAffectedLines = statement<AffectedLineRow>(
  'exceptions.selectAffectedLines',
  `select line.order_id, coalesce(ord.number_text, ord.number::text) as order_number, line.number,
          coalesce(kit.id, line.id) as line_id, line.sku_id is not null as is_known,
          line.sku_code, line.title, ${whole('line.unpromised')} as unpromised,
          ${whole('line.overshipped')} as overshipped
   from order_lines as line
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = line.order_id
   ${KIT}
   where line.tenant_id = (select current_tenant()) and line.order_id = any ($1::uuid[])
     and line.kind <> 'kit' and (line.unpromised > 0 or line.overshipped > 0)
   order by line.order_id, line.number`,
);

export interface PromisedRow {
  readonly sku_id: string;
  readonly location_id: string;
  readonly order_id: string;
  readonly order_number: string;
  readonly line_id: string;
  readonly sku_code: string;
  readonly title: string;
  readonly quantity: number;
}

// Who was promised the stock of a level last and is not being served yet: they are asked first to
// go without. Five of each level are enough to choose from.
export const selectLastPromised = statement<PromisedRow>(
  'exceptions.selectLastPromised',
  `select level.sku as sku_id, level.location as location_id, promised.owner as order_id,
          coalesce(ord.number_text, ord.number::text) as order_number, coalesce(kit.id, line.id) as line_id, line.sku_code,
          line.title, ${whole('promised.quantity')} as quantity
   from jsonb_to_recordset($1::jsonb) as level(sku uuid, location uuid)
   cross join lateral (
     select id, owner, line_number, quantity from reservations
     where tenant_id = (select current_tenant()) and sku_id = level.sku
       and location_id = level.location and owner_kind = 'order'
       and fulfillment_order_id is null
     order by id desc limit 5
   ) as promised
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = promised.owner
   join order_lines as line on line.tenant_id = (select current_tenant())
     and line.order_id = promised.owner and line.number = promised.line_number
   ${KIT}
   order by promised.id desc`,
);
