// Finds the order that a fulfillment order is part of and locks it, as every change of it begins.

import {
  type FulfillmentOrderId,
  idFromUuid,
  type LocationId,
  type OrderId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { lockOrder } from '../orders/lock-order.ts';
import { type ReadUnits, readUnits } from '../orders/read-units.ts';
import { fulfillmentOrderNotFound } from './read-fulfillment-orders.ts';
import { refuseChangedWork } from './refuse-changed-work.ts';
import { selectOrderOfWork } from './sql.ts';

export interface LockedWork {
  readonly order: OrderId;
  readonly location: LocationId;
  readonly units: ReadUnits;
}

/** @param seen what the work looked like to the caller, if they said; another now is `work-changed` */
export async function lockWork(
  tx: Tx,
  work: FulfillmentOrderId,
  seen?: string,
): Promise<LockedWork | Refusal> {
  const row = await tx.row(selectOrderOfWork, [uuidOf(work)]);
  if (row === undefined) return fulfillmentOrderNotFound(work);
  const order = await lockOrder(tx, idFromUuid('order', row.order_id));
  if (isRefusal(order)) return order;
  const location = idFromUuid('location', row.location_id);
  const locked = { order, location, units: await readUnits(tx, order) };
  return (await refuseChangedWork(tx, work, locked, seen)) ?? locked;
}
