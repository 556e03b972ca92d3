// When an order leaves, and when it is there: what the channel told the buyer, or what the cut-off
// of the locations makes of it.

export const PROMISE_SOURCES = ['channel', 'cut-off', 'changed'] as const;
export type PromiseSource = (typeof PROMISE_SOURCES)[number];

/** Why somebody changes them. */
export const PROMISE_CHANGE_REASONS = [
  'channel',
  'customer',
  'inventory',
  'carrier',
  'weather',
  'staff',
  'other',
] as const;

export interface PromisedDates {
  readonly shipBy: Date | null;
  /** Null where there is no date. */
  readonly promisedBy: PromiseSource | null;
  readonly deliverBy: Date | null;
}

/**
 * What is promised as the order is captured. Where the channel names no date to ship by, it is the
 * latest of the next cut-offs of the locations that promise its units, and never later than the date
 * to deliver by; an order that waits for stock has none until it is released.
 *
 * @param cutOffs of the locations that promise units; null of one that does not open again
 */
export function promisedAtCapture(
  told: { readonly shipBy?: string | undefined; readonly deliverBy?: string | undefined },
  cutOffs: readonly (Date | null)[],
  waits: boolean,
): PromisedDates {
  const deliverBy = told.deliverBy === undefined ? null : new Date(told.deliverBy);
  if (told.shipBy !== undefined)
    return { shipBy: new Date(told.shipBy), promisedBy: 'channel', deliverBy };
  const shipBy = waits ? null : derivedShipBy(cutOffs, deliverBy);
  return { shipBy, promisedBy: shipBy === null ? null : 'cut-off', deliverBy };
}

/** The date that cut-offs make, where no channel gave one. */
export function derivedShipBy(
  cutOffs: readonly (Date | null)[],
  deliverBy: Date | null,
): Date | null {
  let latest: Date | null = null;
  for (const cutOff of cutOffs) {
    if (cutOff === null) return null;
    if (latest === null || cutOff > latest) latest = cutOff;
  }
  return latest !== null && deliverBy !== null && deliverBy < latest ? deliverBy : latest;
}
