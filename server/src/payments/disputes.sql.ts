// SQL of disputes. Read and written with the order locked, as all of its money.

import type { DisputeStatus } from '@doorstep/core/payments/dispute.ts';
import { statement } from '../db/statement.ts';

export interface DisputeRow {
  readonly id: string;
  readonly payment_id: string;
  readonly provider_reference: string;
  readonly status: DisputeStatus;
  readonly amount_minor: bigint;
  readonly reason: string;
  readonly respond_by: Date | null;
  readonly opened_at: Date;
}

const COLUMNS = `id, payment_id, provider_reference, status, amount_minor, reason, respond_by,
          opened_at`;

export const selectDispute = statement<DisputeRow>(
  'payments.selectDispute',
  `select ${COLUMNS} from payment_disputes
   where tenant_id = (select current_tenant()) and payment_id = $1 and provider_reference = $2`,
);

export const selectDisputesOfOrder = statement<DisputeRow>(
  'payments.selectDisputesOfOrder',
  `select ${COLUMNS} from payment_disputes
   where tenant_id = (select current_tenant()) and order_id = $1 order by id`,
);

export const insertDispute = statement(
  'payments.insertDispute',
  `insert into payment_disputes (tenant_id, id, order_id, payment_id, provider_reference, status,
     amount_minor, reason, respond_by, opened_at, recorded_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

// Of what is told out of order the earliest beginning counts, and the latest deadline.
export const updateDispute = statement(
  'payments.updateDispute',
  `update payment_disputes
   set status = $2, respond_by = greatest(respond_by, $3), opened_at = least(opened_at, $4)
   where tenant_id = (select current_tenant()) and id = $1`,
);
