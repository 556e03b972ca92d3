// Keeps orders findable: by number, external id, SKU, and by whom they are for.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { searchTokens } from '@doorstep/core/search.ts';
import type { Pool } from '../db/pool.ts';
import { sharePersonalTokens } from '../db/search.sql.ts';
import { addNewSearchTokens, addSearchTokens, type Searchable } from '../db/search-tokens.ts';
import { brokenConstraint, inTransaction, type Tx } from '../db/transaction.ts';
import type { EventReader } from '../log/run-reader.ts';
import { type SearchedOrderRow, selectOrdersForSearch } from './search.sql.ts';

/** The reader of the log that calls it. */
export function orderIndexReader(app: Pool): EventReader {
  return {
    name: 'index-orders',
    wants: ['order.captured.', 'order.imported.'],
    headsOnly: true,
    async handle(tenant, events) {
      const index = (add: typeof addSearchTokens) =>
        inTransaction(app, tenant, (tx) => indexOrders(tx, events, add));
      // Nearly always these orders were never seen before, and to write without looking costs the
      // database a third less. After a crash between two transactions they may have been.
      await index(addNewSearchTokens).catch((error: unknown) => {
        if (brokenConstraint(error) !== 'search_tokens_pkey') throw error;
        return index(addSearchTokens);
      });
    },
  };
}

/** @param events of one tenant, of orders that are new here */
export async function indexOrders(
  tx: Tx,
  events: readonly LogEvent[],
  add: typeof addSearchTokens = addSearchTokens,
): Promise<void> {
  const ids = events.map(({ subject }) => uuidOf(subject as OrderId));
  const [, rows] = await Promise.all([
    tx.run(sharePersonalTokens),
    tx.rows(selectOrdersForSearch, [ids]),
  ]);
  await add(tx, 'order', rows.map(orderTokens));
  await add(tx, 'order-contact', rows.filter(hasContact).map(contactTokens));
}

function orderTokens(row: SearchedOrderRow): Searchable {
  const texts = [row.number, row.external_id ?? ''];
  return { id: idOf(row), tokens: searchTokens(texts, row.sku_codes) };
}

function hasContact({ email, name, phone }: SearchedOrderRow): boolean {
  return email !== null || name !== null || phone !== null;
}

function contactTokens(row: SearchedOrderRow): Searchable {
  const texts = [row.email ?? '', row.name ?? '', row.phone ?? ''];
  return { id: idOf(row), tokens: searchTokens(texts) };
}

function idOf({ order_id }: SearchedOrderRow): OrderId {
  return `ord_${order_id}` as OrderId;
}
