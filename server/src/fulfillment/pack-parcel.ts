// Packs a parcel of what a location has picked.

import type { packParcel as operation } from '@doorstep/contract/fulfillment.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { decidePacking, type LineQuantity } from '@doorstep/core/fulfillment/parcel.ts';
import {
  type FulfillmentOrderId,
  type LocationId,
  type OrderId,
  type ParcelId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { countedLines, type UnitLine } from '@doorstep/core/orders/order-units.ts';
import { changesOf } from '@doorstep/core/orders/unit-changes.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { showTakenNumbers } from '../orders/show-taken-numbers.ts';
import { writeUnits } from '../orders/write-units.ts';
import { lockWork } from './lock-work.ts';
import { numberLines } from './number-lines.ts';
import { insertParcel } from './parcels.sql.ts';
import { plainLabel } from './plain-label.ts';
import { readParcel } from './read-parcels.ts';

export async function packParcel(
  tx: CommandTx,
  work: FulfillmentOrderId,
  told: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const input = plainLabel(told);
  const locked = await lockWork(tx, work, input.seen);
  if (isRefusal(locked)) return locked;
  const { order, location, units } = locked;
  const asked = input.lines === undefined ? null : quantitiesOf(units.lines, input.lines);
  if (isRefusal(asked)) return asked;
  const parcel = newId('parcel');
  const packing = decidePacking(units, work, asked, parcel);
  if (isRefusal(packing)) return packing;

  await writeParcel(tx, { ...input, id: parcel, order, work, location, shippedAt: null });
  await writeUnits(tx, order, units, changesOf(units, packing.steps), {
    type: 'fulfillment.packed.v1',
    data: { fulfillmentOrder: work, location, parcel, surplus: packing.surplus },
    reason: 'packed',
    basis: 'fact',
    parcels: new Map([[parcel, { fulfillmentOrder: work, location }]]),
  });
  await showTakenNumbers(tx, order, { parcels: [parcel], given: input.trackingNumber });
  const answer = await readParcel(tx, parcel);
  return isRefusal(answer) ? answer : { ...answer, differences: [...packing.surplus] };
}

/** Counted lines, each once: a kit is asked for by its components. */
export function quantitiesOf(
  lines: readonly UnitLine[],
  named: readonly { readonly line: number | string; readonly quantity: number }[],
): LineQuantity[] | Refusal {
  const found = numberLines(lines, named);
  if (isRefusal(found)) return found;
  const quantities = new Map<number, number>();
  for (const [line, told] of found) {
    const asked = told.reduce((sum, one) => sum + one.quantity, 0);
    for (const { line: counted, perUnit } of countedLines(lines, line))
      quantities.set(counted.number, (quantities.get(counted.number) ?? 0) + asked * perUnit);
  }
  return [...quantities].map(([line, quantity]) => ({ line, quantity }));
}

export interface NewParcel {
  readonly id: ParcelId;
  readonly order: OrderId;
  readonly work: FulfillmentOrderId;
  readonly location: LocationId;
  readonly carrier?: string;
  readonly service?: string;
  readonly trackingNumber?: string;
  readonly weightGrams?: number;
  readonly dimensions?: { lengthMm: number; widthMm: number; heightMm: number };
  readonly shippedAt: Date | null;
}

export async function writeParcel(tx: CommandTx, parcel: NewParcel): Promise<void> {
  await tx.run(insertParcel, [
    uuidOf(parcel.id),
    uuidOf(parcel.order),
    uuidOf(parcel.work),
    uuidOf(parcel.location),
    parcel.carrier ?? null,
    parcel.trackingNumber ?? null,
    parcel.weightGrams ?? null,
    parcel.dimensions?.lengthMm ?? null,
    parcel.dimensions?.widthMm ?? null,
    parcel.dimensions?.heightMm ?? null,
    tx.now,
    actorText(tx.actor),
    parcel.shippedAt,
    parcel.service ?? null,
  ]);
}
