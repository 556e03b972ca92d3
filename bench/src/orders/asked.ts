// What is asked of the order list: each filter by each sort, and what people look for in a day; and what
// the home screen asks beside it.

import { ORDER_SORTS } from '@doorstep/contract/order-filters.ts';

export interface Asked {
  readonly name: string;
  readonly path: string;
}

/** Each filter, with a value that leaves many and one that leaves few where that differs. */
const FILTERS = [
  '',
  'status=open',
  'status=completed',
  'status=open,on-hold',
  'fulfillmentStatus=in-progress',
  'fulfillmentStatus=delivered',
  'stockStatus=backordered',
  'paymentStatus=none',
  'paymentStatus=partially-refunded',
  'returnStatus=partially-returned,returned',
  'channel=web',
  'channel=web,shop',
  'hasException=true',
  'exceptionType=cannot-source',
  'holdReason=high-risk-of-fraud',
  'country=DE',
  'country=IS',
  'country=FI,IE,PT',
  'currency=EUR',
  'tag=vip',
  'tag=gift',
  'tag=recall',
  'sku=S-0',
  'sku=S-3000',
  'location=L-0003',
  'customer=:customer',
  'placedFrom=2026-09-01T00:00:00Z',
  'placedFrom=2025-05-01T00:00:00Z&placedTo=2025-05-08T00:00:00Z',
  'totalFrom=50000',
  'totalFrom=60000&totalTo=60500',
];

const NAMED: Readonly<Record<string, string>> = {
  'to be sent, oldest first': 'status=open&fulfillmentStatus=unfulfilled&sort=placed',
  'on hold for fraud, dearest first': 'status=on-hold&holdReason=high-risk-of-fraud&sort=-total',
  'unpaid and at work': 'fulfillmentStatus=in-progress&paymentStatus=none&sort=-updated',
  'Germany, last month': 'country=DE&placedFrom=2026-09-01T00:00:00Z&sort=-placed',
  'Germany, last month, dearest first': 'country=DE&placedFrom=2026-09-01T00:00:00Z&sort=-total',
  'a SKU that is recalled': 'sku=S-42&status=completed&sort=-placed',
  'the best seller, returned': 'sku=S-0&returnStatus=returned&sort=-updated',
  'VIP and gift': 'tag=vip&sort=-placed&search=s-0',
  'VIP in Finland, dearest first': 'tag=vip&country=FI&sort=-total',
  'VIP with an exception': 'tag=vip&hasException=true&sort=-updated',
  'market, canceled, above 500': 'channel=market&status=canceled&totalFrom=50000&sort=-placed',
  'one location, in two weeks of a year ago':
    'location=L-0003&placedFrom=2025-10-01T00:00:00Z&placedTo=2025-10-15T00:00:00Z&sort=-placed',
  'cannot be sourced': 'exceptionType=cannot-source&sort=placed',
  'a customer': 'customer=:customer&sort=-placed',
  'search: a number': 'search=1000400000&sort=-created',
  'search: an external id': 'search=EXT-123456&sort=-created',
  'search: a tracking number': 'search=JD000000123456&sort=-created',
  'search: an e-mail address': 'search=buyer77%40example.com&sort=-placed',
  'search: a SKU': 'search=S-123&sort=-created',
  'search: the best seller': 'search=S-0&sort=-total',
  'search: the beginning of every address': 'search=buyer&sort=-created',
  'search: a name and a SKU': 'search=number12%20s-1&sort=-created',
  'search: a letter, in open orders': 'search=b&status=open&sort=-updated',
};

/** What the home screen asks for, and the lists that its numbers open. */
const HOME: Readonly<Record<string, string>> = {
  'home: work at every stage': '/v1/work/summary',
  'home: exceptions': '/v1/exceptions/summary',
  'home: orders at risk': '/v1/orders?promiseRisk=late,at-risk&sort=shipBy&limit=6',
  'home: what is due': '/v1/work/due?limit=6',
  'home: orders hour by hour': '/v1/reports/order-hours?from=:from',
  'queue: to pick': '/v1/fulfillment-orders?status=released',
  'queue: due': '/v1/work/due?limit=50',
  'queue: in transit': '/v1/parcels?status=shipped',
  'list: exceptions': '/v1/exceptions?status=open',
  'list: returns': '/v1/returns',
};

/** Today against the same day of last week. */
const HOURS_OF_HOME = 8 * 24;

export function askedOf(customer: string): readonly Asked[] {
  const fill = (text: string) => text.replace(':customer', customer);
  const from = new Date(
    Math.floor(Date.now() / 3_600_000 - HOURS_OF_HOME) * 3_600_000,
  ).toISOString();
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('&');
  return [
    ...FILTERS.flatMap((filter) =>
      ORDER_SORTS.map((sort) => ({
        name: `${filter === '' ? 'all' : filter}, ${sort}`,
        path: `/v1/orders?${joined(fill(filter), `sort=${sort}`)}`,
      })),
    ),
    ...Object.entries(NAMED).map(([name, query]) => ({
      name,
      path: `/v1/orders?${fill(query)}`,
    })),
    ...['', 'status=open', 'tag=recall', 'sku=S-3000', 'tag=gift', 'search=buyer77'].map(
      (filter) => ({
        name: `counts: ${filter === '' ? 'all' : filter}`,
        path: `/v1/orders/counts?${filter}`,
      }),
    ),
    ...Object.entries(HOME).map(([name, path]) => ({ name, path: path.replace(':from', from) })),
  ];
}
