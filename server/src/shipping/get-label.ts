// Gets the label of a parcel. The carrier is asked outside of any transaction, under the id of the
// parcel: whoever asks again, because the answer got lost, gets the same number.

import type { ParcelAnswer } from '@doorstep/contract/fulfillment.ts';
import type { getParcelLabel } from '@doorstep/contract/fulfillment-board.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { idFromUuid, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Carrier, CarrierLabel } from '@doorstep/core/shipping/carrier.ts';
import type { CommandTx } from '../db/run-command.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { parcelNotPacked } from '../fulfillment/parcel-not-packed.ts';
import { selectParcel } from '../fulfillment/parcels.sql.ts';
import { plainLabel } from '../fulfillment/plain-label.ts';
import { parcelNotFound, readParcel } from '../fulfillment/read-parcels.ts';
import { relabelParcel } from '../fulfillment/relabel-parcel.ts';
import { answerCommand, type Called } from '../http/answer-command.ts';
import type { HttpContext } from '../http/bind.ts';
import { lockOrder } from '../orders/lock-order.ts';

export async function getLabel(
  http: HttpContext,
  call: Called,
  carriers: ReadonlyMap<string, Carrier>,
  parcel: ParcelId,
  wanted: BodyOf<typeof getParcelLabel>,
): Promise<ParcelAnswer | Refusal> {
  const isThere = await inTransaction(http.pool, call.principal.tenant, (tx: Tx) =>
    tx.row(selectParcel, [uuidOf(parcel)]),
  );
  if (isThere === undefined) return parcelNotFound(parcel);
  const carrier = carriers.get(wanted.carrier);
  if (carrier === undefined)
    return refuse('carrier-unknown', `${wanted.carrier} gives no labels here.`);
  const isGone = isThere.shipped || isThere.voided;
  const label = isGone ? null : await carrier.label({ id: parcel, shippedAt: http.now() });
  return answerCommand(http, call, (tx) => stick(tx, parcel, wanted, label));
}

async function stick(
  tx: CommandTx,
  parcel: ParcelId,
  { carrier, service }: BodyOf<typeof getParcelLabel>,
  label: CarrierLabel | null,
): Promise<ParcelAnswer | Refusal> {
  const known = await tx.row(selectParcel, [uuidOf(parcel)]);
  if (known === undefined) return parcelNotFound(parcel);
  const order = await lockOrder(tx, idFromUuid('order', known.order_id));
  if (isRefusal(order)) return order;
  // Read again: it may have left while the carrier was asked.
  const row = (await tx.row(selectParcel, [uuidOf(parcel)])) ?? known;
  if (label === null || row.shipped || row.voided) return parcelNotPacked(tx, order, parcel, row);
  const { trackingNumber } = label;
  const given = { carrier, trackingNumber, ...(service === undefined ? {} : { service }) };
  await relabelParcel(tx, order, parcel, row, plainLabel(given));
  return readParcel(tx, parcel);
}
