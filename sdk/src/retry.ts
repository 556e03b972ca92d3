// Which failures may pass, and how long to wait before the next try.

import { DoorstepError, DoorstepUnreachable } from './doorstep-error.ts';

export interface RetryPolicy {
  readonly retriesMax: number;
  /** The first wait is at most this long, each further one at most twice the one before. */
  readonly backoffMs: number;
}

const PASSING = new Set([408, 425, 429, 502, 503, 504]);
const BACKOFF_MS_MAX = 10_000;
/** A server that asks for more than this is better heard by the caller. */
const RETRY_AFTER_SECONDS_MAX = 60;

/** Milliseconds to wait before the next try; undefined when there should be none. */
export function waitBeforeRetry(
  error: unknown,
  retriesDone: number,
  { retriesMax, backoffMs }: RetryPolicy,
): number | undefined {
  if (retriesDone >= retriesMax || !mayPass(error)) return undefined;
  const asked = error instanceof DoorstepError ? error.retryAfterSeconds : null;
  if (asked !== null) return asked <= RETRY_AFTER_SECONDS_MAX ? asked * 1000 : undefined;
  return backoff(retriesDone, backoffMs);
}

/** Exponential with full jitter, so that clients that failed together do not come back together. */
export function backoff(retriesDone: number, backoffMs: number): number {
  return Math.random() * Math.min(BACKOFF_MS_MAX, backoffMs * 2 ** retriesDone);
}

export function mayPass(error: unknown): boolean {
  if (error instanceof DoorstepUnreachable) return true;
  if (!(error instanceof DoorstepError)) return false;
  return PASSING.has(error.status) || error.code === 'idempotency-in-flight';
}

/** @throws the signal's reason as soon as it is aborted */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
