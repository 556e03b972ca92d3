// Records an event of an order. Payments, fulfillment orders, parcels and returns are parts of their
// order: what happens to them is told with the order as its subject, so that its timeline is one
// dense series and `version` says whether anything changed since.

import type { EventType } from '@doorstep/contract/events.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpOrderVersion } from './sql.ts';

/**
 * Emits under the order's next version. The order must be locked by this transaction.
 *
 * @returns the version
 */
export async function emitOfOrder(
  tx: CommandTx,
  order: OrderId,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  occurredAt?: Date,
): Promise<number> {
  const row = await tx.row(bumpOrderVersion, [uuidOf(order)]);
  if (row === undefined) throw new Error(`there is no order ${order} to tell of`);
  const event = { type, subject: order, version: row.version, data };
  tx.emit(occurredAt === undefined ? event : { ...event, occurredAt });
  return row.version;
}
