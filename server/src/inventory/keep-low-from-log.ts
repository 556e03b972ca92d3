// Keeps what runs low from the log. What an event says of units does not matter, only which SKUs it
// names: their least is read anew, so many events of one SKU cost one write, and capture costs none.

import type { LogEvent } from '@doorstep/contract/log.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { LogRange } from '../log/read-log.ts';
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

/** Its position says whether the list is as new as the log. */
export async function keepLowFromLog(
  tx: Tx,
  events: readonly LogEvent[],
  { through }: LogRange,
): Promise<void> {
  await tx.run(ensureLowStockProgress);
  for (const location of locationsChanged(events)) await keepAllAt(tx, location);
  const skus = skusMoved(events);
  for (let start = 0; start < skus.length; start += SKUS_AT_ONCE)
    await tx.run(keepLowStock, [skus.slice(start, start + SKUS_AT_ONCE), LOW_MAX]);
  await tx.run(advanceLowStockProgress, [through]);
}

function locationsChanged(events: readonly LogEvent[]): Set<string> {
  const changed = events.filter(({ type }) => type.startsWith('location.'));
  return new Set(changed.map(({ subject }) => uuidOf(subject as Id<'location'>)));
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

/** Bare ids, in the order of the index. */
function skusMoved(events: readonly LogEvent[]): string[] {
  const moved = new Set<string>();
  for (const { type, subject, data } of events) {
    if (type.startsWith('sku.')) moved.add(uuidOf(subject as Id<'sku'>));
    const stock: unknown = data['stock'];
    if (!Array.isArray(stock)) continue;
    for (const change of stock as { readonly sku?: unknown }[])
      if (typeof change.sku === 'string') moved.add(uuidOf(change.sku as Id<'sku'>));
  }
  return [...moved].sort();
}
