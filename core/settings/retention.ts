// What a tenant need not keep for ever, and for how long it may choose to.

export const RETENTION_KINDS = ['requests', 'deliveries', 'sessions', 'notes', 'orders'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export interface KeepDays {
  readonly min: number;
  readonly max: number;
  /** What is proposed. */
  readonly usual: number;
}

/**
 * Requests go after seven days, deliveries after seven or thirty, in any case. Of an order the buyer
 * may still send something back, or complain.
 */
export const KEEP_DAYS: Readonly<Record<RetentionKind, KeepDays>> = {
  requests: { min: 1, max: 7, usual: 7 },
  deliveries: { min: 1, max: 30, usual: 7 },
  sessions: { min: 1, max: 365, usual: 30 },
  notes: { min: 30, max: 3650, usual: 730 },
  orders: { min: 90, max: 3650, usual: 1095 },
};

const DAY_MS = 86_400_000;

/** What is older is too old. */
export function tooOld(now: Date, keepDays: number): Date {
  return new Date(now.getTime() - keepDays * DAY_MS);
}

/** A run a day. */
export function nextRun(now: Date): Date {
  return new Date(now.getTime() + DAY_MS);
}
