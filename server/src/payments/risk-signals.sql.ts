// SQL of what is told of the risk of an order. Written with the order locked, or with the order itself.

import type { RiskLevel } from '@doorstep/core/payments/risk-level.ts';
import { statement } from '../db/statement.ts';

// Told twice under the source's name for it, it is recorded once.
export const insertRiskSignals = statement(
  'payments.insertRiskSignals',
  `insert into risk_signals (tenant_id, order_id, id, payment_id, source, level, score, detail,
     reference, recorded_at)
   select current_tenant(), row."order", row.id, row.payment, row.source, row.level, row.score,
          row.detail, row.reference, $2
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, id uuid, payment uuid, source text, level text, score integer, detail text,
     reference text)
   on conflict do nothing`,
);

// What was found before does not hold any more: it is assessed anew, and nothing is released until
// then. What a person has to decide stays with them, with the score that follows; what they declined
// stays as it is.
export const staleReview = statement(
  'payments.staleReview',
  `update risk_reviews
   set assessed_at = null, state = case when state = 'review' then 'review' else 'waiting' end
   where tenant_id = (select current_tenant()) and order_id = $1
     and state in ('clear', 'review', 'approved')`,
);

export interface RiskSignalRow {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string | null;
  readonly source: string;
  readonly level: RiskLevel;
  readonly score: number | null;
  readonly detail: string | null;
  readonly recorded_at: Date;
}

// A few of each order.
export const selectRiskSignals = statement<RiskSignalRow>(
  'payments.selectRiskSignals',
  `select id, order_id, payment_id, source, level, score, detail, recorded_at from risk_signals
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   order by order_id, id`,
);
