// The lines of an order of the past: what was sold, and how far its units had come.

import { lineAmount } from '../orders/order-total.ts';
import { firstOf } from './first-of.ts';
import type { PastLine } from './past-order.ts';
import { FATES, type Fate, type Profile } from './profile.ts';
import type { RowReader, SourceLine } from './row-reader.ts';
import { cutText } from './storable-text.ts';

/** A line that names no SKU is found by its title. */
const NO_SKU = '(no SKU)';

export function mapLines(
  profile: Profile,
  reader: RowReader,
  heads: readonly SourceLine[],
  lines: readonly SourceLine[],
  currency: string,
): PastLine[] {
  const whole = fateOfOrder(profile, reader, heads);
  const mapped = lines.flatMap((at) => {
    const line = mapLine(profile, reader, at, whole, currency);
    return line === null ? [] : [line];
  });
  return mapped.length > 0 || reader.problems.length > 0
    ? mapped
    : withoutLines(reader, heads, whole, currency);
}

function mapLine(
  profile: Profile,
  reader: RowReader,
  at: SourceLine,
  whole: Fate,
  currency: string,
): PastLine | null {
  const kind = reader.text(at, 'line.kind');
  // What a kit is made of has no price of its own.
  if (kind === 'component') return null;
  const quantity = quantityOf(reader, at);
  if (quantity === null) return null;
  const price = priceOf(reader, at, quantity, currency);
  const title = reader.text(at, 'line.title', 500);
  const skuCode = codeOf(reader.text(at, 'line.sku', 100) ?? title);
  const status = reader.text(at, 'line.status');
  return {
    externalId: reader.text(at, 'line.externalId', 200),
    skuCode,
    title: title ?? skuCode,
    quantity,
    ...price,
    taxes: adjustment(reader.amount(at, 'line.tax', currency), 'Tax').map((tax) => ({
      ...tax,
      rate: null,
    })),
    discounts: adjustment(discountOf(reader, at, price.amountMinor, currency), 'Discount').map(
      (one) => ({ ...one, code: null }),
    ),
    ...placesOf(
      kind === 'kit' ? COUNTED_BY_PARTS : reader,
      at,
      quantity,
      status === null ? whole : fateOf(profile, status, whole),
    ),
  };
}

/** Of what a SKU code may be: no blanks at its ends, at most 100 characters. */
function codeOf(text: string | null): string {
  return text === null ? NO_SKU : cutText(text.replaceAll(/\s+/g, ' '), 100).trim();
}

function quantityOf(reader: RowReader, at: SourceLine): number | null {
  const before = reader.problems.length;
  const quantity = reader.units(at, 'line.quantity');
  if (quantity !== null && quantity > 0) return quantity;
  if (reader.problems.length > before) return null;
  if (quantity === 0) {
    reader.warn(
      at.row,
      'quantity-invalid',
      'line.quantity',
      'A line of 0 units is left out.',
      'It stays in the raw row.',
    );
    return null;
  }
  if (quantity === null)
    reader.refuse(
      at.row,
      'field-missing',
      'line.quantity',
      'The quantity is empty.',
      'Fill it in the file, or map another column to it in the profile.',
    );
  else
    reader.refuse(
      at.row,
      'quantity-invalid',
      'line.quantity',
      `An order cannot sell ${quantity} units.`,
      'If it is a credit or a write-off, say so under `classify` in the profile.',
    );
  return null;
}

function priceOf(
  reader: RowReader,
  at: SourceLine,
  quantity: number,
  currency: string,
): Pick<PastLine, 'unitPrice' | 'amountMinor'> {
  const before = reader.problems.length;
  const unitPrice = reader.decimal(at, 'line.unitPrice');
  if (unitPrice !== null)
    return { unitPrice, amountMinor: lineAmount({ unitPrice }, quantity, currency) };
  const amount = reader.amount(at, 'line.amount', currency);
  if (amount === null && reader.problems.length === before)
    reader.warn(
      at.row,
      'field-missing',
      'line.unitPrice',
      'The line has no price; it counts as free.',
      'Fill it in the file, or map another column to it in the profile.',
    );
  return { unitPrice: null, amountMinor: amount ?? 0n };
}

