// What runs by itself: the sequencer, the readers of the log, and what falls due. Which event
// wakes which verb stands in the table below.

import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '@doorstep/core/access/actor.ts';
import type { OrderId, TenantId } from '@doorstep/core/ids.ts';
import { journalReader } from './accounting/journal-reader.ts';
import { runCommand } from './db/run-command.ts';
import { ensurePartitions } from './db/sql.ts';
import { inTransaction } from './db/transaction.ts';
import { orderListReader } from './desk/keep-order-list.ts';
import { runBulkActions } from './desk/run-bulk-actions.ts';
import { backorderReaders } from './fill-backorders.ts';
import {
  isAnythingReleased,
  listReleasable,
  MAKES_RELEASABLE,
  releaseAutomatically,
} from './fulfillment/release-automatically.ts';
import { runImports } from './history/run-imports.ts';
import { stockView } from './inventory/stock-view.ts';
import { readerBells } from './log/reader-bells.ts';
import { type LogReader, type ReadRound, runReader } from './log/run-reader.ts';
import { isAnythingPending, laggingReaders, sequenceLog } from './log/sequence-log.ts';
import { holdForCredit, listOnCredit, MOVES_CREDIT } from './orders/hold-for-credit.ts';
import { holdForPayer, listPayerEvents, MOVES_PAYER } from './orders/hold-for-payer.ts';
import { indexParcels, NAMES_PARCELS } from './orders/index-parcels.ts';
import { renewAuthorizations } from './payments/renew-authorizations.ts';
import { FREES_CREDIT, listWaitingForCredit, retryCredit } from './payments/retry-credit.ts';
import { runIntents } from './payments/run-intents.ts';
import { readersOfCatalog } from './readers-of-catalog.ts';
import { runStatements } from './reconciliation/run-statements.ts';
import { recognizeReturnAfter } from './returns/recognize-return.ts';
import {
  isAnythingReturned,
  listWithReturns,
  MOVES_WHAT_IS_OWED,
  settleReturnsAfter,
} from './returns/settle-returns.ts';
import { riskReader } from './risk-reader.ts';
import { locationBooks } from './routing/location-book.ts';
import { DUE, OLD, runAllDue, runDrops } from './run-due.ts';
import type { Runtime } from './runtime.ts';
import { joinTrackingAfter } from './shipping/join-tracking.ts';
import { sumsReader } from './sums-reader.ts';
import { isAnyEndpointThere, queueDeliveries } from './webhooks/queue-deliveries.ts';
import { type WebhookSender, webhookSender } from './webhooks/webhook-sender.ts';

/** Which events wake which verb. */
export function readersOf(runtime: Runtime, sender: WebhookSender): LogReader[] {
  const deps = { books: locationBooks(), view: stockView() };
  return [
    {
      name: 'index-parcels',
      wants: NAMES_PARCELS,
      handle: (tenant, events) =>
        inTransaction(runtime.app, tenant, (tx) => indexParcels(tx, events)),
    },
    ...backorderReaders(runtime, deps),
    {
      name: 'release-orders',
      wants: MAKES_RELEASABLE,
      isOfUse: isAnythingReleased,
      handleTouches: async (tenant, events) => {
        const ready = await inTransaction(runtime.app, tenant, (tx) =>
          listReleasable(tx, events, runtime.now()),
        );
        await releaseEach(runtime, tenant, ready);
      },
    },
    {
      name: 'hold-for-payers',
      wants: MOVES_PAYER,
      handle: async (tenant, events) => {
        const context = { tenant, actor: systemActor('hold-for-payers'), now: runtime.now() };
        const moved = await inTransaction(runtime.app, tenant, (tx) => listPayerEvents(tx, events));
        for (const event of moved)
          await runCommand(runtime.app, context, null, (tx) => holdForPayer(tx, event));
      },
    },
    riskReader(runtime),
    creditReader(runtime),
    ...readersOfTracking(runtime),
    returnsReader(runtime),
    ...readersOfCatalog(runtime, deps),
    orderListReader(runtime.app),
    sumsReader(runtime.app),
    journalReader(runtime.app, runtime.now),
    {
      name: 'queue-webhooks',
      wants: [''],
      isOfUse: isAnyEndpointThere,
      handleHeads: async (tenant, events) => {
        await inTransaction(runtime.app, tenant, (tx) => queueDeliveries(tx, runtime, events));
        sender.wake();
      },
    },
  ];
}

