// Keeps the order list from the log, and what its orders are found by. What an event says does not
// matter, only whose it is: the rows of its order are made anew from the order as it is now, so an event
// may be read twice, and many events of one order cost one write. It sees all that happens to orders, so it
// says of erased ones, too, that there is something to erase again.

import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import { markWritten } from '../customers/erasure.sql.ts';
import type { Pool } from '../db/pool.ts';
import { writeRows } from '../db/row-set.ts';
import { sharePersonalTokens } from '../db/search.sql.ts';
import { brokenConstraint, inTransaction, type Tx } from '../db/transaction.ts';
import { type LogRange, readTouches, type Touch } from '../log/read-log.ts';
import type { TouchReader } from '../log/run-reader.ts';
import {
  advanceListProgress,
  ensureListProgress,
  insertTokens,
  keepListed,
  lockListProgress,
  replaceTokens,
  selectFound,
  selectNames,
  selectOrdersOfExceptions,
  selectParts,
} from './keep.sql.ts';
import { type OrderToken, orderTokens } from './order-tokens.ts';

const EVENTS_MAX = 1000n;
/** Whatever it is: an order is told of by some forty types, and there will be more. */
const EVERY_TYPE = [''];

export function orderListReader(app: Pool): TouchReader {
  return {
    name: 'keep-order-list',
    wants: EVERY_TYPE,
    // In a surge buyers come first, and what happens to an order within seconds is one write. Who wants to
    // see the newest orders reads the orders themselves meanwhile (list-newest.ts).
    atOnceMax: 1000,
    restMsMax: 3000,
    countsAll: true, // its position says whether a list is as new as the log
    handleTouches: async (tenant, touches, range) => {
      const keep = (isAnew: boolean) =>
        inTransaction(app, tenant, (tx) => keepOrderList(tx, touches, range, isAnew));
      // An order that is not listed may have tokens: of before an upgrade, or its row was taken away.
      await keep(false).catch((error: unknown) => {
        if (brokenConstraint(error) !== 'search_tokens_pkey') throw error;
        return keep(true);
      });
    },
  };
}

/**
 * @param touches of one stretch of a tenant's log; what is missing before it is read
 * @param isAnew orders that are not listed may have tokens
 */
export async function keepOrderList(
  tx: Tx,
  touches: readonly Touch[],
  { after, through }: LogRange,
  isAnew = false,
): Promise<void> {
  await tx.run(ensureListProgress);
  let position = (await tx.row(lockListProgress))?.position ?? 0n;
  while (position < after) {
    const next = position + EVENTS_MAX < after ? position + EVENTS_MAX : after;
    const missing = { after: position, through: next };
    await keep(tx, await readTouches(tx, missing, EVERY_TYPE), isAnew);
    position = next;
  }
  await keep(tx, touches, isAnew);
  if (position < through) await tx.run(advanceListProgress, [through]);
}

async function keep(tx: Tx, touches: readonly Touch[], isAnew: boolean): Promise<void> {
  const { touched, written } = await ordersTouched(tx, touches);
  if (touched.size === 0) return;
  // In the order of the key, as the indexes are.
  const ids = [...touched.keys()].sort();
  const [, , found, parts] = await Promise.all([
    // Before the words are locked: who erases an order locks it first, and then the words.
    written.length > 0 && tx.run(markWritten, [written, written.map((id) => touched.get(id))]),
    tx.run(sharePersonalTokens),
    tx.rows(selectFound, [ids]),
    tx.rows(selectParts, [ids]),
    tx.run(keepListed, [ids, ids.map((id) => touched.get(id))]),
  ]);
  const listed = new Set(found.map(({ order_id }) => order_id));
  const unnamed = ids.filter((id) => !listed.has(id));
  const names = unnamed.length > 0 ? await tx.rows(selectNames, [unnamed]) : [];
  await writeTokens(tx, orderTokens(names, parts), isAnew ? ids : [...listed]);
}

/** @param known orders that may have tokens already; those of others are inserted without looking */
async function writeTokens(
  tx: Tx,
  tokens: readonly OrderToken[],
  known: readonly string[],
): Promise<void> {
  const isKnown = new Set(known);
  const fresh = tokens.filter(({ id }) => !isKnown.has(id));
  const kept = tokens.filter(({ id }) => isKnown.has(id));
  await Promise.all([
    writeRows(tx, insertTokens, inOrder(fresh)),
    known.length > 0 && tx.run(replaceTokens, [...replaceTokens.rows.params(kept), known]),
  ]);
}

/** In the order of the index, which then has less to do. */
function inOrder(tokens: OrderToken[]): OrderToken[] {
  return tokens.sort((a, b) =>
    a.kind < b.kind || (a.kind === b.kind && a.token < b.token) ? -1 : 1,
  );
}

interface Touched {
  /** When the newest thing happened to each order. */
  readonly touched: ReadonlyMap<string, string>;
  /** Orders in which something may have been written since they were erased. */
  readonly written: readonly string[];
}

/** That an order is there, before it can be erased, and that it was. */
const WRITES_NOTHING = ['order.captured.v1', 'order.erased.v1'];

async function ordersTouched(tx: Tx, touches: readonly Touch[]): Promise<Touched> {
  const newest = new Map<string, string>();
  const written = new Set<string>();
  for (const { type, subject, recordedAt } of touches) {
    const before = newest.get(subject);
    if (before === undefined || before < recordedAt) newest.set(subject, recordedAt);
    if (subject.startsWith('ord_') && !WRITES_NOTHING.includes(type))
      written.add(uuidOf(subject as Id<IdKind>));
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
  if (exceptions.length === 0) return { touched, written: [...written] };
  for (const { id, order_id } of await tx.rows(selectOrdersOfExceptions, [exceptions])) {
    touch(order_id, newest.get(`exc_${id}`));
    written.add(order_id);
  }
  return { touched, written: [...written] };
}
