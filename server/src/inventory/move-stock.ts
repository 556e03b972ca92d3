// Every change of stock goes through here: levels locked in key order, movements written, sums kept.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, idFromUuid, type LocationId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import type { MovementType, StockDelta } from '@doorstep/core/inventory/movement.ts';
import type { StockLevel } from '@doorstep/core/inventory/stock-level.ts';
import { newUuid } from '../db/ids.ts';
import { writeRows } from '../db/row-set.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import {
  applyDeltas,
  type DifferingRow,
  insertMissingLevels,
  insertMovements,
  type LevelRow,
  lockLevels,
} from './sql.ts';

export type MovementCause = Id<
  'stockDocument' | 'transfer' | 'reservation' | 'order' | 'return' | 'drop'
>;

export interface StockMove {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly type: MovementType;
  readonly delta: StockDelta;
}

export interface LockedLevel extends StockLevel {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly safetyStock: number;
  readonly shortfall: number;
}

export interface LevelKey {
  readonly sku: SkuId;
  readonly location: LocationId;
}

/** Locks levels in key order, making the rows that are missing. Keys may repeat. */
export async function lockStockLevels(
  tx: Tx,
  keys: readonly LevelKey[],
): Promise<ReadonlyMap<string, LockedLevel>> {
  const unique = [...new Map(keys.map((key) => [levelKey(key), key])).values()];
  const rows = JSON.stringify(
    unique.map(({ sku, location }) => ({ sku: uuidOf(sku), location: uuidOf(location) })),
  );
  await tx.run(insertMissingLevels, [rows]);
  const locked = (await tx.rows(lockLevels, [rows])).map(levelOf);
  return new Map(locked.map((level) => [levelKey(level), level]));
}

export function levelKey({ sku, location }: LevelKey): string {
  return `${sku} ${location}`;
}

/**
 * Applies moves to levels that are locked already and records a movement each.
 *
 * @param basis `fact` for what happened: it may leave less than was promised, the difference is
 *   recorded as shortfall. `promise` for what we decide: the database refuses it then.
 */
export async function moveStock(
  tx: CommandTx,
  moves: readonly StockMove[],
  basis: 'fact' | 'promise',
  cause: MovementCause,
  reason: string | null = null,
): Promise<void> {
  const rows = moves.map((move) => ({
    id: newUuid(),
    sku: uuidOf(move.sku),
    location: uuidOf(move.location),
    type: move.type,
    ...move.delta,
    kind: causeKind(cause),
    cause: uuidOf(cause),
    reason,
  }));
  const written = JSON.stringify(rows);
  const [differing] = await Promise.all([
    tx.rows(applyDeltas, [written, basis === 'fact']),
    writeRows(tx, insertMovements, rows, tx.now, actorText(tx.actor)),
  ]);
  for (const level of differing) if (level.shortfall !== level.before) showShortfall(tx, level);
}

/** Less is there than was promised: somebody has to know, until it is made good. */
function showShortfall(tx: CommandTx, level: DifferingRow): void {
  const sku = idFromUuid('sku', level.sku_id);
  const location = idFromUuid('location', level.location_id);
  const cause = { type: 'stock-below-promised', cause: `${sku} ${location}` } as const;
  if (level.shortfall === 0) tx.clear(cause);
  else tx.raise({ ...cause, about: { sku, location }, data: { unitsShort: level.shortfall } });
}

/** What an event says about stock: `verify` rebuilds the levels from it. */
export function stockOfEvent(moves: readonly StockMove[]): readonly unknown[] {
  return moves.map(({ sku, location, delta }) => ({ sku, location, ...delta }));
}

function causeKind(cause: MovementCause): string {
  if (cause.startsWith('sdo')) return 'stockDocument';
  if (cause.startsWith('trf')) return 'transfer';
  if (cause.startsWith('ret')) return 'return';
  if (cause.startsWith('drp')) return 'drop';
  return cause.startsWith('rsv') ? 'reservation' : 'order';
}

function levelOf(row: LevelRow): LockedLevel {
  return {
    sku: idFromUuid('sku', row.sku_id),
    location: idFromUuid('location', row.location_id),
    onHand: row.on_hand,
    reserved: row.reserved,
    allocated: row.allocated,
    damaged: row.damaged,
    qualityControl: row.quality_control,
    incoming: row.incoming,
    inTransit: row.in_transit,
    safetyStock: row.safety_stock,
    shortfall: row.shortfall,
  };
}