/** As the source says, or what is missing from the price to what was left of it. */
function discountOf(
  reader: RowReader,
  at: SourceLine,
  amountMinor: bigint,
  currency: string,
): bigint | null {
  const said = reader.amount(at, 'line.discount', currency);
  const net = reader.amount(at, 'line.net', currency);
  return said !== null || net === null || net > amountMinor ? said : amountMinor - net;
}

function adjustment(amountMinor: bigint | null, name: string) {
  if (amountMinor === null || amountMinor === 0n) return [];
  // Some write what is taken off as a negative number.
  const size = name === 'Discount' && amountMinor < 0n ? -amountMinor : amountMinor;
  return [{ name, amountMinor: size }];
}

function fateOfOrder(profile: Profile, reader: RowReader, heads: readonly SourceLine[]): Fate {
  if (firstOf(heads, (at) => reader.text(at, 'canceledAt')) !== null) return 'canceled';
  const status = firstOf(heads, (at) => reader.text(at, 'status'));
  return status === null ? profile.fate : fateOf(profile, status, profile.fate);
}

function fateOf(profile: Profile, status: string, otherwise: Fate): Fate {
  const word = status.toLowerCase();
  return profile.fates?.[word] ?? FATES.find((fate) => fate === word) ?? otherwise;
}

type Places = Pick<PastLine, 'canceled' | 'shipped' | 'delivered' | 'returned'>;

/** A kit is counted by its components: of itself it says only how far its order had come. */
const COUNTED_BY_PARTS: Pick<RowReader, 'units'> = { units: () => null };

/** Counts that the source gives go before what its words mean; no unit is in two places. */
function placesOf(
  reader: Pick<RowReader, 'units'>,
  at: SourceLine,
  quantity: number,
  fate: Fate,
): Places {
  const within = (units: number, most: number) => Math.max(0, Math.min(units, most));
  const left = fate === 'shipped' || fate === 'delivered' || fate === 'returned' ? quantity : 0;
  const canceled = within(
    reader.units(at, 'line.canceled') ?? (fate === 'canceled' ? quantity : 0),
    quantity,
  );
  const shipped = within(reader.units(at, 'line.shipped') ?? left, quantity - canceled);
  const returned = within(
    reader.units(at, 'line.returned') ?? (fate === 'returned' ? shipped : 0),
    shipped,
  );
  // What came back had arrived.
  const arrived = fate === 'delivered' || fate === 'returned' ? shipped : returned;
  const delivered = within(reader.units(at, 'line.delivered') ?? arrived, shipped);
  return { canceled, shipped, delivered, returned };
}

/** Some lists of orders tell only how many items there were, and what they cost in all. */
function withoutLines(
  reader: RowReader,
  heads: readonly SourceLine[],
  fate: Fate,
  currency: string,
): PastLine[] {
  const row = heads[0]?.row ?? 0;
  const quantity = firstOf(heads, (at) => reader.units(at, 'itemCount'));
  const amountMinor = firstOf(heads, (at) => reader.amount(at, 'itemsAmount', currency));
  if (amountMinor === null || (quantity !== null && quantity <= 0)) {
    reader.refuse(
      row,
      'lines-missing',
      null,
      'The order has no lines.',
      'Import a file that holds what was sold, or map where its lines are: itemsPath in the profile.',
    );
    return [];
  }
  reader.warn(
    row,
    'lines-missing',
    null,
    'The file does not say what was sold; the order has one line for all its items.',
    'Import a file that holds the lines instead.',
  );
  const title = 'Items that the file does not name';
  const units = quantity ?? 1;
  const places = placesOf(reader, { row, value: null }, units, fate);
  const line = { externalId: null, skuCode: NO_SKU, title, quantity: units, unitPrice: null };
  return [{ ...line, amountMinor, taxes: [], discounts: [], ...places }];
}
