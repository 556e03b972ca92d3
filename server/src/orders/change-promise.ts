// Changes the dates that an order is promised for. Work that was released keeps its cut-off.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { changePromise as operation } from '@doorstep/contract/order-promise.ts';
import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from './lock-order.ts';
import { type PromisedRow, selectPromised, updatePromised } from './promise.sql.ts';
import { readOrderById } from './read-order.ts';

type Body = BodyOf<typeof operation>;

export async function changePromise(
  tx: CommandTx,
  reference: string,
  body: Body,
): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference, body.version);
  if (isRefusal(order)) return order;
  const before = await tx.row(selectPromised, [uuidOf(order)]);
  if (before === undefined) throw new Error(`there is no order ${order}`);
  const after = changed(before, body);
  const { ship_by, deliver_by } = after;
  if (ship_by !== null && deliver_by !== null && ship_by > deliver_by)
    return refuse('validation-failed', 'An order cannot be there before it leaves.');
  if (JSON.stringify(after) === JSON.stringify(before)) return readOrderById(tx, order);
  const params = [uuidOf(order), ship_by, after.promised_by, deliver_by];
  const row = await tx.row(updatePromised, params);
  tx.emit({
    type: 'order.promise_changed.v1',
    subject: order,
    version: row?.version ?? 0,
    data: { before: told(before), after: told(after), reason: body.reason },
  });
  return readOrderById(tx, order);
}

/** A date left out stays. */
function changed(before: PromisedRow, { shipBy, deliverBy, reason }: Body): PromisedRow {
  const dateOf = (given: string | null | undefined, kept: Date | null) =>
    given === undefined ? kept : given === null ? null : new Date(given);
  const ship_by = dateOf(shipBy, before.ship_by);
  const isSame = ship_by?.getTime() === before.ship_by?.getTime();
  const by = reason === 'channel' ? 'channel' : 'changed';
  return {
    ship_by,
    promised_by: isSame ? before.promised_by : ship_by === null ? null : by,
    deliver_by: dateOf(deliverBy, before.deliver_by),
  };
}

function told({ ship_by, promised_by, deliver_by }: PromisedRow) {
  return {
    shipBy: ship_by?.toISOString() ?? null,
    promisedBy: promised_by,
    deliverBy: deliver_by?.toISOString() ?? null,
  };
}
