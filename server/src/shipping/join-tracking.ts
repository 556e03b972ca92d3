// Joins what carriers said of a number before a parcel had it.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { idFromUuid, parseId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { REUSED_AFTER_MS } from '../orders/show-taken-numbers.ts';
import { lockFoundParcel } from './find-parcel.ts';
import {
  adoptTrackingEvents,
  selectTrackedParcel,
  selectUnknownParcel,
  selectWaitingCarriers,
  type TrackedParcelRow,
} from './sql.ts';
import { trackParcel } from './track-parcel.ts';

/**
 * The order must be locked by this transaction.
 *
 * @param fresh what was said of the parcel just now
 */
export async function joinTracking(
  tx: CommandTx,
  parcel: TrackedParcelRow,
  carrier: string,
  trackingNumber: string,
  fresh: ReadonlySet<string> = new Set(),
): Promise<void> {
  const since = hadNumberSince(parcel);
  const adopted = await tx.rows(adoptTrackingEvents, [parcel.id, trackingNumber, carrier, since]);
  if (adopted.length > 0) await clearUnknown(tx, carrier, trackingNumber);
  const order = idFromUuid('order', parcel.order_id);
  const all = new Set([...fresh, ...adopted.map(({ id }) => id)]);
  await trackParcel(tx, order, idFromUuid('parcel', parcel.id), all);
}

/** Before this the number was another parcel's: carriers give their numbers out again. */
function hadNumberSince({ packed_at, shipped_at }: TrackedParcelRow): Date {
  // A shipment that was made elsewhere may be told long after it left.
  const began = Math.min(packed_at.getTime(), shipped_at?.getTime() ?? Infinity);
  return new Date(began - REUSED_AFTER_MS);
}

/** What happened too early to be of this parcel still waits for its own. */
async function clearUnknown(tx: CommandTx, carrier: string, trackingNumber: string): Promise<void> {
  const waiting = await tx.rows(selectWaitingCarriers, [trackingNumber]);
  if (waiting.some((one) => one.carrier === carrier)) return;
  tx.clear({ type: 'unknown-parcel', cause: `${carrier} ${trackingNumber}` });
}

/** After an event of the log that gave a parcel its number, or found no parcel for a number. */
export async function joinTrackingAfter(
  tx: CommandTx,
  event: Pick<LogEvent, 'subject' | 'data'>,
): Promise<void> {
  const trackingNumber = await numberOf(tx, event);
  if (trackingNumber === null) return;
  for (const { carrier } of await tx.rows(selectWaitingCarriers, [trackingNumber])) {
    const parcel = await lockFoundParcel(tx, carrier, trackingNumber);
    if (parcel !== undefined) await joinTracking(tx, parcel, carrier, trackingNumber);
  }
}

async function numberOf(
  tx: CommandTx,
  { subject, data }: Pick<LogEvent, 'subject' | 'data'>,
): Promise<string | null> {
  const exception = parseId('exception', subject);
  if (exception !== undefined)
    return data['type'] === 'unknown-parcel'
      ? ((await tx.row(selectUnknownParcel, [uuidOf(exception)]))?.data.trackingNumber ?? null)
      : null;
  const parcel = parseId('parcel', String(data['parcel']));
  if (parcel === undefined) return null;
  return (await tx.row(selectTrackedParcel, [uuidOf(parcel)]))?.tracking_number ?? null;
}
