// The shop of a small world: its SKUs and locations, and an order as somebody places it there.

import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import type { DropSale } from '@doorstep/core/drops/drop-sale.ts';
import type { LocationId, SkuId } from '@doorstep/core/ids.ts';
import {
  type CaptureRequest,
  type CaptureWorld,
  type CatalogSku,
  decideCapture,
} from '@doorstep/core/orders/capture.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { Life } from './life.ts';
import type { Shelf } from './shelf.ts';

export const CODES = ['A', 'B', 'C'];
export const idOf = (code: string) => `sku_${code}` as SkuId;
export const PLACES = [1, 2, 3].map((number) => ({
  id: `loc_${number}` as LocationId,
  number,
  costMinor: number * 100,
  distanceKm: null,
  safetyStock: 0,
  bufferUnits: 0,
  priority: 1,
}));

const CATALOG = new Map<string, CatalogSku>([
  ...CODES.map((code): [string, CatalogSku] => [code, skuOf(code, [])]),
  [
    'KIT',
    skuOf('KIT', [
      { sku: idOf('A'), quantityPerKit: 2, priceMinor: 700n },
      { sku: idOf('B'), quantityPerKit: 1, priceMinor: 333n },
    ]),
  ],
]);

function skuOf(code: string, components: CatalogSku['components']): CatalogSku {
  return { id: idOf(code), code, title: code, active: true, priceMinor: null, components };
}

export interface Wanted {
  readonly currency: string;
  readonly lines: readonly {
    readonly code: string;
    readonly quantity: number;
    readonly unitPriceMinor: number;
  }[];
  readonly shippingMinor: number;
  readonly splitPolicy: CaptureRequest['splitPolicy'];
}

/**
 * @param drop what a drop gives, and who is told of what it sold: those units stand for it until then
 * @returns null where it is refused
 */
export function captureOrder(
  wanted: Wanted,
  name: string,
  stock: Shelf,
  drop?: {
    readonly offer: NonNullable<CaptureWorld['fromDrop']>;
    sold(order: string, sale: DropSale): readonly PoolUnits[];
  },
): Life | null {
  const free = { taxes: [], discounts: [] };
  const request: CaptureRequest = {
    currency: wanted.currency,
    pricesIncludeTax: true,
    lines: wanted.lines.map(({ code, quantity, unitPriceMinor }) => ({
      externalId: null,
      skuCode: code,
      title: null,
      quantity,
      price: { unitPriceMinor: BigInt(unitPriceMinor) },
      ...free,
    })),
    shipping: [
      {
        kind: 'shipping',
        title: 'Standard',
        amountMinor: BigInt(wanted.shippingMinor),
        ...free,
      },
    ],
    stockPolicy: 'partial-with-backorder',
    splitPolicy: wanted.splitPolicy,
    statedTotalMinor: null,
  };
  const order = decideCapture(request, {
    findSku: (code) => CATALOG.get(code),
    skuById: (id) => CATALOG.get(id.slice(4)),
    ranking: { ranked: PLACES, excluded: [] },
    availableAt: (sku, place) => Math.max(0, stock.available(sku, place.id)),
    backorderRoom: () => 5,
    ...(drop === undefined ? {} : { fromDrop: drop.offer }),
  });
  if (isRefusal(order)) return null;
  const taken = order.sale === null ? [] : (drop?.sold(name, order.sale) ?? []);
  return new Life(name, order, stock, taken);
}
