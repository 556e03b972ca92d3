// A shop with orders that are hard to write down, and its exports read back.
// cspell:ignore größe jörg joerg

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { startWorker } from '../src/worker.ts';
import { type Caller, openShop, type Shop } from './shop.ts';
import { orderOf, stockUp } from './stock.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of exports, looked into freely
export type Any = any;

export const ODD = '=SUM(A1:A9)"quoted", then\r\na line – “Größe” 🧦';
export const MARKED = "'=already marked";

export interface ExportShop {
  readonly shop: Shop;
  /** What capturing them answered. */
  readonly bought: readonly Any[];
  /** NDJSON. */
  lines(path: string, caller?: Caller): Promise<Any[]>;
  /** CSV as it is read back: an empty cell is null, the mark of text is taken off. */
  table(path: string): Promise<Record<string, string | null>[]>;
  /** The bytes, which a caller that reads text would spoil. */
  bytes(path: string): Promise<Buffer>;
}

export async function openExportShop(): Promise<ExportShop> {
  const shop = await openShop();
  await stockUp(shop, { BER: { MUG: 500, '007': 500 }, HAM: { MUG: 500 } });
  await shop.call('POST', '/v1/channels', { code: 'market', name: 'Market' });
  const channels = [{ channel: 'web' }, { channel: 'market' }];
  await shop.call('PATCH', '/v1/locations/HAM', { channels });
  await shop.call('PATCH', '/v1/skus/007', { title: ODD });
  const kit = { code: 'SET', title: MARKED, components: [{ sku: 'MUG', quantity: 2 }] };
  await shop.call('POST', '/v1/skus', kit);
  const bought: Any[] = [];
  for (const order of orders()) {
    const made = await shop.call('POST', '/v1/orders', order);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    bought.push(made.body);
  }
  await shop.call('POST', `/v1/orders/${bought[1].id}/cancellations`, { reason: 'customer' });
  await shop.call('POST', `/v1/orders/${bought[2].id}/holds`, { reason: 'other' });
  await shop.call('POST', `/v1/orders/${bought[0].id}/notes`, { body: ODD });
  await indexed(shop);
  return {
    shop,
    bought,
    async lines(path, caller = shop) {
      const { status, body } = await caller.call('GET', path);
      assert.equal(status, 200, JSON.stringify(body));
      const all: string[] = body === '' ? [] : body.trimEnd().split('\n');
      return all.map((line) => JSON.parse(line));
    },
    async table(path) {
      const { status, headers, body } = await shop.call('GET', path);
      assert.equal(status, 200, JSON.stringify(body));
      assert.match(String(headers['content-type']), /^text\/csv; charset=utf-8/);
      return parse(body, {
        columns: true,
        cast: (cell) => (cell === '' ? null : cell.replace(/^'/, '')),
      });
    },
    async bytes(path) {
      const headers = { authorization: `Bearer ${shop.secret}` };
      const answer = await shop.app.inject({ method: 'GET', url: path, headers });
      assert.equal(answer.statusCode, 200);
      return answer.rawPayload;
    },
  };
}

function orders(): object[] {
  return [
    orderOf(
      {},
      {
        externalId: '@web-1',
        placedAt: '2026-01-31T23:30:00+01:00',
        pricesIncludeTax: true,
        customer: { email: 'joerg@example.com', name: "=cmd|' /C calc'!A0", phone: '+49 30 1' },
        shippingAddress: {
          name: '-Jörg',
          street: ODD,
          postalCode: '01067',
          country: 'DE',
          coordinates: { latitude: 51.05, longitude: -13.7 },
        },
        billingAddress: { company: 'A, B; C', country: 'AT' },
        lines: [
          {
            sku: '007',
            quantity: 3,
            unitPrice: '4.999',
            externalId: '0001',
            taxes: [{ name: 'VAT', rate: '0.19', amountMinor: 239 }],
            discounts: [{ name: 'Spring', code: 'SPRING', amountMinor: 100 }],
          },
          { sku: 'SET', quantity: 1, unitPrice: '20' },
        ],
        shipping: [
          {
            title: 'Parcel',
            amountMinor: 490,
            taxes: [{ name: 'VAT', rate: '0.19', amountMinor: 78 }],
            discounts: [{ name: 'Half', amountMinor: 245 }],
          },
        ],
        tags: ['gift', '=tag'],
        customFields: { source: ODD, count: 3 },
        payments: [{ provider: 'manual' }],
      },
    ),
    orderOf({ MUG: 2 }, { customer: { email: 'second@example.com' }, tags: ['gift'] }),
    orderOf({ MUG: 1 }, { channel: 'market', currency: 'JPY', placedAt: '2026-02-01T00:00:00Z' }),
    orderOf({ UNKNOWN: 1 }, { channel: 'market', currency: 'KWD' }),
    orderOf({ MUG: 1, '007': 1 }, { externalId: 'web-5' }),
  ];
}

async function indexed(shop: Shop): Promise<void> {
  const worker = startWorker(shop.runtime);
  const isFound = async () =>
    (await shop.call('GET', '/v1/orders?search=web-5')).body.items.length > 0;
  for (const end = Date.now() + 10_000; !(await isFound()); await sleep(20))
    assert.ok(Date.now() < end, 'orders were not made findable in time');
  await worker.stop();
}
