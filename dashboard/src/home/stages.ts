// Where each number of the control tower leads, and from which age it is told in color.

import type { SummarizeWorkAnswer } from '@doorstep/sdk';

export type Stage = SummarizeWorkAnswer['stages'][number]['stage'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface StageFacts {
  /** A list that holds exactly what was counted. */
  readonly path: string;
  /** Older than this is slow, */
  readonly slowMs: number;
  /** and older than this is too old. */
  readonly tooOldMs: number;
}

export const STAGES: Readonly<Record<Stage, StageFacts>> = {
  'awaiting-payment': {
    path: '/orders?paymentStatus=pending',
    slowMs: DAY_MS,
    tooOldMs: 3 * DAY_MS,
  },
  'on-hold': { path: '/orders?status=on-hold', slowMs: 4 * HOUR_MS, tooOldMs: DAY_MS },
  'to-release': {
    path: '/orders?status=open&fulfillmentStatus=unfulfilled&stockStatus=promised',
    slowMs: 4 * HOUR_MS,
    tooOldMs: DAY_MS,
  },
  'to-pick': { path: '/queues/to-pick', slowMs: 4 * HOUR_MS, tooOldMs: DAY_MS },
  'to-pack': { path: '/queues/to-pack', slowMs: 4 * HOUR_MS, tooOldMs: DAY_MS },
  'to-ship': { path: '/queues/to-ship', slowMs: 4 * HOUR_MS, tooOldMs: DAY_MS },
  'partly-shipped': { path: '/queues/partly-shipped', slowMs: DAY_MS, tooOldMs: 3 * DAY_MS },
  'in-transit': { path: '/queues/in-transit', slowMs: 5 * DAY_MS, tooOldMs: 10 * DAY_MS },
  'to-refund': { path: '/queues/to-refund', slowMs: 2 * DAY_MS, tooOldMs: 7 * DAY_MS },
};

export type Age = 'inTime' | 'slow' | 'tooOld';

export function ageOf(stage: Stage, oldestAt: string | null, now: Date): Age {
  if (oldestAt === null) return 'inTime';
  const ms = now.getTime() - new Date(oldestAt).getTime();
  const { slowMs, tooOldMs } = STAGES[stage];
  if (ms > tooOldMs) return 'tooOld';
  return ms > slowMs ? 'slow' : 'inTime';
}
