// SQL of the refund policy: a row of the tenant, or none.

import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { statement } from '../db/statement.ts';

export interface StoredLimit {
  readonly role: string;
  readonly currency: string;
  readonly aloneMinor: number;
  readonly mostMinor: number | null;
}

export interface RefundPolicyRow {
  readonly id: string;
  readonly allocation: RefundAllocation;
  readonly limits: readonly StoredLimit[];
  readonly version: number;
}

export const selectRefundPolicy = statement<RefundPolicyRow>(
  'payments.selectRefundPolicy',
  `select id, allocation, limits, version from refund_policies
   where tenant_id = (select current_tenant())`,
);

export const insertRefundPolicy = statement<RefundPolicyRow>(
  'payments.insertRefundPolicy',
  `insert into refund_policies (tenant_id, id, allocation, limits, changed_at, changed_by)
   values (current_tenant(), $1, $2, $3, $4, $5)
   on conflict do nothing
   returning id, allocation, limits, version`,
);

// Nothing, where somebody else set it in this moment.
export const updateRefundPolicy = statement<RefundPolicyRow>(
  'payments.updateRefundPolicy',
  `update refund_policies
   set allocation = $2, limits = $3, changed_at = $4, changed_by = $5, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 and version = $6
   returning id, allocation, limits, version`,
);
