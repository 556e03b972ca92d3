// Sums up what the log tells of sales. The log may be read twice: how far it was summed up is kept
// beside the sums, and moves with them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { readLog } from '../log/read-log.ts';
import { bookingsOf, isBooked, type SalesFacts } from './bookings.ts';
import { salesCells } from './sales-cells.ts';
import {
  addSalesByCustomer,
  addSalesByDay,
  addSalesBySku,
  advanceSalesProjection,
  ensureSalesProjection,
  type LineFactsRow,
  lockSalesProjection,
  selectCancellationFacts,
  selectLineFacts,
  selectOrderFacts,
} from './sql.ts';

/** Rows of one statement. */
const ROWS_MAX = 10_000;
const EVENTS_MAX = 1000;

/**
 * @param events of one tenant, all there are from the first to the last; what is missing before them
 *   is read again, so that the sums have no hole, and can be built anew by emptying the tables
 */
export async function projectSales(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  await tx.run(ensureSalesProjection);
  let position = (await tx.row(lockSalesProjection))?.position ?? 0n;
  const first = BigInt(events[0]?.position ?? 0);
  while (position + 1n < first) {
    const missed = await readLog(tx, position, Math.min(EVENTS_MAX, Number(first - position) - 1));
    if (missed.length === 0) break; // their partition was let go
    await book(tx, missed);
    position = BigInt(missed.at(-1)?.position ?? 0);
  }
  const fresh = events.filter((event) => (event.position ?? 0) > position);
  if (fresh.length > 0) await book(tx, fresh);
}

async function book(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  const booked = events.filter(isBooked);
  if (booked.length > 0) {
    const { days, skus, customers } = salesCells(bookingsOf(booked, await readFacts(tx, booked)));
    await add(tx, addSalesByDay, days);
    await add(tx, addSalesBySku, skus);
    await add(tx, addSalesByCustomer, customers);
  }
  await tx.run(advanceSalesProjection, [events.at(-1)?.position]);
}

async function add(tx: Tx, sql: Statement, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await tx.run(sql, [JSON.stringify(rows.slice(from, from + ROWS_MAX))]);
}

async function readFacts(tx: Tx, events: readonly LogEvent[]): Promise<SalesFacts> {
  const ofOrders = events.filter(({ subject }) => subject.startsWith('ord_'));
  const ids = [...new Set(ofOrders.map(subjectOf))];
  const made = ofOrders.flatMap((event) => {
    const id = event.data['cancellation'] as Id<'cancellation'> | undefined;
    return id === undefined ? [] : [{ order_id: subjectOf(event), id: uuidOf(id) }];
  });
  const [orders, cancellations, lines] = await Promise.all([
    tx.rows(selectOrderFacts, [ids]),
    made.length === 0 ? [] : tx.rows(selectCancellationFacts, [JSON.stringify(made)]),
    readLines(tx, ofOrders),
  ]);
  return {
    orders: new Map(orders.map((order) => [order.id, order])),
    lines,
    cancellations: new Map(cancellations.map((one) => [one.id, one])),
  };
}

/**
 * An order that is placed tells its lines, but not whether one that comes to nothing has a price;
 * what happens to it later names them by number.
 */
async function readLines(tx: Tx, events: readonly LogEvent[]): Promise<SalesFacts['lines']> {
  const lines = new Map<string, Map<number, LineFactsRow>>();
  const named = new Map<string, object>();
  for (const event of events) {
    const order_id = subjectOf(event);
    const told = (event.data['lines'] ?? []) as { line: number; amountMinor?: number }[];
    const numbers = told.filter(({ amountMinor = 0 }) => amountMinor === 0);
    for (const { line: number } of numbers)
      named.set(`${order_id} ${number}`, { order_id, number });
  }
  if (named.size === 0) return lines;
  for (const row of await tx.rows(selectLineFacts, [JSON.stringify([...named.values()])])) {
    const ofOrder = lines.get(row.order_id) ?? new Map<number, LineFactsRow>();
    lines.set(row.order_id, ofOrder.set(row.number, row));
  }
  return lines;
}

function subjectOf(event: LogEvent): string {
  return uuidOf(event.subject as Id<IdKind>);
}
