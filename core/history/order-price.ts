// What an order of the past cost: discounts and taxes given for the whole are shared over its lines,
// so that every line says what it brought, and the total is their sum.

import { allocate, formatMajor } from '../money.ts';
import { discountOf, orderTotal, payable, taxOf } from '../orders/order-total.ts';
import { firstOf } from './first-of.ts';
import { pastAddress } from './party-map.ts';
import type { PastCharge, PastDocument, PastLine, PastOrder } from './past-order.ts';
import type { Profile } from './profile.ts';
import type { RowReader, SourceLine } from './row-reader.ts';

type Past = Pick<
  PastDocument,
  'externalId' | 'channel' | 'placedAt' | 'currency' | 'customer' | 'shippingAddress'
>;

export function pricedOrder(
  profile: Profile,
  reader: RowReader,
  heads: readonly SourceLine[],
  drafted: readonly PastLine[],
  past: Past,
): PastOrder {
  const { currency } = past;
  const amount = (field: 'discount' | 'tax' | 'total' | 'refunded') =>
    firstOf(heads, (at) => reader.amount(at, field, currency));
  const text = (field: 'discountCode' | 'taxName' | 'paymentStatus' | 'status') =>
    firstOf(heads, (at) => reader.text(at, field, 200));
  const shipping = shippingOf(reader, heads, currency);
  const discounted = shareDiscount(drafted, amount('discount'), text('discountCode'));
  const lines = shareTax(discounted, shipping, amount('tax'), text('taxName'));
  const pricesIncludeTax = includesTax(profile, reader, heads);
  const total = orderTotal(lines, shipping, pricesIncludeTax);
  const stated = amount('total');
  if (stated !== null && stated !== total.totalMinor)
    reader.warn(
      heads[0]?.row ?? 0,
      'total-differs',
      'total',
      `The file says ${formatMajor(stated, currency)}; lines, shipping, discounts and taxes sum to ${formatMajor(total.totalMinor, currency)}.`,
      'The order is imported with what its parts sum to; what the file says stays in the raw row.',
    );
  const status = text('status');
  return {
    kind: 'order',
    ...past,
    pricesIncludeTax,
    billingAddress: pastAddress(reader, heads, 'billing'),
    lines,
    shipping,
    total,
    canceledMinor: canceledOf(lines, total.totalMinor, pricesIncludeTax),
    paymentStatus: text('paymentStatus'),
    status,
    refundedMinor: abs(amount('refunded') ?? 0n),
    tags: tagsOf(reader, heads),
    note: firstOf(heads, (at) => reader.text(at, 'note', 5000)),
  };
}

function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function includesTax(profile: Profile, reader: RowReader, heads: readonly SourceLine[]): boolean {
  const said = firstOf(heads, (at) => reader.text(at, 'pricesIncludeTax'))?.toLowerCase();
  if (said === undefined) return profile.pricesIncludeTax ?? false;
  return said === 'true' || said === 'yes' || said === '1';
}

/** Of the whole order, else what its rows say, added up. */
function shippingOf(
  reader: RowReader,
  heads: readonly SourceLine[],
  currency: string,
): PastCharge[] {
  const sum = (field: 'line.shipping' | 'line.shippingTax') =>
    heads.reduce((total, at) => total + (reader.amount(at, field, currency) ?? 0n), 0n);
  const whole = firstOf(heads, (at) => reader.amount(at, 'shippingAmount', currency));
  const amountMinor = whole ?? sum('line.shipping');
  const wholeTax = firstOf(heads, (at) => reader.amount(at, 'shippingTax', currency));
  const taxMinor = wholeTax ?? sum('line.shippingTax');
  const title = firstOf(heads, (at) => reader.text(at, 'shippingTitle', 200)) ?? 'Shipping';
  if (amountMinor === 0n && taxMinor === 0n) return [];
  const taxes = taxMinor === 0n ? [] : [{ name: 'Tax', rate: null, amountMinor: taxMinor }];
  return [{ title, amountMinor, taxes, discounts: [] }];
}

/** What is taken off the whole order holds what its lines say already; the rest is shared. */
function shareDiscount(
  lines: readonly PastLine[],
  given: bigint | null,
  code: string | null,
): readonly PastLine[] {
  const own = lines.reduce((sum, line) => sum + discountOf(line), 0n);
  const rest = abs(given ?? 0n) - own;
  if (rest <= 0n || lines.length === 0) return lines;
  const parts = allocate(rest, lines.map(worth));
  return lines.map((line, index) => {
    const amountMinor = parts[index] ?? 0n;
    if (amountMinor === 0n) return line;
    const discount = { name: code ?? 'Discount', code, amountMinor };
    return { ...line, discounts: [...line.discounts, discount] };
  });
}

function shareTax(
  lines: readonly PastLine[],
  shipping: readonly PastCharge[],
  given: bigint | null,
  name: string | null,
): readonly PastLine[] {
  const own = [...lines, ...shipping].reduce((sum, priced) => sum + taxOf(priced), 0n);
  const rest = (given ?? 0n) - own;
  if (rest <= 0n || lines.length === 0) return lines;
  const parts = allocate(rest, lines.map(worth));
  return lines.map((line, index) => {
    const amountMinor = parts[index] ?? 0n;
    if (amountMinor === 0n) return line;
    return { ...line, taxes: [...line.taxes, { name: name ?? 'Tax', rate: null, amountMinor }] };
  });
}

/** What a line costs before tax, as a weight. */
function worth(line: PastLine): bigint {
  const net = line.amountMinor - discountOf(line);
  return net > 0n ? net : 0n;
}

/** All of it with the last unit; before that, each line's share. */
function canceledOf(
  lines: readonly PastLine[],
  totalMinor: bigint,
  pricesIncludeTax: boolean,
): bigint {
  if (lines.every((line) => line.canceled === line.quantity)) return totalMinor;
  return lines.reduce(
    (sum, line) => sum + canceledOfLine(line, line.canceled, pricesIncludeTax),
    0n,
  );
}

/** What so many units of a line are worth when they are canceled. */
export function canceledOfLine(
  line: PastLine,
  canceled: number,
  pricesIncludeTax: boolean,
): bigint {
  const weights = [BigInt(canceled), BigInt(line.quantity - canceled)];
  return allocate(payable(line, pricesIncludeTax), weights)[0] ?? 0n;
}

const TAGS_MAX = 50;

function tagsOf(reader: RowReader, heads: readonly SourceLine[]): string[] {
  const texts = heads.flatMap((at) => reader.texts(at, 'tags'));
  const tags = texts.flatMap((text) => text.split(',')).map((tag) => tag.trim().slice(0, 50));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, TAGS_MAX);
}
