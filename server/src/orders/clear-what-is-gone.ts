// Closes the exceptions whose cause is gone with a change of an order's units.

import type { OrderId } from '@doorstep/core/ids.ts';
import { openUnits } from '@doorstep/core/orders/order-line.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import type { CommandTx } from '../db/run-command.ts';

export function clearWhatIsGone(
  tx: CommandTx,
  order: OrderId,
  before: OrderUnits,
  after: OrderUnits,
): void {
  for (const line of after.lines) {
    const was = before.lines.find((one) => one.number === line.number)?.counts ?? line.counts;
    const cause = `${order} ${line.number}`;
    if (line.sku === null) {
      if (line.kind === 'item' && openUnits(was) > 0 && openUnits(line.counts) === 0)
        tx.clear({ type: 'unknown-sku', cause });
    } else if (was.unpromised > 0 && line.counts.unpromised === 0)
      tx.clear({ type: 'cannot-source', cause });
  }
  const busy = busyWork(after);
  for (const work of busyWork(before))
    if (!busy.has(work)) tx.clear({ type: 'fulfillment-late', cause: work });
}

/** Fulfillment orders with something left to do. */
function busyWork({ work }: OrderUnits): Set<string> {
  return new Set(
    work
      .filter(({ counts }) => counts.allocated + counts.picked + counts.packed > 0)
      .map((one) => one.fulfillmentOrder),
  );
}
