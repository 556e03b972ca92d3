// Keeps orders findable by the tracking numbers of their parcels.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import { searchTokens } from '@doorstep/core/search.ts';
import { addSearchTokens } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import { selectTrackingNumbers } from './search.sql.ts';

/** A parcel gets its number when it is packed, when it leaves, or later. */
export const NAMES_PARCELS = ['fulfillment.packed.', 'parcel.'] as const;

export async function indexParcels(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  const parcels = events.flatMap(({ data }) =>
    typeof data['parcel'] === 'string' ? [uuidOf(data['parcel'] as ParcelId)] : [],
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
