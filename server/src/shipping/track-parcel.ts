// Brings a parcel in line with all that carriers said of it, whenever they said it.

import { idFromUuid, type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { TROUBLE_EXCEPTIONS, type Trail, trailOf } from '@doorstep/core/shipping/tracking.ts';
import type { CommandTx } from '../db/run-command.ts';
import { shipParcel } from '../fulfillment/ship-parcel.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { clearCoveredLosses } from '../orders/clear-covered-losses.ts';
import {
  deliverParcelLines,
  type ScanRow,
  selectReturnedUndelivered,
  selectScans,
  selectTrackedParcel,
  setTrail,
  type TrackedParcelRow,
} from './sql.ts';

/**
 * The order must be locked by this transaction.
 *
 * @param fresh the scans that nobody was told of yet
 */
export async function trackParcel(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  fresh: ReadonlySet<string>,
): Promise<void> {
  if (fresh.size === 0) return;
  const [before, scans] = await Promise.all([
    tx.row(selectTrackedParcel, [uuidOf(parcel)]),
    tx.rows(selectScans, [uuidOf(parcel)]),
  ]);
  if (before === undefined) throw new Error(`there is no parcel ${parcel} to track`);
  const trail = trailOf(
    scans.map(({ status, occurred_at }) => ({ status, occurredAt: occurred_at })),
  );
  // A carrier scans what it has: nobody told us that it left.
  if (trail.movedAt !== null && before.shipped_at === null) await leave(tx, parcel, trail.movedAt);
  for (const scan of scans) if (fresh.has(scan.id)) await tellScan(tx, order, parcel, scan, trail);
  await tx.run(setTrail, [
    uuidOf(parcel),
    trail.newest?.status ?? null,
    trail.newest?.occurredAt ?? null,
    trail.deliveredAt,
    trail.trouble,
  ]);
  if (trail.deliveredAt !== null && before.delivered_at === null)
    await deliver(tx, order, parcel, trail.deliveredAt);
  showTrouble(tx, order, parcel, before, trail);
  if (trail.trouble !== before.trouble) await clearCoveredLosses(tx, order);
}

async function leave(tx: CommandTx, parcel: ParcelId, at: Date): Promise<void> {
  const left = await shipParcel(tx, parcel, { shippedAt: at.toISOString() });
  if (isRefusal(left)) throw new Error(`${parcel} cannot have left: ${left.detail}`);
}

async function tellScan(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  scan: ScanRow,
  { trouble }: Trail,
): Promise<void> {
  const trackingEvent = idFromUuid('trackingEvent', scan.id);
  await emitOfOrder(
    tx,
    order,
    'parcel.tracked.v1',
    { parcel, trackingEvent, status: scan.status, trouble },
    scan.occurred_at,
  );
}

/** Once: a delivery told again, or told to have been earlier, delivers nothing a second time. */
async function deliver(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  deliveredAt: Date,
): Promise<void> {
  const lines = await tx.rows(deliverParcelLines, [uuidOf(order), uuidOf(parcel)]);
  await emitOfOrder(
    tx,
    order,
    'parcel.delivered.v1',
    { parcel, deliveredAt: deliveredAt.toISOString(), lines },
    deliveredAt,
  );
  const undelivered = await tx.rows(selectReturnedUndelivered, [uuidOf(order)]);
  if (undelivered.length === 0) tx.clear({ type: 'return-before-delivery', cause: order });
}

/** What was delivered and is said to be lost later is not undone: people judge which is true. */
function showTrouble(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  before: TrackedParcelRow,
  { trouble, deliveredAt }: Trail,
): void {
  if (trouble === before.trouble) return;
  const raised = trouble === null ? null : TROUBLE_EXCEPTIONS[trouble];
  const stood = before.trouble === null ? null : TROUBLE_EXCEPTIONS[before.trouble];
  if (stood !== null && stood !== raised) tx.clear({ type: stood, cause: parcel });
  if (raised !== null)
    tx.raise({
      type: raised,
      cause: parcel,
      about: { order, parcel },
      data: {
        trouble,
        carrier: before.carrier,
        trackingNumber: before.tracking_number,
        deliveredAt: deliveredAt?.toISOString() ?? null,
      },
    });
}
