// An exported order as a new one: what was bought once, bought again.

import type { ExportedLine, ExportedOrder } from './export-forms.ts';
import type { CaptureOrderRequest } from './order-capture.ts';

export interface ReplayOptions {
  /** Where the new order comes from; its old channel if nothing is said. */
  readonly channel?: string | undefined;
  /** Names this replay: the same order again under another name is another order. */
  readonly run: string;
  /** How it is paid: `sandbox` and `tok_ok`, say. Without it nobody here sees to the money. */
  readonly payment?: { readonly provider: string; readonly token?: string } | undefined;
}

/** The request that captures it; undefined for an order that has no line to sell. */
export function replayedOrder(
  order: ExportedOrder,
  { channel, run, payment }: ReplayOptions,
): CaptureOrderRequest | undefined {
  const lines = order.lines.filter(({ kind }) => kind !== 'component').map(lineOf);
  if (lines.length === 0) return undefined;
  const { email, name, phone } = order.customer ?? order.contact;
  return {
    channel: channel ?? order.channel,
    externalId: `${order.externalId ?? order.number} ${run}`,
    currency: order.currency,
    pricesIncludeTax: order.pricesIncludeTax,
    lines,
    ...(order.shipping.length === 0 ? {} : { shipping: order.shipping.map(chargeOf) }),
    ...(email === null ? {} : { customer: { email, ...given({ name, phone }) } }),
    ...(order.shippingAddress === null ? {} : { shippingAddress: order.shippingAddress }),
    ...(payment === undefined ? {} : { payments: [{ ...payment }] }),
  };
}

/** A line of which only the amount is known costs that, by the unit if it can be. */
function lineOf(line: ExportedLine): CaptureOrderRequest['lines'][number] {
  const { sku, title, quantity, unitPrice, amountMinor } = line;
  const price =
    unitPrice === null ? { unitPriceMinor: Math.round(amountMinor / quantity) } : { unitPrice };
  return { sku, title, quantity, ...price, ...pricesOf(line) };
}

function chargeOf(charge: ExportedOrder['shipping'][number]) {
  return { title: charge.title, amountMinor: charge.amountMinor, ...pricesOf(charge) };
}

function pricesOf({ taxes, discounts }: Pick<ExportedLine, 'taxes' | 'discounts'>) {
  return {
    ...(taxes.length === 0
      ? {}
      : { taxes: taxes.map(({ rate, ...tax }) => ({ ...tax, ...given({ rate }) })) }),
    ...(discounts.length === 0
      ? {}
      : { discounts: discounts.map(({ code, ...one }) => ({ ...one, ...given({ code }) })) }),
  };
}

function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], null> };
}
