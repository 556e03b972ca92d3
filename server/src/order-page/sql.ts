// SQL of the page for buyers: how it is set, its key, and what of an order is told there. No name, no
// address, nothing that people wrote.

import type { ParcelStatus } from '@doorstep/core/fulfillment/fulfillment-status.ts';
import type { FulfillmentStatus, OrderStatus } from '@doorstep/core/orders/order-status.ts';
import type { ReturnDecision } from '@doorstep/core/returns/return.ts';
import type { TrackingStatus } from '@doorstep/core/shipping/tracking.ts';
import { statement } from '../db/statement.ts';

const OWN = 'tenant_id = (select current_tenant())';

export interface OrderPageRow {
  readonly is_open: boolean;
  readonly return_days: number | null;
  readonly approves_returns: boolean;
  readonly contact_url: string | null;
  readonly version: number;
}

export const selectOrderPage = statement<OrderPageRow>(
  'order-page.selectOrderPage',
  `select is_open, return_days, approves_returns, contact_url, version from order_pages where ${OWN}`,
);

/** $5 the version that was seen; null: whatever it is. */
export const putOrderPage = statement<{ version: number }>(
  'order-page.putOrderPage',
  `insert into order_pages as known (tenant_id, is_open, return_days, approves_returns, contact_url,
     version)
   select current_tenant(), $1, $2, $3, $4, 1 where coalesce($5, 0) = 0 or exists (
     select from order_pages where ${OWN} and version = $5)
   on conflict (tenant_id) do update set is_open = excluded.is_open,
     return_days = excluded.return_days, approves_returns = excluded.approves_returns,
     contact_url = excluded.contact_url, version = known.version + 1
   where $5::integer is null or known.version = $5
   returning version`,
);

export const selectLinkKey = statement<{ link_key: Buffer }>(
  'order-page.selectLinkKey',
  `select link_key from order_link_keys where ${OWN}`,
);

// Of two that make the first key at once, one is the key.
export const insertLinkKey = statement(
  'order-page.insertLinkKey',
  `insert into order_link_keys (tenant_id, link_key, made_at) values (current_tenant(), $1, $2)
   on conflict do nothing`,
);

// By its number or by what the shop calls it. $1 a number or null, $2 what was typed.
export const selectOrdersByName = statement<{ id: string; email: string | null }>(
  'order-page.selectOrdersByName',
  `select ord.id, contact.email
   from (select id from orders where ${OWN} and number = $1::bigint
         union
         select bought.id from channels as channel
         join orders as bought on bought.tenant_id = (select current_tenant())
           and bought.channel_id = channel.id and bought.external_id = $2
         where channel.${OWN}) as ord
   left join order_contacts as contact
     on contact.tenant_id = (select current_tenant()) and contact.order_id = ord.id`,
);

export interface PageOrderRow {
  readonly number: bigint;
  readonly external_id: string | null;
  readonly currency: string;
  readonly placed_at: Date;
  readonly status: OrderStatus;
  readonly fulfillment_status: FulfillmentStatus;
  readonly payment_status: string;
  readonly backordered: number;
  readonly unpromised: number;
  readonly ship_by: Date | null;
  readonly deliver_by: Date | null;
  readonly time_zone: string | null;
}

// An order whose buyer was erased has no page any more.
export const selectPageOrder = statement<PageOrderRow>(
  'order-page.selectPageOrder',
  `select ord.number, ord.external_id, ord.currency, ord.placed_at, ord.status,
          ord.fulfillment_status, coalesce(account.status, 'none') as payment_status,
          ord.backordered, ord.unpromised, ord.ship_by, ord.deliver_by,
          (select time_zone from locations where ${OWN} order by number limit 1) as time_zone
   from orders as ord
   left join payment_accounts as account
     on account.tenant_id = ord.tenant_id and account.order_id = ord.id
   left join customers as buyer on buyer.tenant_id = ord.tenant_id and buyer.id = ord.customer_id
   where ord.${OWN} and ord.id = $1 and buyer.erased_at is null`,
);

export interface PageLineRow {
  readonly number: number;
  readonly kind: 'item' | 'kit' | 'component';
  readonly title: string;
  readonly ordered: number;
  readonly canceled: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  readonly waiting: number;
  /** Asked for already, and not here yet. */
  readonly awaited: number;
}

export const selectPageLines = statement<PageLineRow>(
  'order-page.selectPageLines',
  `select line.number, line.kind, line.title, line.ordered, line.canceled, line.shipped,
          line.delivered, line.returned, line.backordered + line.unpromised as waiting,
          (select coalesce(sum(back.requested - back.received), 0)::int
           from returns as ret
           join return_lines as back on back.tenant_id = ret.tenant_id and back.return_id = ret.id
           where ret.${OWN} and ret.order_id = $1 and ret.canceled_at is null
             and back.line_number = line.number and back.requested > back.received) as awaited
   from order_lines as line where line.${OWN} and line.order_id = $1 order by line.number`,
);

export interface PageParcelRow {
  readonly id: string;
  readonly status: ParcelStatus;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly tracking_number: string | null;
  readonly shipped_at: Date;
  readonly delivered_at: Date | null;
  readonly lines: readonly { readonly line: number; readonly units: number }[];
}

export const selectPageParcels = statement<PageParcelRow>(
  'order-page.selectPageParcels',
  `select id, status, carrier, service, tracking_number, shipped_at, delivered_at,
          (select coalesce(json_agg(json_build_object('line', line_number,
                    'units', quantity - canceled) order by line_number), '[]')
           from parcel_lines where ${OWN} and parcel_id = box.id and quantity > canceled) as lines
   from parcels as box
   where ${OWN} and order_id = $1 and shipped_at is not null and voided_at is null
   order by id`,
);

export interface PageScanRow {
  readonly parcel_id: string;
  readonly status: TrackingStatus;
  readonly occurred_at: Date;
}

/** What carriers wrote is left out: it may name people. */
export const selectPageScans = statement<PageScanRow>(
  'order-page.selectPageScans',
  `select parcel_id, status, occurred_at from tracking_events
   where ${OWN} and parcel_id = any ($1::uuid[])
   order by occurred_at desc limit 200`,
);

export interface PageWorkRow {
  readonly released_at: Date;
  readonly ship_by: Date | null;
  readonly time_zone: string;
  readonly is_open: boolean;
}

export const selectPageWork = statement<PageWorkRow>(
  'order-page.selectPageWork',
  `select work.released_at, work.ship_by, place.time_zone,
          work.allocated + work.picked + work.packed > 0 as is_open
   from fulfillment_orders as work
   join locations as place on place.tenant_id = work.tenant_id and place.id = work.location_id
   where work.${OWN} and work.order_id = $1 order by work.id`,
);

export interface PageReturnRow {
  readonly number: bigint;
  readonly status: string;
  readonly decision: ReturnDecision;
  readonly decline_note: string | null;
  readonly requested: number;
  readonly received: number;
  readonly created_at: Date;
  readonly decided_at: Date | null;
  readonly received_at: Date | null;
  readonly canceled_at: Date | null;
}

export const selectPageReturns = statement<PageReturnRow>(
  'order-page.selectPageReturns',
  `select number, status, decision, decline_note, requested, received, created_at, decided_at,
          received_at, canceled_at
   from returns where ${OWN} and order_id = $1 order by id`,
);

export const selectPageRefunds = statement<{ amount_minor: bigint; granted_at: Date }>(
  'order-page.selectPageRefunds',
  `select amount_minor, granted_at from granted_refunds
   where ${OWN} and order_id = $1 order by granted_at, id`,
);
