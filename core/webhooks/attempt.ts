// What one try to deliver came to. Only 2xx is a success. A redirect is not followed: it could lead
// anywhere, and the specification asks for a corrected URL instead.

/** What can go wrong, in the words that are stored and told. None says what lies behind an address. */
export const FAILURES = [
  'address-not-allowed',
  'connection-failed',
  'tls-failed',
  'timeout',
  'answer-invalid',
  'redirected',
  'gone',
  'refused',
  'event-missing',
] as const;

export type Failure = (typeof FAILURES)[number];

/** What the status of an answer means; null for success. */
export function failureOf(status: number): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirected';
  return status === 410 ? 'gone' : 'refused';
}

/** Statuses that speak of the receiver as a whole, so that its Retry-After holds for all. */
const BUSY_STATUSES = [429, 502, 503, 504];

export function isBusy(status: number | null): boolean {
  return status !== null && BUSY_STATUSES.includes(status);
}

export const DAYS_DELIVERED_KEPT = 7;
export const DAYS_DEAD_KEPT = 30;
/** What waits for an endpoint that is off. */
export const DAYS_PENDING_KEPT = 30;
