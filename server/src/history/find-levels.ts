// The levels that the rows of a file name, of a whole batch at once.

import { idFromUuid, type LocationId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { findKnownSkus, skusUnknown } from '../catalog/find-skus.ts';
import type { Tx } from '../db/transaction.ts';
import { type LevelKey, levelKey, lockStockLevels } from '../inventory/move-stock.ts';
import { findPlace } from './find-place.ts';
import { selectKnownLevels } from './master.sql.ts';

export interface NamedLevel {
  readonly sku: string;
  readonly location: string;
}

export interface FoundLevel extends LevelKey {
  /** It has a row already. */
  readonly isKnown: boolean;
}

/** What one of them names, or why there is no such level. */
export type FoundLevels = (named: NamedLevel) => FoundLevel | Refusal;

export async function findLevels(tx: Tx, named: readonly NamedLevel[]): Promise<FoundLevels> {
  const keyOf = await findKeys(tx, named);
  const rows = keysOf(named, keyOf).map(({ sku, location }) => ({
    sku: uuidOf(sku),
    location: uuidOf(location),
  }));
  const known = await tx.rows(selectKnownLevels, [JSON.stringify(rows)]);
  const isKnown = new Set(
    known.map((row) =>
      levelKey({
        sku: idFromUuid('sku', row.sku_id),
        location: idFromUuid('location', row.location_id),
      }),
    ),
  );
  return (one) => {
    const key = keyOf(one);
    return isRefusal(key) ? key : { ...key, isKnown: isKnown.has(levelKey(key)) };
  };
}

/**
 * Locks all of them in key order before the first of them moves: whoever takes several at the same
 * time, at the checkout say, never waits for the batch in a circle.
 */
export async function lockFoundLevels(
  tx: Tx,
  named: readonly NamedLevel[],
  found: FoundLevels,
): Promise<void> {
  await lockStockLevels(tx, keysOf(named, found));
}

type KeyOf = (named: NamedLevel) => LevelKey | Refusal;

function keysOf(named: readonly NamedLevel[], keyOf: KeyOf): LevelKey[] {
  return named.flatMap((one) => {
    const key = keyOf(one);
    return isRefusal(key) ? [] : [key];
  });
}

async function findKeys(tx: Tx, named: readonly NamedLevel[]): Promise<KeyOf> {
  const skus = await findKnownSkus(tx, [...new Set(named.map(({ sku }) => sku))]);
  const places = new Map<string, LocationId | Refusal>();
  for (const reference of new Set(named.map(({ location }) => location))) {
    places.set(reference, await findPlace(tx, reference));
  }
  return ({ sku: reference, location }) => {
    const [sku, place] = [skus.get(reference), places.get(location)];
    if (place === undefined) throw new Error('what was not looked for was asked for');
    if (typeof place !== 'string') return place;
    return sku === undefined ? skusUnknown([reference]) : { sku: sku.id as SkuId, location: place };
  };
}
