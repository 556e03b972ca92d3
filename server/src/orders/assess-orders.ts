// Assesses orders by the rules of their tenant, behind the log: capture waits for none of it. Until it
// is done they are not released (fulfillment/release-order.ts); from so many points on they are held
// until a person decides.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import {
  assessRisk,
  type PlaceFacts,
  type RiskAssessment,
  type RiskFacts,
} from '@doorstep/core/risk/risk-assessment.ts';
import { REVIEW_HOLD, type ReviewState, stateAfter } from '@doorstep/core/risk/risk-review.ts';
import type { RiskPolicy } from '@doorstep/core/risk/risk-rule.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { ordersOfEvents } from '../log/orders-of-events.ts';
import { type RiskSignalRow, selectRiskSignals } from '../payments/risk-signals.sql.ts';
import { countOrders, type OrderCounts } from '../risk/count-orders.ts';
import { readRiskPolicy } from '../risk/read-risk-policy.ts';
import { writeReviews } from '../risk/sql.ts';
import { placeHold } from './place-hold.ts';
import { liftHolds } from './release-hold.ts';
import {
  type AssessedOrderRow,
  lockOrdersToAssess,
  selectIsAnyRisk,
  selectOrdersToAssess,
} from './reviews.sql.ts';

/** Events after which an order is to be assessed, or its review is over. */
export const ASKS_FOR_ASSESSMENT = [
  'order.captured.',
  'order.risk_told.',
  'order.canceled.',
] as const;

/** Orders assessed in one transaction. */
export const ASSESSED_TOGETHER = 50;

/** Only where somebody said what a risk is. */
export async function isRiskAssessed(tx: Tx): Promise<boolean> {
  return (await tx.row(selectIsAnyRisk))?.is_any === true;
}

export async function listToAssess(
  tx: Tx,
  events: readonly Pick<LogEvent, 'subject'>[],
): Promise<OrderId[]> {
  const rows = await tx.rows(selectOrdersToAssess, [ordersOfEvents(events)]);
  return rows.map((row) => idFromUuid('order', row.id));
}

interface Assessed {
  readonly order: OrderId;
  readonly row: AssessedOrderRow;
  readonly state: ReviewState;
  readonly assessment: RiskAssessment;
}

/** Told twice, it comes to the same. */
export async function assessOrders(tx: CommandTx, orders: readonly OrderId[]): Promise<null> {
  const rows = await tx.rows(lockOrdersToAssess, [orders.map(uuidOf)]);
  // Read again under the lock: somebody may have decided meanwhile.
  const open = rows.filter(isOpen);
  if (open.length === 0) return null;
  const stored = await readRiskPolicy(tx);
  const policy = stored.active ? stored : { ...stored, rules: [] };
  const [counts, signals] = await Promise.all([
    countOrders(tx, tx.tenant, open.map(traced), policy.rules),
    tx.rows(selectRiskSignals, [open.map(({ id }) => id)]),
  ]);
  const assessed = open.map((row) => assess(policy, row, signals, counts));
  await tx.run(writeReviews, [JSON.stringify(assessed.map((one) => reviewRow(tx, one))), tx.now]);
  for (const one of assessed) await tell(tx, one);
  return null;
}

function isOpen({ state, status, assessed_at }: AssessedOrderRow): boolean {
  if (state === 'review') return assessed_at === null || status === 'canceled';
  return state === null || state === 'waiting';
}

function traced(row: AssessedOrderRow) {
  const { id, captured_at: capturedAt, customer_id: customer, email } = row;
  return { order: id, capturedAt, customer, email, address: row.shipping_address };
}

function assess(
  policy: RiskPolicy,
  row: AssessedOrderRow,
  signals: readonly RiskSignalRow[],
  counts: OrderCounts,
): Assessed {
  const facts: RiskFacts = {
    totalMinor: row.total_minor,
    currency: row.currency,
    isFirstOrder: row.is_first,
    shipping: placeOf(row.shipping_address),
    billing: placeOf(row.billing_address),
    signals: newestOf(signals.filter(({ order_id }) => order_id === row.id)),
    ordersOf: (rule) => counts(row.id, rule),
  };
  const assessment = assessRisk(policy, facts);
  const after = stateAfter(row.state ?? 'waiting', row.approved_score, assessment);
  // Nothing is left of a canceled order that anybody would have to decide about.
  const state = row.status === 'canceled' && after === 'review' ? 'declined' : after;
  return { row, order: idFromUuid('order', row.id), state, assessment };
}

function placeOf(address: AssessedOrderRow['shipping_address']): PlaceFacts | null {
  if (address === null) return null;
  return { country: address['country'] ?? null, postalCode: address['postalCode'] ?? null };
}

/** Of each source, and of each payment, what it said last. */
function newestOf(signals: readonly RiskSignalRow[]): RiskSignalRow[] {
  return [...new Map(signals.map((one) => [`${one.source} ${one.payment_id}`, one])).values()];
}

function reviewRow(tx: CommandTx, { row, order, state, assessment }: Assessed): object {
  const { score, reasons } = assessment;
  // Only here is an order declined by nobody: it was canceled.
  const isCanceled = state === 'declined';
  const [by, at] = isCanceled ? [actorText(tx.actor), tx.now] : [row.decided_by, row.decided_at];
  return { order: uuidOf(order), state, score, reasons, by, at };
}

async function tell(tx: CommandTx, { order, state, assessment }: Assessed): Promise<void> {
  const { score, reasons } = assessment;
  await emitOfOrder(tx, order, 'order.assessed.v1', {
    state,
    score,
    reasons: reasons.map(({ kind }) => kind),
  });
  if (state === 'review') {
    await placeHold(tx, order, { reason: 'high-risk-of-fraud', handle: REVIEW_HOLD });
    tx.raise({ type: 'risk-review', cause: order, about: { order }, data: { score } });
    return;
  }
  await liftHolds(tx, order, REVIEW_HOLD);
  tx.clear({ type: 'risk-review', cause: order });
}
