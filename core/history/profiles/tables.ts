// Plain tables of products, customers, stock and locations, with the names the API has for them: what
// `doorstep export` writes, and what is easily made in a spreadsheet.

import type { Profile } from '../profile.ts';

const USUAL = {
  recordPaths: [''],
  channel: 'import',
  timeZone: 'UTC',
  dates: 'year-first',
  decimalMark: '.',
  fate: 'open',
} as const satisfies Partial<Profile>;

export const productTable: Profile = {
  ...USUAL,
  name: 'doorstep-products',
  title: 'Products: code, title, barcode, weightGrams, price, currency, active',
  kind: 'products',
  documentKey: ['code'],
  fields: {
    code: { from: ['code', 'sku'] },
    title: { from: ['title', 'name'] },
    barcode: 'barcode',
    weightGrams: 'weightGrams',
    price: 'price',
    currency: 'currency',
    active: 'active',
  },
};

export const customerTable: Profile = {
  ...USUAL,
  name: 'doorstep-customers',
  title: 'Customers: externalId, email, name, phone',
  kind: 'customers',
  documentKey: ['externalId', 'email'],
  fields: { externalId: 'externalId', email: 'email', name: 'name', phone: 'phone' },
};

export const stockTable: Profile = {
  ...USUAL,
  name: 'doorstep-stock',
  title: 'Stock: sku, location, onHand',
  kind: 'stock',
  documentKey: ['sku', 'location'],
  fields: { sku: 'sku', location: 'location', onHand: 'onHand' },
};

export const locationTable: Profile = {
  ...USUAL,
  name: 'doorstep-locations',
  title: 'Locations: code, name, kind, street, city, postalCode, country, timeZone',
  kind: 'locations',
  documentKey: ['code'],
  fields: {
    code: 'code',
    name: 'name',
    kind: 'kind',
    street: { from: ['street', 'address.street'] },
    city: { from: ['city', 'address.city'] },
    postalCode: { from: ['postalCode', 'address.postalCode'] },
    country: { from: ['country', 'address.country'] },
    timeZone: 'timeZone',
  },
};
