// Tells a location what to put back on its shelf, how much of it in all, and when that is no more.

import type { OrderId } from '@doorstep/core/ids.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import { unitsTakenAlong, unitsToPutBack } from '@doorstep/core/orders/put-back.ts';
import type { Step } from '@doorstep/core/orders/unit-changes.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectPutBack } from './units.sql.ts';

/**
 * The order must be locked by this transaction.
 *
 * @param before its units as they were before these steps
 */
export async function showPutBack(
  tx: CommandTx,
  order: OrderId,
  before: OrderUnits,
  steps: readonly Step[],
): Promise<void> {
  const back = unitsToPutBack(steps);
  const gone = unitsTakenAlong(steps, before.work);
  const touched = [...new Set([...back.keys(), ...gone.keys()])];
  if (touched.length === 0) return;
  const rows = await tx.rows(selectPutBack, [touched]);
  const openOf = new Map(rows.map((row) => [row.cause, row.units]));
  for (const fulfillmentOrder of touched) {
    const open = openOf.get(fulfillmentOrder);
    const added = back.get(fulfillmentOrder) ?? 0;
    // What somebody said is back on its shelf does not leave from there once more.
    if (open === undefined && added === 0) continue;
    const units = Math.max(0, (open ?? 0) - (gone.get(fulfillmentOrder) ?? 0)) + added;
    if (units === 0) tx.clear({ type: 'put-back', cause: fulfillmentOrder });
    else
      tx.raise({
        type: 'put-back',
        cause: fulfillmentOrder,
        about: { order, fulfillmentOrder },
        data: { units },
      });
  }
}
