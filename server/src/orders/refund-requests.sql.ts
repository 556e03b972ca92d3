// SQL of refunds that wait for a second person. Read and written with the order locked.

import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { statement } from '../db/statement.ts';

export interface RefundRequestRow {
  readonly id: string;
  readonly amount_minor: bigint;
  readonly amount_on_top_minor: bigint;
  readonly shipping_minor: bigint;
  readonly fees_minor: bigint;
  readonly lines: { line: number; quantity: number }[];
  readonly reason: string;
  readonly note: string | null;
  readonly allocation: RefundAllocation | null;
  readonly destination: 'store-credit' | null;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly state: 'waiting' | 'approved' | 'declined';
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_note: string | null;
}

const REQUEST = `id, amount_minor, amount_on_top_minor, shipping_minor, fees_minor, lines, reason,
          note, allocation, requested_by, requested_at, state, decided_by, decided_at,
          decision_note, destination`;

export const selectRefundRequests = statement<RefundRequestRow>(
  'orders.selectRefundRequests',
  `select ${REQUEST} from refund_requests
   where tenant_id = (select current_tenant()) and order_id = $1
   order by id`,
);

export const selectRefundRequest = statement<RefundRequestRow>(
  'orders.selectRefundRequest',
  `select ${REQUEST} from refund_requests
   where tenant_id = (select current_tenant()) and order_id = $1 and id = $2`,
);

export const insertRefundRequest = statement(
  'orders.insertRefundRequest',
  `insert into refund_requests (tenant_id, order_id, id, amount_minor, amount_on_top_minor,
     shipping_minor, fees_minor, lines, reason, note, allocation, requested_by, requested_at, destination)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

export const closeRefundRequest = statement<RefundRequestRow>(
  'orders.closeRefundRequest',
  `update refund_requests
   set state = $3, decided_by = $4, decided_at = $5, decision_note = $6
   where tenant_id = (select current_tenant()) and order_id = $1 and id = $2
     and state = 'waiting'
   returning ${REQUEST}`,
);
