// Sums up what the log tells of sales. The log may be read twice: how far it was summed up is kept
// beside the sums, and moves with them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { type LogRange, readWanted } from '../log/read-log.ts';
import { BOOKED_TYPES, type Booking, bookingsOf, MERGED, type SalesFacts } from './bookings.ts';
import { orderHours } from './order-hours.ts';
import { readSalesFacts } from './read-sales-facts.ts';
import { salesCells } from './sales-cells.ts';
import {
  addSalesByCustomer,
  addSalesByDay,
  addSalesByMonth,
  addSalesBySku,
  addSalesOfSku,
  advanceSalesProjection,
  copySalesOfCustomer,
  deleteSalesOfCustomer,
  ensureSalesProjection,
  lockSalesProjection,
} from './sql.ts';
import { addOrdersByHour } from './work.sql.ts';

/** Rows of one statement. */
const ROWS_MAX = 10_000;
const EVENTS_MAX = 1000n;

/**
 * @param events what is booked of one stretch of a tenant's log; what is missing before it is read
 *   again, so that the sums have no hole, and can be built anew by emptying the tables
 */
export async function projectSales(
  tx: Tx,
  events: readonly LogEvent[],
  { after, through }: LogRange,
): Promise<void> {
  await tx.run(ensureSalesProjection);
  let position = (await tx.row(lockSalesProjection))?.position ?? 0n;
  while (position < after) {
    const next = position + EVENTS_MAX < after ? position + EVENTS_MAX : after;
    await book(tx, await readWanted(tx, { after: position, through: next }, BOOKED_TYPES), next);
    position = next;
  }
  if (position >= through) return;
  const fresh = events.filter((event) => BigInt(event.position ?? 0) > position);
  await book(tx, fresh, through);
}

async function book(tx: Tx, events: readonly LogEvent[], through: bigint): Promise<void> {
  if (events.length > 0) {
    const cells = await salesCells(await bookAll(events, await readSalesFacts(tx, events)));
    await add(tx, addSalesByDay, cells.days);
    await add(tx, addSalesByMonth, cells.months);
    await add(tx, addSalesBySku, cells.skus);
    await add(tx, addSalesOfSku, cells.wholeSkus);
    await add(tx, addSalesByCustomer, cells.customers);
    await add(tx, addOrdersByHour, orderHours(events));
    await moveMerged(tx, events);
  }
  await tx.run(advanceSalesProjection, [through]);
}

async function bookAll(events: readonly LogEvent[], facts: SalesFacts): Promise<Booking[]> {
  const bookings: Booking[] = [];
  await inStretches(events, (event) => bookings.push(...bookingsOf([event], facts)));
  return bookings;
}

/**
 * What was booked for who was merged becomes the other's. What is booked later is already: orders are
 * read as they are now.
 */
async function moveMerged(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  for (const { subject, data } of events.filter(({ type }) => type === MERGED)) {
    const from = uuidOf(subject as CustomerId);
    await tx.run(copySalesOfCustomer, [from, uuidOf(data['into'] as CustomerId)]);
    await tx.run(deleteSalesOfCustomer, [from]);
  }
}

async function add(tx: Tx, sql: Statement, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await tx.run(sql, [JSON.stringify(rows.slice(from, from + ROWS_MAX))]);
}
