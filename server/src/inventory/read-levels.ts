// Levels as people see them.

import type { StockLevelAnswer } from '@doorstep/contract/inventory.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { availableUnits } from '@doorstep/core/inventory/stock-level.ts';
import type { Tx } from '../db/transaction.ts';
import { type LevelKey, levelKey } from './move-stock.ts';
import { type NamedLevelRow, selectLevels } from './sql.ts';

/** The levels, each once, by SKU and location; keys may repeat, and one without a level has none. */
export async function readLevels(tx: Tx, keys: readonly LevelKey[]): Promise<StockLevelAnswer[]> {
  const unique = new Map(keys.map((key) => [levelKey(key), key]));
  const rows = [...unique.values()].map(({ sku, location }) => ({
    sku: uuidOf(sku),
    location: uuidOf(location),
  }));
  return (await tx.rows(selectLevels, [JSON.stringify(rows)])).map(presentLevel);
}

export function presentLevel(row: NamedLevelRow): StockLevelAnswer {
  const level = {
    onHand: row.on_hand,
    reserved: row.reserved,
    allocated: row.allocated,
    damaged: row.damaged,
    qualityControl: row.quality_control,
    incoming: row.incoming,
    inTransit: row.in_transit,
  };
  return {
    sku: row.sku,
    skuId: idFromUuid('sku', row.sku_id),
    location: row.location,
    locationId: idFromUuid('location', row.location_id),
    ...level,
    available: Math.max(0, availableUnits(level, row.safety_stock)),
    safetyStock: row.safety_stock,
    shortfall: row.shortfall,
  };
}
