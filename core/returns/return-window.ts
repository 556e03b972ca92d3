// Until when a buyer may ask for a return by themselves.

const DAY_MS = 86_400_000;

export interface Sent {
  readonly shippedAt: Date;
  readonly deliveredAt: Date | null;
}

/** What is on its way counts as with the buyer some days after it left. */
const ASSUMED_TRANSIT_DAYS = 7;

/**
 * @param parcels those with units of the line in them
 * @param returnDays null: the shop takes no returns there
 * @returns the end of the last day; null where none may be asked for
 */
export function returnableUntil(parcels: readonly Sent[], returnDays: number | null): Date | null {
  if (returnDays === null || parcels.length === 0) return null;
  const ends = parcels.map(({ shippedAt, deliveredAt }) => {
    const arrived = deliveredAt?.getTime() ?? shippedAt.getTime() + ASSUMED_TRANSIT_DAYS * DAY_MS;
    return arrived + returnDays * DAY_MS;
  });
  return new Date(Math.max(...ends));
}
