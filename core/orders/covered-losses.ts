// Which lost parcels the buyer has got back the money for, so that nobody has to see to them.

import type { ParcelId } from '../ids.ts';

export interface Loss {
  readonly parcel: ParcelId;
  /** When we heard of it. */
  readonly toldAt: Date;
  /** What the buyer pays for what is in it. */
  readonly valueMinor: bigint;
}

export interface GivenBack {
  readonly amountMinor: bigint;
  readonly reason: string;
  readonly grantedAt: Date;
}

/**
 * A refund says of which order it is, not of which parcel. So what was given back since the first
 * loss is laid against the losses in their order, each in full or not at all. A refund for a return
 * is for what came back, which is not what was lost; one for a loss counts whenever it was granted.
 *
 * @param losses the order's, also those that were closed before: money counts for one of them only
 */
export function coveredLosses(losses: readonly Loss[], refunds: readonly GivenBack[]): ParcelId[] {
  const inOrder = losses.toSorted((a, b) => a.toldAt.getTime() - b.toldAt.getTime());
  const [first] = inOrder;
  if (first === undefined) return [];
  let left = refunds
    .filter(
      ({ reason, grantedAt }) =>
        reason === 'lost' || (reason !== 'return' && grantedAt >= first.toldAt),
    )
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const covered: ParcelId[] = [];
  for (const { parcel, valueMinor } of inOrder) {
    // What cost nothing is not paid back: a person sees to a lost gift or replacement.
    if (valueMinor === 0n || valueMinor > left) continue;
    covered.push(parcel);
    left -= valueMinor;
  }
  return covered;
}
