// A kit is sold as one SKU and shipped as its components.

import { allocate } from '../money.ts';

export interface KitComponent<Sku> {
  readonly sku: Sku;
  readonly quantityPerKit: number;
  /** The component's own list price, used as its weight in the kit's price; null counts as 0. */
  readonly priceMinor: bigint | null;
}

export interface ExplodedComponent<Sku> {
  readonly sku: Sku;
  readonly quantity: number;
  readonly amountMinor: bigint;
}

/**
 * The components of `quantity` kits, each with its share of the kit line's amount. Shares follow
 * the components' list prices and sum to the amount exactly; without prices, the unit counts.
 */
export function explodeKit<Sku>(
  components: readonly KitComponent<Sku>[],
  quantity: number,
  amountMinor: bigint,
): ExplodedComponent<Sku>[] {
  const byPrice = components.map((one) => (one.priceMinor ?? 0n) * BigInt(one.quantityPerKit));
  const priced = byPrice.some((weight) => weight > 0n);
  const weights = priced ? byPrice : components.map((one) => BigInt(one.quantityPerKit));
  const shares = allocate(amountMinor, weights);
  return components.map((one, index) => ({
    sku: one.sku,
    quantity: one.quantityPerKit * quantity,
    amountMinor: shares[index] ?? 0n,
  }));
}
