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
import {
  WAITING_MAX,
  type WaitingOrder,
  type WaitingOrders,
  waitingOrders,
} from './waiting-orders.ts';

/** Two flushes of a tenant keep server and database busy; what is beyond is for other tenants. */
const FLUSHES_OF_TENANT_MAX = 2;
/**
 * A second flush of the same tenant waits until so many orders want it, or so long: fewer and larger
 * transactions cost less per order (measured: 76 orders in each against 120 took 8 % more CPU).
 */
const COMPANY_ORDERS = 112;
const COMPANY_MS = 12;

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

/** @param flushesMax transactions in flight at once */
export function captureQueue(deps: CaptureDeps, flushesMax: number): CaptureQueue {
  const waiting = waitingOrders(() => performance.now());
  const oneAfterOther = runOneAfterOther();
  let streams: (() => void)[] = [];
  const hasRoomForStream = () => waiting.count() < WAITING_MAX / 2;
  const pumpSoon = pumping(deps, waiting, flushesMax, () => {
    if (!hasRoomForStream()) return;
    const woken = streams;
    streams = [];
    for (const wake of woken) wake();
  });

  function enqueue(job: CaptureJob): Promise<CaptureOutcome> {
    if (!waiting.hasRoomFor(job.tenant))
      return Promise.resolve(
        refuse('overloaded', `${waiting.count()} orders are waiting already.`),
      );
    return new Promise((resolve, reject) => {
      waiting.add({ job, resolve, reject });
      pumpSoon();
    });
  }

  return {
    capture(tenant, actor, request, key) {
      const hashes = key === null ? null : hashesOf({ tenant, actor, now: deps.now() }, key);
      const job: CaptureJob = { tenant, actor, request, key: hashes, order: newId('order') };
      return oneAfterOther(namesOf(job), () => enqueue(job));
    },
    roomForStream: () =>
      hasRoomForStream() ? Promise.resolve() : new Promise((resolve) => streams.push(resolve)),
  };
}

/**
 * Takes batches off the queue while fewer than `flushesMax` are in flight.
 *
 * @returns to be called when an order was added
 */
function pumping(
  deps: CaptureDeps,
  waiting: WaitingOrders,
  flushesMax: number,
  onTaken: () => void,
): () => void {
  /** The tenants of the flushes in flight. */
  const inFlight: TenantId[] = [];
  let patience: NodeJS.Timeout | undefined;
  let isDue = false;

  /** A tenant whose flush is under way waits for company; one that has none is served at once. */
  function pump(hasWaited = false): void {
    const isReady = (tenant: TenantId, orders: number, ordersMax: number) => {
      const own = inFlight.filter((one) => one === tenant).length;
      if (own === 0) return true;
      return (
        own < FLUSHES_OF_TENANT_MAX && (hasWaited || orders >= Math.min(COMPANY_ORDERS, ordersMax))
      );
    };
    while (inFlight.length < flushesMax) {
      const tenant = waiting.next(isReady);
      if (tenant === undefined) break;
      start(tenant);
    }
    if (inFlight.length < flushesMax && waiting.count() > 0)
      patience ??= setTimeout(stopWaiting, COMPANY_MS);
    onTaken();
  }

  function start(tenant: TenantId): void {
    clearTimeout(patience);
    patience = undefined;
    inFlight.push(tenant);
    void flush(deps, waiting.takeBatch(tenant)).finally(() => {
      inFlight.splice(inFlight.indexOf(tenant), 1);
      pump();
    });
  }

  function stopWaiting(): void {
    patience = undefined;
    pump(true);
  }

  return () => {
    if (isDue || inFlight.length >= flushesMax) return;
    isDue = true;
    // What arrives in the same tick of the event loop goes into the same batch.
    setImmediate(() => {
      isDue = false;
      pump();
    });
  };
}

async function flush(deps: CaptureDeps, batch: readonly WaitingOrder[]): Promise<void> {
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
