// What an order of the past cost: discounts and taxes given for the whole are shared over its lines,
// so that every line says what it brought, and the total is their sum.

import { allocate, formatMajor } from '../money.ts';
import { discountOf, orderTotal, payable, taxOf } from '../orders/order-total.ts';
import { PROMISE_SOURCES, type PromisedDates } from '../orders/promised-date.ts';
import type { FieldName } from './fields.ts';
import { firstOf } from './first-of.ts';
import { mapLines } from './line-map.ts';
import { pastAddress } from './party-map.ts';
import type { PastCharge, PastDocument, PastLine, PastOrder } from './past-order.ts';
import type { Profile } from './profile.ts';
import type { RowReader, SourceLine } from './row-reader.ts';
import { cutText } from './storable-text.ts';

type Past = Pick<
  PastDocument,
  'externalId' | 'channel' | 'placedAt' | 'currency' | 'customer' | 'shippingAddress'
>;

export function pricedOrder(
  profile: Profile,
  reader: RowReader,
  heads: readonly SourceLine[],
  items: readonly SourceLine[],
  past: Past,
): PastOrder {
  const { currency } = past;
  const drafted = mapLines(profile, reader, heads, items, currency);
  const amount = (field: 'discount' | 'tax' | 'total' | 'refunded') =>
    firstOf(heads, (at) => reader.amount(at, field, currency));
  const text = (field: 'discountCode' | 'taxName' | 'paymentStatus' | 'status') =>
    firstOf(heads, (at) => reader.text(at, field, 200));
  const shipping = shippingOf(reader, heads, items, currency);
  const discounted = shareDiscount(drafted, shipping, amount('discount'), text('discountCode'));
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
    ownId: firstOf(heads, (at) => reader.text(at, 'ownId')),
    ...past,
    promised: promisedOf(reader, heads),
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

/** Of the whole order, else what its lines say, added up. */
function shippingOf(
  reader: RowReader,
  heads: readonly SourceLine[],
  items: readonly SourceLine[],
  currency: string,
): PastCharge[] {
  const read = (whole: FieldName, part: FieldName) =>
    firstOf(heads, (at) => reader.amount(at, whole, currency)) ??
    items.reduce((total, at) => total + (reader.amount(at, part, currency) ?? 0n), 0n);
  const amountMinor = read('shippingAmount', 'line.shipping');
  const tax = read('shippingTax', 'line.shippingTax');
  const discount = abs(read('shippingDiscount', 'line.shippingDiscount'));
  const title = firstOf(heads, (at) => reader.text(at, 'shippingTitle', 200)) ?? 'Shipping';
  if (amountMinor === 0n && tax === 0n && discount === 0n) return [];
  const taxes = tax === 0n ? [] : [{ name: 'Tax', rate: null, amountMinor: tax }];
  const discounts =
    discount === 0n ? [] : [{ name: 'Discount', code: null, amountMinor: discount }];
  return [{ title, amountMinor, taxes, discounts }];
}

/** What is taken off the whole order holds what its parts say already; the rest is shared. */
function shareDiscount(
  lines: readonly PastLine[],
  shipping: readonly PastCharge[],
  given: bigint | null,
  code: string | null,
): readonly PastLine[] {
  const own = [...lines, ...shipping].reduce((sum, priced) => sum + discountOf(priced), 0n);
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
  const rest = given === null ? 0n : given - own;
  if (rest < 0n && -rest <= BigInt(lines.length)) return roundTax(lines, rest);
  if (rest <= 0n || lines.length === 0) return lines;
  const parts = allocate(rest, lines.map(worth));
  return lines.map((line, index) => {
    const amountMinor = parts[index] ?? 0n;
    if (amountMinor === 0n) return line;
    return { ...line, taxes: [...line.taxes, { name: name ?? 'Tax', rate: null, amountMinor }] };
  });
}

/** Taxes of lines that were rounded each for itself sum to a few cents more than the tax that is due. */
function roundTax(lines: readonly PastLine[], rest: bigint): readonly PastLine[] {
  const own = lines.reduce((sum, line) => sum + taxOf(line), 0n);
  if (own + rest < 0n) return lines;
  const parts = allocate(own + rest, lines.map(taxOf));
  return lines.map((line, index) => {
    const [tax] = line.taxes;
    return tax === undefined
      ? line
      : { ...line, taxes: [{ ...tax, amountMinor: parts[index] ?? 0n }] };
  });
}

/** What a line costs before tax, as a weight. */
function worth(line: PastLine): bigint {
  const net = line.amountMinor - discountOf(line);
  return net > 0n ? net : 0n;
}

/** An export of ours says who promised it; elsewhere only a channel can have. */
function promisedOf(reader: RowReader, heads: readonly SourceLine[]): PromisedDates {
  const moment = (field: 'shipBy' | 'deliverBy') =>
    firstOf(heads, (at) => reader.moment(at, field));
  const shipBy = moment('shipBy');
  const stated = firstOf(heads, (at) => reader.text(at, 'promisedBy', 20));
  const by = PROMISE_SOURCES.find((source) => source === stated) ?? 'channel';
  return { shipBy, promisedBy: shipBy === null ? null : by, deliverBy: moment('deliverBy') };
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
  const tags = texts.flatMap((text) => text.split(',')).map((tag) => cutText(tag.trim(), 50));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, TAGS_MAX);
}
