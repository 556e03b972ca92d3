// How the platforms write it: cspell:ignore cancelled
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
    discount: 'discount_total',
    discountCode: 'coupon_lines[].code',
    tax: 'total_tax',
    taxName: 'tax_lines[].label',
    total: 'total',
    status: 'status',
    paymentStatus: 'payment_method_title',
    refunded: 'refunds[].total',
    note: 'customer_note',
    'line.externalId': 'id',
    // 0 is no variation.
    'line.sku': { from: ['sku', 'variation_id', 'product_id'], words: { '0': '' } },
    'line.title': 'name',
    'line.quantity': 'quantity',
    // For the whole quantity, before discounts and after them; without tax even in a shop that shows
    // its prices with it.
    'line.amount': { from: ['subtotal', 'total'] },
    'line.net': 'total',
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
    // The lines of orders name a product without a SKU by its id.
    code: { from: ['sku', 'id'] },
    title: 'name',
    barcode: 'global_unique_id',
    price: { from: ['regular_price', 'price'] },
    active: 'status',
  },
};
