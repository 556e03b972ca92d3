// How the platforms write it: cspell:ignore cancelled
// Marketplaces: Amazon, eBay and Etsy, as their order reports are.
// cspell:ignore cancelled

import type { Profile } from '../profile.ts';

const USUAL = {
  kind: 'orders',
  recordPaths: [''],
  timeZone: 'UTC',
  decimalMark: '.',
} as const satisfies Partial<Profile>;

/**
 * Order reports, unshipped or not: tab-separated, a row per item, prices for the whole quantity.
 * https://developer-docs.amazon.com/sp-api/docs/report-type-values-order
 */
export const amazonOrders: Profile = {
  ...USUAL,
  name: 'amazon',
  title: 'Amazon order reports, tab-separated',
  channel: 'amazon',
  dates: 'year-first',
  documentKey: ['order-id'],
  fate: 'open',
  fates: {
    shipped: 'shipped',
    'shipped - delivered to buyer': 'delivered',
    cancelled: 'canceled',
    canceled: 'canceled',
  },
  fields: {
    externalId: { from: ['order-id', 'amazon-order-id'] },
    placedAt: 'purchase-date',
    shipBy: { from: ['latest-ship-date', 'promise-date'] },
    deliverBy: { from: ['latest-delivery-date', 'delivery-end-date'] },
    currency: 'currency',
    'customer.email': 'buyer-email',
    'customer.name': 'buyer-name',
    'customer.phone': 'buyer-phone-number',
    'shipping.name': 'recipient-name',
    'shipping.street': 'ship-address-1',
    'shipping.street2': { from: ['ship-address-2', 'ship-address-3'], join: ', ' },
    'shipping.city': 'ship-city',
    'shipping.region': 'ship-state',
    'shipping.postalCode': 'ship-postal-code',
    'shipping.country': 'ship-country',
    'shipping.phone': 'ship-phone-number',
    shippingTitle: 'ship-service-level',
    status: 'order-status',
    note: 'delivery-Instructions',
    'line.externalId': 'order-item-id',
    'line.sku': 'sku',
    'line.title': 'product-name',
    'line.quantity': { from: ['quantity-purchased', 'quantity'] },
    'line.amount': 'item-price',
    'line.tax': 'item-tax',
    'line.discount': 'item-promotion-discount',
    'line.shipping': 'shipping-price',
    'line.shippingTax': 'shipping-tax',
    'line.shippingDiscount': 'ship-promotion-discount',
    'line.status': 'item-status',
  },
};

/** The all-orders reports call the number of an order otherwise. */
export const amazonAllOrders: Profile = {
  ...amazonOrders,
  name: 'amazon-all-orders',
  title: 'Amazon all-orders reports, tab-separated',
  documentKey: ['amazon-order-id'],
};

const PARTNER = {
  ...USUAL,
  channel: 'amazon',
  dates: 'year-first',
  fate: 'open',
  fates: { shipped: 'shipped', canceled: 'canceled', cancelled: 'canceled' },
} as const satisfies Partial<Profile>;

