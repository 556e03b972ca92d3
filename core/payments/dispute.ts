// A dispute: the buyer had the bank take the money back. What providers tell of it comes late, twice
// and out of order, so what it amounts to must not depend on the order: the furthest word counts.

/**
 * `inquiry`: asked about, and no money was taken; `dropped`: and none will be. `withdrawn`: the money
 * is gone until it is decided. `lost`: it stays with the buyer. `won`: it is ours again.
 */
export const DISPUTE_STATUSES = ['inquiry', 'dropped', 'withdrawn', 'lost', 'won'] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** What is known after one more word of the provider. */
export function laterStatus(before: DisputeStatus | null, told: DisputeStatus): DisputeStatus {
  if (before === null) return told;
  return DISPUTE_STATUSES.indexOf(told) > DISPUTE_STATUSES.indexOf(before) ? told : before;
}

/** What happened to the money by then, whether each of it was told or not. */
export function disputeEntries(status: DisputeStatus): readonly ('disputed' | 'reinstated')[] {
  switch (status) {
    case 'inquiry':
    case 'dropped':
      return [];
    case 'withdrawn':
    case 'lost':
      return ['disputed'];
    case 'won':
      return ['disputed', 'reinstated'];
  }
}

/** Whether somebody can still do something about it. */
export function isDisputeOpen(status: DisputeStatus): boolean {
  return status === 'inquiry' || status === 'withdrawn';
}
