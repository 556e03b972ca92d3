// A granted refund as people see it.

import type { OrderPaymentsAnswer } from '@doorstep/contract/payments.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { GrantedRefundRow } from './payments.sql.ts';

export function presentGrant(row: GrantedRefundRow): OrderPaymentsAnswer['grantedRefunds'][number] {
  return {
    id: idFromUuid('grantedRefund', row.id),
    amountMinor: Number(row.amount_minor),
    reason: row.reason,
    note: row.note,
    shippingMinor: Number(row.shipping_minor),
    feesMinor: Number(row.fees_minor),
    lines: row.lines,
    allocation: row.allocation,
    destination: row.destination ?? 'original',
    return: row.return_id === null ? null : idFromUuid('return', row.return_id),
    grantedBy: row.granted_by,
    grantedAt: row.granted_at.toISOString(),
    approvedBy: row.approved_by,
  };
}
