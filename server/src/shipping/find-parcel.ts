// Finds the parcel that a carrier speaks of.

import type { Tx } from '../db/transaction.ts';
import { lockOrderRow } from '../log/sql.ts';
import { selectParcelsByNumber, type TrackedParcelRow } from './sql.ts';

/** As carriers stand in the records: they do not write their own names the same way every time. */
export function carrierName(carrier: string): string {
  return carrier.trim().toLowerCase();
}

/**
 * A voided parcel gave its number up, unless no other that the carrier may mean has it: then it left
 * all the same.
 */
export async function findParcel(
  tx: Tx,
  carrier: string,
  trackingNumber: string,
): Promise<TrackedParcelRow | undefined> {
  const all = await tx.rows(selectParcelsByNumber, [trackingNumber]);
  const isVoided = ({ status }: TrackedParcelRow) => status === 'voided';
  const live = all.filter((one) => !isVoided(one));
  return ofCarrier(live, carrier) ?? ofCarrier(all.filter(isVoided), carrier);
}

/** The newest of this carrier's, else of those of which nobody said who carries them. */
function ofCarrier(
  parcels: readonly TrackedParcelRow[],
  carrier: string,
): TrackedParcelRow | undefined {
  const isOwn = ({ carrier: own }: TrackedParcelRow) =>
    own !== null && carrierName(own) === carrierName(carrier);
  return parcels.find(isOwn) ?? parcels.find((parcel) => parcel.carrier === null);
}

/** The order is locked first, as everywhere; which parcel it is may have changed while we waited. */
export async function lockFoundParcel(
  tx: Tx,
  carrier: string,
  trackingNumber: string,
): Promise<TrackedParcelRow | undefined> {
  const seen = await findParcel(tx, carrier, trackingNumber);
  if (seen === undefined) return undefined;
  await tx.row(lockOrderRow, [seen.order_id]);
  const found = await findParcel(tx, carrier, trackingNumber);
  return found?.id === seen.id ? found : undefined;
}
