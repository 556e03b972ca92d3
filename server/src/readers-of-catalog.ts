// Orders and the past may name a SKU before the catalog has it: what the catalog got new finds them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { type OrderId, parseId, type SkuId, type TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { runCommand } from './db/run-command.ts';
import { inTransaction, type Tx } from './db/transaction.ts';
import { fillBackorders } from './fill-backorders.ts';
import { matchNewSku } from './history/match-sku.ts';
import type { LogReader } from './log/run-reader.ts';
import {
  findNextMatchable,
  listMatchableCodes,
  listMatchableOrders,
  matchUnknownSkus,
} from './orders/match-unknown-skus.ts';
import type { SourcingDeps } from './orders/source-units.ts';
import type { Runtime } from './runtime.ts';

export function readersOfCatalog(runtime: Runtime, deps: SourcingDeps): LogReader[] {
  return [
    {
      name: 'match-history',
      wants: ['sku.created.'],
      handle: async (tenant, events) => {
        const context = { tenant, actor: systemActor('import-history'), now: runtime.now() };
        for (const event of events)
          while (
            (await runCommand(runtime.app, context, null, (tx) => matchNewSku(tx, event)))
              .outcome === true
          );
      },
    },
    {
      name: 'match-orders',
      // An order that was captured while its SKU was being made is seen by its exception.
      wants: ['sku.created.', 'exception.raised.'],
      handle: (tenant, events) => matchOrders(runtime, deps, tenant, events),
    },
  ];
}

/** One order per transaction: each locks stock, and must not wait for another order with it. */
async function matchOrders(
  runtime: Runtime,
  deps: SourcingDeps,
  tenant: TenantId,
  events: readonly LogEvent[],
): Promise<void> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(runtime.app, tenant, work);
  const context = { tenant, actor: systemActor('match-orders'), now: runtime.now() };
  const waitedFor = new Set<SkuId>();
  const match = async (order: OrderId): Promise<void> => {
    const { outcome } = await runCommand(runtime.app, context, null, (tx) =>
      matchUnknownSkus(tx, deps, order),
    );
    if (!isRefusal(outcome)) for (const sku of outcome) waitedFor.add(sku);
  };
  for (const code of await read((tx) => listMatchableCodes(tx, codesOf(events)))) {
    const next = (after: OrderId | null) => read((tx) => findNextMatchable(tx, code, after));
    for (let order = await next(null); order !== null; order = await next(order))
      await match(order);
  }
  for (const order of await read((tx) => listMatchableOrders(tx, ordersOf(events))))
    await match(order);
  // Stock that came while an order was matched was offered to those who waited before it.
  for (const sku of waitedFor) await fillBackorders(runtime, deps, tenant, sku);
}

function codesOf(events: readonly LogEvent[]): string[] {
  const made = events.filter(({ type }) => type.startsWith('sku.created.'));
  return [...new Set(made.map(({ data }) => String(data['code'])))];
}

function ordersOf(events: readonly LogEvent[]): OrderId[] {
  const raised = events.filter(({ data }) => data['type'] === 'unknown-sku');
  return [...new Set(raised.flatMap(({ data }) => parseId('order', String(data['order'])) ?? []))];
}
