// Finds the SKUs and locations that a request sets units apart at.

import type { createDrop } from '@doorstep/contract/drops.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { type FoundSku, findSkus } from '../catalog/find-skus.ts';
import type { Tx } from '../db/transaction.ts';
import { selectKitParts } from '../inventory/sql.ts';
import { findLocation } from '../locations/find-location.ts';

type WantedItem = BodyOf<typeof createDrop>['items'][number];

export interface FoundItem {
  readonly sku: FoundSku;
  readonly preorderCap: number;
  readonly pool: readonly PoolUnits[];
}

export async function findItems(
  tx: Tx,
  wanted: readonly WantedItem[],
): Promise<FoundItem[] | Refusal> {
  const skus = await findSkus(
    tx,
    wanted.map(({ sku }) => sku),
  );
  if (isRefusal(skus)) return skus;
  const ids = [...new Set([...skus.values()].map(({ id }) => id))];
  const [kit] = await tx.rows(selectKitParts, [ids.map(uuidOf)]);
  if (kit !== undefined)
    return refuse('kit-invalid', 'A drop sells plain SKUs: name the components of the kit.', {
      sku: idFromUuid('sku', kit.kit_sku),
    });
  if (ids.length < wanted.length)
    return refuse('validation-failed', 'Every SKU of a drop is named once.');
  const items: FoundItem[] = [];
  for (const { sku: reference, preorderCap = 0, pool = [] } of wanted) {
    const sku = skus.get(reference);
    if (sku === undefined) throw new Error('findSkus answers every reference');
    const cells = await findCells(tx, sku, pool);
    if (isRefusal(cells)) return cells;
    items.push({ sku, preorderCap, pool: cells });
  }
  return items;
}

export async function findCells(
  tx: Tx,
  sku: FoundSku,
  pool: readonly { readonly location: string; readonly units: number }[],
): Promise<PoolUnits[] | Refusal> {
  const cells: PoolUnits[] = [];
  if (new Set(pool.map(({ location }) => location)).size < pool.length)
    return refuse('validation-failed', `Every location is named once for ${sku.code}.`);
  for (const { location: reference, units } of pool) {
    const location = await findLocation(tx, reference);
    if (isRefusal(location)) return location;
    // The number is that of the row once it is read again; nothing here looks at it.
    cells.push({ sku: sku.id, location: location.id, number: 0, units });
  }
  return cells;
}
