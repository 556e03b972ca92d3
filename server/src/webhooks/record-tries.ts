// Records what came of a batch of tries: the deliveries, and how their endpoints do.

import { idFromUuid } from '@doorstep/core/ids.ts';
import {
  DAYS_DEAD_KEPT,
  DAYS_DELIVERED_KEPT,
  DAYS_PENDING_KEPT,
} from '@doorstep/core/webhooks/attempt.ts';
import { retryDelayMs } from '@doorstep/core/webhooks/backoff.ts';
import {
  afterTry,
  type EndpointHealth,
  isGivenUp,
} from '@doorstep/core/webhooks/endpoint-health.ts';
import type { CommandTx } from '../db/run-command.ts';
import { recordTries as recordRows } from './deliveries.sql.ts';
import { existsEndpoint, type HealthRow, lockHealth, updateHealth } from './endpoints.sql.ts';
import type { LeasedDelivery } from './lease-deliveries.ts';
import type { EndpointId } from './read-endpoint.ts';
import type { TryResult } from './send-delivery.ts';

export interface DoneTry {
  readonly delivery: LeasedDelivery;
  readonly result: TryResult;
  /** From 0 to 1: spreads what failed together. */
  readonly random: number;
}

export interface GivenUp {
  readonly endpoint: EndpointId;
  readonly reason: 'gone' | 'failing';
  /** What was tried: another URL is another chance. */
  readonly url: string;
}

const DAY_MS = 86_400_000;

/** @returns endpoints to switch off */
export async function recordTries(
  tx: CommandTx,
  tries: readonly DoneTry[],
  realNow: Date,
): Promise<readonly GivenUp[]> {
  const endpoints = [...new Set(tries.map(({ delivery }) => delivery.endpoint.id))];
  const healths = await tx.rows(lockHealth, [endpoints]);
  const rows = JSON.stringify(tries.map((one) => rowOf(one, tx.now)));
  const written = await tx.rows(recordRows, [rows]);
  const states = new Map(written.map((row) => [row.id, row.state]));
  // A try under a lease that ran out counts for nothing, unless it arrived.
  const counted = tries.filter(({ delivery }) => states.has(delivery.id));
  const isDead = ({ delivery }: DoneTry) => states.get(delivery.id) === 'dead';
  const after = healths.map((row) => {
    const own = counted.filter(({ delivery }) => delivery.endpoint.id === row.endpoint_id);
    return { row, own, health: healthAfter(healthOf(row), own), hasDied: own.some(isDead) };
  });
  const changed = after.filter(({ own }) => own.length > 0);
  const reported = [];
  for (const one of changed) reported.push(await report(tx, one));
  if (reported.length > 0) await tx.run(updateHealth, [JSON.stringify(reported)]);
  return changed.flatMap(({ row, own, health }) => givenUp(row, own, health, realNow));
}

/** It is tried by the real clock, and kept by that of the shop. */
function rowOf({ delivery, result, random }: DoneTry, shopNow: Date) {
  const { failure, at } = result;
  const end = endOf(result);
  const waitMs =
    failure === null || failure === 'event-missing'
      ? undefined
      : retryDelayMs(delivery.attempts + 1, result.retryAfterMs, random);
  const state = failure === null ? 'delivered' : waitMs === undefined ? 'dead' : 'pending';
  const keptDays = {
    delivered: DAYS_DELIVERED_KEPT,
    dead: DAYS_DEAD_KEPT,
    pending: DAYS_PENDING_KEPT,
  };
  return {
    endpoint: delivery.endpoint.id,
    id: delivery.id,
    lease: delivery.lease,
    state,
    nextAttemptAt: new Date(end.getTime() + (waitMs ?? 0)),
    at,
    status: result.status,
    failure,
    answer: result.answer,
    tookMs: result.tookMs,
    finishedAt: state === 'pending' ? null : end,
    forgetAt: new Date(shopNow.getTime() + keptDays[state] * DAY_MS),
  };
}

function endOf({ at, tookMs }: TryResult): Date {
  return new Date(at.getTime() + tookMs);
}

function healthOf(row: HealthRow): EndpointHealth {
  return {
    lastSuccessAt: row.last_success_at,
    lastFailureAt: row.last_failure_at,
    lastFailure: row.last_failure,
    failingSince: row.failing_since,
    failuresInRow: row.failures_in_row,
    pausedUntil: row.paused_until,
  };
}

function healthAfter(before: EndpointHealth, own: readonly DoneTry[]): EndpointHealth {
  return own.reduce((health, { result }) => {
    const { at, failure, isBusy } = result;
    // Nothing was sent, so nothing is known of the endpoint.
    if (failure === 'event-missing') return health;
    const retryAfterMs = isBusy ? result.retryAfterMs : null;
    return afterTry(health, { at, endedAt: endOf(result), failure, retryAfterMs });
  }, before);
}

interface After {
  readonly row: HealthRow;
  readonly health: EndpointHealth;
  readonly hasDied: boolean;
}

/**
 * People are told once when deliveries die, and that it is over when one arrives. Only once: what
 * is told is an event, which this endpoint may want, too, and which dies as well.
 */
async function report(tx: CommandTx, { row, health, hasDied }: After) {
  const endpoint = idFromUuid('webhookEndpoint', row.endpoint_id);
  const isWell = health.failuresInRow === 0;
  if (row.is_reported && isWell) tx.clear({ type: 'webhook-failing', cause: endpoint });
  const isNew = !row.is_reported && hasDied && !isWell;
  // Who removes it waits for this transaction, or was there before: asked for behind the lock.
  if (isNew && (await tx.row(existsEndpoint, [row.endpoint_id])) !== undefined)
    tx.raise({
      type: 'webhook-failing',
      cause: endpoint,
      about: { webhookEndpoint: endpoint },
      data: { endpoint, failure: health.lastFailure, failingSince: health.failingSince },
    });
  return {
    endpoint: row.endpoint_id,
    ...health,
    isReported: !isWell && (row.is_reported || hasDied),
  };
}

function givenUp(
  row: HealthRow,
  own: readonly DoneTry[],
  health: EndpointHealth,
  now: Date,
): GivenUp[] {
  const endpoint = idFromUuid('webhookEndpoint', row.endpoint_id);
  const url = own.at(-1)?.delivery.endpoint.url ?? '';
  if (own.some(({ result }) => result.failure === 'gone'))
    return [{ endpoint, reason: 'gone', url }];
  return isGivenUp(health, now) ? [{ endpoint, reason: 'failing', url }] : [];
}
