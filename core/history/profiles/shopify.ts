// How the platforms write it: cspell:ignore cancelled
// Shopify: the CSV of Orders → Export, and the JSON of its Admin REST API.
// https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders
// cspell:ignore cancelled

import type { FieldRule, Profile } from '../profile.ts';

const USUAL = {
  channel: 'shopify',
  timeZone: 'UTC',
  dates: 'year-first',
  decimalMark: '.',
  fate: 'open',
  fates: {
    fulfilled: 'shipped',
    shipped: 'shipped',
    delivered: 'delivered',
    restocked: 'returned',
    cancelled: 'canceled',
    voided: 'canceled',
  },
} as const satisfies Partial<Profile>;

/** Only the first row of an order names it in full; the rows of its further lines are all but blank. */
export const shopifyOrders: Profile = {
  ...USUAL,
  name: 'shopify',
  title: 'Shopify orders, CSV',
  kind: 'orders',
  recordPaths: [''],
  documentKey: ['Name'],
  blankKeyContinues: true,
  fields: {
    externalId: { from: ['Name', 'Id'] },
    placedAt: 'Created at',
    currency: 'Currency',
    'customer.email': 'Email',
    'customer.name': { from: ['Billing Name', 'Shipping Name'] },
    'customer.phone': { from: ['Phone', 'Billing Phone', 'Shipping Phone'] },
    ...csvAddress('shipping', 'Shipping'),
    ...csvAddress('billing', 'Billing'),
    shippingTitle: 'Shipping Method',
    shippingAmount: 'Shipping',
    discount: 'Discount Amount',
    discountCode: 'Discount Code',
    tax: 'Taxes',
    taxName: 'Tax 1 Name',
    total: 'Total',
    status: 'Fulfillment Status',
    paymentStatus: 'Financial Status',
    canceledAt: 'Cancelled at',
    refunded: 'Refunded Amount',
    tags: 'Tags',
    note: 'Notes',
    'line.sku': { from: ['Lineitem sku', 'Lineitem SKU'] },
    'line.title': 'Lineitem name',
    'line.quantity': 'Lineitem quantity',
    'line.unitPrice': 'Lineitem price',
    'line.discount': 'Lineitem discount',
    'line.status': 'Lineitem fulfillment status',
  },
};

function csvAddress(
  which: 'shipping' | 'billing',
  word: 'Shipping' | 'Billing',
): Partial<Record<`${typeof which}.${'name'}`, FieldRule>> {
  return {
    [`${which}.name`]: `${word} Name`,
    [`${which}.company`]: `${word} Company`,
    [`${which}.street`]: { from: [`${word} Address1`, `${word} Street`] },
    [`${which}.street2`]: `${word} Address2`,
    [`${which}.city`]: `${word} City`,
    [`${which}.region`]: `${word} Province`,
    [`${which}.postalCode`]: `${word} Zip`,
    [`${which}.country`]: `${word} Country`,
    [`${which}.phone`]: `${word} Phone`,
  };
}

export const shopifyOrdersJson: Profile = {
  ...USUAL,
  name: 'shopify-json',
  title: 'Shopify orders, JSON of the Admin API',
  kind: 'orders',
  recordPaths: ['orders', 'order', ''],
  itemsPath: 'line_items',
  documentKey: ['id'],
  fields: {
    externalId: { from: ['name', 'id'] },
    placedAt: { from: ['processed_at', 'created_at'] },
    currency: 'currency',
    pricesIncludeTax: 'taxes_included',
    'customer.externalId': 'customer.id',
    'customer.email': { from: ['email', 'customer.email'] },
    'customer.name': { from: ['customer.first_name', 'customer.last_name'], join: ' ' },
    'customer.phone': { from: ['phone', 'customer.phone'] },
    ...jsonAddress('shipping'),
    ...jsonAddress('billing'),
    shippingTitle: 'shipping_lines[].title',
    shippingAmount: 'shipping_lines[].price',
    shippingTax: 'shipping_lines[].tax_lines[].price',
    shippingDiscount: 'shipping_lines[].discount_allocations[].amount',
    discount: 'total_discounts',
    discountCode: 'discount_codes[].code',
    tax: 'total_tax',
    taxName: 'tax_lines[].title',
    total: 'total_price',
    status: 'fulfillment_status',
    paymentStatus: 'financial_status',
    canceledAt: 'cancelled_at',
    refunded: 'refunds[].transactions[].amount',
    itemsAmount: 'total_line_items_price',
    tags: 'tags',
    note: 'note',
    'line.externalId': 'id',
    'line.sku': 'sku',
    'line.title': { from: ['name', 'title'] },
    'line.quantity': 'quantity',
    'line.unitPrice': 'price',
    'line.discount': { from: ['discount_allocations[].amount', 'total_discount'] },
    'line.tax': 'tax_lines[].price',
    'line.status': 'fulfillment_status',
  },
};

