// What the rows know of sales besides the events, and what never changes of them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { SalesFacts } from './booking.ts';
import {
  type LineFactsRow,
  selectCancellationFacts,
  selectLineFacts,
  selectOrderFacts,
} from './sql.ts';

export async function readSalesFacts(tx: Tx, events: readonly LogEvent[]): Promise<SalesFacts> {
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