/** Selling Partner API, orders of 2026-01-01. */
export const amazonOrdersJson: Profile = {
  ...PARTNER,
  name: 'amazon-json',
  title: 'Amazon orders, JSON of the Selling Partner API 2026-01-01',
  recordPaths: ['orders', 'order', ''],
  itemsPath: 'orderItems',
  documentKey: ['orderId'],
  fields: {
    externalId: 'orderId',
    placedAt: 'createdTime',
    currency: {
      from: [
        'proceeds.grandTotal.currencyCode',
        'orderItems[].product.price.unitPrice.currencyCode',
      ],
    },
    'customer.email': 'buyer.buyerEmail',
    'customer.name': 'buyer.buyerName',
    'shipping.name': 'recipient.deliveryAddress.name',
    'shipping.company': 'recipient.deliveryAddress.companyName',
    'shipping.street': 'recipient.deliveryAddress.addressLine1',
    'shipping.street2': {
      from: ['recipient.deliveryAddress.addressLine2', 'recipient.deliveryAddress.addressLine3'],
      join: ', ',
    },
    'shipping.city': 'recipient.deliveryAddress.city',
    'shipping.region': 'recipient.deliveryAddress.stateOrRegion',
    'shipping.postalCode': 'recipient.deliveryAddress.postalCode',
    'shipping.country': 'recipient.deliveryAddress.countryCode',
    'shipping.phone': 'recipient.deliveryAddress.phone',
    shippingTitle: 'fulfillment.fulfillmentServiceLevel',
    total: 'proceeds.grandTotal.amount',
    status: 'fulfillment.fulfillmentStatus',
    paymentStatus: 'payment.paymentExecutions[].paymentMethod',
    'line.externalId': 'orderItemId',
    'line.sku': { from: ['product.sellerSku', 'product.asin'] },
    'line.title': 'product.title',
    'line.quantity': 'quantityOrdered',
    'line.unitPrice': 'product.price.unitPrice.amount',
    'line.tax': 'proceeds.breakdowns[type=TAX].subtotal.amount',
    'line.discount': 'proceeds.breakdowns[type=DISCOUNT].subtotal.amount',
    'line.shipping': 'proceeds.breakdowns[type=SHIPPING].subtotal.amount',
    'line.shipped': 'fulfillment.quantityFulfilled',
  },
};

/**
 * Selling Partner API, orders v0. Items, buyer and address are asked for apart from the order: put
 * into it (`OrderItems`, `BuyerInfo`, `ShippingAddress`) they are taken with it.
 */
export const amazonOrdersJsonV0: Profile = {
  ...PARTNER,
  name: 'amazon-json-v0',
  title: 'Amazon orders, JSON of the Selling Partner API v0',
  recordPaths: ['payload.Orders', 'payload', 'Orders', ''],
  itemsPath: 'OrderItems',
  documentKey: ['AmazonOrderId'],
  fields: {
    externalId: 'AmazonOrderId',
    placedAt: 'PurchaseDate',
    currency: { from: ['OrderTotal.CurrencyCode', 'OrderItems[].ItemPrice.CurrencyCode'] },
    'customer.email': { from: ['BuyerInfo.BuyerEmail', 'BuyerEmail'] },
    'customer.name': { from: ['BuyerInfo.BuyerName', 'BuyerName'] },
    'shipping.name': 'ShippingAddress.Name',
    'shipping.company': 'ShippingAddress.CompanyName',
    'shipping.street': 'ShippingAddress.AddressLine1',
    'shipping.street2': {
      from: ['ShippingAddress.AddressLine2', 'ShippingAddress.AddressLine3'],
      join: ', ',
    },
    'shipping.city': 'ShippingAddress.City',
    'shipping.region': 'ShippingAddress.StateOrRegion',
    'shipping.postalCode': 'ShippingAddress.PostalCode',
    'shipping.country': 'ShippingAddress.CountryCode',
    'shipping.phone': 'ShippingAddress.Phone',
    shippingTitle: 'ShipServiceLevel',
    total: 'OrderTotal.Amount',
    status: 'OrderStatus',
    paymentStatus: 'PaymentMethod',
    itemCount: { from: ['NumberOfItemsUnshipped', 'NumberOfItemsShipped'], add: true },
    itemsAmount: 'OrderTotal.Amount',
    'line.externalId': 'OrderItemId',
    'line.sku': { from: ['SellerSKU', 'ASIN'] },
    'line.title': 'Title',
    'line.quantity': 'QuantityOrdered',
    'line.amount': 'ItemPrice.Amount',
    'line.tax': 'ItemTax.Amount',
    'line.discount': 'PromotionDiscount.Amount',
    'line.shipping': 'ShippingPrice.Amount',
    'line.shippingTax': 'ShippingTax.Amount',
    'line.shippingDiscount': 'ShippingDiscount.Amount',
    'line.shipped': 'QuantityShipped',
  },
};

