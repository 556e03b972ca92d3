// SQL of assessing orders: which of them, and what is known of them.

import type { ReviewState } from '@doorstep/core/risk/risk-review.ts';
import { statement } from '../db/statement.ts';

// Of the orders of a batch of events, those that rules apply to and that were not assessed since, also
// while somebody has to decide; and those that were canceled while somebody had to.
export const selectOrdersToAssess = statement<{ id: string }>(
  'orders.selectOrdersToAssess',
  `select ord.id
   from orders as ord
   left join risk_policies as policy on policy.tenant_id = (select current_tenant())
   left join risk_reviews as review on review.tenant_id = (select current_tenant())
     and review.order_id = ord.id
   where ord.tenant_id = (select current_tenant()) and ord.id = any ($1::uuid[])
     and case when review.state is null
              then policy.active and ord.imported_at is null
                   and ord.captured_at >= policy.active_since and ord.status <> 'canceled'
              else review.state = 'waiting'
                   or review.state = 'review'
                      and (review.assessed_at is null or ord.status = 'canceled') end
   order by ord.id`,
);

// Since when rules hold, where they were switched on in one of these moments.
export const selectSwitchedOn = statement<{ active_since: Date }>(
  'orders.selectSwitchedOn',
  `select active_since from risk_policies
   where tenant_id = (select current_tenant()) and active_since = any ($1::timestamptz[])`,
);

// The newest before $1, or of all.
export const selectNewestOrders = statement<{ id: string; captured_at: Date }>(
  'orders.selectNewestOrders',
  `select id, captured_at from orders
   where tenant_id = (select current_tenant())
     and id < coalesce($1::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
   order by id desc limit $2`,
);

// Whether any rules are there: without them nothing of a surge is looked at.
export const selectIsAnyRisk = statement<{ is_any: boolean }>(
  'orders.selectIsAnyRisk',
  `select exists (
     select from risk_policies where tenant_id = (select current_tenant())) as is_any`,
);

export interface AssessedOrderRow {
  readonly id: string;
  readonly status: string;
  readonly currency: string;
  readonly total_minor: bigint;
  readonly customer_id: string | null;
  readonly captured_at: Date;
  readonly email: string | null;
  readonly shipping_address: Readonly<Record<string, string | null>> | null;
  readonly billing_address: Readonly<Record<string, string | null>> | null;
  readonly is_first: boolean;
  readonly state: ReviewState | null;
  /** Null: not since something was told of it. */
  readonly assessed_at: Date | null;
  /** What a person approved it with, and who decided last. */
  readonly approved_score: number | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}

// In key order, as every batch locks orders. Who is a guest orders for the first time each time.
export const lockOrdersToAssess = statement<AssessedOrderRow>(
  'orders.lockOrdersToAssess',
  `select ord.id, ord.status, ord.currency, ord.total_minor, ord.customer_id, ord.captured_at,
          contact.email, contact.shipping_address, contact.billing_address,
          not exists (
            select from orders as earlier
            where earlier.tenant_id = (select current_tenant())
              and earlier.customer_id = ord.customer_id and earlier.id < ord.id) as is_first,
          review.state, review.assessed_at, review.approved_score, review.decided_by,
          review.decided_at
   from orders as ord
   left join order_contacts as contact on contact.tenant_id = (select current_tenant())
     and contact.order_id = ord.id
   left join risk_reviews as review on review.tenant_id = (select current_tenant())
     and review.order_id = ord.id
   where ord.tenant_id = (select current_tenant()) and ord.id = any ($1::uuid[])
   order by ord.id for update of ord`,
);
