// The "Online Retail" data set of the UCI Machine Learning Repository (https://doi.org/10.24432/C5BW33):
// two years of a British wholesaler of gifts. Invoices beginning with C are credits, with A
// adjustments; rows without price and customer correct stock.

import type { Profile } from '../profile.ts';

export const onlineRetail: Profile = {
  name: 'online-retail',
  title: 'Online Retail (UCI), CSV or XLSX',
  kind: 'orders',
  recordPaths: [''],
  documentKey: ['InvoiceNo'],
  channel: 'online-retail',
  currency: 'GBP',
  timeZone: 'Europe/London',
  dates: 'year-first',
  decimalMark: '.',
  fate: 'delivered',
  classify: [
    { as: 'credit', externalIdStartsWith: 'C' },
    { as: 'adjustment', externalIdStartsWith: 'A' },
    { as: 'write-off', everyPriceIsZero: true, hasCustomer: false },
  ],
  fields: {
    externalId: 'InvoiceNo',
    placedAt: 'InvoiceDate',
    'customer.externalId': { from: ['CustomerID'], dropEnd: '.0' },
    'shipping.country': { from: ['Country'], words: { Unspecified: '' } },
    // The same article is written in either case.
    'line.sku': { from: ['StockCode'], case: 'upper' },
    'line.title': 'Description',
    'line.quantity': 'Quantity',
    'line.unitPrice': 'UnitPrice',
  },
};
