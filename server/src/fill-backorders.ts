// Serves everybody who waits for a SKU, one order per transaction, first come first served.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId, SkuId, TenantId } from '@doorstep/core/ids.ts';
import type { StockDelta } from '@doorstep/core/inventory/movement.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { type CommandAnswer, runCommand } from './db/run-command.ts';
import { fillNextBackorder } from './orders/fill-next-backorder.ts';
import type { SourcingDeps } from './orders/source-units.ts';
import type { Runtime } from './runtime.ts';

export async function fillBackorders(
  runtime: Runtime,
  deps: SourcingDeps,
  tenant: TenantId,
  sku: SkuId,
): Promise<void> {
  let after: OrderId | null = null;
  do {
    const context = { tenant, actor: systemActor('fill-backorders'), now: runtime.now() };
    const from: OrderId | null = after;
    const served: CommandAnswer<OrderId | null> = await runCommand(
      runtime.app,
      context,
      null,
      (tx) => fillNextBackorder(tx, deps, sku, from),
    );
    after = isRefusal(served.outcome) ? null : served.outcome;
  } while (after !== null);
}

/** SKUs of which an event brought or freed units, kept back fewer, or said how many there are. */
export function skusFreed(events: readonly LogEvent[]): Set<SkuId> {
  const skus = new Set<SkuId>();
  for (const event of events) {
    if (event.type.startsWith('sku.')) skus.add(event.subject as SkuId);
    const isCount = event.type.startsWith('stock.counted.');
    const stock = event.data['stock'];
    if (!Array.isArray(stock)) continue;
    for (const change of stock as StockChange[]) {
      const { onHand = 0, reserved = 0, damaged = 0, qualityControl = 0 } = change;
      // A parcel that ships takes units off the shelf and off the promises: none is freed.
      if (isCount || onHand - reserved - damaged - qualityControl > 0) skus.add(change.sku);
    }
  }
  return skus;
}

type StockChange = { readonly sku: SkuId } & StockDelta;
