// Which field of a file is likely which of ours, and the profile that such a mapping makes.

import {
  FIELD_NAMES,
  type FieldName,
  type ImportKind,
  KIND_FIELDS,
  REQUIRED_FIELDS,
} from './fields.ts';
import { type FieldRule, fullRule, type Profile, targetsOf } from './profile.ts';
import { plainPath } from './record-paths.ts';

export interface FittingProfile {
  readonly name: string;
  readonly kind: ImportKind;
  /** Fields of the file that it reads. */
  readonly known: number;
}

/** Those that would read such a file, the likeliest first. */
export function fittingProfiles(
  profiles: readonly Profile[],
  fields: readonly string[],
): readonly FittingProfile[] {
  const there = new Set(fields);
  return profiles
    .flatMap((profile) => {
      const known = [...targetsOf(profile).keys()].filter((path) => there.has(path)).length;
      return isReadable(profile, there)
        ? [
            {
              name: profile.name,
              kind: profile.kind,
              known,
              unused: targetsOf(profile).size - known,
            },
          ]
        : [];
    })
    .sort((a, b) => b.known - a.known || a.unused - b.unused)
    .map(({ name, kind, known }) => ({ name, kind, known }));
}

function isReadable(profile: Profile, there: ReadonlySet<string>): boolean {
  const isThere = (path: string): boolean => there.has(plainPath(path));
  const paths = new Map<string, string[]>();
  for (const [path, field] of targetsOf(profile))
    paths.set(field, [...(paths.get(field) ?? []), path]);
  const needed = REQUIRED_FIELDS[profile.kind];
  const hasNeeded = needed.every((field) =>
    (paths.get(field) ?? []).some((path) => there.has(path)),
  );
  return hasNeeded && profile.documentKey.some(isThere);
}

/** By field of ours, the field of the file; each is taken once. */
export type ColumnMapping = Readonly<Partial<Record<FieldName, string>>>;

export function suggestedMapping(kind: ImportKind, fields: readonly string[]): ColumnMapping {
  const free = new Map(fields.map((field) => [plainName(field), field]));
  const mapping: Partial<Record<FieldName, string>> = {};
  // First what is called alike, then what goes by another name.
  for (const namesOf of [(field: FieldName) => [field], (field: FieldName) => NAMES[field] ?? []])
    for (const field of KIND_FIELDS[kind]) {
      if (mapping[field] !== undefined) continue;
      const name = namesOf(field)
        .map(plainName)
        .find((one) => free.has(one));
      if (name === undefined) continue;
      mapping[field] = free.get(name) ?? '';
      free.delete(name);
    }
  return mapping;
}

