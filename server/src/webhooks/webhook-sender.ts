// The loop that sends what is due: leases, sends outside of any transaction, records. Tenants take
// turns, and so do their endpoints, so that a slow receiver keeps only its own events waiting. When
// something is tried is a matter of processes and receivers, so all of it runs on the real clock.

import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import type { SecretBox } from '../access/secret-box.ts';
import type { Pool } from '../db/pool.ts';
import { runCommand } from '../db/run-command.ts';
import { inTransaction, lookOnce } from '../db/transaction.ts';
import type { GuardedHttp } from '../http/guarded-request.ts';
import {
  deletePendingOfRemoved,
  releaseLeases,
  selectTenantsWithDueDeliveries,
} from './deliveries.sql.ts';
import { disableEndpoint } from './disable-endpoint.ts';
import { type LeasedDelivery, type LeaseTerms, leaseDeliveries } from './lease-deliveries.ts';
import { type DoneTry, recordTries } from './record-tries.ts';
import { type Sender, sendDelivery } from './send-delivery.ts';
import { type Turns, takeTurns } from './take-turns.ts';

export interface WebhookSender {
  /** Starts what may be sent now; @returns milliseconds to wait before the next call */
  step(): Promise<number>;
  /** Something was queued. */
  wake(): void;
  /** Lets what is under way come to its end for a moment, then gives it back. */
  stop(): Promise<void>;
}

export interface SenderOptions {
  /** For one try, all in all: the specification recommends 15 to 30 seconds. */
  readonly timeoutMs: number;
  /** Longer than a try and its recording take: who dies keeps its deliveries for so long. */
  readonly leaseMs: number;
  readonly graceMs: number;
}

const USUAL: SenderOptions = { timeoutMs: 15_000, leaseMs: 20_000, graceMs: 2000 };

/** It looks this often when nobody wakes it: other processes queue, too, and retries fall due. */
const LOOK_MS = 250;
/** Deleted at once of what waits for endpoints that were removed; the rest the next time. */
const DELETED_MAX = 1000;
/** What came of a try is told to the database this often when it does not take it. */
const RECORD_TRIES_MAX = 3;
const RECORD_AGAIN_MS = 500;
/** Deliveries whose secret cannot be opened wait for an operator. */
const UNREADABLE_WAIT_MS = 60_000;

/** Of the runtime. */
export interface SenderRuntime {
  readonly app: Pool;
  readonly clock: Pool;
  readonly now: () => Date;
  readonly realNow: () => Date;
  readonly log: Logger;
  readonly outbound: GuardedHttp;
  readonly secrets: SecretBox;
}

export function webhookSender(
  runtime: SenderRuntime,
  options: Partial<SenderOptions> = {},
): WebhookSender {
  const { timeoutMs, leaseMs, graceMs } = { ...USUAL, ...options };
  const stopping = new AbortController();
  const { outbound, secrets, now, realNow } = runtime;
  const sender: Sender = { outbound, secrets, now, realNow, timeoutMs, signal: stopping.signal };
  const turns = takeTurns();
  const underWay = new Set<Promise<void>>();
  const bell = doorbell();
  let isStopped = false;

  const record = inBatches<DoneTry>(async (tenant, tries) => {
    const endpoints = new Set(tries.map(({ delivery }) => delivery.endpoint.id)).size;
    const most = isStopped ? 0 : turns.next(tenant, tries.length, endpoints);
    const next = await writeTries(runtime, tenant, tries, { leaseMs, most });
    turns.finished(
      tenant,
      tries.map(({ delivery }) => delivery),
    );
    for (const delivery of next) start(tenant, delivery);
    // Slots became free for others; else what these endpoints have due was leased just now.
    if (most === 0) bell.ring();
  });

  function start(tenant: TenantId, delivery: LeasedDelivery): void {
    turns.started(tenant, delivery);
    const work = deliver(runtime, sender, tenant, delivery).then((done) =>
      done === undefined ? turns.finished(tenant, [delivery]) : record(tenant, done),
    );
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function untilIdle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    async step() {
      if (isStopped) return LOOK_MS;
      const started = await startDue(runtime, turns, leaseMs, start);
      if (started === 0) await bell.rungWithin(LOOK_MS);
      return 0;
    },
    wake: bell.ring,
    async stop() {
      isStopped = true;
      bell.ring();
      await Promise.race([untilIdle(), sleep(graceMs, undefined, { ref: false })]);
      stopping.abort();
      await untilIdle();
    },
  };
}

