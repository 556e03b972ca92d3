// Keeps the order list from the log. What an event says does not matter, only whose it is: the rows
// of its order are made anew from the order as it is now, so an event may be read twice, and many
// events of one order cost one write.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { type LogRange, readWantedHeads } from '../log/read-log.ts';
import type { LogReader } from '../log/run-reader.ts';
import {
  advanceListProgress,
  ensureListProgress,
  keepFacets,
  keepListed,
  lockListProgress,
  selectOrdersOfExceptions,
} from './keep.sql.ts';

const EVENTS_MAX = 1000n;
/** Whatever it is: an order is told of by some forty types, and there will be more. */
const EVERY_TYPE = [''];

export function orderListReader(app: Pool): LogReader {
  return {
    name: 'keep-order-list',
    wants: EVERY_TYPE,
    headsOnly: true,
    countsAll: true, // its position says whether a list is as new as the log
    handle: (tenant, events, range) =>
      inTransaction(app, tenant, (tx) => keepOrderList(tx, events, range)),
  };
}

/** @param events the heads of one stretch of a tenant's log; what is missing before it is read */
export async function keepOrderList(
  tx: Tx,
  events: readonly Omit<LogEvent, 'data'>[],
  { after, through }: LogRange,
): Promise<void> {
  await tx.run(ensureListProgress);
  let position = (await tx.row(lockListProgress))?.position ?? 0n;
  while (position < after) {
    const next = position + EVENTS_MAX < after ? position + EVENTS_MAX : after;
    await keep(tx, await readWantedHeads(tx, { after: position, through: next }, EVERY_TYPE));
    position = next;
  }
  await keep(tx, events);
  if (position < through) await tx.run(advanceListProgress, [through]);
}

async function keep(tx: Tx, events: readonly Omit<LogEvent, 'data'>[]): Promise<void> {
  const touched = await ordersTouched(tx, events);
  if (touched.size === 0) return;
  // In the order of the key, as the indexes are.
  const ids = [...touched.keys()].sort();
  await tx.run(keepListed, [ids, ids.map((id) => touched.get(id))]);
  await tx.run(keepFacets, [ids]);
}

/** The orders, and when the newest thing happened to each. */
async function ordersTouched(
  tx: Tx,
  events: readonly Omit<LogEvent, 'data'>[],
): Promise<Map<string, string>> {
  const newest = new Map<string, string>();
  for (const { subject, recordedAt } of events) {
    const before = newest.get(subject);
    if (before === undefined || before < recordedAt) newest.set(subject, recordedAt);
  }
  const touched = new Map<string, string>();
  const touch = (order: string, at: string | undefined) => {
    const before = touched.get(order);
    if (at !== undefined && (before === undefined || before < at)) touched.set(order, at);
  };
  const exceptions: string[] = [];
  for (const [subject, at] of newest) {
    const uuid = uuidOf(subject as Id<IdKind>);
    if (subject.startsWith('ord_')) touch(uuid, at);
    else if (subject.startsWith('exc_')) exceptions.push(uuid);
  }
  if (exceptions.length === 0) return touched;
  for (const { id, order_id } of await tx.rows(selectOrdersOfExceptions, [exceptions]))
    touch(order_id, newest.get(`exc_${id}`));
  return touched;
}
