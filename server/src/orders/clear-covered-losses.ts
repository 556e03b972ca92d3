// Closes what was raised of lost parcels whose buyer has got the money back.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { coveredLosses, type Loss } from '@doorstep/core/orders/covered-losses.ts';
import { type EarningLine, valueOfUnits } from '@doorstep/core/orders/earned.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  type LossRow,
  selectEarningLines,
  selectGrantedRefunds,
  selectLosses,
} from './payments.sql.ts';
import { readTerms } from './settle-order.ts';

/**
 * The order must be locked by this transaction. Run after a refund, and after a loss is told: in
 * whichever order they come, what is covered needs nobody.
 */
export async function clearCoveredLosses(tx: CommandTx, order: OrderId): Promise<void> {
  const rows = await tx.rows(selectLosses, [uuidOf(order), tx.now]);
  if (rows.length === 0) return;
  const [lines, refunds, { dueMinor, grantedMinor }] = await Promise.all([
    tx.rows(selectEarningLines, [uuidOf(order)]),
    tx.rows(selectGrantedRefunds, [uuidOf(order)]),
    readTerms(tx, order, 'shipment'),
  ]);
  const losses = rows.map((row) => lossOf(row, lines));
  const given = refunds.map((row) => ({
    amountMinor: row.amount_minor,
    reason: row.reason,
    grantedAt: row.granted_at,
  }));
  const isAllGivenBack = dueMinor === 0n && grantedMinor > 0n;
  const covered = isAllGivenBack
    ? losses.map(({ parcel }) => parcel)
    : coveredLosses(losses, given);
  for (const parcel of covered) tx.clear({ type: 'parcel-lost', cause: parcel });
}

function lossOf({ id, told_at, contents }: LossRow, lines: readonly EarningLine[]): Loss {
  // Units beyond what was ordered cost nothing.
  const unitsOf = ({ number, ordered }: EarningLine) => {
    const units = contents.find((one) => one.line === number)?.units ?? 0;
    return Math.min(units, ordered);
  };
  return {
    parcel: idFromUuid('parcel', id),
    toldAt: told_at,
    valueMinor: valueOfUnits(lines, unitsOf),
  };
}