function jsonAddress(
  which: 'shipping' | 'billing',
): Partial<Record<`${typeof which}.${'name'}`, FieldRule>> {
  const at = `${which}_address`;
  return {
    [`${which}.name`]: `${at}.name`,
    [`${which}.company`]: `${at}.company`,
    [`${which}.street`]: `${at}.address1`,
    [`${which}.street2`]: `${at}.address2`,
    [`${which}.city`]: `${at}.city`,
    [`${which}.region`]: { from: [`${at}.province_code`, `${at}.province`] },
    [`${which}.postalCode`]: `${at}.zip`,
    [`${which}.country`]: { from: [`${at}.country_code`, `${at}.country`] },
    [`${which}.phone`]: `${at}.phone`,
  };
}

/** A variant is what has a SKU. */
export const shopifyProducts: Profile = {
  ...USUAL,
  name: 'shopify-products',
  title: 'Shopify products, JSON of the Admin API',
  kind: 'products',
  recordPaths: ['products', 'product', ''],
  itemsPath: 'variants',
  documentKey: ['id'],
  fields: {
    code: { from: ['sku', 'id'] },
    title: {
      from: ['parent.title', 'title'],
      join: ' - ',
      words: { 'Default Title': '' },
    },
    barcode: 'barcode',
    weightGrams: 'grams',
    price: 'price',
  },
};

/** Variants without their products. */
export const shopifyVariants: Profile = {
  ...USUAL,
  name: 'shopify-variants',
  title: 'Shopify variants, JSON of the Admin API',
  kind: 'products',
  recordPaths: ['variants', 'variant', ''],
  documentKey: ['id'],
  fields: {
    code: { from: ['sku', 'id'] },
    barcode: 'barcode',
    weightGrams: 'grams',
    price: 'price',
  },
};

export const shopifyCustomers: Profile = {
  ...USUAL,
  name: 'shopify-customers',
  title: 'Shopify customers, JSON of the Admin API',
  kind: 'customers',
  recordPaths: ['customers', 'customer', ''],
  documentKey: ['id'],
  fields: {
    externalId: 'id',
    email: 'email',
    name: { from: ['first_name', 'last_name'], join: ' ' },
    phone: { from: ['phone', 'default_address.phone'] },
  },
};

export const shopifyLocations: Profile = {
  ...USUAL,
  name: 'shopify-locations',
  title: 'Shopify locations, JSON of the Admin API',
  kind: 'locations',
  recordPaths: ['locations', 'location', ''],
  documentKey: ['id'],
  fields: {
    code: 'id',
    name: 'name',
    street: 'address1',
    city: 'city',
    postalCode: 'zip',
    country: { from: ['country_code', 'country'] },
  },
};

export const shopifyStock: Profile = {
  ...USUAL,
  name: 'shopify-stock',
  title: 'Shopify inventory, CSV',
  kind: 'stock',
  recordPaths: [''],
  documentKey: ['SKU', 'Location'],
  fields: {
    sku: 'SKU',
    location: 'Location',
    onHand: { from: ['On hand (new)', 'On hand', 'On hand (current)', 'Available'] },
  },
};