/** `Order ID`, `order-id` and `OrderId` are one. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

// cspell:disable
const NAMES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  externalId: [
    'order no',
    'order number',
    'order id',
    'order',
    'invoice no',
    'invoice',
    'name',
    'id',
    'customer id',
    'Bestellnummer',
    'Auftragsnummer',
    'Kundennummer',
  ],
  placedAt: [
    'created at',
    'order date',
    'date',
    'invoice date',
    'purchase date',
    'Datum',
    'Bestelldatum',
  ],
  currency: ['currency code', 'Währung'],
  'customer.externalId': ['customer id', 'customer no', 'buyer id', 'Kundennummer'],
  'customer.email': ['email', 'e-mail', 'buyer email', 'customer email'],
  'customer.name': ['customer', 'customer name', 'buyer name', 'Kunde'],
  'customer.phone': ['phone', 'telephone', 'Telefon'],
  'shipping.name': ['ship to', 'recipient', 'Empfänger'],
  'shipping.street': ['street', 'address', 'address 1', 'Straße'],
  'shipping.city': ['city', 'town', 'Ort', 'Stadt'],
  'shipping.region': ['state', 'province', 'region'],
  'shipping.postalCode': ['zip', 'postal code', 'postcode', 'PLZ'],
  'shipping.country': ['country', 'country code', 'Land'],
  shippingAmount: ['shipping', 'shipping price', 'postage', 'Versand'],
  discount: ['discount amount', 'Rabatt'],
  tax: ['taxes', 'vat', 'MwSt'],
  total: ['grand total', 'order total', 'Summe', 'Gesamt'],
  status: ['fulfillment status', 'order status'],
  'line.sku': [
    'sku',
    'stock code',
    'article',
    'item',
    'item no',
    'lineitem sku',
    'Artikelnummer',
    'Artikel',
  ],
  'line.title': ['description', 'title', 'product', 'product name', 'lineitem name', 'Bezeichnung'],
  'line.quantity': ['quantity', 'qty', 'pieces', 'units', 'lineitem quantity', 'Menge', 'Anzahl'],
  'line.unitPrice': ['unit price', 'price', 'lineitem price', 'Preis', 'Einzelpreis'],
  code: ['sku', 'article', 'item no', 'stock code', 'location', 'Artikelnummer', 'Nummer'],
  title: ['name', 'description', 'product name', 'Bezeichnung'],
  barcode: ['ean', 'gtin', 'upc'],
  weightGrams: ['weight', 'grams', 'Gewicht'],
  price: ['unit price', 'retail price', 'Preis'],
  active: ['published', 'status', 'enabled'],
  email: ['e-mail', 'email address', 'mail'],
  name: ['customer', 'full name', 'customer name', 'warehouse', 'Kunde'],
  phone: ['telephone', 'mobile', 'Telefon'],
  sku: ['code', 'article', 'item no', 'stock code', 'Artikelnummer', 'Artikel'],
  location: ['warehouse', 'store', 'location code', 'Lager', 'Standort', 'Filiale'],
  onHand: ['quantity', 'qty', 'stock', 'available', 'units', 'Bestand', 'Menge'],
  kind: ['type'],
  street: ['address', 'Straße'],
  city: ['town', 'Ort', 'Stadt'],
  postalCode: ['zip', 'postcode', 'PLZ'],
  country: ['country code', 'Land'],
};
// cspell:enable

/** What a profile reads, as a mapping: of a field with several sources the first. */
export function mappingOf(profile: Profile, fields: readonly string[]): ColumnMapping {
  const there = new Set(fields);
  const mapping: Partial<Record<FieldName, string>> = {};
  for (const [path, field] of targetsOf(profile)) if (there.has(path)) mapping[field] ??= path;
  return mapping;
}

/**
 * The profile that reads a file as somebody mapped it.
 *
 * @param base what it starts from: what nobody changed stays as clever as it was
 */
export function mappedProfile(base: Profile, before: ColumnMapping, after: ColumnMapping): Profile {
  const fields: Partial<Record<FieldName, FieldRule>> = { ...base.fields };
  for (const field of FIELD_NAMES) {
    const path = after[field];
    if (path === before[field]) continue;
    if (path === undefined) delete fields[field];
    else fields[field] = path;
  }
  const documentKey = KEYS[base.kind].flatMap((field) => {
    const [first] = fullRule(fields[field] ?? { from: [] }).from;
    return first === undefined ? [] : [first];
  });
  const isSameKey = KEYS[base.kind].every((field) => before[field] === after[field]);
  return {
    ...base,
    name: 'own',
    title: 'Mapped by hand',
    documentKey: isSameKey && base.documentKey.length > 0 ? base.documentKey : documentKey,
    fields,
  };
}

/** Rows that agree in these are one document. */
const KEYS: Readonly<Record<ImportKind, readonly FieldName[]>> = {
  orders: ['externalId'],
  products: ['code'],
  customers: ['externalId', 'email'],
  stock: ['sku', 'location'],
  locations: ['code'],
};

/** What a mapping by hand starts from where no profile fits. */
export function blankProfile(kind: ImportKind): Profile {
  return {
    name: 'own',
    title: 'Mapped by hand',
    kind,
    recordPaths: RECORD_PATHS,
    documentKey: [],
    channel: 'import',
    timeZone: 'UTC',
    dates: 'year-first',
    decimalMark: '.',
    fate: 'delivered',
    fields: {},
  };
}

/** Where the records of a JSON document usually are; the document itself comes last. */
export const RECORD_PATHS: readonly string[] = [
  ...['orders', 'products', 'customers', 'locations', 'payload.orders', 'payload.Orders'],
  ...['data', 'items', 'records', 'rows', ''],
];
