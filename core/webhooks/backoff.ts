// When a delivery that failed is tried again: the example schedule of the Standard Webhooks
// specification 1.0.0, section "Deliverability and reliability", with jitter as it recommends.

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The pause after the first failure, the second, and so on: ten tries within 76 hours. */
export const RETRY_DELAYS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;

export const ATTEMPTS_MAX = RETRY_DELAYS_MS.length + 1;

/** Pauses are longer by up to this share, so that what failed together does not return together. */
const JITTER = 0.1;

/** A receiver may ask for a longer pause, but not for one that outlasts everything. */
export const RETRY_AFTER_MS_MAX = 24 * HOUR_MS;

/**
 * Milliseconds until the next try; undefined when there is none left.
 *
 * @param failures tries that failed so far, at least 1
 * @param retryAfterMs the pause that the receiver asked for
 * @param random from 0 to 1
 */
export function retryDelayMs(
  failures: number,
  retryAfterMs: number | null,
  random: number,
): number | undefined {
  const scheduled = RETRY_DELAYS_MS[failures - 1];
  if (scheduled === undefined) return undefined;
  const asked = Math.min(retryAfterMs ?? 0, RETRY_AFTER_MS_MAX);
  return Math.round(Math.max(scheduled * (1 + JITTER * random), asked));
}

/** Reads a Retry-After header: seconds, or a date. Null when it is neither. */
export function retryAfterMsOf(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND_MS;
  const date = header.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
