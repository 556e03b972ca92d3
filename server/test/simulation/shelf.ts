// The stock of a small world: what the levels say, and, counted apart from them, what really lies
// on the shelves. Levels take the same changes as the database applies.

import assert from 'node:assert/strict';
import type { LocationId, SkuId } from '@doorstep/core/ids.ts';
import { applyDelta, type StockDelta } from '@doorstep/core/inventory/movement.ts';
import {
  availableUnits,
  EMPTY_LEVEL,
  type StockLevel,
  shortfallUnits,
} from '@doorstep/core/inventory/stock-level.ts';
import type { Reservation } from '@doorstep/core/orders/order-units.ts';

export interface Shelf {
  level(sku: SkuId, location: LocationId): StockLevel;
  shortfall(sku: SkuId, location: LocationId): number;
  available(sku: SkuId, location: LocationId): number;
  /** A decision of ours: it may not promise what is not there. */
  promise(sku: SkuId, location: LocationId, delta: StockDelta): void;
  /** What happened: it may leave less than was promised. */
  fact(sku: SkuId, location: LocationId, delta: StockDelta): void;
  /** Asserts that levels are sums of promises, and that nothing was oversold. */
  check(promises: readonly Promised[]): void;
}

export type Promised = Pick<Reservation, 'sku' | 'location' | 'quantity' | 'fulfillmentOrder'>;

interface Kept {
  level: StockLevel;
  /** Raised by facts only, as the column of the same name. */
  shortfall: number;
}

export function shelf(): Shelf {
  const kept = new Map<string, Kept>();
  const at = (sku: SkuId, location: LocationId): Kept => {
    const key = `${sku} ${location}`;
    const found = kept.get(key) ?? { level: EMPTY_LEVEL, shortfall: 0 };
    kept.set(key, found);
    return found;
  };
  function change(one: Kept, delta: StockDelta, most: number): void {
    one.level = applyDelta(one.level, delta);
    one.shortfall = Math.min(shortfallUnits(one.level), most);
  }
  return {
    level: (sku, location) => at(sku, location).level,
    shortfall: (sku, location) => at(sku, location).shortfall,
    available: (sku, location) => availableUnits(at(sku, location).level, 0),
    promise(sku, location, delta) {
      const one = at(sku, location);
      change(one, delta, one.shortfall);
    },
    fact(sku, location, delta) {
      change(at(sku, location), delta, Number.MAX_SAFE_INTEGER);
    },
    check(promises) {
      const promised = new Map<string, { all: number; firm: number }>();
      for (const one of promises) {
        const key = `${one.sku} ${one.location}`;
        const sums = promised.get(key) ?? { all: 0, firm: 0 };
        sums.all += one.quantity;
        if (one.fulfillmentOrder !== null) sums.firm += one.quantity;
        promised.set(key, sums);
      }
      for (const [key, { level, shortfall }] of kept) {
        const sums = promised.get(key) ?? { all: 0, firm: 0 };
        assert.equal(level.reserved, sums.all, `reserved of ${key}`);
        assert.equal(level.allocated, sums.firm, `allocated of ${key}`);
        const blocked = level.damaged + level.qualityControl;
        assert.ok(
          level.reserved + blocked <= level.onHand + shortfall,
          `${key} is oversold: ${JSON.stringify(level)}, short ${shortfall}`,
        );
        assert.ok(level.damaged >= 0 && level.qualityControl >= 0 && level.allocated >= 0, key);
      }
    },
  };
}
