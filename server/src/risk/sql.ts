// SQL of risk: rules, traces, reviews.

import type { RiskReason } from '@doorstep/core/risk/risk-assessment.ts';
import type { ReviewState } from '@doorstep/core/risk/risk-review.ts';

import { statement } from '../db/statement.ts';

export interface RiskPolicyRow {
  readonly id: string;
  readonly active: boolean;
  readonly active_since: Date | null;
  readonly review_from: number;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly version: number;
}

const POLICY = 'id, active, active_since, review_from, rules, version';

export const selectRiskPolicy = statement<RiskPolicyRow>(
  'risk.selectPolicy',
  `select ${POLICY} from risk_policies where tenant_id = (select current_tenant())`,
);

export const insertRiskPolicy = statement<RiskPolicyRow>(
  'risk.insertPolicy',
  `insert into risk_policies (tenant_id, id, active, active_since, review_from, rules, changed_at,
     changed_by)
   values (current_tenant(), $1, $2, case when $2::boolean then $5::timestamptz end, $3, $4, $5, $6)
   on conflict do nothing
   returning ${POLICY}`,
);

// Switched on anew, it is for what is captured from then on.
// Nothing, where somebody else set it in this moment.
export const updateRiskPolicy = statement<RiskPolicyRow>(
  'risk.updatePolicy',
  `update risk_policies
   set active = $2, active_since = case when $2::boolean then coalesce(active_since, $5) end,
       review_from = $3, rules = $4, changed_at = $5, changed_by = $6, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 and version = $7
   returning ${POLICY}`,
);

// ---- traces ----

export const insertTraces = statement(
  'risk.insertTraces',
  `insert into risk_traces (tenant_id, kind, digest, captured_at, order_id)
   select current_tenant(), row.kind, row.digest, row.at, row."order"
   from jsonb_to_recordset($1::jsonb) as row(
     kind text, digest uuid, at timestamptz, "order" uuid)
   on conflict do nothing`,
);

export interface TraceCountRow {
  readonly place: number;
  readonly orders: number;
}

// For each question how many orders left this trace within the minutes, up to the order itself; no
// more than a thousand are counted.
export const countTraces = statement<TraceCountRow>(
  'risk.countTraces',
  `select row.place, (
     select count(*)::int from (
       select from risk_traces as trace
       where trace.tenant_id = (select current_tenant()) and trace.kind = row.kind
         and trace.digest = row.digest
         and trace.captured_at > row.at - make_interval(mins => row.minutes)
         and trace.captured_at <= row.at
         and (trace.captured_at < row.at or trace.order_id <= row."order")
       limit 1001) as counted) as orders
   from jsonb_to_recordset($1::jsonb) as row(
     place integer, kind text, digest uuid, at timestamptz, "order" uuid, minutes integer)`,
);

// As doorstep_clock: who has traces that no rule looks at any more.
export const selectTenantsWithDueTraces = statement<{ tenant_id: string }>(
  'risk.selectTenantsWithDueTraces',
  `select distinct tenant_id from (
     select tenant_id from risk_traces where captured_at < $1::timestamptz - interval '30 days'
     order by captured_at limit 1000) as old`,
);

export const deleteOldTraces = statement(
  'risk.deleteOldTraces',
  `delete from risk_traces
   where tenant_id = (select current_tenant()) and order_id = any (array(
       select order_id from risk_traces
       where tenant_id = (select current_tenant())
         and captured_at < $1::timestamptz - interval '30 days'
       order by captured_at limit $2))
     and captured_at < $1::timestamptz - interval '30 days'`,
);

// ---- reviews ----

export interface ReviewRow {
  readonly state: ReviewState;
  readonly score: number;
  readonly reasons: readonly RiskReason[];
  readonly assessed_at: Date | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly note: string | null;
}

export const selectReview = statement<ReviewRow>(
  'risk.selectReview',
  `select state, score, reasons, assessed_at, decided_by, decided_at, note from risk_reviews
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

export const writeReviews = statement(
  'risk.writeReviews',
  `insert into risk_reviews (tenant_id, order_id, state, score, reasons, assessed_at, decided_by,
     decided_at)
   select current_tenant(), row."order", row.state, row.score, row.reasons, $2, row.by, row.at
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, state text, score integer, reasons jsonb, by text, at timestamptz)
   on conflict (tenant_id, order_id) do update
   set state = excluded.state, score = excluded.score, reasons = excluded.reasons,
       assessed_at = excluded.assessed_at, decided_by = excluded.decided_by,
       decided_at = excluded.decided_at`,
);

// Who approves it does not know of what was told since it was assessed: it waits for that, and is held
// again if that is more than they approved.
export const decideReviewRow = statement(
  'risk.decideReview',
  `update risk_reviews
   set state = case when $2::text = 'approved' and assessed_at is null then 'waiting' else $2 end,
       approved_score = case when $2::text = 'approved' then score end,
       decided_by = $3, decided_at = $4, note = $5
   where tenant_id = (select current_tenant()) and order_id = $1 and state = 'review'`,
);

export interface ReleaseGateRow {
  readonly state: ReviewState | null;
  /** Rules apply to it, so there will be a review of it. */
  readonly is_wanted: boolean;
}

// Whether an order may be released, as far as its risk is concerned.
export const selectReleaseGate = statement<ReleaseGateRow>(
  'risk.selectReleaseGate',
  `select review.state,
          coalesce(policy.active and ord.imported_at is null
                   and ord.captured_at >= policy.active_since, false) as is_wanted
   from orders as ord
   left join risk_policies as policy on policy.tenant_id = (select current_tenant())
   left join risk_reviews as review on review.tenant_id = (select current_tenant())
     and review.order_id = ord.id
   where ord.tenant_id = (select current_tenant()) and ord.id = $1`,
);

export interface ReviewListRow extends Pick<ReviewRow, 'state' | 'score' | 'reasons'> {
  readonly order_id: string;
  readonly number: string;
  readonly channel: string;
  readonly customer_id: string | null;
  readonly total_minor: bigint;
  readonly currency: string;
  readonly placed_at: Date;
  readonly version: number;
}

// Ids rise with time: who waits longest comes first.
export const listReviewRows = statement<ReviewListRow>(
  'risk.listReviews',
  `select review.order_id, review.state, review.score, review.reasons, coalesce(ord.number_text, ord.number::text) as number,
          channel.code as channel, ord.customer_id, ord.total_minor, ord.currency, ord.placed_at,
          ord.version
   from risk_reviews as review
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = review.order_id
   join channels as channel
     on channel.tenant_id = (select current_tenant()) and channel.id = ord.channel_id
   where review.tenant_id = (select current_tenant()) and review.state = $1
     and review.order_id > $2
   order by review.order_id limit $3`,
);
