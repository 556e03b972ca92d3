// What a customer has bought, for whoever talks to them.

import type { summarizeCustomer as operation } from '@doorstep/contract/customer-orders.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectCustomer } from '../customers/sql.ts';
import type { Tx } from '../db/transaction.ts';
import { selectOpenOrdersOfCustomer, selectSpentByCustomer } from './customer-orders.sql.ts';

const COUNT_MAX = 1000;

export async function summarizeCustomer(
  tx: Tx,
  customer: CustomerId,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const id = uuidOf(customer);
  const [known, spent, open] = await Promise.all([
    tx.row(selectCustomer, [id]),
    tx.rows(selectSpentByCustomer, [id, COUNT_MAX]),
    tx.rows(selectOpenOrdersOfCustomer, [id, COUNT_MAX]),
  ]);
  if (known === undefined) return refuse('not-found', `There is no customer ${customer}.`);
  const firsts = spent.map((row) => row.first_at.getTime());
  const lasts = spent.map((row) => row.last_at.getTime());
  return {
    customer,
    name: known.name,
    email: known.email,
    orders: spent.reduce((sum, row) => sum + row.orders, 0),
    countMax: COUNT_MAX,
    spent: spent.map((row) => ({
      currency: row.currency,
      orders: row.orders,
      amountMinor: Number(row.amount_minor),
    })),
    firstOrderAt: spent.length === 0 ? null : new Date(Math.min(...firsts)).toISOString(),
    lastOrderAt: spent.length === 0 ? null : new Date(Math.max(...lasts)).toISOString(),
    open: open.map((row) => ({
      id: idFromUuid('order', row.id),
      number: row.number,
      status: row.status,
      placedAt: row.placed_at.toISOString(),
      currency: row.currency,
      totalMinor: Number(row.total_minor),
    })),
  };
}
