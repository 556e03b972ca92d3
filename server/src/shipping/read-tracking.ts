// What the carrier said of a parcel, as people see it.

import type { ParcelTracking } from '@doorstep/contract/shipping.ts';
import { idFromUuid, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectScans, selectTrackedParcel } from './sql.ts';

export async function readTracking(tx: Tx, parcel: ParcelId): Promise<ParcelTracking | Refusal> {
  const [row, scans] = await Promise.all([
    tx.row(selectTrackedParcel, [uuidOf(parcel)]),
    tx.rows(selectScans, [uuidOf(parcel)]),
  ]);
  if (row === undefined) return refuse('not-found', `There is no parcel ${parcel}.`);
  return {
    parcel,
    order: idFromUuid('order', row.order_id),
    status: row.status,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    shippedAt: row.shipped_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    trouble: row.trouble,
    events: scans.map((scan) => ({
      id: idFromUuid('trackingEvent', scan.id),
      status: scan.status,
      occurredAt: scan.occurred_at.toISOString(),
      recordedAt: scan.recorded_at.toISOString(),
      description: scan.description,
      place: scan.place,
    })),
  };
}
