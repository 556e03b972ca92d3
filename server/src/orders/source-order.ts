// Looks for stock again for what an order waits for: now, by hand, whatever else waits.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { selectIsImported } from './backorders.sql.ts';
import { lockOrder } from './lock-order.ts';
import { readOrderById } from './read-order.ts';
import { readUnits } from './read-units.ts';
import { lockFreeStock, type SourcingDeps, skusWaitedFor, sourceUnits } from './source-units.ts';

export async function sourceOrder(
  tx: CommandTx,
  deps: SourcingDeps,
  reference: string,
  version?: number,
): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const known = await tx.row(selectIsImported, [uuidOf(order)]);
  if (known?.is_imported === true)
    return refuse('nothing-to-source', 'An imported order gets no stock here.');
  const units = await readUnits(tx, order);
  const skus = skusWaitedFor(units);
  if (skus.length === 0)
    return refuse('nothing-to-source', 'No unit of a known SKU waits for stock.');
  const stock = await lockFreeStock(tx, deps, skus, true);
  await sourceUnits(tx, order, units, stock, { kind: 'sourced', event: 'order.sourced.v1' });
  return readOrderById(tx, order);
}