/** @returns how many deliveries were started */
async function startDue(
  { clock, app, realNow }: SenderRuntime,
  turns: Turns,
  leaseMs: number,
  start: (tenant: TenantId, delivery: LeasedDelivery) => void,
): Promise<number> {
  if (!turns.hasRoom()) return 0;
  const due = await lookOnce(clock, selectTenantsWithDueDeliveries, [realNow()]);
  let started = 0;
  for (const { tenant_id, endpoints, most } of turns.of(due)) {
    const tenant = idFromUuid('tenant', tenant_id);
    const leased = await inTransaction(app, tenant, async (tx) => {
      const taken = await leaseDeliveries(tx, endpoints, { now: realNow(), leaseMs, most });
      if (taken.length === 0) await tx.run(deletePendingOfRemoved, [endpoints, DELETED_MAX]);
      return taken;
    });
    turns.leased(endpoints, leased);
    for (const delivery of leased) start(tenant, delivery);
    started += leased.length;
  }
  return started;
}

/** @returns what came of it; undefined when there is nothing to record */
async function deliver(
  runtime: SenderRuntime,
  sender: Sender,
  tenant: TenantId,
  delivery: LeasedDelivery,
): Promise<DoneTry | undefined> {
  try {
    const result = await sendDelivery(sender, tenant, delivery);
    if (result !== undefined) return { delivery, result, random: Math.random() };
    await giveBack(runtime, tenant, delivery, 0);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    runtime.log.error({ tenant, endpoint: delivery.endpoint.id, reason }, 'a webhook was not sent');
    await giveBack(runtime, tenant, delivery, UNREADABLE_WAIT_MS);
  }
  return undefined;
}

/** Not necessary: its lease would run out. */
async function giveBack(
  { app, realNow }: SenderRuntime,
  tenant: TenantId,
  { id, lease, endpoint }: LeasedDelivery,
  waitMs: number,
): Promise<void> {
  const rows = JSON.stringify([{ endpoint: endpoint.id, id, lease }]);
  const at = new Date(realNow().getTime() + waitMs);
  await inTransaction(app, tenant, (tx) => tx.run(releaseLeases, [rows, at])).catch(() => {});
}

/** Does the work of a tenant in batches: what comes while one is at work is the next. */
function inBatches<T>(
  work: (tenant: TenantId, batch: readonly T[]) => Promise<void>,
): (tenant: TenantId, one: T) => Promise<void> {
  const waiting = new Map<TenantId, T[]>();
  const working = new Map<TenantId, Promise<void>>();

  async function workOff(tenant: TenantId): Promise<void> {
    for (let batch = waiting.get(tenant); batch !== undefined; batch = waiting.get(tenant)) {
      waiting.delete(tenant);
      await work(tenant, batch);
    }
    working.delete(tenant);
  }

  return (tenant, one) => {
    const others = waiting.get(tenant);
    if (others === undefined) waiting.set(tenant, [one]);
    else others.push(one);
    const ongoing = working.get(tenant) ?? workOff(tenant);
    working.set(tenant, ongoing);
    return ongoing;
  };
}

/**
 * Records, and leases what the same endpoints get next. What cannot be recorded is sent again when
 * its lease has run out: at least once.
 */
async function writeTries(
  { app, now, realNow, log }: SenderRuntime,
  tenant: TenantId,
  tries: readonly DoneTry[],
  terms: Omit<LeaseTerms, 'now'>,
): Promise<readonly LeasedDelivery[]> {
  const actor = systemActor('deliver-webhooks');
  const endpoints = [...new Set(tries.map(({ delivery }) => delivery.endpoint.id))];
  for (let attempt = 1; attempt <= RECORD_TRIES_MAX; attempt += 1) {
    try {
      const context = { tenant, actor, now: now() };
      const { outcome } = await runCommand(app, context, null, async (tx) => {
        const givenUp = await recordTries(tx, tries, realNow());
        const mayLease = terms.most > 0 && givenUp.length === 0;
        const next = mayLease
          ? await leaseDeliveries(tx, endpoints, { ...terms, now: realNow() })
          : [];
        return { givenUp, next };
      });
      if (isRefusal(outcome)) throw new Error(outcome.detail);
      for (const one of outcome.givenUp)
        await runCommand(app, context, null, (tx) => disableEndpoint(tx, one));
      return outcome.next;
    } catch (error) {
      log.warn({ err: error, tenant, attempt }, 'what came of webhooks was not recorded');
      await sleep(RECORD_AGAIN_MS, undefined, { ref: false });
    }
  }
  return [];
}

/** Wakes one sleeper; rung while nobody sleeps, the next one does not. */
function doorbell() {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring(): void {
      isRung = true;
      wake?.();
    },
    async rungWithin(ms: number): Promise<void> {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          timer.unref();
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      wake = undefined;
      isRung = false;
    },
  };
}