/**
 * Seller Hub → Orders → Download report. A blank row and sums may stand below the orders.
 * "Sold For" is the price of one.
 */
export const ebayOrders: Profile = {
  ...USUAL,
  name: 'ebay',
  title: 'eBay orders report, CSV',
  channel: 'ebay',
  currency: 'USD',
  dates: 'month-first',
  documentKey: ['Order Number'],
  fate: 'open',
  fields: {
    externalId: 'Order Number',
    placedAt: 'Sale Date',
    'customer.externalId': { from: ['Buyer Username'], prefix: 'ebay:' },
    'customer.email': 'Buyer Email',
    'customer.name': 'Buyer Name',
    'shipping.name': { from: ['Ship To Name', 'Buyer Name'] },
    'shipping.street': { from: ['Ship To Address 1', 'Buyer Address 1'] },
    'shipping.street2': { from: ['Ship To Address 2', 'Buyer Address 2'] },
    'shipping.city': { from: ['Ship To City', 'Buyer City'] },
    'shipping.region': { from: ['Ship To State', 'Buyer State'] },
    'shipping.postalCode': { from: ['Ship To Zip', 'Buyer Zip'] },
    'shipping.country': { from: ['Ship To Country', 'Buyer Country'] },
    'shipping.phone': 'Ship To Phone',
    'billing.name': 'Buyer Name',
    'billing.street': 'Buyer Address 1',
    'billing.street2': 'Buyer Address 2',
    'billing.city': 'Buyer City',
    'billing.region': 'Buyer State',
    'billing.postalCode': 'Buyer Zip',
    'billing.country': 'Buyer Country',
    shippingTitle: 'Shipping Service',
    'line.shipping': 'Shipping And Handling',
    tax: { from: ['eBay Collected Tax', 'Seller Collected Tax'] },
    total: 'Total Price',
    paymentStatus: 'Payment Method',
    note: 'Buyer Note',
    'line.externalId': { from: ['Transaction ID', 'Item Number'] },
    'line.sku': { from: ['Custom Label', 'Item Number'] },
    'line.title': 'Item Title',
    'line.quantity': 'Quantity',
    'line.unitPrice': 'Sold For',
    // A date of shipment means that it shipped.
    'line.status': { from: ['Shipped On Date'], filledMeans: 'shipped' },
  },
};

/** Shop Manager → Settings → Options → Download data: orders, a row each; items are counted only. */
export const etsyOrders: Profile = {
  ...USUAL,
  name: 'etsy',
  title: 'Etsy sold orders, CSV',
  channel: 'etsy',
  dates: 'month-first',
  documentKey: ['Order ID'],
  fate: 'open',
  fields: {
    externalId: 'Order ID',
    placedAt: 'Sale Date',
    currency: 'Currency',
    'customer.externalId': { from: ['Buyer User ID', 'Buyer'], prefix: 'etsy:' },
    'customer.name': { from: ['Full Name', 'Buyer'] },
    'shipping.name': 'Full Name',
    'shipping.street': 'Street 1',
    'shipping.street2': 'Street 2',
    'shipping.city': 'Ship City',
    'shipping.region': 'Ship State',
    'shipping.postalCode': 'Ship Zipcode',
    'shipping.country': 'Ship Country',
    shippingAmount: 'Shipping',
    discount: 'Discount Amount',
    discountCode: 'Coupon Code',
    tax: 'Sales Tax',
    total: 'Order Total',
    paymentStatus: 'Status',
    note: 'Buyer Receipt Message',
    'line.sku': 'SKU',
    'line.quantity': 'Number of Items',
    'line.amount': 'Order Value',
    'line.status': { from: ['Date Shipped'], filledMeans: 'shipped' },
  },
};
