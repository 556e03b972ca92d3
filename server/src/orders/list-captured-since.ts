// Lists what rules apply to among the orders captured since they were switched on.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { listToAssess } from './assess-orders.ts';
import { selectNewestOrders, selectSwitchedOn } from './reviews.sql.ts';

/** Looked at in one transaction. */
const PAGE_ORDERS = 500;
/** Clocks of processes differ: among orders that came before there may still be one of those after. */
const CLOCKS_APART_MS = 5 * 60_000;

export interface CapturedPage {
  /** Those of it that are to be assessed. */
  readonly orders: readonly OrderId[];
  /** Where the next page begins; null: this was the last. */
  readonly next: OrderId | null;
}

/** @returns since when rules hold, if it was one of these who switched them on; else null */
export async function readSwitchedOn(
  tx: Tx,
  sets: readonly { readonly recordedAt: string }[],
): Promise<Date | null> {
  const row = await tx.row(selectSwitchedOn, [sets.map(({ recordedAt }) => recordedAt)]);
  return row?.active_since ?? null;
}

/**
 * The newest first, by their ids, which rise with time: no index knows when an order was captured.
 *
 * @param before the end of the page before
 */
export async function listCapturedSince(
  tx: Tx,
  since: Date,
  before: OrderId | null,
): Promise<CapturedPage> {
  const end = before === null ? null : uuidOf(before);
  const rows = await tx.rows(selectNewestOrders, [end, PAGE_ORDERS]);
  const ids = rows.map(({ id }) => idFromUuid('order', id));
  const orders = await listToAssess(
    tx,
    ids.map((subject) => ({ subject })),
  );
  const from = new Date(since.getTime() - CLOCKS_APART_MS);
  const isPast = rows.every(({ captured_at }) => captured_at < from);
  return { orders, next: isPast ? null : (ids.at(-1) ?? null) };
}
