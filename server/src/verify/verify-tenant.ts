// `doorstep verify`: proves the invariants of a tenant on a live system, and names what breaks one.

import type { TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inSnapshot } from '../db/transaction.ts';
import { bookInvariants } from './books.sql.ts';
import { customerInvariants } from './customers.sql.ts';
import { dropInvariants } from './drops.sql.ts';
import { exceptionInvariants } from './exceptions.sql.ts';
import { flowInvariants } from './flow.sql.ts';
import { fulfillmentInvariants } from './fulfillment.sql.ts';
import { historyInvariants } from './history.sql.ts';
import { logInvariants } from './log.sql.ts';
import { moneyRuleInvariants } from './money-rules.sql.ts';
import { orderListInvariants } from './order-list.sql.ts';
import { orderInvariants } from './orders.sql.ts';
import { paymentInvariants } from './payments.sql.ts';
import { reportInvariants } from './reports.sql.ts';
import { returnInvariants } from './returns.sql.ts';
import { setWork, unlimit, type Violation } from './sql.ts';
import { stockInvariants } from './stock.sql.ts';
import { storedValueInvariants } from './stored-value.sql.ts';
import { trackingInvariants } from './tracking.sql.ts';
import { webhookInvariants } from './webhooks.sql.ts';

export interface CheckedInvariant {
  readonly name: string;
  readonly ok: boolean;
  readonly violations: readonly Violation[];
}

export interface Verification {
  readonly ok: boolean;
  readonly checks: readonly CheckedInvariant[];
  readonly tookMs: number;
}

export async function verifyTenant(pool: Pool, tenant: TenantId): Promise<Verification> {
  const started = performance.now();
  const checks = await inSnapshot(pool, tenant, async (tx) => {
    await tx.run(setWork);
    await tx.run(unlimit);
    const done: CheckedInvariant[] = [];
    for (const { name, violations } of [
      ...customerInvariants,
      ...stockInvariants,
      ...dropInvariants,
      ...orderInvariants,
      ...orderListInvariants,
      ...fulfillmentInvariants,
      ...trackingInvariants,
      ...returnInvariants,
      ...historyInvariants,
      ...paymentInvariants,
      ...bookInvariants,
      ...moneyRuleInvariants,
      ...storedValueInvariants,
      ...exceptionInvariants,
      ...reportInvariants,
      ...flowInvariants,
      ...webhookInvariants,
      ...logInvariants,
    ]) {
      const found = await tx.rows(violations);
      done.push({ name, ok: found.length === 0, violations: found });
    }
    return done;
  });
  const ok = checks.every((check) => check.ok);
  return { ok, checks, tookMs: Math.round(performance.now() - started) };
}
