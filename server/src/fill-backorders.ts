// Serves everybody who waits for a SKU, one order per transaction, first come first served: when units came
// or were freed, and when an order was captured that waits.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId, SkuId, TenantId } from '@doorstep/core/ids.ts';
import type { StockDelta } from '@doorstep/core/inventory/movement.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { type CommandAnswer, runCommand } from './db/run-command.ts';
import { inTransaction } from './db/transaction.ts';
import type { LogReader } from './log/run-reader.ts';
import {
  fillNextBackorder,
  isAnybodyWaiting,
  listSkusWaitedForBy,
  listWaitingSkus,
} from './orders/fill-next-backorder.ts';
import type { SourcingDeps } from './orders/source-units.ts';
import type { Runtime } from './runtime.ts';

export function backorderReaders(runtime: Runtime, deps: SourcingDeps): LogReader[] {
  return [whenFreed(runtime, deps), whenCaptured(runtime, deps)];
}

/** What freed units, or places where units are. */
function whenFreed(runtime: Runtime, deps: SourcingDeps): LogReader {
  return {
    name: 'fill-backorders',
    wants: [
      'stock.',
      'transfer.received.',
      'transfer.canceled.',
      'reservation.',
      'order.canceled.',
      'parcel.shipped.',
      'return.',
      'sku.safety_stock_set.',
      'drop.pool_changed.',
      'drop.units_released.',
      'drop.stopped.',
      'drop.ended.',
      'location.',
    ],
    handle: async (tenant, events) => {
      const waiting = await inTransaction(runtime.app, tenant, listWaitingSkus);
      const isAnyFreed = events.some((event) => event.type.startsWith('location.'));
      const freed = skusFreed(events);
      for (const sku of waiting)
        if (isAnyFreed || freed.has(sku)) await fillBackorders(runtime, deps, tenant, sku);
    },
  };
}

/**
 * An order is captured as one that waits by what it saw, under no lock. Stock that came between that look and
 * its commit was offered to those who waited then, and it was not yet among them.
 */
function whenCaptured(runtime: Runtime, deps: SourcingDeps): LogReader {
  return {
    name: 'fill-captured-backorders',
    wants: ['order.captured.'],
    isOfUse: isAnybodyWaiting,
    handleTouches: async (tenant, events) => {
      const skus = await inTransaction(runtime.app, tenant, (tx) =>
        listSkusWaitedForBy(tx, events),
      );
      for (const sku of skus) await fillBackorders(runtime, deps, tenant, sku);
    },
  };
}

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
