// Keeps what runs low from the log. What an event says of units does not matter, only which SKUs it
// names: their least is read anew, so many events of one SKU cost one write, and capture costs none.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { LogSum } from '../log/log-sum.ts';
import {
  advanceLowStockProgress,
  ensureLowStockProgress,
  keepLowStock,
  selectSkusAt,
} from './low-stock.sql.ts';

/** Above that nothing is low: `only_what_is_low_is_here`. */
const LOW_MAX = 1000;
const SKUS_AT_ONCE = 2000;
const LOWEST = '0'.repeat(32);

/** Every type that moves stock, or changes what is kept back of it. */
export const MOVES_STOCK: readonly string[] = [
  'stock.',
  'transfer.',
  'reservation.',
  'order.',
  'fulfillment.',
  'parcel.',
  'return.',
  'drop.',
  'sku.safety_stock_set.',
  'location.',
];

/** Of one tenant. Its position says whether the list is as new as the log. */
export function keepLow(): LogSum {
  const skus = new Set<string>();
  const locations = new Set<string>();
  return {
    async add(_look, events) {
      for (const event of events) {
        if (event.type.startsWith('location.'))
          locations.add(uuidOf(event.subject as Id<'location'>));
        for (const sku of skusMoved(event)) skus.add(sku);
      }
    },
    async write(tx, { through }) {
      await tx.run(ensureLowStockProgress);
      for (const location of locations) await keepAllAt(tx, location);
      const sorted = [...skus].sort(); // the order of the index
      for (let start = 0; start < sorted.length; start += SKUS_AT_ONCE)
        await tx.run(keepLowStock, [sorted.slice(start, start + SKUS_AT_ONCE), LOW_MAX]);
      await tx.run(advanceLowStockProgress, [through]);
    },
  };
}

/** It opened, closed, or keeps back another number of everything. */
async function keepAllAt(tx: Tx, location: string): Promise<void> {
  for (let after: string | undefined = LOWEST; after !== undefined; ) {
    const skus: string[] = (await tx.rows(selectSkusAt, [location, after, SKUS_AT_ONCE])).map(
      ({ sku_id }) => sku_id,
    );
    if (skus.length > 0) await tx.run(keepLowStock, [skus, LOW_MAX]);
    after = skus.length === SKUS_AT_ONCE ? skus.at(-1) : undefined;
  }
}

/** Bare ids. */
function skusMoved({ type, subject, data }: LogEvent): string[] {
  const own = type.startsWith('sku.') ? [uuidOf(subject as Id<'sku'>)] : [];
  const stock: unknown = data['stock'];
  if (!Array.isArray(stock)) return own;
  const moved = (stock as { readonly sku?: unknown }[]).flatMap(({ sku }) =>
    typeof sku === 'string' ? [uuidOf(sku as Id<'sku'>)] : [],
  );
  return [...own, ...moved];
}
