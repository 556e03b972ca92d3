// Micro-batches: concurrent orders of a tenant wait a few milliseconds at most, then one
// transaction takes them all. Batch size follows load: one order alone is a batch of one.

import type { CaptureOrderRequest } from '@doorstep/contract/order-capture.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { hashesOf, type IdempotencyKey } from '../db/run-command.ts';
import { CAPTURE_CONNECTIONS } from '../runtime.ts';
import type { CaptureJob, CaptureOutcome } from './capture-job.ts';
import type { CaptureDeps } from './capture-orders.ts';
import { captureWithRetries } from './capture-with-retries.ts';

/** Two flushes in flight keep both a server and a database core busy. */
const FLUSHES_MAX = CAPTURE_CONNECTIONS;
/** Orders in one flush: past a few hundred, waiting grows faster than throughput. */
const BATCH_ORDERS_MAX = 256;
/** Lines in one flush; a single order may have more. */
const BATCH_LINES_MAX = 2_000;
/** Orders waiting in this process, all tenants together; about 10 kB each, 40 MB. */
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

export function captureQueue(deps: CaptureDeps): CaptureQueue {
  // A Map keeps insertion order: a tenant that was served goes to the end, so each gets its turn.
  const queues = new Map<TenantId, Waiting[]>();
  /** Requests with the same key or external id go one after the other: the second sees the first. */
  const sameRequest = new Map<string, Promise<unknown>>();
  let waitingCount = 0;
  let flushes = 0;
  let streamsWaiting: (() => void)[] = [];

  function pump(): void {
    while (flushes < FLUSHES_MAX) {
      const next = queues.entries().next();
      if (next.done === true) break;
      const [tenant, queue] = next.value;
      const batch = takeBatch(queue);
      queues.delete(tenant);
      if (queue.length > 0) queues.set(tenant, queue);
      waitingCount -= batch.length;
      flushes += 1;
      void flush(tenant, batch).finally(() => {
        flushes -= 1;
        pump();
      });
    }
    if (waitingCount < WAITING_MAX / 2) {
      const woken = streamsWaiting;
      streamsWaiting = [];
      for (const wake of woken) wake();
    }
  }

  async function flush(tenant: TenantId, batch: readonly Waiting[]): Promise<void> {
    const outcomes = await captureWithRetries(
      deps,
      tenant,
      batch.map(({ job }) => job),
    );
    batch.forEach((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) waiting.reject(new Error('an order was left without an outcome'));
      else if (outcome instanceof Error) waiting.reject(outcome);
      else waiting.resolve(outcome);
    });
  }

  function enqueue(job: CaptureJob): Promise<CaptureOutcome> {
    if (waitingCount >= WAITING_MAX)
      return Promise.resolve(refuse('overloaded', `${waitingCount} orders are waiting already.`));
    return new Promise((resolve, reject) => {
      const queue = queues.get(job.tenant) ?? [];
      queue.push({ job, resolve, reject });
      queues.set(job.tenant, queue);
      waitingCount += 1;
      // What arrived in the same tick of the event loop goes into the same batch.
      if (waitingCount === 1 || flushes < FLUSHES_MAX) setImmediate(pump);
    });
  }

  return {
    async capture(tenant, actor, request, key) {
      const context = { tenant, actor, now: deps.runtime.now() };
      const job: CaptureJob = {
        tenant,
        actor,
        request,
        key: key === null ? null : hashesOf(context, key),
        order: newId('order'),
      };
      return afterSame(sameRequest, namesOf(job), () => enqueue(job));
    },
    roomForStream: () =>
      waitingCount < WAITING_MAX / 2
        ? Promise.resolve()
        : new Promise((resolve) => streamsWaiting.push(resolve)),
  };
}

function takeBatch(queue: Waiting[]): Waiting[] {
  let lines = 0;
  let count = 0;
  while (count < queue.length && count < BATCH_ORDERS_MAX) {
    lines += queue[count]?.job.request.lines.length ?? 0;
    if (count > 0 && lines > BATCH_LINES_MAX) break;
    count += 1;
  }
  return queue.splice(0, count);
}

/** What makes two requests the same one. */
function namesOf(job: CaptureJob): string[] {
  const { channel, externalId } = job.request;
  const tenant = uuidOf(job.tenant);
  return [
    ...(job.key === null ? [] : [`${tenant} key ${job.key.key}`]),
    ...(externalId === undefined ? [] : [`${tenant} order ${channel} ${externalId}`]),
  ];
}

async function afterSame<T>(
  running: Map<string, Promise<unknown>>,
  names: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const before = names.flatMap((name) => running.get(name) ?? []);
  const result = before.length === 0 ? work() : Promise.allSettled(before).then(work);
  for (const name of names) running.set(name, result);
  try {
    return await result;
  } finally {
    for (const name of names) if (running.get(name) === result) running.delete(name);
  }
}
