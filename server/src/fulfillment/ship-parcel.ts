// Records that a parcel left: told by its packer, or because a carrier scanned it. A fact, and the
// second time it is told nothing but the label may be new.

import type { shipParcel as operation, ParcelAnswer } from '@doorstep/contract/fulfillment.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { beyondOf, decideDeparture } from '@doorstep/core/fulfillment/parcel.ts';
import { idFromUuid, type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { changesOf, type Step } from '@doorstep/core/orders/unit-changes.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findLocation } from '../locations/find-location.ts';
import { lockOrder } from '../orders/lock-order.ts';
import { readUnits } from '../orders/read-units.ts';
import { settleOrder } from '../orders/settle-order.ts';
import { showPutBack } from '../orders/show-put-back.ts';
import { showTakenNumbers } from '../orders/show-taken-numbers.ts';
import { writeUnits } from '../orders/write-units.ts';
import { parcelNotPacked } from './parcel-not-packed.ts';
import { type KnownParcelRow, selectParcel, shipParcelRow } from './parcels.sql.ts';
import { plainLabel } from './plain-label.ts';
import { parcelNotFound, readParcel } from './read-parcels.ts';
import { relabelParcel } from './relabel-parcel.ts';

export async function shipParcel(
  tx: CommandTx,
  parcel: ParcelId,
  told: BodyOf<typeof operation>,
): Promise<ParcelAnswer | Refusal> {
  const input = plainLabel(told);
  const known = await tx.row(selectParcel, [uuidOf(parcel)]);
  if (known === undefined) return parcelNotFound(parcel);
  const order = await lockOrder(tx, idFromUuid('order', known.order_id));
  if (isRefusal(order)) return order;
  // Read again: it may have left while we waited for its order.
  const row = (await tx.row(selectParcel, [uuidOf(parcel)])) ?? known;
  if (input.onlyIfPacked === true && (row.shipped || row.voided))
    return parcelNotPacked(tx, order, parcel, row);
  if (row.shipped) await relabelParcel(tx, order, parcel, row, input);
  else {
    const left = await leave(tx, order, parcel, row, input);
    if (isRefusal(left)) return left;
  }
  return readParcel(tx, parcel);
}

async function leave(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  row: KnownParcelRow,
  input: BodyOf<typeof operation>,
): Promise<undefined | Refusal> {
  const planned = idFromUuid('location', row.location_id);
  const from =
    input.location === undefined ? { id: planned } : await findLocation(tx, input.location);
  if (isRefusal(from)) return from;
  const units = await readUnits(tx, order);
  const steps = decideDeparture(units, parcel, from.id);
  const shippedAt = input.shippedAt === undefined ? tx.now : new Date(input.shippedAt);
  const carrier = input.carrier ?? row.carrier;
  await tx.run(shipParcelRow, [
    uuidOf(parcel),
    shippedAt,
    uuidOf(from.id),
    input.carrier ?? null,
    input.trackingNumber ?? null,
    input.service ?? null,
  ]);
  await writeUnits(tx, order, units, changesOf(units, steps), {
    type: 'parcel.shipped.v1',
    data: {
      fulfillmentOrder: idFromUuid('fulfillmentOrder', row.fulfillment_order_id),
      parcel,
      location: from.id,
      carrier,
      beyond: beyondOf(steps),
    },
    occurredAt: shippedAt,
    reason: 'shipped',
    basis: 'fact',
    leaving: new Set([parcel]),
  });
  raiseBeyond(tx, order, parcel, steps);
  // Wherever it left from, it left whole: only what was taken out of it was to be put back.
  await showPutBack(
    tx,
    order,
    units,
    steps.filter(({ from }) => from.place === 'voided'),
  );
  const isLabeledAnew = input.carrier !== undefined || input.trackingNumber !== undefined;
  if (isLabeledAnew || row.voided) await showNumber(tx, order, parcel, row, input);
  await settleOrder(tx, order, 'shipment');
  return undefined;
}

function showNumber(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  before: KnownParcelRow,
  { trackingNumber }: BodyOf<typeof operation>,
): Promise<void> {
  const had = before.tracking_number;
  return showTakenNumbers(tx, order, {
    parcels: [parcel],
    given: trackingNumber ?? had,
    freed: [had],
  });
}

/** More left than was open: somebody may still stop it at the carrier. */
export function raiseBeyond(
  tx: CommandTx,
  order: OrderId,
  parcel: ParcelId,
  steps: readonly Step[],
): void {
  for (const { line, units } of beyondOf(steps))
    tx.raise({
      type: 'shipped-beyond-asked',
      cause: `${order} ${line}`,
      about: { order, parcel },
      data: { line, units },
    });
}
