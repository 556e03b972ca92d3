// Pre-ordered units that wait no more: stock came for them, or they were canceled. They had a cap of
// their own, so they make no room for others.

import { idFromUuid, type OrderId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { countArrived as countRows, subtractPreorders } from './sql.ts';

interface WaitedUnits {
  readonly sku: SkuId;
  readonly units: number;
}

/**
 * The order must be locked.
 *
 * @returns those of the units that were backordered without a drop
 */
export async function countArrived(
  tx: Tx,
  order: OrderId,
  waited: readonly WaitedUnits[],
): Promise<WaitedUnits[]> {
  const rows = waited.map(({ sku, units }) => ({ sku: uuidOf(sku), units }));
  const arrived = (await tx.rows(countRows, [uuidOf(order), JSON.stringify(rows)])).filter(
    ({ units }) => units > 0,
  );
  if (arrived.length === 0) return [...waited];
  await tx.run(subtractPreorders, [
    JSON.stringify(arrived.map(({ sku_id, units }) => ({ sku: sku_id, units }))),
  ]);
  const units = new Map(arrived.map((row) => [idFromUuid('sku', row.sku_id), row.units]));
  return waited
    .map((one) => ({ ...one, units: one.units - (units.get(one.sku) ?? 0) }))
    .filter((one) => one.units > 0);
}
