// What a batch of captures decides against: catalog rows read now, and stock from the view, which
// one order takes from before the next is decided.

import { idFromUuid, type LocationId, type SkuId } from '@doorstep/core/ids.ts';
import type { CapturedOrder, CaptureWorld, CatalogSku } from '@doorstep/core/orders/capture.ts';
import type { LocationRanking, RankedLocation } from '@doorstep/core/routing/location-ranking.ts';
import type { Available } from '../inventory/stock-view.ts';
import type { CatalogRow } from './capture.sql.ts';

export interface CatalogOfBatch {
  readonly byCode: ReadonlyMap<string, CatalogSku>;
  readonly byId: ReadonlyMap<SkuId, CatalogSku>;
  readonly backorderRoom: ReadonlyMap<SkuId, number>;
  /** Every SKU that stock may be taken of: kits are left out, their components are in. */
  readonly stocked: ReadonlySet<SkuId>;
}

/** What the batch takes of one level. */
export interface LevelTake {
  readonly sku: SkuId;
  readonly location: LocationId;
  readonly locationNumber: number;
  units: number;
  /** Units that must be available when the rows are locked for every take to be right. */
  needs: number;
}

export function catalogOf(rows: readonly CatalogRow[]): CatalogOfBatch {
  const byCode = new Map<string, CatalogSku>();
  const byId = new Map<SkuId, CatalogSku>();
  const backorderRoom = new Map<SkuId, number>();
  const stocked = new Set<SkuId>();
  const plain = { active: true, components: [] };
  for (const row of rows) {
    const id = idFromUuid('sku', row.id);
    const parts = row.parts ?? [];
    const sku: CatalogSku = {
      id,
      code: row.code,
      title: row.title,
      active: row.active,
      priceMinor: row.price_minor,
      components: parts.map((part) => ({
        sku: idFromUuid('sku', part.id),
        quantityPerKit: part.perKit,
        priceMinor: part.price === null ? null : BigInt(part.price),
      })),
    };
    byCode.set(row.code, sku);
    byId.set(id, sku);
    if (parts.length === 0) stocked.add(id);
    backorderRoom.set(id, row.backorder_room);
    for (const part of parts) {
      const partId = idFromUuid('sku', part.id);
      const priceMinor = part.price === null ? null : BigInt(part.price);
      if (!byId.has(partId))
        byId.set(partId, { ...plain, id: partId, code: part.code, title: part.title, priceMinor });
      stocked.add(partId);
      backorderRoom.set(partId, part.room);
    }
  }
  return { byCode, byId, backorderRoom, stocked };
}

/** The world of one batch; `apply` and `undo` keep the view in step with what was decided. */
export function captureWorld(
  catalog: CatalogOfBatch,
  stock: ReadonlyMap<SkuId, Available>,
): {
  forOrder(ranking: LocationRanking, fromDrop: CaptureWorld['fromDrop']): CaptureWorld;
  apply(order: CapturedOrder): void;
  undo(): void;
  readonly takes: ReadonlyMap<string, LevelTake>;
  readonly backorders: ReadonlyMap<SkuId, number>;
} {
  const takes = new Map<string, LevelTake>();
  const backorders = new Map<SkuId, number>();

  const availableAt = (sku: SkuId, location: RankedLocation) =>
    (stock.get(sku)?.[location.number] ?? 0) - location.bufferUnits;
  const backorderRoom = (sku: SkuId) =>
    (catalog.backorderRoom.get(sku) ?? 0) - (backorders.get(sku) ?? 0);
  const findSku = (code: string) => catalog.byCode.get(code);
  const skuById = (id: SkuId) => catalog.byId.get(id);

  return {
    takes,
    backorders,
    forOrder: (ranking, fromDrop) => ({
      ...{ findSku, skuById, ranking, availableAt, backorderRoom },
      ...(fromDrop === undefined ? {} : { fromDrop }),
    }),
    apply(order) {
      for (const { sku, location, quantity } of order.plan.picks) {
        const available = stock.get(sku);
        if (available !== undefined)
          available[location.number] = (available[location.number] ?? 0) - quantity;
        const key = `${sku} ${location.number}`;
        const take = takes.get(key);
        const units = (take?.units ?? 0) + quantity;
        const needs = Math.max(take?.needs ?? 0, units + location.bufferUnits);
        if (take === undefined)
          takes.set(key, {
            sku,
            location: location.id,
            locationNumber: location.number,
            units,
            needs,
          });
        else Object.assign(take, { units, needs });
      }
      for (const { sku, quantity } of order.backorders)
        backorders.set(sku, (backorders.get(sku) ?? 0) + quantity);
    },
    undo() {
      for (const { sku, locationNumber, units } of takes.values()) {
        const available = stock.get(sku);
        if (available !== undefined)
          available[locationNumber] = (available[locationNumber] ?? 0) + units;
      }
      takes.clear();
      backorders.clear();
    },
  };
}
