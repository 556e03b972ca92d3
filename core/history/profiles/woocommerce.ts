// WooCommerce: the JSON of its REST API, version 3. https://woocommerce.github.io/woocommerce-rest-api-docs/
// cspell:ignore cancelled

import type { FieldRule, Profile } from '../profile.ts';

const USUAL = {
  channel: 'woocommerce',
  timeZone: 'UTC',
  dates: 'year-first',
  decimalMark: '.',
} as const satisfies Partial<Profile>;

export const wooOrders: Profile = {
  ...USUAL,
  name: 'woocommerce',
  title: 'WooCommerce orders, JSON',
  kind: 'orders',
  recordPaths: ['orders', ''],
  itemsPath: 'line_items',
  documentKey: ['id'],
  fate: 'open',
  // A completed order was sent; whether it arrived, WooCommerce does not know.
  fates: { completed: 'shipped', cancelled: 'canceled', failed: 'canceled', refunded: 'returned' },
  fields: {
    externalId: { from: ['number', 'id'] },
    placedAt: { from: ['date_created_gmt', 'date_created'] },
    currency: 'currency',
    pricesIncludeTax: 'prices_include_tax',
    // 0 is a guest.
    'customer.externalId': { from: ['customer_id'], words: { '0': '' } },
    'customer.email': 'billing.email',
    'customer.name': { from: ['billing.first_name', 'billing.last_name'], join: ' ' },
    'customer.phone': 'billing.phone',
    ...address('shipping'),
    ...address('billing'),
    'billing.phone': 'billing.phone',
    shippingTitle: 'shipping_lines[].method_title',
    shippingAmount: { from: ['shipping_lines[].total', 'shipping_total'] },
    shippingTax: { from: ['shipping_lines[].total_tax', 'shipping_tax'] },
    discountCode: 'coupon_lines[].code',
    taxName: 'tax_lines[].label',
    total: 'total',
    status: 'status',
    paymentStatus: 'payment_method_title',
    refunded: 'refunds[].total',
    note: 'customer_note',
    'line.externalId': 'id',
    'line.sku': { from: ['sku', 'product_id'] },
    'line.title': 'name',
    'line.quantity': 'quantity',
    // After discounts, for the whole quantity.
    'line.amount': 'total',
    'line.tax': 'total_tax',
  },
};

function address(
  which: 'shipping' | 'billing',
): Partial<Record<`${typeof which}.${'name'}`, FieldRule>> {
  return {
    [`${which}.name`]: { from: [`${which}.first_name`, `${which}.last_name`], join: ' ' },
    [`${which}.company`]: `${which}.company`,
    [`${which}.street`]: `${which}.address_1`,
    [`${which}.street2`]: `${which}.address_2`,
    [`${which}.city`]: `${which}.city`,
    [`${which}.region`]: `${which}.state`,
    [`${which}.postalCode`]: `${which}.postcode`,
    [`${which}.country`]: `${which}.country`,
  };
}

export const wooProducts: Profile = {
  ...USUAL,
  name: 'woocommerce-products',
  title: 'WooCommerce products, JSON',
  kind: 'products',
  recordPaths: ['products', ''],
  documentKey: ['id'],
  fate: 'open',
  fields: {
    code: { from: ['sku', 'slug', 'id'] },
    title: 'name',
    barcode: 'global_unique_id',
    price: { from: ['regular_price', 'price'] },
    active: 'status',
  },
};
