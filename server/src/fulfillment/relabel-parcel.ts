// Another carrier, service or number for a parcel: what is new of it is told, nothing else happens.

import { type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { showTakenNumbers } from '../orders/show-taken-numbers.ts';
import { type KnownParcelRow, labelParcel } from './parcels.sql.ts';

export interface NewLabel {
  readonly carrier?: string;
  readonly service?: string;
  readonly trackingNumber?: string;
}

/** The order must be locked by this transaction. */
export async function relabelParcel(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  row: KnownParcelRow,
  given: NewLabel,
): Promise<void> {
  const { carrier = row.carrier, service = row.service } = given;
  const trackingNumber = given.trackingNumber ?? row.tracking_number;
  const isKnown =
    carrier === row.carrier && service === row.service && trackingNumber === row.tracking_number;
  if (isKnown) return;
  await tx.run(labelParcel, [uuidOf(parcel), carrier, trackingNumber, service]);
  await emitOfOrder(tx, order, 'parcel.labeled.v1', { parcel, carrier });
  await showTakenNumbers(tx, order, {
    parcels: [parcel],
    given: trackingNumber,
    freed: [row.tracking_number],
  });
}
