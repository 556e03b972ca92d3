// What a cancellation took of each SKU, as a drop counts it.

import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import type { CanceledUnits } from '@doorstep/core/drops/drop-sale.ts';
import type { SkuId } from '@doorstep/core/ids.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import type { UnitChanges } from '@doorstep/core/orders/unit-changes.ts';

export function canceledUnits({ lines }: OrderUnits, changes: UnitChanges): CanceledUnits[] {
  const canceled = new Map<SkuId, number>();
  for (const change of changes.lines) {
    const line = lines.find(({ number }) => number === change.line);
    if (line === undefined || line.sku === null || line.kind === 'kit') continue;
    canceled.set(line.sku, (canceled.get(line.sku) ?? 0) + (change.canceled ?? 0));
  }
  const waited = new Map(changes.waited.map(({ sku, units }) => [sku, units]));
  const freed = changes.stock.flatMap(({ sku, location, delta }): PoolUnits[] => {
    const units = -(delta.reserved ?? 0);
    return units > 0 ? [{ sku, location, number: 0, units }] : [];
  });
  return [...canceled].map(([sku, units]) => ({
    sku,
    units,
    waited: waited.get(sku) ?? 0,
    freed: freed.filter((cell) => cell.sku === sku),
  }));
}
