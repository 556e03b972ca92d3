// Sets what is on hand of many levels in one command. Each location gets an adjustment, so the
// movements, the log and all who listen to it know nothing new; the entry keeps them together.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  enterStock as operation,
  StockEntryAnswer,
} from '@doorstep/contract/stock-entries.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, type LocationId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findLocation } from '../locations/find-location.ts';
import { insertEntry, insertEntryLevels } from './entries.sql.ts';
import { type LockedLevel, levelKey, lockStockLevels } from './move-stock.ts';
import { readLevels } from './read-levels.ts';
import { recordDocument } from './record-document.ts';

export interface EnteredLevel {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly onHand: number;
  readonly seenOnHand: number | undefined;
}

export async function enterStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<StockEntryAnswer | Refusal> {
  const skus = await findSkus(tx, [...new Set(input.levels.map(({ sku }) => sku))]);
  if (isRefusal(skus)) return skus;
  const locations = new Map<string, LocationId>();
  for (const reference of new Set(input.levels.map(({ location }) => location))) {
    const found = await findLocation(tx, reference);
    if (isRefusal(found)) return found;
    locations.set(reference, found.id);
  }
  const entered = new Map<string, EnteredLevel>();
  for (const { sku, location, onHand, seenOnHand } of input.levels) {
    const level = {
      sku: skus.get(sku)?.id as SkuId,
      location: locations.get(location) as LocationId,
      onHand,
      seenOnHand,
    };
    if (entered.has(levelKey(level)))
      return refuse('validation-failed', `${sku} at ${location} is entered twice.`);
    entered.set(levelKey(level), level);
  }
  return writeEntry(tx, [...entered.values()], input.reason, null);
}

/** @param levels each once */
export async function writeEntry(
  tx: CommandTx,
  levels: readonly EnteredLevel[],
  reason: string,
  reverses: Id<'stockEntry'> | null,
): Promise<StockEntryAnswer | Refusal> {
  // All at once, in key order: the documents below find them locked.
  const locked = await lockStockLevels(tx, levels);
  const seenOtherwise = levels.filter((level) => {
    const { seenOnHand } = level;
    return seenOnHand !== undefined && seenOnHand !== locked.get(levelKey(level))?.onHand;
  });
  if (seenOtherwise.length > 0) return changedSince(tx, seenOtherwise);

  const id = newId('stockEntry');
  const changed = levels.filter((level) => level.onHand !== locked.get(levelKey(level))?.onHand);
  for (const lines of Map.groupBy(changed, ({ location }) => location).values()) {
    const refused = await adjust(tx, lines, reason);
    if (isRefusal(refused)) return refused;
  }
  await keep(tx, id, { levels, locked, reason, reverses });
  const now = await readLevels(tx, levels);
  return {
    id,
    reason,
    createdAt: tx.now.toISOString(),
    reverses,
    changes: now.map((level) => ({
      sku: level.sku,
      location: level.location,
      onHandBefore:
        locked.get(
          levelKey({ sku: level.skuId as SkuId, location: level.locationId as LocationId }),
        )?.onHand ?? 0,
      onHandAfter: level.onHand,
    })),
    levels: now,
  };
}

async function adjust(
  tx: CommandTx,
  levels: readonly EnteredLevel[],
  reason: string,
): Promise<Refusal | undefined> {
  const document = await recordDocument<EnteredLevel>(tx, {
    kind: 'adjustment',
    event: 'stock.adjusted.v1',
    location: levels[0]?.location ?? '',
    reason,
    reference: null,
    lines: levels,
    decide: (line, level) => ({
      type: 'adjusted',
      delta: delta.adjusted(line.onHand - level.onHand),
    }),
  });
  return isRefusal(document) ? document : undefined;
}

interface Kept {
  readonly levels: readonly EnteredLevel[];
  readonly locked: ReadonlyMap<string, LockedLevel>;
  readonly reason: string;
  readonly reverses: Id<'stockEntry'> | null;
}

async function keep(tx: CommandTx, id: Id<'stockEntry'>, kept: Kept): Promise<void> {
  const { levels, locked, reason, reverses } = kept;
  const rows = levels.map((level) => ({
    sku: uuidOf(level.sku),
    location: uuidOf(level.location),
    before: locked.get(levelKey(level))?.onHand ?? 0,
    after: level.onHand,
  }));
  const of = reverses === null ? null : uuidOf(reverses);
  await tx.run(insertEntry, [uuidOf(id), reason, tx.now, actorText(tx.actor), of]);
  await tx.run(insertEntryLevels, [uuidOf(id), JSON.stringify(rows)]);
}

/** Says what is there instead, of the levels that are not as they were seen. */
async function changedSince(
  tx: CommandTx,
  levels: readonly EnteredLevel[],
): Promise<Refusal<'stock-changed-since'>> {
  const seen = new Map(levels.map((level) => [levelKey(level), level.seenOnHand]));
  const now = (await readLevels(tx, levels)).map(
    ({ sku, skuId, location, locationId, onHand }) => ({
      sku,
      location,
      seenOnHand: seen.get(levelKey({ sku: skuId as SkuId, location: locationId as LocationId })),
      onHand,
    }),
  );
  const named = now.slice(0, NAMED_MAX).map((one) => `${one.sku} at ${one.location}`);
  const more = now.length > NAMED_MAX ? ` and ${now.length - NAMED_MAX} more` : '';
  return refuse('stock-changed-since', `The stock changed since: ${named.join(', ')}${more}.`, {
    levels: now,
  });
}

/** Levels that a sentence names. */
const NAMED_MAX = 3;
