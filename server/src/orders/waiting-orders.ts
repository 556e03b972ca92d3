// The orders that wait for a batch: first come first served within a tenant, and tenants take turns,
// a batch each. A tenant that has the process to itself gets large batches, which cost less per order;
// one that shares it gets small ones, so that the others are never behind a large one.

import type { TenantId } from '@doorstep/core/ids.ts';
import type { CaptureJob, CaptureOutcome } from './capture-job.ts';

interface BatchSize {
  readonly orders: number;
  /** A single order may have more. */
  readonly lines: number;
}

/** Past a few hundred orders, waiting grows faster than throughput. */
const ALONE: BatchSize = { orders: 256, lines: 2_000 };
const AMONG_OTHERS: BatchSize = { orders: 64, lines: 500 };
/** A tenant has others beside it while theirs wait, and for so long after one of theirs came. */
const OTHERS_STAY_MS = 1_000;
/**
 * Orders waiting in this process; about 10 kB each, 40 MB. One tenant may fill it, but then another
 * that has less than its share still gets in, up to twice as many in all.
 */
export const WAITING_MAX = 4_000;

export interface WaitingOrder {
  readonly job: CaptureJob;
  resolve(outcome: CaptureOutcome): void;
  reject(error: unknown): void;
}

export interface WaitingOrders {
  count(): number;
  hasRoomFor(tenant: TenantId): boolean;
  add(order: WaitingOrder): void;
  /** The tenant whose turn it is among those that are ready; told how many wait, and fit in a batch. */
  next(
    isReady: (tenant: TenantId, orders: number, ordersMax: number) => boolean,
  ): TenantId | undefined;
  takeBatch(tenant: TenantId): WaitingOrder[];
}

/** @param now in milliseconds, of a clock that only goes forward */
export function waitingOrders(now: () => number): WaitingOrders {
  // A Map keeps insertion order: a tenant that was served goes to the end.
  const queues = new Map<TenantId, WaitingOrder[]>();
  const company = companyWatch(now);
  let count = 0;
  const sizeFor = (tenant: TenantId) =>
    queues.size > (queues.has(tenant) ? 1 : 0) || company.hadOthers(tenant) ? AMONG_OTHERS : ALONE;
  return {
    count: () => count,
    hasRoomFor(tenant) {
      if (count < WAITING_MAX) return true;
      const own = queues.get(tenant)?.length ?? 0;
      return count < 2 * WAITING_MAX && own < WAITING_MAX / (queues.size + 1);
    },
    add(order) {
      const { tenant } = order.job;
      const queue = queues.get(tenant);
      if (queue === undefined) queues.set(tenant, [order]);
      else queue.push(order);
      company.cameFrom(tenant);
      count += 1;
    },
    next(isReady) {
      for (const [tenant, queue] of queues)
        if (isReady(tenant, queue.length, sizeFor(tenant).orders)) return tenant;
      return undefined;
    },
    takeBatch(tenant) {
      const queue = queues.get(tenant) ?? [];
      const batch = queue.splice(0, batchSize(queue, sizeFor(tenant)));
      queues.delete(tenant);
      if (queue.length > 0) queues.set(tenant, queue);
      count -= batch.length;
      return batch;
    },
  };
}

function batchSize(queue: readonly WaitingOrder[], max: BatchSize): number {
  let lines = 0;
  let size = 0;
  while (size < queue.length && size < max.orders) {
    lines += queue[size]?.job.request.lines.length ?? 0;
    if (size > 0 && lines > max.lines) break;
    size += 1;
  }
  return size;
}

/** Two tenants are enough to remember: the one that came last, and who came before it. */
function companyWatch(now: () => number) {
  let last: { readonly tenant: TenantId; at: number } | undefined;
  let otherAt = Number.NEGATIVE_INFINITY;
  return {
    cameFrom(tenant: TenantId): void {
      const at = now();
      if (last?.tenant === tenant) last.at = at;
      else {
        otherAt = last?.at ?? otherAt;
        last = { tenant, at };
      }
    },
    hadOthers(tenant: TenantId): boolean {
      if (last === undefined) return false;
      return now() - (last.tenant === tenant ? otherAt : last.at) < OTHERS_STAY_MS;
    },
  };
}
