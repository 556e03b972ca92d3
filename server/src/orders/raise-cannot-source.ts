// Tells of units of an order that no location can promise.

import type { OrderId, SkuId } from '@doorstep/core/ids.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import type { CommandTx } from '../db/run-command.ts';

/** @param skus those that stock was looked for */
export function raiseCannotSource(
  tx: CommandTx,
  order: OrderId,
  { lines }: OrderUnits,
  skus: readonly SkuId[],
): void {
  for (const { number, sku, counts } of lines)
    if (sku !== null && skus.includes(sku) && counts.unpromised > 0)
      tx.raise({
        type: 'cannot-source',
        cause: `${order} ${number}`,
        about: { order, sku },
        data: { line: number, units: counts.unpromised },
      });
}
