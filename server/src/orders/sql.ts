// SQL of orders: look, list, change. What capture does is in capture.sql.ts.

import type {
  FulfillmentStatus,
  OrderStatus,
  ReturnStatus,
  StockStatus,
} from '@doorstep/core/orders/order-status.ts';
import type { PromiseSource } from '@doorstep/core/orders/promised-date.ts';
import type { PaymentStatus } from '@doorstep/core/payments/payment-account.ts';
import { statement } from '../db/statement.ts';

export interface OrderRow {
  readonly id: string;
  readonly number: bigint;
  readonly channel: string;
  readonly external_id: string | null;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly prices_include_tax: boolean;
  readonly stock_policy: string;
  readonly split_policy: string;
  readonly items_minor: bigint;
  readonly shipping_minor: bigint;
  readonly discount_minor: bigint;
  readonly tax_minor: bigint;
  readonly total_minor: bigint;
  readonly canceled_minor: bigint;
  readonly destination_country: string | null;
  readonly placed_at: Date;
  readonly captured_at: Date;
  readonly ship_by: Date | null;
  readonly promised_by: PromiseSource | null;
  readonly deliver_by: Date | null;
  readonly imported_at: Date | null;
  readonly ordered: number;
  readonly canceled: number;
  readonly custom_fields: Record<string, unknown>;
  readonly status: OrderStatus;
  readonly fulfillment_status: FulfillmentStatus;
  readonly stock_status: StockStatus;
  readonly return_status: ReturnStatus;
  readonly granted_minor: bigint;
  readonly payment_status: PaymentStatus;
  readonly version: number;
}

const ORDER_COLUMNS = `ord.id, ord.number, channel.code as channel, ord.external_id,
          ord.customer_id, ord.currency, ord.prices_include_tax, ord.stock_policy,
          ord.split_policy, ord.items_minor, ord.shipping_minor, ord.discount_minor,
          ord.tax_minor, ord.total_minor, ord.canceled_minor, ord.destination_country,
          ord.placed_at, ord.captured_at, ord.ship_by, ord.promised_by, ord.deliver_by,
          ord.imported_at, ord.ordered, ord.canceled, ord.custom_fields,
          ord.status, ord.fulfillment_status, ord.stock_status, ord.return_status,
          ord.granted_minor, ord.version, coalesce(account.status, 'none') as payment_status`;

const FROM_ORDERS = `from orders as ord
   join channels as channel on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id
   left join payment_accounts as account
     on account.tenant_id = ord.tenant_id and account.order_id = ord.id`;

export const selectOrder = statement<OrderRow>(
  'orders.selectOrder',
  `select ${ORDER_COLUMNS} ${FROM_ORDERS}
   where ord.tenant_id = (select current_tenant()) and ord.id = $1`,
);

export const selectOrderIdByNumber = statement<{ id: string }>(
  'orders.selectOrderIdByNumber',
  `select id from orders where tenant_id = (select current_tenant()) and number = $1`,
);

export const selectOrderVersion = statement<{ version: number }>(
  'orders.selectOrderVersion',
  `select version from orders where tenant_id = (select current_tenant()) and id = $1`,
);

export interface OrderLineRow {
  readonly number: number;
  readonly id: string;
  readonly kind: 'item' | 'kit' | 'component';
  readonly kit_line: number | null;
  readonly external_id: string | null;
  readonly sku_id: string | null;
  readonly sku_code: string;
  readonly title: string;
  readonly unit_price: string | null;
  readonly amount_minor: bigint;
  readonly payable_minor: bigint;
  readonly ordered: number;
  readonly canceled: number;
  readonly unpromised: number;
  readonly backordered: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  readonly overshipped: number;
}

export const selectOrderLines = statement<OrderLineRow>(
  'orders.selectOrderLines',
  `select number, id, kind, kit_line, external_id, sku_id, sku_code, title, unit_price,
          amount_minor, payable_minor, ordered, canceled, unpromised, backordered, reserved,
          allocated, picked, packed, shipped, delivered, returned, overshipped
   from order_lines where tenant_id = (select current_tenant()) and order_id = $1
   order by number`,
);

export interface OrderReservationRow {
  readonly id: string;
  readonly line_number: number;
  readonly sku_id: string;
  readonly location_id: string;
  readonly location: string;
  readonly quantity: number;
  readonly fulfillment_order_id: string | null;
}

