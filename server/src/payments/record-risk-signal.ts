// Records what somebody says of the risk of an order: its payment provider, a fraud service. In the
// transaction of what came with it, so that an order whose money is there is never released before the
// word that came with the money was looked at.

import { type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { RiskLevel } from '@doorstep/core/payments/risk-level.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { insertRiskSignals, selectRiskSignals, staleReview } from './risk-signals.sql.ts';

export interface ToldRisk {
  readonly source: string;
  readonly level: RiskLevel;
  readonly score: number | null;
  readonly detail: string | null;
  /** The source's own name for what it says. */
  readonly reference: string;
  readonly payment: PaymentId | null;
}

/** The order must be locked by this transaction. */
export async function recordRiskSignal(
  tx: CommandTx,
  order: OrderId,
  { source, level, score, detail, reference, payment }: ToldRisk,
): Promise<void> {
  const signal = newId('riskSignal');
  const row = {
    order: uuidOf(order),
    id: uuidOf(signal),
    payment: payment === null ? null : uuidOf(payment),
    ...{ source, level, score, detail, reference },
  };
  const isNew = (await tx.run(insertRiskSignals, [JSON.stringify([row]), tx.now])) > 0;
  if (!isNew || !(await isNews(tx, order, source, level))) return;
  await tx.run(staleReview, [uuidOf(order)]);
  const data = { signal, payment, source, level, score };
  await emitOfOrder(tx, order, 'order.risk_told.v1', data);
}

/** That nothing is the matter, as with nearly all payments, is news only after something was. */
async function isNews(
  tx: CommandTx,
  order: OrderId,
  source: string,
  level: RiskLevel,
): Promise<boolean> {
  if (level !== 'normal') return true;
  const told = await tx.rows(selectRiskSignals, [[uuidOf(order)]]);
  return told.some((one) => one.source === source && one.level !== 'normal');
}
