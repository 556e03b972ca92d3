// Finds the SKU and the location that a request names.

import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { type FoundSku, findSkus } from '../catalog/find-skus.ts';
import type { Tx } from '../db/transaction.ts';
import { type FoundLocation, findLocation } from '../locations/find-location.ts';

export interface FoundLevel {
  readonly sku: FoundSku;
  readonly location: FoundLocation;
}

/** The level itself may have no row yet. */
export async function findLevel(
  tx: Tx,
  named: { readonly sku: string; readonly location: string },
): Promise<FoundLevel | Refusal> {
  const location = await findLocation(tx, named.location);
  if (isRefusal(location)) return location;
  const skus = await findSkus(tx, [named.sku]);
  if (isRefusal(skus)) return skus;
  const sku = skus.get(named.sku);
  if (sku === undefined) throw new Error('findSkus answers every reference');
  return { sku, location };
}
