// Orders of channels that release them by themselves: at once, or some time after capture. What is
// blocked stays as it is: the event that unblocks it tries again.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { lockPromisedLevels } from '../inventory/reservations.sql.ts';
import type { Touch } from '../log/read-log.ts';
import { releaseUnits } from './release-order.ts';
import {
  forgetReleaseTime,
  lockDueReleases,
  lockOrders,
  selectIsAnythingReleased,
  selectReleasable,
} from './sql.ts';

/** Due orders released in one transaction; the rest follows in the next. */
const DUE_MAX = 25;

/** Events after which an order may be ready, by the beginning of their type. */
export const MAKES_RELEASABLE = [
  'order.captured.',
  'order.canceled.', // what is authorized may cover the rest
  'order.refund_granted.',
  'order.hold_released.',
  'order.hold_lapsed.',
  'order.backorder_filled.',
  'order.sourced.',
  'order.assessed.',
  'payment.added.', // with money that came by hand
  'payment.authorized.',
  'payment.captured.',
] as const;

/** Only where a channel leaves it to us. */
export async function isAnythingReleased(tx: Tx): Promise<boolean> {
  return (await tx.row(selectIsAnythingReleased))?.is_any === true;
}

/** The orders of these events that may be released now. */
export async function listReleasable(
  tx: Tx,
  events: readonly Pick<Touch, 'subject'>[],
  now: Date,
): Promise<OrderId[]> {
  const orders = [...new Set(events.map((event) => uuidOf(event.subject as OrderId)))];
  const rows = await tx.rows(selectReleasable, [orders, now]);
  return rows.map((row) => idFromUuid('order', row.id));
}

/**
 * Tries several orders in one transaction: which of them are blocked, or were released meanwhile,
 * their refusals say, and change nothing.
 */
export async function releaseAutomatically(
  tx: CommandTx,
  orders: readonly OrderId[],
): Promise<number> {
  const locked = await tx.rows(lockOrders, [orders.map(uuidOf)]);
  return releaseLocked(
    tx,
    locked.map(({ id }) => id),
  );
}

/** @returns how many were due, whether they could be released or not */
export async function releaseDue(tx: CommandTx): Promise<number> {
  const due = await tx.rows(lockDueReleases, [tx.now, DUE_MAX]);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  // Their time is over: what cannot be released now waits for the event that unblocks it.
  await tx.run(forgetReleaseTime, [ids]);
  await releaseLocked(tx, ids);
  return due.length;
}

/** Stock is locked for all of them at once, in key order; then none has to wait for another. */
async function releaseLocked(tx: CommandTx, orders: readonly string[]): Promise<number> {
  await tx.run(lockPromisedLevels, [orders]);
  const outcomes = await Promise.all(
    orders.map((order) => releaseUnits(tx, idFromUuid('order', order))),
  );
  return outcomes.filter((outcome) => !isRefusal(outcome)).length;
}
