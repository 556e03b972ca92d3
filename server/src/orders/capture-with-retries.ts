// What to do when a batch does not go through: decide the contested orders under locks, try a
// deadlock again, and halve a batch that breaks, so that one bad order never fails another.

import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '@doorstep/core/ids.ts';
import { brokenConstraint, isRetryable, isTimeout, isUnreachable } from '../db/transaction.ts';
import type { CaptureDeps, CaptureJob, CaptureOutcome } from './capture-job.ts';
import { captureOrders } from './capture-orders.ts';
import { StockContested } from './stock-contested.ts';

const ATTEMPTS_MAX = 5;

/** An outcome per job; an Error for a job that failed for a reason that is ours. */
export async function captureWithRetries(
  deps: CaptureDeps,
  tenant: TenantId,
  jobs: readonly CaptureJob[],
  locked = false,
  attempt = 1,
): Promise<(CaptureOutcome | Error)[]> {
  try {
    return await captureOrders(deps, tenant, jobs, locked);
  } catch (error) {
    // Trying again without the database is in vain, and after a broken commit it would capture
    // twice what has no key: the caller is told, and asks again under the key it sent.
    if (isUnreachable(error) || isTimeout(error)) return jobs.map(() => asError(error));
    if (attempt < ATTEMPTS_MAX && mayTryAgain(error, locked)) {
      await sleep(Math.random() * 4 ** attempt);
      return captureWithRetries(deps, tenant, jobs, locked, attempt + 1);
    }
    if (error instanceof StockContested && !locked)
      return captureContested(deps, tenant, jobs, error.jobs);
    if (jobs.length === 1) return [asError(error)];
    const half = Math.ceil(jobs.length / 2);
    return [
      ...(await captureWithRetries(deps, tenant, jobs.slice(0, half), locked)),
      ...(await captureWithRetries(deps, tenant, jobs.slice(half), locked)),
    ];
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * A deadlock, an order that another process wrote in the meantime, or a level that came to be while
 * the others were locked: the next attempt finds it.
 */
function mayTryAgain(error: unknown, locked: boolean): boolean {
  return (
    isRetryable(error) ||
    brokenConstraint(error) === 'orders_external_id' ||
    (locked && error instanceof StockContested)
  );
}

/** Orders that want contested stock are decided under locks, the others as before. */
async function captureContested(
  deps: CaptureDeps,
  tenant: TenantId,
  jobs: readonly CaptureJob[],
  contested: ReadonlySet<CaptureJob>,
): Promise<(CaptureOutcome | Error)[]> {
  const under = jobs.filter((job) => contested.has(job));
  const rest = jobs.filter((job) => !contested.has(job));
  const outcomes = new Map<CaptureJob, CaptureOutcome | Error>();
  const keep = (part: readonly CaptureJob[], results: readonly (CaptureOutcome | Error)[]) =>
    part.forEach((job, index) => {
      const result = results[index];
      if (result !== undefined) outcomes.set(job, result);
    });
  keep(under, await captureWithRetries(deps, tenant, under, true));
  if (rest.length > 0) keep(rest, await captureWithRetries(deps, tenant, rest));
  return jobs.map((job) => outcomes.get(job) ?? new Error('an order was left without an outcome'));
}
