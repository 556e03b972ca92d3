// Products, customers, stock and locations of a file: what is wanted of each.

import type { SkuWish } from '../catalog/sku.ts';
import type { LocationKind, LocationWish, NewLocation } from '../locations/location.ts';
import { countryCodeOf } from './country.ts';
import type { FieldName } from './fields.ts';
import { firstOf } from './first-of.ts';
import type { SourceRow } from './order-map.ts';
import type { PastCustomer } from './past-order.ts';
import type { RowProblem } from './problem.ts';
import { PARENT, type Profile } from './profile.ts';
import { valuesAt } from './record-paths.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import { isJsonObject, type JsonValue } from './source-record.ts';
import { minorOf } from './values.ts';

export interface MappedMaster<T> {
  /** Null when a row of it will not map. */
  readonly wish: T | null;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

type Read = (field: FieldName, lengthMax?: number) => string | null;

function mapped<T>(
  profile: Profile,
  rows: readonly SourceRow[],
  map: (read: Read, reader: RowReader) => T | null,
): MappedMaster<T> {
  const reader = rowReader(profile);
  const read: Read = (field, lengthMax) => firstOf(rows, (at) => reader.text(at, field, lengthMax));
  const wish = map(read, reader);
  const { problems, warnings } = reader;
  return { wish: problems.length > 0 ? null : wish, problems, warnings };
}

export type ProductWish = SkuWish & { readonly code: string };

/**
 * The SKUs of a product: one, or where the profile says where its items are, one of each. What the
 * file does not fill stays as it is.
 */
export function mapProduct(
  profile: Profile,
  rows: readonly SourceRow[],
): MappedMaster<readonly ProductWish[]> {
  const { itemsPath } = profile;
  if (itemsPath === undefined)
    return mapped(profile, rows, (read, reader) => listed(mapSku(profile, rows, read, reader)));
  const items = rows.flatMap(({ row, value }) =>
    valuesAt(value, itemsPath).map((item) => ({ row, value: withParent(item, value) })),
  );
  return mapped(profile, rows, (_, reader) => {
    if (items.length === 0) needed(reader, rows, 'code', null);
    return items.flatMap((item) => {
      const read: Read = (field, lengthMax) => reader.text(item, field, lengthMax);
      return listed(mapSku(profile, [item], read, reader));
    });
  });
}

function withParent(item: JsonValue, parent: JsonValue): JsonValue {
  return isJsonObject(item) ? { [PARENT]: parent, ...item } : item;
}

function listed<T>(one: T | null): readonly T[] {
  return one === null ? [] : [one];
}

function mapSku(
  profile: Profile,
  rows: readonly SourceRow[],
  read: Read,
  reader: RowReader,
): ProductWish | null {
  const code = needed(reader, rows, 'code', read('code', 100));
  const title = read('title', 300);
  const barcode = read('barcode', 20);
  const weightGrams = firstOf(rows, (at) => reader.units(at, 'weightGrams'));
  const price = firstOf(rows, (at) => reader.decimal(at, 'price'));
  const currency = read('currency')?.toUpperCase() ?? profile.currency;
  const active = read('active')?.toLowerCase();
  if (price !== null && currency === undefined)
    reader.refuse(
      rows[0]?.row ?? 0,
      'currency-invalid',
      'currency',
      'The price has no currency.',
      'Give the currency of the file: --currency EUR, or `currency` in the profile.',
    );
  if (code === null) return null;
  return {
    code,
    ...(title === null ? {} : { title }),
    ...(barcode === null ? {} : { barcode }),
    ...(weightGrams === null || weightGrams <= 0 ? {} : { weightGrams }),
    ...(price === null || currency === undefined
      ? {}
      : { price: { amountMinor: Number(minorOf(price, currency)), currency } }),
    ...(active === undefined ? {} : { active: TRUE.has(active) }),
  };
}

const TRUE = new Set(['true', 'yes', '1', 'active', 'publish', 'y']);

export function mapCustomer(
  profile: Profile,
  rows: readonly SourceRow[],
): MappedMaster<PastCustomer> {
  return mapped(profile, rows, (read, reader) => {
    const externalId = read('externalId', 200);
    const email = read('email', 254)?.toLowerCase() ?? null;
    if (externalId === null && email === null)
      reader.refuse(
        rows[0]?.row ?? 0,
        'field-missing',
        'email',
        'Neither an id nor an e-mail address is given.',
        'Fill one of them, so that the customer can be found again.',
      );
    if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
      reader.refuse(
        rows[0]?.row ?? 0,
        'refused',
        'email',
        `"${email}" is no e-mail address.`,
        'Correct it, or leave it empty where an id is given.',
      );
    return { externalId, email, name: read('name', 200), phone: read('phone', 50) };
  });
}

export interface StockWish {
  readonly sku: string;
  readonly location: string;
  readonly onHand: number;
}

/** Rows of one level count it alike, or none of them is taken: nobody knows which is right. */
export function mapStock(profile: Profile, rows: readonly SourceRow[]): MappedMaster<StockWish> {
  return mapped(profile, rows, (_, reader) => {
    const agreed = <T>(field: FieldName, read: (at: SourceRow) => T | null) =>
      needed(reader, rows, field, agreedOn(rows, field, read, reader));
    const sku = agreed('sku', (at) => reader.text(at, 'sku', 100));
    const location = agreed('location', (at) => reader.text(at, 'location', 100));
    const onHand = agreed('onHand', (at) => reader.units(at, 'onHand'));
    if (onHand !== null && onHand < 0)
      reader.refuse(
        rows[0]?.row ?? 0,
        'quantity-invalid',
        'onHand',
        `There cannot be ${onHand} units on a shelf.`,
        'Count it, or write 0.',
      );
    return sku === null || location === null || onHand === null ? null : { sku, location, onHand };
  });
}

/** What the rows that fill it say; the first that says otherwise is a problem. */
function agreedOn<T>(
  rows: readonly SourceRow[],
  field: FieldName,
  read: (at: SourceRow) => T | null,
  { refuse }: RowReader,
): T | null {
  const said = rows.flatMap((at) => {
    const value = read(at);
    return value === null ? [] : [{ row: at.row, value }];
  });
  const [first] = said;
  if (first === undefined) return null;
  const other = said.find(({ value }) => value !== first.value);
  if (other !== undefined)
    refuse(
      other.row,
      'refused',
      field,
      `Row ${other.row} says ${other.value} where row ${first.row} says ${first.value}.`,
      'Leave one row for each SKU and location.',
    );
  return first.value;
}

const KINDS: Readonly<Record<string, LocationKind>> = {
  warehouse: 'warehouse',
  store: 'store',
  shop: 'store',
  '3pl': '3pl',
  'drop-ship': 'drop-ship',
};

export interface LocationRow {
  /** Only what the file fills. */
  readonly given: LocationWish & Required<Pick<LocationWish, 'code' | 'address'>>;
  /** For one that is made: a known one keeps what it is. */
  readonly otherwise: Required<Pick<NewLocation, 'name' | 'kind' | 'timeZone'>>;
}

export function mapLocation(
  profile: Profile,
  rows: readonly SourceRow[],
): MappedMaster<LocationRow> {
  return mapped(profile, rows, (read, reader) => {
    const code = needed(reader, rows, 'code', read('code', 100));
    const country = countryGiven(reader, rows, read);
    if (code === null || country === undefined) return null;
    const kind = KINDS[read('kind')?.toLowerCase() ?? ''];
    const address = {
      ...filled({
        street: read('street', 300),
        city: read('city', 200),
        postalCode: read('postalCode', 20),
      }),
      country,
    };
    const names = filled({ name: read('name', 200), timeZone: read('timeZone') });
    return {
      given: { code, ...names, ...(kind === undefined ? {} : { kind }), address },
      otherwise: { name: code, kind: 'warehouse', timeZone: profile.timeZone },
    };
  });
}

function countryGiven(
  reader: RowReader,
  rows: readonly SourceRow[],
  read: Read,
): string | undefined {
  const text = needed(reader, rows, 'country', read('country'));
  if (text === null) return undefined;
  const country = countryCodeOf(text);
  if (country === undefined)
    reader.refuse(
      rows[0]?.row ?? 0,
      'country-unknown',
      'country',
      `"${text}" is no country we know.`,
      'Write the ISO 3166-1 code.',
    );
  return country;
}

function filled<Name extends string>(
  texts: Readonly<Record<Name, string | null>>,
): { [Field in Name]?: string } {
  const entries = Object.entries(texts).filter(([, text]) => text !== null);
  return Object.fromEntries(entries) as { [Field in Name]?: string };
}

function needed<T>(
  reader: RowReader,
  rows: readonly SourceRow[],
  field: FieldName,
  value: T | null,
): T | null {
  if (value === null && reader.problems.length === 0)
    reader.refuse(
      rows[0]?.row ?? 0,
      'field-missing',
      field,
      `${field} is empty.`,
      'Fill it in the file, or map another column to it in the profile.',
    );
  return value;
}
