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
 * Unshipped and all-orders reports: tab-separated, a row per item, prices for the whole quantity.
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
    'line.status': 'item-status',
  },
};

/** Selling Partner API: orders v0 (its items come apart from it) and orders 2026-01-01. */
export const amazonOrdersJson: Profile = {
  ...USUAL,
  name: 'amazon-json',
  title: 'Amazon orders, JSON of the Selling Partner API',
  channel: 'amazon',
  dates: 'year-first',
  recordPaths: ['orders', 'order', 'payload.Orders', 'payload', 'Orders', ''],
  itemsPath: 'orderItems',
  documentKey: ['orderId', 'AmazonOrderId'],
  fate: 'open',
  fates: {
    shipped: 'shipped',
    partially_shipped: 'open',
    partiallyshipped: 'open',
    canceled: 'canceled',
    cancelled: 'canceled',
  },
  fields: {
    externalId: { from: ['orderId', 'AmazonOrderId'] },
    placedAt: { from: ['createdTime', 'PurchaseDate'] },
    currency: {
      from: [
        'proceeds.grandTotal.currencyCode',
        'OrderTotal.CurrencyCode',
        'orderItems[].product.price.unitPrice.currencyCode',
      ],
      value: 'USD',
    },
    'customer.email': { from: ['buyer.buyerEmail', 'BuyerInfo.BuyerEmail', 'BuyerEmail'] },
    'customer.name': { from: ['buyer.buyerName', 'BuyerInfo.BuyerName'] },
    'shipping.name': { from: ['recipient.deliveryAddress.name', 'ShippingAddress.Name'] },
    'shipping.company': {
      from: ['recipient.deliveryAddress.companyName', 'ShippingAddress.CompanyName'],
    },
    'shipping.street': {
      from: ['recipient.deliveryAddress.addressLine1', 'ShippingAddress.AddressLine1'],
    },
    'shipping.street2': {
      from: ['recipient.deliveryAddress.addressLine2', 'ShippingAddress.AddressLine2'],
    },
    'shipping.city': { from: ['recipient.deliveryAddress.city', 'ShippingAddress.City'] },
    'shipping.region': {
      from: ['recipient.deliveryAddress.stateOrRegion', 'ShippingAddress.StateOrRegion'],
    },
    'shipping.postalCode': {
      from: ['recipient.deliveryAddress.postalCode', 'ShippingAddress.PostalCode'],
    },
    'shipping.country': {
      from: ['recipient.deliveryAddress.countryCode', 'ShippingAddress.CountryCode'],
    },
    'shipping.phone': { from: ['recipient.deliveryAddress.phone', 'ShippingAddress.Phone'] },
    shippingTitle: { from: ['fulfillment.fulfillmentServiceLevel', 'ShipServiceLevel'] },
    total: { from: ['proceeds.grandTotal.amount', 'OrderTotal.Amount'] },
    status: { from: ['fulfillment.fulfillmentStatus', 'OrderStatus'] },
    paymentStatus: { from: ['PaymentMethod'] },
    itemCount: { from: ['NumberOfItemsUnshipped', 'NumberOfItemsShipped'], add: true },
    itemsAmount: 'OrderTotal.Amount',
    'line.externalId': 'orderItemId',
    'line.sku': { from: ['product.sellerSku', 'product.asin'] },
    'line.title': 'product.title',
    'line.quantity': 'quantityOrdered',
    'line.unitPrice': 'product.price.unitPrice.amount',
    'line.shipped': 'fulfillment.quantityFulfilled',
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
