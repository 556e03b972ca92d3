// What carriers say of a parcel, in our words. They say it early, late, twice and out of order, so
// the state of a parcel depends on what was said and when it happened, never on when we heard it.

/** In the order in which they come in the life of a parcel, which also settles equal times. */
export const TRACKING_STATUSES = [
  'label-created',
  'in-transit',
  'out-for-delivery',
  'delivery-failed',
  'delivered',
  'lost',
  'damaged',
  'returning',
  'returned-to-sender',
] as const;

export type TrackingStatus = (typeof TRACKING_STATUSES)[number];

export interface Scan {
  readonly status: TrackingStatus;
  /** By the carrier's own clock. */
  readonly occurredAt: Date;
}

export const PARCEL_TROUBLES = [
  'lost',
  'damaged',
  'delivery-failed',
  'returning',
  'returned',
] as const;

export type ParcelTrouble = (typeof PARCEL_TROUBLES)[number];

export interface Trail {
  /** When the carrier had it in hand for the first time; a label alone is not a parcel. */
  readonly movedAt: Date | null;
  /** The first delivery. A later word does not undo it: that is a trouble, for people to judge. */
  readonly deliveredAt: Date | null;
  /** What went wrong and was not made good since. */
  readonly trouble: ParcelTrouble | null;
  readonly newest: Scan | null;
}

/** What the scans of a parcel come to, in whatever order and however often they were heard. */
export function trailOf(scans: readonly Scan[]): Trail {
  let trail: Trail = { movedAt: null, deliveredAt: null, trouble: null, newest: null };
  for (const scan of scans.toSorted(byTime)) trail = afterScan(trail, scan);
  return trail;
}

/** What a word of the carrier's says about the trouble a parcel is in. */
const EFFECTS: Readonly<Record<TrackingStatus, (now: ParcelTrouble | null) => typeof now>> = {
  'label-created': (now) => now,
  'in-transit': isOnItsWay,
  'out-for-delivery': isOnItsWay,
  'delivery-failed': () => 'delivery-failed',
  delivered: () => null,
  lost: () => 'lost',
  damaged: () => 'damaged',
  returning: () => 'returning',
  'returned-to-sender': () => 'returned',
};

/** Seen again after all. On its way back, or broken, it is seen as well. */
function isOnItsWay(now: ParcelTrouble | null): ParcelTrouble | null {
  return now === 'lost' || now === 'delivery-failed' ? null : now;
}

function afterScan(trail: Trail, scan: Scan): Trail {
  const { status, occurredAt } = scan;
  return {
    movedAt: trail.movedAt ?? (status === 'label-created' ? null : occurredAt),
    deliveredAt: trail.deliveredAt ?? (status === 'delivered' ? occurredAt : null),
    trouble: EFFECTS[status](trail.trouble),
    newest: scan,
  };
}

function byTime(a: Scan, b: Scan): number {
  return (
    a.occurredAt.getTime() - b.occurredAt.getTime() ||
    TRACKING_STATUSES.indexOf(a.status) - TRACKING_STATUSES.indexOf(b.status)
  );
}

/** What of a trouble people have to see to; others are closed when they are made good. */
export const TROUBLE_EXCEPTIONS: Readonly<
  Record<ParcelTrouble, 'parcel-lost' | 'delivery-failed'>
> = {
  lost: 'parcel-lost',
  damaged: 'parcel-lost',
  'delivery-failed': 'delivery-failed',
  returning: 'delivery-failed',
  // It stands at our door, but nobody has taken it in yet.
  returned: 'delivery-failed',
};
