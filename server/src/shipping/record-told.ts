// Records what one carrier says of one tracking number, whether we know a parcel by it or not.

import type { ToldEvent, ToldOutcome } from '@doorstep/contract/shipping.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { carrierName, lockFoundParcel } from './find-parcel.ts';
import { joinTracking } from './join-tracking.ts';
import { insertTrackingEvents } from './sql.ts';

/** @param told at least one, all of one carrier and number */
export async function recordTold(
  tx: CommandTx,
  told: readonly ToldEvent[],
): Promise<ToldOutcome[]> {
  const [first] = told;
  if (first === undefined) return [];
  const { trackingNumber } = first;
  const carrier = carrierName(first.carrier);
  const parcel = await lockFoundParcel(tx, carrier, trackingNumber);
  const rows = told.map((event) => ({
    id: newUuid(),
    status: event.status,
    occurredAt: event.occurredAt,
    description: event.description ?? null,
    place: event.place ?? null,
    toldAs: event.id ?? `${event.status} ${new Date(event.occurredAt).toISOString()}`,
  }));
  const written = await tx.rows(insertTrackingEvents, [
    JSON.stringify(rows),
    parcel?.id ?? null,
    carrier,
    trackingNumber,
    tx.now,
  ]);
  const isNew = new Set(written.map(({ id }) => id));
  if (parcel !== undefined) await joinTracking(tx, parcel, carrier, trackingNumber, isNew);
  else if (isNew.size > 0) showUnknown(tx, carrier, trackingNumber, isNew.size);
  return rows.map(({ id }) => ({
    outcome: isNew.has(id) ? (parcel === undefined ? 'unknown-parcel' : 'recorded') : 'repeated',
    parcel: parcel === undefined ? null : idFromUuid('parcel', parcel.id),
  }));
}

function showUnknown(
  tx: CommandTx,
  carrier: string,
  trackingNumber: string,
  eventCount: number,
): void {
  tx.raise({
    type: 'unknown-parcel',
    cause: `${carrier} ${trackingNumber}`,
    about: {},
    data: { carrier, trackingNumber, events: eventCount },
  });
}
