// Cancels what has not shipped, wherever it is by then: the whole order, lines, or units. Stock is
// free at once; units that a location picked or packed already are to be put back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { OrderAnswer, cancelOrder as operation } from '@doorstep/contract/orders.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { Cancellation } from '@doorstep/core/orders/cancellation.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockDropOfOrder, returnToDrop } from '../drops/return-to-drop.ts';
import { canceledUnits } from './canceled-units.ts';
import { lockOrder } from './lock-order.ts';
import { readCancellation } from './read-cancellation.ts';
import { readOrderById } from './read-order.ts';
import { settleOrder } from './settle-order.ts';
import { showPutBack } from './show-put-back.ts';
import { insertCancellation } from './sql.ts';
import { writeUnits } from './write-units.ts';

export async function cancelOrder(
  tx: CommandTx,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;

  // Before its stock is locked: whoever locks a drop locks stock behind it.
  const drop = await lockDropOfOrder(tx, order);
  const { units, decided } = await readCancellation(tx, order, input.lines ?? 'whole');
  if (isRefusal(decided)) return decided;
  await carryOut(tx, order, units, decided, input);
  if (drop !== null) await returnToDrop(tx, drop, order, canceledUnits(units, decided.changes));
  await settleOrder(tx, order, 'cancellation');
  return readOrderById(tx, order);
}

async function carryOut(
  tx: CommandTx,
  order: OrderId,
  units: OrderUnits,
  decided: Cancellation,
  input: BodyOf<typeof operation>,
): Promise<void> {
  const id = newId('cancellation');
  const lines = decided.lines.map(({ line, quantity, amountMinor }) => ({
    line,
    quantity,
    amountMinor: Number(amountMinor),
  }));
  await writeUnits(tx, order, units, decided.changes, {
    type: 'order.canceled.v1',
    data: {
      // These three were always told; what this version adds is told where it changed.
      lines: decided.changes.lines.map((change) => ({
        ...{ unpromised: 0, backordered: 0, reserved: 0 },
        ...change,
      })),
      cancellation: id,
      reason: input.reason,
      amountMinor: Number(decided.amountMinor),
      shippingMinor: Number(decided.shippingMinor),
    },
    reason: 'canceled',
    basis: 'promise',
    canceledMinor: decided.amountMinor,
  });
  await tx.run(insertCancellation, [
    uuidOf(order),
    uuidOf(id),
    input.reason,
    input.note ?? null,
    decided.shippingMinor,
    decided.amountMinor,
    JSON.stringify(lines),
    actorText(tx.actor),
    tx.now,
  ]);
  await showPutBack(tx, order, units, decided.steps);
}
