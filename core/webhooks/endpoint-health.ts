// How an endpoint does: what a try changes about it, how hard it may be pressed, and when it is
// given up.

export interface EndpointHealth {
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailure: string | null;
  /** The first failure since the last success. */
  readonly failingSince: Date | null;
  readonly failuresInRow: number;
  readonly pausedUntil: Date | null;
}

export interface Try {
  readonly at: Date;
  /** When it was over: pauses are counted from here. */
  readonly endedAt: Date;
  /** What went wrong; null for a success. */
  readonly failure: string | null;
  /** The pause the receiver asked for. */
  readonly retryAfterMs: number | null;
}

/** Requests at once to one endpoint that takes what it is sent. */
export const CONCURRENCY = 8;
/** One that fails is asked one by one until it takes something again. */
const CONCURRENCY_FAILING = 1;

/** So many failures in a row are borne before an endpoint is left alone for a while. */
const FAILURES_BORNE = 5;
const PAUSE_MS_FIRST = 1000;
const PAUSE_MS_MAX = 60_000;
/** A receiver that asks for more is asked again after an hour whether it meant it. */
const PAUSE_MS_ASKED_MAX = 3_600_000;

/** An endpoint that took nothing for so long is switched off. */
export const GIVEN_UP_AFTER_MS = 5 * 24 * 3_600_000;

export function afterTry(
  health: EndpointHealth,
  { at, endedAt, failure, retryAfterMs }: Try,
): EndpointHealth {
  if (failure === null)
    return {
      ...health,
      lastSuccessAt: at,
      failingSince: null,
      failuresInRow: 0,
      // Nothing is sent in a pause. What began before its end was under way when it was asked for.
      pausedUntil: pauseBeyond(health.pausedUntil, at),
    };
  const failuresInRow = health.failuresInRow + 1;
  const pauseMs = Math.max(pauseMsAfter(failuresInRow), askedPauseMs(retryAfterMs));
  const until = new Date(endedAt.getTime() + pauseMs);
  return {
    ...health,
    lastFailureAt: at,
    lastFailure: failure,
    failingSince: health.failingSince ?? at,
    failuresInRow,
    // Of several that were under way each may ask for another: the longest is what all may expect.
    pausedUntil:
      pauseMs === 0 ? health.pausedUntil : (pauseBeyond(health.pausedUntil, until) ?? until),
  };
}

/** The pause, if it ends later than that. */
function pauseBeyond(pausedUntil: Date | null, than: Date): Date | null {
  return pausedUntil !== null && pausedUntil > than ? pausedUntil : null;
}

export function concurrencyOf(health: Pick<EndpointHealth, 'failuresInRow'>): number {
  return health.failuresInRow === 0 ? CONCURRENCY : CONCURRENCY_FAILING;
}

export function isGivenUp(health: EndpointHealth, now: Date): boolean {
  return (
    health.failingSince !== null &&
    now.getTime() - health.failingSince.getTime() >= GIVEN_UP_AFTER_MS
  );
}

/**
 * While all goes wrong, one request now and then finds out when it is over: what waits keeps its
 * tries for then. A single event that is refused pauses nothing, for others succeed in between.
 */
function pauseMsAfter(failuresInRow: number): number {
  if (failuresInRow < FAILURES_BORNE) return 0;
  return Math.min(PAUSE_MS_FIRST * 2 ** Math.min(failuresInRow - FAILURES_BORNE, 10), PAUSE_MS_MAX);
}

/** Asked for with 429 or 503, it is meant for all requests, not only for the one. */
function askedPauseMs(retryAfterMs: number | null): number {
  return Math.min(retryAfterMs ?? 0, PAUSE_MS_ASKED_MAX);
}
