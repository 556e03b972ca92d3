// The table of events against the server: every type emitted stands in it and no other, and what
// the log holds after a day of a shop has the form it says.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EVENTS } from '@doorstep/contract/events.ts';
import { ID_PREFIXES } from '@doorstep/core/ids.ts';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const sources = join(import.meta.dirname, '../../src');
const ajv = new Ajv({ strict: false, allErrors: true });
(addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

test('every event type emitted stands in the table, and no other', async () => {
  const emitted = new Set<string>();
  for (const file of await readdir(sources, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const text = await readFile(join(sources, file), 'utf8');
    for (const [, type] of text.matchAll(/'([a-z-]+\.[a-z_]+\.v\d+)'/g)) emitted.add(type ?? '');
  }
  assert.deepEqual([...emitted].sort(), Object.keys(EVENTS).sort());
});

test('what the log holds has the form the table says', async () => {
  await liveADay(shop);
  await shop.sequence();
  const { body } = await shop.call('GET', '/v1/events?limit=1000');
  const seen = new Set<string>();
  for (const event of body.items) {
    const kind = EVENTS[event.type as keyof typeof EVENTS];
    assert.ok(event.subject.startsWith(`${ID_PREFIXES[kind.subject]}_`), event.type);
    const validate = ajv.compile(closed(kind.data));
    assert.ok(
      validate(event.data),
      `${event.type} ${JSON.stringify(event.data)}: ${ajv.errorsText(validate.errors)}`,
    );
    seen.add(event.type);
  }
  const missed = Object.keys(EVENTS).filter((type) => !seen.has(type));
  assert.deepEqual(missed, BY_THE_WORKER);
});

/** Made by the worker when something falls due; other tests provoke them. */
const BY_THE_WORKER = [
  'reservation.lapsed.v1',
  'order.backorder_filled.v1',
  'order.hold_lapsed.v1',
];

async function liveADay(shop: Shop): Promise<void> {
  await stockUp(shop, { BERLIN: { MUG: 20, CUP: 5 }, PARIS: { MUG: 10 } });
  await moveStock(shop);
  await changeMasterData(shop);
  await shop.call('PUT', '/v1/skus/CUP/backorder-limit', { cap: 10 });
  const { body: order } = await shop.call('POST', '/v1/orders', {
    ...orderOf({ MUG: 2, CUP: 1, 'NOT-OURS': 1 }, { note: 'Ring twice' }),
    customer: { email: 'ada@example.com' },
  });
  const at = `/v1/orders/${order.id}`;
  const { body: hold } = await shop.call('POST', `${at}/holds`, { reason: 'other' });
  await shop.call('PUT', `${at}/holds/${hold.id}/release`);
  await shop.call('PUT', `${at}/tags/vip`);
  await shop.call('DELETE', `${at}/tags/vip`);
  await shop.call('POST', `${at}/notes`, { body: 'Called back' });
  await shop.call('PATCH', `${at}/custom-fields`, { customFields: { gift: true } });
  const canceled = await shop.call('POST', `${at}/cancellations`, { reason: 'customer' });
  assert.equal(canceled.status, 201, JSON.stringify(canceled.body));
  await changePeople(shop, order.customer);
}

async function moveStock(shop: Shop): Promise<void> {
  const lines = [{ sku: 'MUG', quantity: 2 }];
  const location = 'BERLIN';
  await shop.call('POST', '/v1/stock/expectations', {
    location,
    expectedAt: '2026-12-01T00:00:00Z',
    lines,
  });
  await shop.call('POST', '/v1/stock/adjustments', { location, reason: 'found', lines });
  await shop.call('POST', '/v1/stock/counts', { location, lines: [{ sku: 'MUG', counted: 21 }] });
  await shop.call('POST', '/v1/stock/reclassifications', {
    location,
    from: 'available',
    to: 'damaged',
    reason: 'chipped',
    lines,
  });
  const { body: sent } = await shop.call('POST', '/v1/transfers', {
    from: 'BERLIN',
    to: 'PARIS',
    lines,
  });
  await shop.call('POST', `/v1/transfers/${sent.id}/receipt`, {
    lines: [{ sku: 'MUG', quantity: 1 }],
  });
  const { body: reservation } = await shop.call('POST', '/v1/reservations', {
    sku: 'MUG',
    location,
    quantity: 1,
    owner: { kind: 'cart', reference: 'cart-7' },
    expiresInSeconds: 600,
  });
  await shop.call('DELETE', `/v1/reservations/${reservation.id}`);
  await shop.call('PUT', '/v1/stock/safety-stock', { sku: 'MUG', location, safetyStock: 1 });
}

async function changeMasterData(shop: Shop): Promise<void> {
  await shop.call('PATCH', '/v1/channels/web', { name: 'Web shop' });
  await shop.call('PATCH', '/v1/skus/MUG', { title: 'A mug' });
  await shop.call('PATCH', '/v1/locations/PARIS', { name: 'Warehouse Paris' });
}

async function changePeople(shop: Shop, customer: string): Promise<void> {
  const { body: user } = await shop.call('POST', '/v1/users', {
    email: 'ops@example.com',
    name: 'Ops',
    role: 'operations',
    password: 'long enough',
  });
  await shop.call('PATCH', `/v1/users/${user.id}`, { name: 'Operations' });
  const { body: key } = await shop.call('POST', '/v1/api-keys', {
    name: 'short-lived',
    scopes: ['orders:read'],
    expiresAt: '2099-01-01T00:00:00Z',
  });
  await shop.call('DELETE', `/v1/api-keys/${key.id}`);
  await shop.call('PATCH', `/v1/customers/${customer}`, { name: 'Ada' });
  await shop.call('POST', `/v1/customers/${customer}/erasure`);
}

/** The same schema, which now refuses fields that the table does not name. */
function closed(schema: unknown): object {
  return JSON.parse(
    JSON.stringify(schema, (_key, value) =>
      value?.type === 'object' && value.properties !== undefined
        ? { ...value, additionalProperties: false }
        : value,
    ),
  );
}
