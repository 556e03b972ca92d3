// A refund that waits for a second person, or waited, as people see it.

import type { RefundRequestAnswer } from '@doorstep/contract/refunds.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { RefundRequestRow } from './refund-requests.sql.ts';

export function presentRefundRequest(row: RefundRequestRow): RefundRequestAnswer {
  return {
    id: idFromUuid('refundRequest', row.id),
    state: row.state,
    amountMinor: Number(row.amount_minor),
    shippingMinor: Number(row.shipping_minor),
    feesMinor: Number(row.fees_minor),
    lines: row.lines,
    reason: row.reason,
    note: row.note,
    allocation: row.allocation,
    destination: row.destination ?? 'original',
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionNote: row.decision_note,
  };
}
