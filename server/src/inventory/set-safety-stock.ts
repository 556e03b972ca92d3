// Keeps back units of a SKU at a location, instead of the location's own default.

import type {
  setSafetyStock as operation,
  StockLevelAnswer,
} from '@doorstep/contract/inventory.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findLevel } from './find-level.ts';
import { lockStockLevels } from './move-stock.ts';
import { readLevels } from './read-levels.ts';
import { bumpSkuVersion, setLevelSafetyStock } from './sql.ts';

export async function setSafetyStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockLevelAnswer | Refusal> {
  const found = await findLevel(tx, input);
  if (isRefusal(found)) return found;
  const { sku, location } = found;
  const key = { sku: sku.id, location: location.id };
  const version = await tx.row(bumpSkuVersion, [uuidOf(sku.id)]);
  await lockStockLevels(tx, [key]);
  await tx.run(setLevelSafetyStock, [uuidOf(sku.id), uuidOf(location.id), input.safetyStock]);
  tx.emit({
    type: 'sku.safety_stock_set.v1',
    subject: sku.id,
    version: version?.version ?? 0,
    data: { location: location.id, safetyStock: input.safetyStock },
  });
  const [level] = await readLevels(tx, [key]);
  if (level === undefined) throw new Error('the level was just written');
  return level;
}
