// Does what was intended: calls providers outside any transaction, with the intent's id as
// idempotency key, and records what they answer. An intent is leased while it is being done, and the
// lease renewed, so that what a process left behind is due again soon, under the same key. When an
// intent is due is told by the shop's clock, its lease by the real one.

import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type { Logger } from 'pino';
import type { Pool } from '../db/pool.ts';
import { runCommand } from '../db/run-command.ts';
import { inTransaction, lookOnce } from '../db/transaction.ts';
import { type AskDeps, askProvider } from './ask-provider.ts';
import {
  extendLease,
  type LeasedIntent,
  leaseIntents,
  selectTenantsWithDueIntents,
} from './intents.sql.ts';
import { recordAnswer } from './record-answer.ts';
import { recordHealth } from './record-health.ts';

/** Calls under way at once: providers take a second, and their answers need a connection each. */
const CALLS_MAX = 32;
/** Of one tenant, so that a provider that hangs does not keep the others waiting. */
const CALLS_PER_TENANT_MAX = 8;
export interface LeaseTerms {
  readonly leaseMs: number;
  /** A few renewals may be missed before somebody else takes what is being done. */
  readonly renewedMs: number;
}
const USUAL: LeaseTerms = { leaseMs: 10_000, renewedMs: 3000 };

export interface IntentRunner {
  /** Starts what is due, as far as there is room. @returns how many calls it started */
  step(): Promise<number>;
  /** Resolves when something that was started is done, which more may follow, or after a while. */
  pause(longestMs: number): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
  /** Waits for no provider any more, and ends when all is recorded. */
  stop(): Promise<void>;
}

export interface RunnerDeps extends AskDeps {
  readonly clock: Pool;
  readonly now: () => Date;
  readonly realNow: () => Date;
  readonly log: Logger;
  readonly lease?: LeaseTerms;
}

export function runIntents(deps: RunnerDeps): IntentRunner {
  const underWay = new Map<Promise<void>, TenantId>();
  const countOf = (tenant: TenantId) =>
    [...underWay.values()].filter((one) => one === tenant).length;
  const stopping = new AbortController();
  let lastServed = '';

  function start(tenant: TenantId, intent: LeasedIntent): void {
    const done = finish(deps, tenant, intent, stopping.signal).finally(() => underWay.delete(done));
    underWay.set(done, tenant);
  }

  async function step(): Promise<number> {
    const room = CALLS_MAX - underWay.size;
    if (room <= 0) return 0;
    const full = [...new Set(underWay.values())].filter(
      (tenant) => countOf(tenant) >= CALLS_PER_TENANT_MAX,
    );
    const tenants = await tenantsWithDue(deps, full);
    let started = 0;
    for (const tenant of inTurn(tenants, lastServed)) {
      const limit = Math.min(CALLS_PER_TENANT_MAX - countOf(tenant), room - started);
      if (limit <= 0) continue;
      const leased = await lease(deps, tenant, limit);
      for (const intent of leased) start(tenant, intent);
      started += leased.length;
      lastServed = tenant;
    }
    return started;
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay.keys());
  }

  return {
    step,
    pause: (longestMs) =>
      Promise.race([sleep(longestMs, undefined, { ref: false }), ...underWay.keys()]),
    settled,
    async stop() {
      stopping.abort();
      await settled();
    },
  };
}

async function tenantsWithDue(deps: RunnerDeps, full: readonly TenantId[]): Promise<TenantId[]> {
  const moments = [deps.now(), deps.realNow()];
  const rows = await lookOnce(deps.clock, selectTenantsWithDueIntents, [
    ...moments,
    full.map(uuidOf),
  ]);
  return rows.map((row) => idFromUuid('tenant', row.tenant_id)).sort();
}

/** Behind the one that was served last comes the next. */
function inTurn(tenants: readonly TenantId[], lastServed: string): TenantId[] {
  return [
    ...tenants.filter((tenant) => tenant > lastServed),
    ...tenants.filter((tenant) => tenant <= lastServed),
  ];
}

function lease(deps: RunnerDeps, tenant: TenantId, limit: number): Promise<LeasedIntent[]> {
  return inTransaction(deps.app, tenant, (tx) =>
    tx.rows(leaseIntents, [deps.now(), limit, deps.realNow(), leasedUntil(deps)]),
  );
}

function leasedUntil({ realNow, lease: { leaseMs } = USUAL }: RunnerDeps): Date {
  return new Date(realNow().getTime() + leaseMs);
}

/** Keeps the lease of an intent until its signal aborts. */
function keepLease(
  deps: RunnerDeps,
  tenant: TenantId,
  { id, attempts }: LeasedIntent,
  isDone: AbortSignal,
): void {
  const timer = setInterval(
    () => {
      inTransaction(deps.app, tenant, (tx) =>
        tx.run(extendLease, [id, attempts, leasedUntil(deps)]),
      ).catch((error) =>
        deps.log.warn({ err: error, tenant, intent: id }, 'a lease is not renewed'),
      );
    },
    (deps.lease ?? USUAL).renewedMs,
  );
  isDone.addEventListener('abort', () => clearInterval(timer));
}

/** Never rejects: what could not be recorded is done again when its lease has run out. */
async function finish(
  deps: RunnerDeps,
  tenant: TenantId,
  intent: LeasedIntent,
  stopping: AbortSignal,
): Promise<void> {
  const id = idFromUuid('paymentIntent', intent.id);
  const done = new AbortController();
  keepLease(deps, tenant, intent, done.signal);
  try {
    const { answer, connection, failure } = await askProvider(deps, tenant, intent, stopping);
    const context = { tenant, actor: systemActor('payments'), now: deps.now() };
    await runCommand(deps.app, context, null, async (tx) => {
      if (connection !== null) await recordHealth(tx, connection, failure);
      return recordAnswer(tx, id, answer);
    });
  } catch (error) {
    deps.log.warn({ err: error, tenant, intent: id }, 'a payment intent is tried again');
  } finally {
    done.abort();
  }
}
