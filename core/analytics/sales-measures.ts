// What a report counts. Each is a sum, so that days add up to months and SKUs to a shop; the guide
// on reports says what each one means.

/** By the names on the wire; in the database they are spelled with underscores. */
export const SALES_MEASURES = [
  'orders',
  'lines',
  'units',
  'freeUnits',
  'salesMinor',
  'cancellations',
  'canceledUnits',
  'canceledMinor',
  'returnedUnits',
  'refundedMinor',
  'credits',
  'creditedUnits',
  'creditsMinor',
  'adjustments',
  'adjustmentsMinor',
  'writtenOffUnits',
] as const;

export type SalesMeasure = (typeof SALES_MEASURES)[number];
export type SalesFigures = { readonly [M in SalesMeasure]?: number };

/** What history leaves of the sales: money before tax and discounts, as on the lines. */
export function netMinor(figures: SalesFigures): number {
  const { salesMinor = 0, creditsMinor = 0, adjustmentsMinor = 0 } = figures;
  return salesMinor + creditsMinor + adjustmentsMinor;
}

/** What a report is split by. */
export const SALES_SPLITS = ['day', 'month', 'channel', 'country', 'sku', 'customer'] as const;
export type SalesSplit = (typeof SALES_SPLITS)[number];

/** What its rows are ranked by; `key` is their own order. */
export const SALES_SORTS = ['sales', 'units', 'orders', 'key'] as const;
export type SalesSort = (typeof SALES_SORTS)[number];
