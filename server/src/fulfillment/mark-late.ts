// Puts fulfillment orders before people's eyes that missed their cut-off. Once each.

import { idFromUuid } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { markLateWork } from './sql.ts';

/** Marked in one transaction; the rest follows in the next. */
const MARKED_MAX = 200;

/** @returns how many were late; call again while it is not 0 */
export async function markLate(tx: CommandTx): Promise<number> {
  const late = await tx.rows(markLateWork, [tx.now, MARKED_MAX]);
  for (const row of late) {
    const fulfillmentOrder = idFromUuid('fulfillmentOrder', row.id);
    tx.raise({
      type: 'fulfillment-late',
      cause: fulfillmentOrder,
      about: {
        order: idFromUuid('order', row.order_id),
        location: idFromUuid('location', row.location_id),
        fulfillmentOrder,
      },
      data: { units: row.units, shipBy: row.ship_by.toISOString() },
    });
  }
  return late.length;
}
