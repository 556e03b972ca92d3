// How risky an order is, and why: what was told of it, what the rules say, and what a person decided.

import type { OrderRiskAnswer } from '@doorstep/contract/risk.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { type RiskSignalRow, selectRiskSignals } from '../payments/risk-signals.sql.ts';
import { selectReview } from '../risk/sql.ts';

export async function readOrderRisk(tx: Tx, order: OrderId): Promise<OrderRiskAnswer> {
  const id = uuidOf(order);
  const [review, signals] = await Promise.all([
    tx.row(selectReview, [id]),
    tx.rows(selectRiskSignals, [[id]]),
  ]);
  return {
    order,
    state: review?.state ?? null,
    score: review?.score ?? 0,
    reasons: (review?.reasons ?? []).map((reason) => ({ ...reason, facts: { ...reason.facts } })),
    signals: signals.map(presentSignal),
    assessedAt: review?.assessed_at?.toISOString() ?? null,
    decidedBy: review?.decided_by ?? null,
    decidedAt: review?.decided_at?.toISOString() ?? null,
    note: review?.note ?? null,
    names: await nameActors(tx, [review?.decided_by ?? null]),
  };
}

function presentSignal(row: RiskSignalRow): OrderRiskAnswer['signals'][number] {
  return {
    id: idFromUuid('riskSignal', row.id),
    payment: row.payment_id === null ? null : idFromUuid('payment', row.payment_id),
    source: row.source,
    level: row.level,
    score: row.score,
    detail: row.detail,
    recordedAt: row.recorded_at.toISOString(),
  };
}
