// What an order says it costs. Taxes, discounts and shipping are taken as the channel gives them.

import { multiplyUnitPrice } from '../money.ts';

export interface TaxRow {
  readonly name: string;
  /** Decimal text, e.g. "0.19"; kept as given. */
  readonly rate: string | null;
  readonly amountMinor: bigint;
}

export interface DiscountRow {
  readonly name: string;
  readonly code: string | null;
  readonly amountMinor: bigint;
}

export interface Priced {
  readonly amountMinor: bigint;
  readonly taxes: readonly TaxRow[];
  readonly discounts: readonly DiscountRow[];
}

export interface OrderTotal {
  readonly itemsMinor: bigint;
  readonly shippingMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxMinor: bigint;
  /** items + shipping − discounts, plus tax where prices do not include it. */
  readonly totalMinor: bigint;
}

export type UnitPrice = { readonly unitPrice: string } | { readonly unitPriceMinor: bigint };

/** A line's amount before discounts: rounded once, half away from zero. */
export function lineAmount(price: UnitPrice, quantity: number, currency: string): bigint {
  return 'unitPrice' in price
    ? multiplyUnitPrice(price.unitPrice, quantity, currency)
    : price.unitPriceMinor * BigInt(quantity);
}

export function orderTotal(
  lines: readonly Priced[],
  shipping: readonly Priced[],
  pricesIncludeTax: boolean,
): OrderTotal {
  const all = [...lines, ...shipping];
  const itemsMinor = sum(lines, (line) => line.amountMinor);
  const shippingMinor = sum(shipping, (charge) => charge.amountMinor);
  const discountMinor = sum(all, discountOf);
  const taxMinor = sum(all, taxOf);
  const net = itemsMinor + shippingMinor - discountMinor;
  return {
    itemsMinor,
    shippingMinor,
    discountMinor,
    taxMinor,
    totalMinor: pricesIncludeTax ? net : net + taxMinor,
  };
}

export function taxOf(priced: Priced): bigint {
  return sum(priced.taxes, (tax) => tax.amountMinor);
}

export function discountOf(priced: Priced): bigint {
  return sum(priced.discounts, (discount) => discount.amountMinor);
}

/** What the buyer pays for one line or charge. */
export function payable(priced: Priced, pricesIncludeTax: boolean): bigint {
  const net = priced.amountMinor - discountOf(priced);
  return pricesIncludeTax ? net : net + taxOf(priced);
}

function sum<T>(rows: readonly T[], amount: (row: T) => bigint): bigint {
  return rows.reduce((total, row) => total + amount(row), 0n);
}
