// Records a shipment that a store, a 3PL or a drop-shipper made in a system of its own: picked,
// packed and gone in one step, from wherever it was.

import type { recordShipment as operation } from '@doorstep/contract/fulfillment.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import {
  beyondOf,
  decideShipment,
  type LineQuantity,
  planShipments,
} from '@doorstep/core/fulfillment/parcel.ts';
import type { FulfillmentOrderId, LocationId, OrderId, ParcelId } from '@doorstep/core/ids.ts';
import type { OrderUnits } from '@doorstep/core/orders/order-units.ts';
import { changesOf, type Step } from '@doorstep/core/orders/unit-changes.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockStockLevels } from '../inventory/move-stock.ts';
import { findLocation } from '../locations/find-location.ts';
import { lockOrder } from '../orders/lock-order.ts';
import { readUnits } from '../orders/read-units.ts';
import { settleOrder } from '../orders/settle-order.ts';
import { showPutBack } from '../orders/show-put-back.ts';
import { showTakenNumbers } from '../orders/show-taken-numbers.ts';
import { writeUnits } from '../orders/write-units.ts';
import { quantitiesOf, writeParcel } from './pack-parcel.ts';
import { plainLabel } from './plain-label.ts';
import { readParcels } from './read-parcels.ts';
import { raiseBeyond } from './ship-parcel.ts';

type Told = BodyOf<typeof operation>;

export async function recordShipment(
  tx: CommandTx,
  reference: string,
  told: Told,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const input = plainLabel(told);
  const location = input.location === undefined ? null : await findLocation(tx, input.location);
  if (isRefusal(location)) return location;
  const order = await lockOrder(tx, reference);
  if (isRefusal(order)) return order;
  const units = await readUnits(tx, order);
  const asked = input.lines === undefined ? null : quantitiesOf(units.lines, input.lines);
  if (isRefusal(asked)) return asked;
  const shipments = planShipments(units, asked, location?.id ?? null);
  if (isRefusal(shipments)) return shipments;

  await lockAll(tx, units, shipments);
  const parcels: ParcelId[] = [];
  const steps: Step[] = [];
  let now: OrderUnits = units;
  for (const [from, lines] of shipments) {
    const parcel = newId('parcel');
    const shipped = await ship(tx, order, now, { from, lines, parcel }, input);
    parcels.push(parcel);
    steps.push(...shipped.steps);
    now = shipped.units;
  }
  await showPutBack(tx, order, units, steps);
  await showTakenNumbers(tx, order, { parcels, given: input.trackingNumber });
  await settleOrder(tx, order, 'shipment');
  return { parcels: await readParcels(tx, parcels), differences: beyondOf(steps) };
}

/** All that any of the parcels may move, in one order: the order's promises, and where they left. */
async function lockAll(
  tx: CommandTx,
  units: OrderUnits,
  shipments: ReadonlyMap<LocationId, readonly LineQuantity[]>,
): Promise<void> {
  const skuOf = new Map(units.lines.map((line) => [line.number, line.sku]));
  const left = [...shipments].flatMap(([location, lines]) =>
    lines.flatMap(({ line }) => {
      const sku = skuOf.get(line) ?? null;
      return sku === null ? [] : [{ sku, location }];
    }),
  );
  const promised = units.reservations.map(({ sku, location }) => ({ sku, location }));
  if (left.length + promised.length > 0) await lockStockLevels(tx, [...left, ...promised]);
}

interface Leaving {
  readonly from: LocationId;
  readonly lines: readonly LineQuantity[];
  readonly parcel: ParcelId;
}

async function ship(
  tx: CommandTx,
  order: OrderId,
  units: OrderUnits,
  { from, lines, parcel }: Leaving,
  input: Told,
): Promise<{ steps: Step[]; units: OrderUnits }> {
  const known = workAt(units, from);
  const work = known ?? newId('fulfillmentOrder');
  const steps = decideShipment(units, lines, { location: from, fulfillmentOrder: work, parcel });
  const shippedAt = input.shippedAt === undefined ? tx.now : new Date(input.shippedAt);
  const { carrier, service, trackingNumber } = input;
  await writeParcel(tx, {
    ...{ id: parcel, order, work, location: from, shippedAt },
    ...(carrier === undefined ? {} : { carrier }),
    ...(service === undefined ? {} : { service }),
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
  });
  const beyond = beyondOf(steps);
  const after = await writeUnits(tx, order, units, changesOf(units, steps), {
    type: 'parcel.shipped.v1',
    data: { fulfillmentOrder: work, parcel, location: from, carrier: carrier ?? null, beyond },
    occurredAt: shippedAt,
    reason: 'shipped',
    basis: 'fact',
    ...(known === undefined ? { work: new Map([[work, { location: from, shipBy: null }]]) } : {}),
    parcels: new Map([[parcel, { fulfillmentOrder: work, location: from }]]),
    leaving: new Set([parcel]),
  });
  raiseBeyond(tx, order, parcel, steps);
  return { steps, units: after };
}

/** The location's fulfillment order with something left to do, else its newest. */
function workAt({ work }: OrderUnits, location: LocationId): FulfillmentOrderId | undefined {
  const here = work.filter((one) => one.location === location);
  const busy = here.find(({ counts }) => counts.allocated + counts.picked + counts.packed > 0);
  return (busy ?? here.at(-1))?.fulfillmentOrder;
}
