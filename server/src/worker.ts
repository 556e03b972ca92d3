// What runs by itself: the sequencer, the readers of the log, and what falls due. Which event
// wakes which verb stands in the table below.

import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEvent } from '@doorstep/contract/log.ts';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type OrderId, type SkuId, type TenantId } from '@doorstep/core/ids.ts';
import type { StockDelta } from '@doorstep/core/inventory/movement.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { type CommandAnswer, type CommandTx, runCommand } from './db/run-command.ts';
import { ensurePartitions } from './db/sql.ts';
import type { Statement } from './db/statement.ts';
import { inTransaction } from './db/transaction.ts';
import { lapseReservations } from './inventory/lapse-reservations.ts';
import { selectTenantsWithDue } from './inventory/reservations.sql.ts';
import { stockView } from './inventory/stock-view.ts';
import { type LogReader, runReader } from './log/run-reader.ts';
import { isAnythingPending, sequenceLog } from './log/sequence-log.ts';
import { fillNextBackorder, listWaitingSkus } from './orders/fill-next-backorder.ts';
import { indexOrders } from './orders/index-orders.ts';
import { selectTenantsWithDueHolds } from './orders/notes.sql.ts';
import { lapseHolds } from './orders/release-hold.ts';
import { locationBooks } from './routing/location-book.ts';
import type { Runtime } from './runtime.ts';

/** Which events wake which verb. */
function readersOf(runtime: Runtime): LogReader[] {
  const deps = { books: locationBooks(), view: stockView() };
  return [
    {
      name: 'index-orders',
      wants: ['order.captured.'],
      handle: (tenant, events) =>
        inTransaction(runtime.app, tenant, (tx) => indexOrders(tx, events)),
    },
    {
      name: 'fill-backorders',
      wants: [
        'stock.',
        'transfer.received.',
        'reservation.',
        'order.canceled.',
        'sku.safety_stock_set.',
        'location.',
      ],
      handle: async (tenant, events) => {
        const waiting = await inTransaction(runtime.app, tenant, listWaitingSkus);
        const isAnyFreed = events.some((event) => event.type.startsWith('location.'));
        const freed = skusFreed(events);
        for (const sku of waiting)
          if (isAnyFreed || freed.has(sku)) await fillBackorders(runtime, deps, tenant, sku);
      },
    },
  ];
}

/** What falls due, and who has some of it. */
const DUE: readonly {
  readonly name: string;
  readonly tenants: Statement<{ tenant_id: string }>;
  readonly verb: (tx: CommandTx) => Promise<number>;
}[] = [
  { name: 'lapse-reservations', tenants: selectTenantsWithDue, verb: lapseReservations },
  { name: 'lapse-holds', tenants: selectTenantsWithDueHolds, verb: lapseHolds },
];

/** The sequencer looks this often while the log grows, and this often while it does not. */
const SEQUENCE_BUSY_MS = 5;
const SEQUENCE_IDLE_MS = 50;
/** During a surge a short pause lets a reader take more at once, which costs less per event. */
const READ_BUSY_MS = 25;
/** A reader is woken when this process sequenced something; another process may have, too. */
const READ_IDLE_MS = 500;
const DUE_EVERY_MS = 250;
const PARTITIONS_EVERY_MS = 6 * 3_600_000;
const PARTITIONS_DAYS_AHEAD = 62;
/** After an error (the database restarts, say) a loop waits before it goes on. */
const AFTER_ERROR_MS = 500;

export interface Worker {
  stop(): Promise<void>;
}

export function startWorker(runtime: Runtime): Worker {
  const stopping = new AbortController();
  const run = (name: string, step: () => Promise<number>) =>
    loop(runtime, name, stopping.signal, step);
  // Counts up, so that a reader that was busy when the log grew does not sleep through it.
  let growths = 0;
  const sleepers = new Set<() => void>();

  const sequencing = run('sequence-log', async () => {
    if (!(await isAnythingPending(runtime.clock))) return SEQUENCE_IDLE_MS;
    await sequenceLog(runtime.clock);
    growths += 1;
    for (const wake of sleepers) wake();
    return SEQUENCE_BUSY_MS;
  });
  const reading = readersOf(runtime).map((reader) =>
    run(reader.name, async () => {
      const before = growths;
      if (await runReader(runtime.clock, runtime.app, reader)) return READ_BUSY_MS;
      if (growths === before) await sleepUntilWoken(sleepers, stopping.signal);
      return 0;
    }),
  );
  const due = run('due', async () => {
    for (const one of DUE) await runDue(runtime, one);
    return DUE_EVERY_MS;
  });
  const partitions = run('partitions', async () => {
    await inTransaction(runtime.clock, null, (tx) =>
      tx.row(ensurePartitions, [PARTITIONS_DAYS_AHEAD]),
    );
    return PARTITIONS_EVERY_MS;
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all([sequencing, ...reading, due, partitions]);
    },
  };
}

function sleepUntilWoken(sleepers: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      sleepers.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, READ_IDLE_MS).unref();
    signal.addEventListener('abort', wake);
    sleepers.add(wake);
  });
}

async function loop(
  runtime: Runtime,
  name: string,
  signal: AbortSignal,
  step: () => Promise<number>,
): Promise<void> {
  while (!signal.aborted) {
    let waitMs: number;
    try {
      waitMs = await step();
    } catch (error) {
      if (signal.aborted) return;
      runtime.log.warn({ err: error, loop: name }, 'a background step failed and is tried again');
      waitMs = AFTER_ERROR_MS;
    }
    if (waitMs > 0) await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {});
  }
}

export async function runDue(runtime: Runtime, due: (typeof DUE)[number]): Promise<void> {
  const tenants = await inTransaction(runtime.clock, null, (tx) =>
    tx.rows(due.tenants, [runtime.now()]),
  );
  for (const { tenant_id } of tenants)
    await runDueOf(runtime, due, idFromUuid('tenant', tenant_id));
}

/** What fails for one tenant must not keep the others waiting. */
async function runDueOf(
  runtime: Runtime,
  due: (typeof DUE)[number],
  tenant: TenantId,
): Promise<void> {
  try {
    let done: number;
    do {
      const context = { tenant, actor: systemActor(due.name), now: runtime.now() };
      const { outcome } = await runCommand(runtime.app, context, null, due.verb);
      done = isRefusal(outcome) ? 0 : outcome;
    } while (done > 0);
  } catch (error) {
    runtime.log.warn(
      { err: error, tenant, due: due.name },
      'what is due failed and is tried again',
    );
  }
}

/** SKUs of which an event brought or freed units, or kept back fewer. */
function skusFreed(events: readonly LogEvent[]): Set<SkuId> {
  const skus = new Set<SkuId>();
  for (const event of events) {
    if (event.type.startsWith('sku.')) skus.add(event.subject as SkuId);
    const stock = event.data['stock'];
    if (!Array.isArray(stock)) continue;
    for (const change of stock as StockChange[])
      if (
        (change.onHand ?? 0) > 0 ||
        [change.reserved, change.damaged, change.qualityControl].some((units) => (units ?? 0) < 0)
      )
        skus.add(change.sku);
  }
  return skus;
}

type StockChange = { readonly sku: SkuId } & StockDelta;

/** Serves everybody who waits for the SKU, one order per transaction, first come first served. */
async function fillBackorders(
  runtime: Runtime,
  deps: Parameters<typeof fillNextBackorder>[1],
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
