// What `doorstep export orders` writes: a line of NDJSON per order, or a row of CSV per order line.
// contract/export-forms.ts says what stands in it.

import type { Profile } from '../profile.ts';

const USUAL = {
  kind: 'orders',
  recordPaths: [''],
  documentKey: ['id'],
  channel: 'import',
  timeZone: 'UTC',
  dates: 'year-first',
  decimalMark: '.',
  fate: 'open',
  fates: {
    fulfilled: 'shipped',
    delivered: 'delivered',
    'partially-delivered': 'shipped',
    canceled: 'canceled',
  },
} as const satisfies Partial<Profile>;

const ADDRESS_PARTS = {
  name: 'Name',
  company: 'Company',
  street: 'Street',
  street2: 'Street2',
  city: 'City',
  region: 'Region',
  postalCode: 'PostalCode',
  country: 'Country',
  phone: 'Phone',
} as const;

function address(which: 'shipping' | 'billing', at: (part: keyof typeof ADDRESS_PARTS) => string) {
  const parts = Object.keys(ADDRESS_PARTS) as (keyof typeof ADDRESS_PARTS)[];
  return Object.fromEntries(parts.map((part) => [`${which}.${part}`, at(part)] as const));
}

const COUNTS = {
  'line.kind': 'kind',
  'line.externalId': 'externalId',
  'line.sku': 'sku',
  'line.title': 'title',
  'line.quantity': 'quantity',
  'line.unitPrice': 'unitPrice',
  'line.canceled': 'canceled',
  'line.shipped': 'shipped',
  'line.delivered': 'delivered',
  'line.returned': 'returned',
} as const;

/** Nobody here saw to its money. */
const PAYMENT_WORDS = { none: '' } as const;

export const doorstepOrders: Profile = {
  ...USUAL,
  name: 'doorstep',
  title: 'Orders exported by Doorstep, NDJSON',
  itemsPath: 'lines',
  amountsAreMinor: true,
  fields: {
    ownId: 'id',
    externalId: { from: ['externalId', 'number'] },
    channel: 'channel',
    placedAt: 'placedAt',
    shipBy: 'shipBy',
    promisedBy: 'promisedBy',
    deliverBy: 'deliverBy',
    currency: 'currency',
    pricesIncludeTax: 'pricesIncludeTax',
    'customer.externalId': 'customer.externalId',
    'customer.email': { from: ['customer.email', 'contact.email'] },
    'customer.name': { from: ['customer.name', 'contact.name'] },
    'customer.phone': { from: ['customer.phone', 'contact.phone'] },
    ...address('shipping', (part) => `shippingAddress.${part}`),
    ...address('billing', (part) => `billingAddress.${part}`),
    shippingTitle: 'shipping[].title',
    shippingAmount: 'shipping[].amountMinor',
    shippingTax: 'shipping[].taxes[].amountMinor',
    discount: 'discountMinor',
    discountCode: 'lines[].discounts[].code',
    tax: 'taxMinor',
    taxName: 'lines[].taxes[].name',
    total: 'totalMinor',
    status: 'statedFulfillmentStatus',
    paymentStatus: { from: ['statedPaymentStatus', 'paymentStatus'], words: PAYMENT_WORDS },
    refunded: 'refundedMinor',
    tags: 'tags[]',
    note: { from: ['notes[].body'], join: '\n' },
    ...COUNTS,
    'line.amount': 'amountMinor',
    'line.discount': 'discounts[].amountMinor',
    'line.tax': 'taxes[].amountMinor',
  },
};

export const doorstepOrderTable: Profile = {
  ...USUAL,
  name: 'doorstep-csv',
  title: 'Orders exported by Doorstep, CSV or XLSX',
  dropApostrophe: true,
  fields: {
    ownId: 'id',
    externalId: { from: ['externalId', 'number'] },
    channel: 'channel',
    placedAt: 'placedAt',
    shipBy: 'shipBy',
    promisedBy: 'promisedBy',
    deliverBy: 'deliverBy',
    currency: 'currency',
    pricesIncludeTax: 'pricesIncludeTax',
    'customer.externalId': 'customerExternalId',
    'customer.email': { from: ['customerEmail', 'contactEmail'] },
    'customer.name': { from: ['customerName', 'contactName'] },
    'customer.phone': { from: ['customerPhone', 'contactPhone'] },
    ...address('shipping', (part) => `shipping${ADDRESS_PARTS[part]}`),
    ...address('billing', (part) => `billing${ADDRESS_PARTS[part]}`),
    shippingAmount: 'shipping',
    discount: 'discount',
    tax: 'tax',
    total: 'total',
    status: 'statedFulfillmentStatus',
    paymentStatus: { from: ['statedPaymentStatus', 'paymentStatus'], words: PAYMENT_WORDS },
    refunded: 'refundedAmount',
    ...COUNTS,
    'line.kind': 'lineKind',
    'line.externalId': 'lineExternalId',
    'line.amount': 'amount',
  },
};