export const selectOrderReservations = statement<OrderReservationRow>(
  'orders.selectOrderReservations',
  `select reservation.id, reservation.line_number, reservation.sku_id, reservation.location_id,
          location.code as location, reservation.quantity, reservation.fulfillment_order_id
   from reservations as reservation
   join locations as location
     on location.tenant_id = reservation.tenant_id and location.id = reservation.location_id
   where reservation.tenant_id = (select current_tenant()) and reservation.owner = $1
   order by reservation.line_number, reservation.id`,
);

export const selectContact = statement<{
  email: string | null;
  phone: string | null;
  name: string | null;
  shipping_address: Record<string, unknown> | null;
  billing_address: Record<string, unknown> | null;
}>(
  'orders.selectContact',
  `select email, phone, name, shipping_address, billing_address from order_contacts
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

export const selectCharges = statement<{
  number: number;
  kind: string;
  title: string;
  amount_minor: bigint;
  payable_minor: bigint;
}>(
  'orders.selectCharges',
  `select number, kind, title, amount_minor, payable_minor from order_charges
   where tenant_id = (select current_tenant()) and order_id = $1 order by number`,
);

export const selectAdjustments = statement<{
  kind: 'tax' | 'discount';
  line_number: number | null;
  charge_number: number | null;
  name: string;
  code: string | null;
  rate: string | null;
  amount_minor: bigint;
}>(
  'orders.selectAdjustments',
  `select kind, line_number, charge_number, name, code, rate, amount_minor from order_adjustments
   where tenant_id = (select current_tenant()) and order_id = $1 order by number`,
);

export const selectDecisions = statement<{
  id: string;
  kind: string;
  decided_at: Date;
  decision: {
    demands: [string, number, number][];
    picks: [string, number, number][];
    candidates: [number, string, number | null, number | null, number[] | null][];
    othersCount: number;
  };
}>(
  'orders.selectDecisions',
  `select id, kind, decided_at, decision from routing_decisions
   where tenant_id = (select current_tenant()) and order_id = $1 order by id`,
);

export const selectLocationCodes = statement<{ number: number; code: string }>(
  'orders.selectLocationCodes',
  `select number, code from locations
   where tenant_id = (select current_tenant()) and number = any ($1::int[])`,
);

export const selectSkuCodes = statement<{ id: string; code: string }>(
  'orders.selectSkuCodes',
  `select replace(id::text, '-', '') as id, code from skus
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export const selectLocationCodesById = statement<{ id: string; code: string }>(
  'orders.selectLocationCodesById',
  `select id, code from locations
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

// All that an order buys of drops, it buys of one.
export const selectDropOfOrder = statement<{ id: string; name: string }>(
  'orders.selectDropOfOrder',
  `select sold_in.id, sold_in.name
   from (select drop_id from drop_sales
         where tenant_id = (select current_tenant()) and order_id = $1 limit 1) as sale
   join drops as sold_in
     on sold_in.tenant_id = (select current_tenant()) and sold_in.id = sale.drop_id`,
);

// ---- cancellation ----

export interface PayableChargesRow {
  readonly payable_minor: bigint;
  readonly shipping_minor: bigint;
  readonly fees_minor: bigint;
}

export const selectPayableCharges = statement<PayableChargesRow>(
  'orders.selectPayableCharges',
  `select coalesce(sum(payable_minor), 0)::bigint as payable_minor,
          coalesce(sum(payable_minor) filter (where kind = 'shipping'), 0)::bigint
            as shipping_minor,
          coalesce(sum(payable_minor) filter (where kind = 'fee'), 0)::bigint as fees_minor
   from order_charges
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

export const insertCancellation = statement(
  'orders.insertCancellation',
  `insert into order_cancellations (tenant_id, order_id, id, reason, note, shipping_minor,
     amount_minor, lines, canceled_by, canceled_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export interface CancellationRow {
  readonly id: string;
  readonly reason: string;
  readonly note: string | null;
  readonly shipping_minor: bigint;
  readonly amount_minor: bigint;
  readonly lines: { line: number; quantity: number; amountMinor: number }[];
  readonly canceled_by: string;
  readonly canceled_at: Date;
}

export const selectCancellations = statement<CancellationRow>(
  'orders.selectCancellations',
  `select id, reason, note, shipping_minor, amount_minor, lines, canceled_by, canceled_at
   from order_cancellations where tenant_id = (select current_tenant()) and order_id = $1
   order by id`,
);
