// Releases an order: its promises become firm, and each location is asked for its part.

import type { releaseOrder as operation } from '@doorstep/contract/fulfillment.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { decideRelease } from '@doorstep/core/fulfillment/release.ts';
import {
  type FulfillmentOrderId,
  idFromUuid,
  type LocationId,
  type OrderId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { shipsBy } from '@doorstep/core/locations/calendar.ts';
import { derivedShipBy } from '@doorstep/core/orders/promised-date.ts';
import { changesOf } from '@doorstep/core/orders/unit-changes.ts';
import { isPaidFor } from '@doorstep/core/payments/payment-account.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { isReleasable } from '@doorstep/core/risk/risk-review.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from '../orders/lock-order.ts';
import { type PromisedRow, selectPromised, updateShipBy } from '../orders/promise.sql.ts';
import { readUnits } from '../orders/read-units.ts';
import { writeUnits } from '../orders/write-units.ts';
import { selectAccount } from '../payments/sql.ts';
import { type ReleaseGateRow, selectReleaseGate } from '../risk/sql.ts';
import { readFulfillmentOrders } from './read-fulfillment-orders.ts';
import {
  forgetReleaseTime,
  type HoursRow,
  selectHoursForOrder,
  selectReleaseHolds,
} from './sql.ts';

export async function releaseOrder(
  tx: CommandTx,
  reference: string,
  version?: number,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const asked = await releaseUnits(tx, order);
  if (isRefusal(asked)) return asked;
  await tx.run(forgetReleaseTime, [[uuidOf(order)]]);
  return { fulfillmentOrders: await readFulfillmentOrders(tx, asked) };
}

/**
 * The order must be locked: a hold placed before is seen, one placed later finds it released.
 *
 * @returns the new fulfillment orders; a refusal comes before anything is written
 */
export async function releaseUnits(
  tx: CommandTx,
  order: OrderId,
): Promise<readonly FulfillmentOrderId[] | Refusal> {
  const id = [uuidOf(order)];
  const [units, holds, account, gate, hours, promised] = await Promise.all([
    readUnits(tx, order),
    tx.rows(selectReleaseHolds, id),
    tx.row(selectAccount, id),
    tx.row(selectReleaseGate, id),
    tx.rows(selectHoursForOrder, id),
    tx.row(selectPromised, id),
  ]);
  const released = decideRelease(
    units,
    holds.map(({ handle, reason, line_number }) => ({ handle, reason, line: line_number })),
    isPaidFor(account),
    () => newId('fulfillmentOrder'),
  );
  if (isRefusal(released)) return released;
  const undecided = refuseUndecided(gate);
  if (undecided !== undefined) return undecided;
  const shipBy = cutOffs(hours, tx.now);
  const work = new Map(
    [...released.asked].map(([location, fulfillmentOrder]) => [
      fulfillmentOrder,
      { location, shipBy: dueBy(shipBy.get(location) ?? null, promised) },
    ]),
  );
  await writeUnits(tx, order, units, changesOf(units, released.steps), {
    type: 'order.released.v1',
    data: {
      asked: [...work].map(([fulfillmentOrder, one]) => ({
        fulfillmentOrder,
        location: one.location,
        shipBy: one.shipBy?.toISOString() ?? null,
      })),
    },
    reason: 'released',
    basis: 'promise',
    work,
  });
  if (promised !== undefined && promised.ship_by === null)
    await promiseCutOff(tx, order, [...work.values()], promised);
  return [...work.keys()];
}

/** Nothing leaves before its review: neither while nobody has looked, nor while somebody has to decide. */
function refuseUndecided(gate: ReleaseGateRow | undefined): Refusal | undefined {
  const state = gate?.state ?? (gate?.is_wanted === true ? 'waiting' : null);
  if (state === null || isReleasable(state)) return undefined;
  return refuse('order-under-review', 'The risk of this order is not decided yet.', { state });
}

/** By the cut-off, and no later than somebody was told. */
function dueBy(cutOff: Date | null, promised: PromisedRow | undefined): Date | null {
  const told = promised?.promised_by === 'cut-off' ? null : (promised?.ship_by ?? null);
  if (told === null || cutOff === null) return told ?? cutOff;
  return told < cutOff ? told : cutOff;
}

/** An order that waited for stock has no date until now. */
async function promiseCutOff(
  tx: CommandTx,
  order: OrderId,
  work: readonly { readonly shipBy: Date | null }[],
  { deliver_by }: PromisedRow,
): Promise<void> {
  const shipBy = derivedShipBy(
    work.map((one) => one.shipBy),
    deliver_by,
  );
  if (shipBy !== null) await tx.run(updateShipBy, [uuidOf(order), shipBy]);
}

function cutOffs(rows: readonly HoursRow[], now: Date): Map<LocationId, Date | null> {
  return new Map(
    rows.map((row) => [
      idFromUuid('location', row.id),
      shipsBy(
        {
          timeZone: row.time_zone,
          cutOff: row.cut_off?.slice(0, 5) ?? null,
          handlingDays: row.handling_days,
          calendar: row.calendar,
        },
        now,
      ),
    ]),
  );
}
