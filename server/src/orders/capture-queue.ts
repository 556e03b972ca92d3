// Micro-batches: concurrent orders of a tenant wait a few milliseconds at most, then one
// transaction takes them all. Batch size follows load: one order alone is a batch of one.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { hashesOf, type IdempotencyKey } from '../db/run-command.ts';
import type { CaptureDeps, CaptureJob, CaptureOutcome } from './capture-job.ts';
import { captureWithRetries } from './capture-with-retries.ts';
import { runOneAfterOther } from './run-one-after-other.ts';

/** Orders in one flush: past a few hundred, waiting grows faster than throughput. */
const BATCH_ORDERS_MAX = 256;
/** Lines in one flush; a single order may have more. */
const BATCH_LINES_MAX = 2_000;
/**
 * Orders waiting in this process; about 10 kB each, 40 MB. One tenant may fill it, but then another
 * that has less than its share still gets in, up to twice as many in all.
 */
const WAITING_MAX = 4_000;

interface Waiting {
  readonly job: CaptureJob;
  resolve(outcome: CaptureOutcome): void;
  reject(error: unknown): void;
}

export interface CaptureQueue {
  /** Captures one order; answers when it is committed. */
  capture(
    tenant: TenantId,
    actor: Actor,
    request: CaptureOrderRequest,
    key: IdempotencyKey | null,
  ): Promise<CaptureOutcome>;
  /** Resolves when a stream may hand in more without filling the queue for everybody else. */
  roomForStream(): Promise<void>;
}

/** @param flushesMax transactions in flight at once; two keep server and database busy */
export function captureQueue(deps: CaptureDeps, flushesMax: number): CaptureQueue {
  const waiting = waitingOrders();
  const oneAfterOther = runOneAfterOther();
  let flushes = 0;
  let streams: (() => void)[] = [];

  function pump(): void {
    while (flushes < flushesMax) {
      const batch = waiting.takeBatch();
      if (batch === undefined) break;
      flushes += 1;
      void flush(deps, batch).finally(() => {
        flushes -= 1;
        pump();
      });
    }
    if (waiting.count() >= WAITING_MAX / 2) return;
    const woken = streams;
    streams = [];
    for (const wake of woken) wake();
  }

  function enqueue(job: CaptureJob): Promise<CaptureOutcome> {
    if (!waiting.hasRoomFor(job.tenant))
      return Promise.resolve(
        refuse('overloaded', `${waiting.count()} orders are waiting already.`),
      );
    return new Promise((resolve, reject) => {
      waiting.add({ job, resolve, reject });
      // What arrives in the same tick of the event loop goes into the same batch.
      if (flushes < flushesMax) setImmediate(pump);
    });
  }

  return {
    capture(tenant, actor, request, key) {
      const hashes = key === null ? null : hashesOf({ tenant, actor, now: deps.now() }, key);
      const job: CaptureJob = { tenant, actor, request, key: hashes, order: newId('order') };
      return oneAfterOther(namesOf(job), () => enqueue(job));
    },
    roomForStream: () =>
      waiting.count() < WAITING_MAX / 2
        ? Promise.resolve()
        : new Promise((resolve) => streams.push(resolve)),
  };
}

/** First come first served within a tenant; tenants take turns, a batch each. */
function waitingOrders() {
  // A Map keeps insertion order: a tenant that was served goes to the end.
  const queues = new Map<TenantId, Waiting[]>();
  let count = 0;
  return {
    count: () => count,
    hasRoomFor(tenant: TenantId): boolean {
      if (count < WAITING_MAX) return true;
      const own = queues.get(tenant)?.length ?? 0;
      return count < 2 * WAITING_MAX && own < WAITING_MAX / (queues.size + 1);
    },
    add(one: Waiting): void {
      const queue = queues.get(one.job.tenant);
      if (queue === undefined) queues.set(one.job.tenant, [one]);
      else queue.push(one);
      count += 1;
    },
    takeBatch(): Waiting[] | undefined {
      const next = queues.entries().next();
      if (next.done === true) return undefined;
      const [tenant, queue] = next.value;
      const batch = queue.splice(0, batchSize(queue));
      queues.delete(tenant);
      if (queue.length > 0) queues.set(tenant, queue);
      count -= batch.length;
      return batch;
    },
  };
}

function batchSize(queue: readonly Waiting[]): number {
  let lines = 0;
  let size = 0;
  while (size < queue.length && size < BATCH_ORDERS_MAX) {
    lines += queue[size]?.job.request.lines.length ?? 0;
    if (size > 0 && lines > BATCH_LINES_MAX) break;
    size += 1;
  }
  return size;
}

async function flush(deps: CaptureDeps, batch: readonly Waiting[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  const jobs = batch.map(({ job }) => job);
  const outcomes = await captureWithRetries(deps, first.job.tenant, jobs);
  batch.forEach((one, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome instanceof Error) one.reject(outcome);
    else one.resolve(outcome);
  });
}

/** What makes two requests the same one: a key, or the channel's id for the order. */
function namesOf({ tenant, key, request }: CaptureJob): string[] {
  const { channel, externalId } = request;
  return [
    ...(key === null ? [] : [`${tenant} key ${key.key}`]),
    ...(externalId === undefined ? [] : [`${tenant} order ${channel} ${externalId}`]),
  ];
}
