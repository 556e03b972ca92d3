// Records what one carrier says of one tracking number, whether we know a parcel by it or not.

import type { ToldEvent, ToldOutcome } from '@doorstep/contract/shipping.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { newUuid } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { REUSED_AFTER_MS } from '../orders/show-taken-numbers.ts';
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
  const rows = told.map(rowOf);
  const written = await tx.rows(insertTrackingEvents, [
    JSON.stringify(rows),
    parcel?.id ?? null,
    carrier,
    trackingNumber,
    tx.now,
    REUSED_AFTER_MS,
  ]);
  const isNew = new Set(written.map(({ id }) => id));
  if (parcel !== undefined) await joinTracking(tx, parcel, carrier, trackingNumber, isNew);
  else if (isNew.size > 0) showUnknown(tx, carrier, trackingNumber, isNew.size);
  return rows.map(({ id }) => ({
    outcome: isNew.has(id) ? (parcel === undefined ? 'unknown-parcel' : 'recorded') : 'repeated',
    parcel: parcel === undefined ? null : idFromUuid('parcel', parcel.id),
  }));
}

function rowOf({ id, status, occurredAt, description, place }: ToldEvent): object & { id: string } {
  const at = new Date(occurredAt).toISOString();
  const toldAs = id ?? `${status} ${at}`;
  return {
    ...{ id: newUuid(), status, occurredAt, toldAs, toldAnew: `${toldAs} ${at}` },
    ...{ description: description ?? null, place: place ?? null },
  };
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
