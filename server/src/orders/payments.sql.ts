// SQL of orders about money: what is earned, what is granted back.

import type { EarningLine, EarningOrder } from '@doorstep/core/orders/earned.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { statement } from '../db/statement.ts';

export const selectEarningOrder = statement<Omit<EarningOrder, 'lines'>>(
  'orders.selectEarningOrder',
  `select total_minor as "totalMinor", canceled_minor as "canceledMinor",
          granted_minor as "grantedMinor", ordered, canceled, shipped, overshipped,
          (select coalesce(sum(payable_minor), 0)::bigint from order_charges
           where tenant_id = (select current_tenant()) and order_id = $1) as "chargesMinor"
   from orders where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectEarningLines = statement<EarningLine>(
  'orders.selectEarningLines',
  `select number, kind, kit_line as "kitLine", ordered, shipped, overshipped,
          amount_minor as "amountMinor", payable_minor as "payableMinor"
   from order_lines where tenant_id = (select current_tenant()) and order_id = $1
   order by number`,
);

export const insertGrantedRefund = statement(
  'orders.insertGrantedRefund',
  `insert into granted_refunds (tenant_id, order_id, id, amount_minor, reason, note, return_id,
     granted_by, granted_at, lines, shipping_minor, fees_minor, allocation, request_id, approved_by,
     destination, beyond_worth_minor)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);

export const addGranted = statement(
  'orders.addGranted',
  `update orders set granted_minor = granted_minor + $2
   where tenant_id = (select current_tenant()) and id = $1`,
);

export interface GrantedRefundRow {
  readonly id: string;
  readonly amount_minor: bigint;
  readonly reason: string;
  readonly note: string | null;
  readonly return_id: string | null;
  readonly granted_by: string;
  readonly granted_at: Date;
  readonly lines: { line: number; quantity: number }[];
  readonly shipping_minor: bigint;
  readonly fees_minor: bigint;
  readonly allocation: RefundAllocation | null;
  readonly destination: 'store-credit' | null;
  readonly approved_by: string | null;
}

export const selectGrantedRefunds = statement<GrantedRefundRow>(
  'orders.selectGrantedRefunds',
  `select id, amount_minor, reason, note, return_id, granted_by, granted_at, lines, shipping_minor,
          fees_minor, allocation, approved_by, destination
   from granted_refunds where tenant_id = (select current_tenant()) and order_id = $1
   order by id`,
);

// Units whose price was given back: for what came back, and for what the buyer keeps.
export const selectGivenUnits = statement<{ line: number; units: number }>(
  'orders.selectGivenUnits',
  `select given.line, sum(given.units)::int as units
   from (
     select back.line_number as line, back.refunded as units
     from returns as ret
     join return_lines as back on back.tenant_id = ret.tenant_id and back.return_id = ret.id
     where ret.tenant_id = (select current_tenant()) and ret.order_id = $1
     union all
     select kept.line, kept.quantity
     from granted_refunds as grant_row
     cross join lateral jsonb_to_recordset(grant_row.lines) as kept(line integer, quantity integer)
     where grant_row.tenant_id = (select current_tenant()) and grant_row.order_id = $1
   ) as given
   group by given.line`,
);

// Of what a role limits, what somebody ($2) gave without anybody else: all of it, but for a return only
// what was more than that was worth.
export const selectGivenAlone = statement<{ given_minor: bigint }>(
  'orders.selectGivenAlone',
  `select coalesce(sum(case when return_id is null then amount_minor else beyond_worth_minor end), 0)
            ::bigint as given_minor
   from granted_refunds
   where tenant_id = (select current_tenant()) and order_id = $1 and granted_by = $2
     and approved_by is null`,
);

export const selectGivenCharges = statement<{ shipping_minor: bigint; fees_minor: bigint }>(
  'orders.selectGivenCharges',
  `select coalesce(sum(shipping_minor), 0)::bigint as shipping_minor,
          coalesce(sum(fees_minor), 0)::bigint as fees_minor
   from granted_refunds
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

export interface PayableOrderRow {
  readonly currency: string;
  readonly capture_at: 'shipment' | 'authorization';
}

// How an order that has no account yet would be paid.
export const selectPayableOrder = statement<PayableOrderRow>(
  'orders.selectPayableOrder',
  `select ord.currency, channel.capture_at
   from orders as ord
   join channels as channel on channel.tenant_id = ord.tenant_id and channel.id = ord.channel_id
   where ord.tenant_id = (select current_tenant()) and ord.id = $1`,
);

export interface LossRow {
  readonly id: string;
  readonly told_at: Date;
  readonly contents: readonly { readonly line: number; readonly units: number }[];
}

// Parcels that a carrier lost or damaged, when that was first told ($2: just now), and what is in
// them.
export const selectLosses = statement<LossRow>(
  'orders.selectLosses',
  `select box.id, coalesce(min(loss.raised_at), $2::timestamptz) as told_at,
          (select coalesce(jsonb_agg(jsonb_build_object(
                    'line', line.line_number, 'units', line.quantity - line.canceled)), '[]')
           from parcel_lines as line
           where line.tenant_id = (select current_tenant()) and line.parcel_id = box.id) as contents
   from parcels as box
   left join exceptions as loss on loss.tenant_id = (select current_tenant())
     and loss.order_id = box.order_id and loss.parcel_id = box.id and loss.type = 'parcel-lost'
   where box.tenant_id = (select current_tenant()) and box.order_id = $1
     and box.trouble in ('lost', 'damaged')
   group by box.id`,
);