/** Whether a customer has credit for what was ordered. */
function creditReader(runtime: Runtime): LogReader {
  return {
    name: 'follow-credit',
    wants: [...MOVES_CREDIT, ...FREES_CREDIT],
    handleTouches: async (tenant, events) => {
      const context = { tenant, actor: systemActor('follow-credit'), now: runtime.now() };
      const waiting = await inTransaction(runtime.app, tenant, (tx) =>
        listWaitingForCredit(tx, events),
      );
      for (const payment of waiting)
        await runCommand(runtime.app, context, null, (tx) => retryCredit(tx, payment));
      const moved = await inTransaction(runtime.app, tenant, (tx) => listOnCredit(tx, events));
      for (const order of moved)
        await runCommand(runtime.app, context, null, (tx) => holdForCredit(tx, order));
    },
  };
}

/** What was granted for an order elsewhere may be all that was owed for what came back. */
function returnsReader(runtime: Runtime): LogReader {
  return {
    name: 'settle-returns',
    wants: MOVES_WHAT_IS_OWED,
    isOfUse: isAnythingReturned,
    handleTouches: async (tenant, events) => {
      const context = { tenant, actor: systemActor('settle-returns'), now: runtime.now() };
      const orders = await inTransaction(runtime.app, tenant, (tx) => listWithReturns(tx, events));
      for (const order of orders)
        await runCommand(runtime.app, context, null, (tx) => settleReturnsAfter(tx, order));
    },
  };
}

/** What carriers said of a number finds its parcel, or its return. */
function readersOfTracking(runtime: Runtime): LogReader[] {
  return [
    {
      name: 'join-tracking',
      wants: [
        'fulfillment.packed.',
        'parcel.shipped.',
        'parcel.labeled.',
        'exception.raised.',
        'exception.seen_again.',
      ],
      handle: async (tenant, events) => {
        const context = { tenant, actor: systemActor('join-tracking'), now: runtime.now() };
        for (const event of events)
          await runCommand(runtime.app, context, null, (tx) => joinTrackingAfter(tx, event));
      },
    },
    {
      name: 'recognize-returns',
      wants: ['exception.raised.', 'exception.seen_again.'],
      handle: async (tenant, events) => {
        const context = { tenant, actor: systemActor('recognize-returns'), now: runtime.now() };
        for (const event of events)
          await runCommand(runtime.app, context, null, (tx) => recognizeReturnAfter(tx, event));
      },
    },
  ];
}

/** A round costs much the same for a few events as for one: what was at work rests so many times as long. */
const REST_TIMES = 4;
/** The sequencer looks this often while the log grows, and this often while it does not. */
const SEQUENCE_BUSY_MS = 5;
const SEQUENCE_IDLE_MS = 50;
/** During a surge a pause lets a reader take more at once, which costs less per event. */
const READ_SURGE_MS = 200;
/** So many events in a round are a surge. */
const SURGE_EVENTS = 50;
/** A reader that may rest longer does by so much for each event: as soon as a thousand come a second. */
const REST_MS_EACH = 1;
const READ_BUSY_MS = 25;
/** Readers are woken when this process sequenced something; another process may have, too. */
const READ_IDLE_MS = 500;
const DUE_EVERY_MS = 250;
/** A buyer waits for the authorization. */
const PAY_IDLE_MS = 50;
/** Somebody waits for the report of an import, or of a bulk action. */
const JOBS_IDLE_MS = 250;
/** Days are left when an authorization is due. */
const RENEW_EVERY_MS = 10_000;
const FORGET_EVERY_MS = 60_000;
const PARTITIONS_EVERY_MS = 6 * 3_600_000;
const PARTITIONS_DAYS_AHEAD = 62;
/** After an error (the database restarts, say) a loop waits before it goes on. */
const AFTER_ERROR_MS = 500;

/** Worked on until there is none left, then looked for again. */
const JOBS = [
  {
    name: 'imports',
    work: (runtime: Runtime, signal: AbortSignal) => runImports(runtime, { signal }),
    restMs: JOBS_IDLE_MS,
  },
  { name: 'bulk-actions', work: runBulkActions, restMs: JOBS_IDLE_MS },
  { name: 'statements', work: runStatements, restMs: JOBS_IDLE_MS },
];

export interface Worker {
  stop(): Promise<void>;
}

