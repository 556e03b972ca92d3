// Sums up what the log tells of sales. The log may be read twice: how far it was summed up is kept
// beside the sums, and moves with them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { inStretches } from '../db/in-stretches.ts';
import type { Tx } from '../db/transaction.ts';
import { type LogSum, type Look, sumUpStretch } from '../log/log-sum.ts';
import { type BookEvents, bookEvents } from './book-events.ts';
import { BOOKED_TYPES, MERGED } from './booking.ts';
import { gatherOrderHours } from './order-hours.ts';
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
import { writeSums } from './write-sums.ts';

/**
 * The sums of one tenant. What is missing before the stretch they are given is read again, so that there
 * is no hole, and they can be built anew by emptying the tables.
 */
export function sumSales(book: BookEvents = bookEvents()): LogSum {
  const gather = () => gatherSales(book);
  const given = gather();
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
      await sumUpStretch(tx, { after: position, through }, BOOKED_TYPES, gather, put);
    },
  };
}

type Gathered = ReturnType<typeof gatherSales>;

function gatherSales(book: BookEvents) {
  const cells = gatherSalesCells();
  const hours = gatherOrderHours();
  const merged: LogEvent[] = [];
  return {
    async add(look: Look, events: readonly LogEvent[]): Promise<void> {
      if (events.length === 0) return;
      const booked = await book(look, events);
      await inStretches(events, (event) => {
        const booking = booked.of(event);
        if (booking !== undefined) cells.add(booking);
        hours.add(event);
        if (event.type === MERGED) merged.push(event);
      });
    },
    async write(tx: Tx): Promise<void> {
      await writeSums(tx, addSalesByDay, await cells.days());
      await writeSums(tx, addSalesByMonth, await cells.months());
      await writeSums(tx, addSalesBySku, await cells.skus());
      await writeSums(tx, addSalesOfSku, await cells.wholeSkus());
      await writeSums(tx, addSalesByCustomer, await cells.customers());
      await writeSums(tx, addOrdersByHour, hours.rows());
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
