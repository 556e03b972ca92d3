// The common part of receipts, counts, adjustments, reclassifications and expectations: resolve
// what they name, lock, decide each line, move, keep the document, tell the log.

import type { StockDocumentAnswer } from '@doorstep/contract/stock-documents.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, type LocationId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { applyDelta } from '@doorstep/core/inventory/movement.ts';
import { shortfallUnits } from '@doorstep/core/inventory/stock-level.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findLocation } from '../locations/find-location.ts';
import { insertDocument, insertDocumentLines } from './documents.sql.ts';
import {
  type LockedLevel,
  levelKey,
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from './move-stock.ts';
import { readLevels } from './read-levels.ts';

/** What the integer column of a level holds. */
const UNITS_MAX = 2_147_483_647;

export interface DocumentInput<Line> {
  readonly kind: 'receipt' | 'adjustment' | 'count' | 'reclassification' | 'expectation';
  readonly event: string;
  readonly location: string;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly expectedAt?: Date;
  readonly expectation?: Id<'stockDocument'>;
  readonly lines: readonly (Line & { readonly sku: string })[];
  /** Decides one line against its locked level; `units` is what the document line keeps. */
  readonly decide: (
    line: Line & { readonly sku: string },
    level: LockedLevel,
  ) => Pick<StockMove, 'type' | 'delta'> | Refusal;
  /** Runs before the levels are locked. */
  readonly prepare?: (location: LocationId) => Promise<Refusal | undefined>;
}

export async function recordDocument<Line>(
  tx: CommandTx,
  input: DocumentInput<Line>,
): Promise<StockDocumentAnswer | Refusal> {
  const location = await findLocation(tx, input.location);
  if (isRefusal(location)) return location;
  const skus = await findSkus(tx, [...new Set(input.lines.map((line) => line.sku))]);
  if (isRefusal(skus)) return skus;
  const prepared = await input.prepare?.(location.id);
  if (prepared !== undefined) return prepared;

  const keyOf = (reference: string) => ({
    sku: (skus.get(reference)?.id ?? reference) as SkuId,
    location: location.id,
  });
  const levels = new Map(
    await lockStockLevels(
      tx,
      input.lines.map((line) => keyOf(line.sku)),
    ),
  );
  const moves: StockMove[] = [];
  for (const line of input.lines) {
    const key = keyOf(line.sku);
    const level = levels.get(levelKey(key));
    if (level === undefined) throw new Error(`level ${levelKey(key)} was not locked`);
    const decided = input.decide(line, level);
    if ('refused' in decided) return decided;
    // A later line of the same SKU is decided on what this one leaves.
    const left = applyDelta(level, decided.delta);
    if (Object.values(left).some((units) => units > UNITS_MAX))
      return refuse('validation-failed', `There would be over ${UNITS_MAX} units of ${line.sku}.`);
    levels.set(levelKey(key), { ...level, ...left });
    moves.push({ ...key, ...decided });
  }

  const id = newId('stockDocument');
  await moveStock(tx, moves, 'fact', id, input.reason);
  await keep(tx, id, input, location.id, moves);
  tx.emit({
    type: input.event,
    subject: id,
    version: 1,
    data: {
      location: location.id,
      reason: input.reason,
      reference: input.reference,
      stock: stockOfEvent(moves),
      differences: differencesIn(levels, moves),
    },
  });
  return {
    id,
    kind: input.kind,
    location: location.code,
    reason: input.reason,
    reference: input.reference,
    createdAt: tx.now.toISOString(),
    levels: await readLevels(tx, moves),
  };
}

async function keep<Line>(
  tx: CommandTx,
  id: Id<'stockDocument'>,
  input: DocumentInput<Line>,
  location: LocationId,
  moves: readonly StockMove[],
): Promise<void> {
  const units = new Map<SkuId, number>();
  for (const { sku, delta } of moves)
    units.set(sku, (units.get(sku) ?? 0) + (delta.onHand ?? Object.values(delta)[0] ?? 0));
  await tx.run(insertDocument, [
    uuidOf(id),
    input.kind,
    uuidOf(location),
    input.reason,
    input.reference,
    input.expectedAt ?? null,
    input.expectation === undefined ? null : uuidOf(input.expectation),
    tx.now,
    actorText(tx.actor),
  ]);
  const rows = [...units].map(([sku, quantity]) => ({ sku: uuidOf(sku), quantity }));
  await tx.run(insertDocumentLines, [uuidOf(id), JSON.stringify(rows)]);
}

/** Where promises now exceed what is here. */
function differencesIn(
  levels: ReadonlyMap<string, LockedLevel>,
  moves: readonly StockMove[],
): { sku: SkuId; location: LocationId; shortfall: number }[] {
  const touched = new Set(moves.map(levelKey));
  return [...levels.values()]
    .filter((level) => touched.has(levelKey(level)))
    .map((level) => ({
      sku: level.sku,
      location: level.location,
      shortfall: shortfallUnits(level),
    }))
    .filter(({ shortfall }) => shortfall > 0);
}
