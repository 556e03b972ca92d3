// The fields of the model that a file can fill. docs/guides/import.md lists them.

export const IMPORT_KINDS = ['orders', 'products', 'customers', 'stock', 'locations'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const ADDRESS = [
  'name',
  'company',
  'street',
  'street2',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
] as const;

const ORDER = [
  'ownId',
  'externalId',
  'channel',
  'placedAt',
  'shipBy',
  'promisedBy',
  'deliverBy',
  'currency',
  'pricesIncludeTax',
  'customer.externalId',
  'customer.email',
  'customer.name',
  'customer.phone',
  ...ADDRESS.map((part) => `shipping.${part}` as const),
  ...ADDRESS.map((part) => `billing.${part}` as const),
  'shippingTitle',
  'shippingAmount',
  'shippingTax',
  'shippingDiscount',
  'discount',
  'discountCode',
  'tax',
  'taxName',
  'total',
  'status',
  'paymentStatus',
  'canceledAt',
  'refunded',
  'itemCount',
  'itemsAmount',
  'reason',
  'tags',
  'note',
] as const;

const LINE = [
  'line.kind',
  'line.externalId',
  'line.sku',
  'line.title',
  'line.quantity',
  'line.unitPrice',
  'line.amount',
  'line.discount',
  'line.net',
  'line.tax',
  'line.shipping',
  'line.shippingTax',
  'line.shippingDiscount',
  'line.status',
  'line.canceled',
  'line.shipped',
  'line.delivered',
  'line.returned',
] as const;

const MASTER = [
  'code',
  'title',
  'barcode',
  'weightGrams',
  'price',
  'active',
  'name',
  'email',
  'phone',
  'sku',
  'location',
  'onHand',
  'kind',
  'timeZone',
  'street',
  'city',
  'postalCode',
  'country',
] as const;

export const FIELD_NAMES = [...new Set([...ORDER, ...LINE, ...MASTER])] as const;
export type FieldName = (typeof ORDER)[number] | (typeof LINE)[number] | (typeof MASTER)[number];

/** Which fields a file of each kind must have, or nothing of it can be imported. */
export const REQUIRED_FIELDS: Readonly<Record<ImportKind, readonly FieldName[]>> = {
  orders: ['externalId', 'placedAt'],
  products: ['code'],
  customers: [],
  stock: ['sku', 'location', 'onHand'],
  locations: ['code', 'country'],
};

/** Which fields a file of each kind may fill. */
export const KIND_FIELDS: Readonly<Record<ImportKind, readonly FieldName[]>> = {
  orders: [...ORDER, ...LINE],
  products: ['code', 'title', 'barcode', 'weightGrams', 'price', 'currency', 'active'],
  customers: ['externalId', 'email', 'name', 'phone'],
  stock: ['sku', 'location', 'onHand'],
  locations: ['code', 'name', 'kind', 'street', 'city', 'postalCode', 'country', 'timeZone'],
};
