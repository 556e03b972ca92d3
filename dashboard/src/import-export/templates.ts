// A table of each kind to start from, which the profiles of Doorstep read as it is.

import type { ImportKind } from '@doorstep/core/history/fields.ts';

export interface Template {
  readonly kind: ImportKind;
  readonly text: string;
}

export const TEMPLATES: readonly Template[] = [
  {
    kind: 'products',
    text: table(
      ['code', 'title', 'barcode', 'weightGrams', 'price', 'currency', 'active'],
      ['MUG-BLUE', 'Blue mug', '4006381333931', '350', '12.90', 'EUR', 'true'],
    ),
  },
  {
    kind: 'stock',
    text: table(['sku', 'location', 'onHand'], ['MUG-BLUE', 'BERLIN', '40']),
  },
  {
    kind: 'customers',
    text: table(
      ['externalId', 'email', 'name', 'phone'],
      ['C-1001', 'ada@example.com', 'Ada Example', '+49 30 1234'],
    ),
  },
  {
    kind: 'locations',
    text: table(
      ['code', 'name', 'kind', 'street', 'city', 'postalCode', 'country', 'timeZone'],
      [
        'BERLIN',
        'Warehouse Berlin',
        'warehouse',
        'Street 1',
        'Berlin',
        '10115',
        'DE',
        'Europe/Berlin',
      ],
    ),
  },
  {
    kind: 'orders',
    text: table(
      [
        ...['id', 'number', 'channel', 'placedAt', 'currency', 'customerEmail', 'customerName'],
        ...['shippingCity', 'shippingCountry', 'sku', 'title', 'quantity', 'unitPrice'],
        'statedFulfillmentStatus',
      ],
      [
        ...['1001', '1001', 'web', '2026-01-31T10:15:00Z', 'EUR', 'ada@example.com', 'Ada Example'],
        ...['Berlin', 'DE', 'MUG-BLUE', 'Blue mug', '2', '12.90', 'delivered'],
      ],
    ),
  },
];

function table(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(',')}\r\n`).join('');
}
