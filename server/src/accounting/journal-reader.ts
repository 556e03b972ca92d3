// The reader of the log that keeps the books: whenever money of an order moved, its ledger is entered.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { LogReader } from '../log/run-reader.ts';
import { postLedger } from './post-ledger.ts';
import { postStoredValue } from './post-stored-value.ts';

export function journalReader(app: Pool, now: () => Date): LogReader {
  return {
    name: 'post-journal',
    wants: [
      'payment.captured.',
      'payment.fee_told.',
      'payment.refunded.',
      'payment.refund_returned.',
      'payment.dispute',
      'payment.added.',
      'order.captured.',
      ...MOVES_STORED_VALUE,
    ],
    handle: async (tenant, events) => {
      const orders = ordersOfMoney(events);
      if (orders.length > 0)
        await inTransaction(app, tenant, (tx) => postLedger(tx, orders, now()));
      const values = valuesMoved(events);
      if (values.length > 0)
        await inTransaction(app, tenant, (tx) => postStoredValue(tx, values, now()));
    },
  };
}

/** What people and time do to it: what orders do stands in the ledger of their payments. */
const MOVES_STORED_VALUE = [
  'gift-card.issued.',
  'gift-card.adjusted.',
  'gift-card.expired.',
  'store-credit.adjusted.',
  'store-credit.expired.',
];

const isOfStoredValue = (type: string) => MOVES_STORED_VALUE.some((one) => type.startsWith(one));

export function valuesMoved(events: readonly LogEvent[]): string[] {
  const moved = events.filter(({ type }) => isOfStoredValue(type));
  return [
    ...new Set(moved.map(({ subject }) => uuidOf(subject as Id<'giftCard' | 'storeCredit'>))),
  ];
}

/** Of the orders that are captured only those whose money came before. */
export function ordersOfMoney(events: readonly LogEvent[]): string[] {
  const moved = events.filter(({ type, data }) => {
    if (isOfStoredValue(type)) return false;
    if (!type.startsWith('order.') && !type.startsWith('payment.added.')) return true;
    const money = (data as { readonly money?: readonly { readonly captured?: number }[] }).money;
    return money?.some(({ captured = 0 }) => captured !== 0) === true;
  });
  return [...new Set(moved.map(({ subject }) => uuidOf(subject as OrderId)))];
}
