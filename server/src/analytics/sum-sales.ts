// Sums up what the log tells of sales. The log may be read twice: how far it was summed up is kept
// beside the sums, and moves with them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { type LogSum, sumUpStretch } from '../log/log-sum.ts';
import { BOOKED_TYPES, bookingsOf, MERGED } from './bookings.ts';
import { gatherOrderHours } from './order-hours.ts';
import { readSalesFacts } from './read-sales-facts.ts';
import { gatherSalesCells } from './sales-cells.ts';
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

/**
 * The sums of one tenant. What is missing before the stretch they are given is read again, so that there
 * is no hole, and they can be built anew by emptying the tables.
 */
export function sumSales(): LogSum {
  const given = gatherSales();
  return {
    add: given.add,
    async write(tx, { after, through }) {
      await tx.run(ensureSalesProjection);
      const position = (await tx.row(lockSalesProjection))?.position ?? 0n;
      if (position >= through) return;
      const put = async (sales: Gathered, end: bigint) => {
        await sales.write(tx);
        await tx.run(advanceSalesProjection, [end]);
      };
      if (position === after) return put(given, through);
      await sumUpStretch(tx, { after: position, through }, BOOKED_TYPES, gatherSales, put);
    },
  };
}

type Gathered = ReturnType<typeof gatherSales>;

function gatherSales() {
  const cells = gatherSalesCells();
  const hours = gatherOrderHours();
  const merged: LogEvent[] = [];
  return {
    async add(tx: Tx, events: readonly LogEvent[]): Promise<void> {
      if (events.length === 0) return;
      const facts = await readSalesFacts(tx, events);
      await inStretches(events, (event) => {
        for (const booking of bookingsOf([event], facts)) cells.add(booking);
        hours.add(event);
        if (event.type === MERGED) merged.push(event);
      });
    },
    async write(tx: Tx): Promise<void> {
      const { days, months, skus, wholeSkus, customers } = cells.rows();
      await add(tx, addSalesByDay, days);
      await add(tx, addSalesByMonth, months);
      await add(tx, addSalesBySku, skus);
      await add(tx, addSalesOfSku, wholeSkus);
      await add(tx, addSalesByCustomer, customers);
      await add(tx, addOrdersByHour, hours.rows());
      await moveMerged(tx, merged);
    },
  };
}

/**
 * What was booked for who was merged becomes the other's. What is booked later is already: orders are
 * read as they are now.
 */
async function moveMerged(tx: Tx, merged: readonly LogEvent[]): Promise<void> {
  for (const { subject, data } of merged) {
    const from = uuidOf(subject as CustomerId);
    await tx.run(copySalesOfCustomer, [from, uuidOf(data['into'] as CustomerId)]);
    await tx.run(deleteSalesOfCustomer, [from]);
  }
}

async function add(tx: Tx, sql: Statement, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await tx.run(sql, [JSON.stringify(rows.slice(from, from + ROWS_MAX))]);
}