export function startWorker(runtime: Runtime): Worker {
  const stopping = new AbortController();
  const run = (name: string, step: () => Promise<number>) =>
    loop(runtime, name, stopping.signal, step);
  const sender = webhookSender(runtime);
  const readers = readersOf(runtime, sender);
  const bells = readerBells();

  const sequencing = run('sequence-log', async () => {
    if (!(await isAnythingPending(runtime.clock))) return SEQUENCE_IDLE_MS;
    const startedAt = performance.now();
    const { woken } = await sequenceLog(runtime.clock, readers);
    bells.ring(woken);
    return restFor(performance.now() - startedAt, SEQUENCE_BUSY_MS, SEQUENCE_IDLE_MS);
  });
  // One look for all readers: each for itself would be most of what an idle server asks.
  const watching = run('watch-log', async () => {
    const lagging = await laggingReaders(runtime.clock, readers);
    if (lagging.length > 0) bells.ring(lagging);
    return READ_IDLE_MS;
  });
  const reading = readers.map(async (reader) => {
    // The first look says who is behind: a connection for each, only to see that, were many.
    await bells.heard(reader, stopping.signal);
    await run(reader.name, async () => {
      const before = bells.rung();
      const restMs = await runReader(runtime.clock, runtime.app, reader, (round) =>
        restAfter(reader, round),
      );
      if (restMs !== null) return restMs;
      if (bells.rung() === before) await bells.heard(reader, stopping.signal);
      return 0;
    });
  });
  const sending = run('deliver-webhooks', () => sender.step());
  const byTime = loopsByTime(runtime, stopping.signal, run);
  return {
    async stop() {
      stopping.abort();
      await Promise.all([sequencing, watching, ...reading, sending, sender.stop(), ...byTime]);
    },
  };
}

/** What falls due, and what somebody waits for. */
function loopsByTime(
  runtime: Runtime,
  signal: AbortSignal,
  run: (name: string, step: () => Promise<number>) => Promise<void>,
): Promise<void>[] {
  const intents = runIntents(runtime);
  const paying = run('payments', async () => {
    if ((await intents.step()) === 0) await intents.pause(PAY_IDLE_MS);
    return 0;
  });
  return [
    paying.then(() => intents.stop()),
    run('drops', () => runDrops(runtime)),
    ...JOBS.map(({ name, work, restMs }) =>
      run(name, async () => ((await work(runtime, signal)) > 0 ? 0 : restMs)),
    ),
    run('renew-authorizations', () => renewAuthorizations(runtime, RENEW_EVERY_MS)),
    run('due', async () => {
      await runAllDue(runtime, DUE);
      return DUE_EVERY_MS;
    }),
    run('forget', async () => {
      await runAllDue(runtime, OLD);
      return FORGET_EVERY_MS;
    }),
    run('partitions', async () => {
      await inTransaction(runtime.clock, null, (tx) =>
        tx.row(ensurePartitions, [PARTITIONS_DAYS_AHEAD]),
      );
      return PARTITIONS_EVERY_MS;
    }),
  ];
}

function restAfter(reader: LogReader, { events, isFull, tookMs }: ReadRound): number {
  if (isFull) return READ_BUSY_MS;
  if (events < SURGE_EVENTS) return restFor(tookMs, READ_BUSY_MS, READ_SURGE_MS);
  const { restMs = READ_SURGE_MS, restMsMax = restMs } = reader;
  return Math.min(restMsMax, Math.max(restMs, events * REST_MS_EACH));
}

/** As many times as long as it was at work, within bounds: what is slow now leaves more to others. */
function restFor(tookMs: number, leastMs: number, mostMs: number): number {
  return Math.min(mostMs, Math.max(leastMs, tookMs * REST_TIMES));
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

/** Orders released in one transaction, and transactions at the same time. */
const RELEASED_TOGETHER = 25;
const RELEASE_LANES = 2;

/** If one of them breaks, they are tried one by one: it keeps none of the others. */
async function releaseEach(
  runtime: Runtime,
  tenant: TenantId,
  orders: readonly OrderId[],
): Promise<void> {
  const waiting = [...orders];
  const release = (some: readonly OrderId[]) => {
    const context = { tenant, actor: systemActor('release-orders'), now: runtime.now() };
    return runCommand(runtime.app, context, null, (tx) => releaseAutomatically(tx, some));
  };
  const lane = async () => {
    while (waiting.length > 0) {
      const some = waiting.splice(0, RELEASED_TOGETHER);
      await release(some).catch(async () => {
        for (const one of some) await release([one]);
      });
    }
  };
  await Promise.all(Array.from({ length: RELEASE_LANES }, lane));
}
