// Whom an order of the past was for, and where it went.

import { countryCodeOf } from './country.ts';
import type { FieldName } from './fields.ts';
import { firstOf } from './first-of.ts';
import type { PastAddress, PastCustomer } from './past-order.ts';
import type { RowReader, SourceLine } from './row-reader.ts';
import { cutText } from './storable-text.ts';

export function pastCustomer(reader: RowReader, heads: readonly SourceLine[]): PastCustomer | null {
  const read = (field: FieldName, lengthMax: number) =>
    firstOf(heads, (at) => reader.text(at, field, lengthMax));
  const email = read('customer.email', 254)?.toLowerCase() ?? null;
  const customer = {
    externalId: read('customer.externalId', 200),
    email: email !== null && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null,
    name: read('customer.name', 200),
    phone: read('customer.phone', 50),
  };
  return Object.values(customer).every((value) => value === null) ? null : customer;
}

const PARTS = [
  ['name', 200],
  ['company', 200],
  ['street', 300],
  ['street2', 300],
  ['city', 200],
  ['region', 100],
  ['postalCode', 20],
  ['phone', 50],
] as const;

export function pastAddress(
  reader: RowReader,
  heads: readonly SourceLine[],
  which: 'shipping' | 'billing',
): PastAddress | null {
  const address = Object.fromEntries(
    PARTS.flatMap(([part, lengthMax]) => {
      const text = firstOf(heads, (at) => reader.text(at, `${which}.${part}`, lengthMax));
      return text === null ? [] : [[part, text]];
    }),
  );
  const country = countryOf(reader, heads, `${which}.country`);
  const whole: PastAddress = country === null ? address : { ...address, country };
  return Object.keys(whole).length === 0 ? null : whole;
}

function countryOf(
  reader: RowReader,
  heads: readonly SourceLine[],
  field: 'shipping.country' | 'billing.country',
): string | null {
  const text = firstOf(heads, (at) => reader.text(at, field));
  if (text === null) return null;
  const code = countryCodeOf(text);
  if (code !== undefined) return code;
  reader.warn(
    heads[0]?.row ?? 0,
    'country-unknown',
    field,
    `"${cutText(text, 100)}" is no country we know; the order has none.`,
    'Write the ISO 3166-1 code, or give its meaning under `words` in the profile.',
  );
  return null;
}
