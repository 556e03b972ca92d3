// How many units of a SKU may be sold without stock.

import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpSkuVersion, selectBackorderLimit, upsertBackorderCap } from './sql.ts';

export async function setBackorderLimit(
  tx: CommandTx,
  reference: string,
  cap: number,
): Promise<{ sku: string; cap: number; backordered: number } | Refusal> {
  const skus = await findSkus(tx, [reference]);
  if (isRefusal(skus)) return skus;
  const sku = skus.get(reference);
  if (sku === undefined) throw new Error('findSkus answers every reference');
  const version = await tx.row(bumpSkuVersion, [uuidOf(sku.id)]);
  const limit = await tx.row(upsertBackorderCap, [uuidOf(sku.id), cap]);
  if (limit === undefined || version === undefined) {
    const now = await tx.row(selectBackorderLimit, [uuidOf(sku.id)]);
    return refuse(
      'backorder-cap-too-low',
      `${now?.backordered ?? 0} units of ${sku.code} are backordered already.`,
      { backordered: now?.backordered ?? 0 },
    );
  }
  tx.emit({
    type: 'sku.backorder_limit_set.v1',
    subject: sku.id,
    version: version.version,
    data: { cap },
  });
  return { sku: sku.code, ...limit };
}
