// Keeps orders findable: by number, external id, SKU and tracking number, and by whom they are for.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { searchTokens } from '@doorstep/core/search.ts';
import { addSearchTokens } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import type { CapturedData } from './captured-answer.ts';
import { selectContactsForSearch, selectTrackingNumbers } from './search.sql.ts';

const NEW_ORDERS = new Set(['order.captured.v1', 'order.imported.v1']);

/** @param events of one tenant; those of orders that are new here count, and those of parcels */
export async function indexOrders(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  const captured = events.filter(({ type }) => NEW_ORDERS.has(type));
  await addSearchTokens(
    tx,
    'order',
    captured.map((event) => {
      const data = event.data as unknown as CapturedData;
      const texts = [data.number, data.externalId ?? '', ...data.lines.map((line) => line.skuCode)];
      return { id: event.subject as OrderId, tokens: searchTokens(texts) };
    }),
  );
  const rows = await tx.rows(selectContactsForSearch, [
    captured.map((event) => uuidOf(event.subject as OrderId)),
  ]);
  await addSearchTokens(
    tx,
    'order-contact',
    rows.map((row) => ({
      id: `ord_${row.order_id}` as OrderId,
      tokens: searchTokens([row.email ?? '', row.name ?? '', row.phone ?? '']),
    })),
  );
  await indexParcels(tx, events);
}

/** A parcel gets its tracking number when it is packed, when it leaves, or later. */
async function indexParcels(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  const parcels = events.flatMap(({ type, data }) =>
    NEW_ORDERS.has(type) || typeof data['parcel'] !== 'string'
      ? []
      : [uuidOf(data['parcel'] as ParcelId)],
  );
  if (parcels.length === 0) return;
  const rows = await tx.rows(selectTrackingNumbers, [[...new Set(parcels)]]);
  await addSearchTokens(
    tx,
    'order',
    rows.map((row) => ({
      id: `ord_${row.order_id}` as OrderId,
      tokens: searchTokens([row.tracking_number]),
    })),
  );
}
