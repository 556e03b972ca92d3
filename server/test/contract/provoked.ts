// How to get every refusal that a request alone can get: code → what to send.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';
import { createLocation, orderOf } from '../stock.ts';

export type Provoke = (shop: Shop) => Promise<Answer>;

/** Sent past the caller of the tests: without credentials, or without JSON. */
export async function sendRaw(
  { app }: Pick<Shop, 'app'>,
  method: 'GET' | 'POST',
  url: string,
  more: { headers?: Record<string, string>; payload?: string } = {},
): Promise<Answer> {
  const response = await app.inject({ method, url, ...more });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

const json = (shop: Shop) => ({
  authorization: `Bearer ${shop.secret}`,
  'content-type': 'application/json',
});

const capture = (shop: Shop, units: Record<string, number>, more: object = {}) =>
  shop.call('POST', '/v1/orders', orderOf(units, more));

/** A captured order of two cups. */
async function ordered(shop: Shop, more: object = {}): Promise<{ at: string; line: string }> {
  const { body } = await capture(shop, { CUP: 2 }, more);
  return { at: `/v1/orders/${body.id}`, line: body.lines[0].id };
}

const place = (address: object, more: object) => ({
  code: 'NEW',
  name: 'New',
  kind: 'store',
  address,
  timeZone: 'Europe/Berlin',
  ...more,
});

const aboutRequests = {
  'validation-failed': (shop) => shop.call('POST', '/v1/skus', { code: '' }),
  'body-not-json': (shop) =>
    sendRaw(shop, 'POST', '/v1/skus', { headers: json(shop), payload: '{"code":' }),
  'body-too-large': (shop) =>
    sendRaw(shop, 'POST', '/v1/skus', { headers: json(shop), payload: 'x'.repeat(5_000_000) }),
  'cursor-invalid': (shop) => shop.call('GET', '/v1/orders?cursor=nonsense'),
  'not-authenticated': (shop) => sendRaw(shop, 'GET', '/v1/me'),
  'route-not-found': (shop) => shop.call('GET', '/v1/nowhere'),
  'not-found': (shop) => shop.call('GET', '/v1/orders/999'),
  'not-allowed': async (shop) =>
    (await shop.as(['orders:read'])).call('POST', '/v1/channels', { code: 'no', name: 'No' }),
  'idempotency-key-reused': async (shop) => {
    const headers = { 'idempotency-key': 'reused' };
    await shop.call('POST', '/v1/channels', { code: 'first', name: 'First' }, headers);
    return shop.call('POST', '/v1/channels', { code: 'second', name: 'Second' }, headers);
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

const aboutAccess = {
  'sign-in-failed': (shop) => signIn(shop, 'nobody@example.com'),
  'rate-limited': async (shop) => {
    for (let guess = 0; guess < 10; guess += 1) await signIn(shop, 'guessed@example.com');
    return signIn(shop, 'guessed@example.com');
  },
  'last-admin': async (shop) => {
    const { body } = await shop.call('POST', '/v1/users', {
      email: 'only@example.com',
      name: 'Only',
      role: 'admin',
      password: 'long enough',
    });
    return shop.call('PATCH', `/v1/users/${body.id}`, { disabled: true });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

function signIn(shop: Shop, email: string): Promise<Answer> {
  return shop.call('POST', '/v1/sessions', { tenant: 'test', email, password: 'wrong' });
}

const aboutMasterData = {
  'already-exists': (shop) => shop.call('POST', '/v1/channels', { code: 'web', name: 'Again' }),
  'version-conflict': async (shop) => {
    await shop.call('PATCH', '/v1/channels/web', { name: 'Web shop' });
    return shop.call('PATCH', '/v1/channels/web', { name: 'Late', version: 1 });
  },
  'customer-erased': async (shop) => {
    const { body } = await shop.call('POST', '/v1/customers', { email: 'gone@example.com' });
    await shop.call('POST', `/v1/customers/${body.id}/erasure`);
    return shop.call('PATCH', `/v1/customers/${body.id}`, { name: 'Back' });
  },
  'barcode-invalid': (shop) =>
    shop.call('POST', '/v1/skus', { code: 'BAR', title: 'Bar', barcode: '4006381333932' }),
  'kit-invalid': (shop) =>
    shop.call('PATCH', '/v1/skus/CUP', { components: [{ sku: 'CUP', quantity: 1 }] }),
  'place-unknown': (shop) => shop.call('POST', '/v1/locations', place({ country: 'XX' }, {})),
  'time-zone-unknown': (shop) =>
    shop.call('POST', '/v1/locations', place({ country: 'DE' }, { timeZone: 'Mars/Base' })),
} satisfies Partial<Record<ErrorCode, Provoke>>;

const receive = (shop: Shop, location: string, sku: string) =>
  shop.call('POST', '/v1/stock/receipts', { location, lines: [{ sku, quantity: 1 }] });

const aboutStock = {
  'location-unknown': (shop) => receive(shop, 'NOWHERE', 'CUP'),
  'sku-unknown': (shop) => receive(shop, 'BER', 'NOTHING'),
  'stock-would-be-negative': (shop) =>
    shop.call('POST', '/v1/stock/adjustments', {
      location: 'BER',
      reason: 'broken',
      lines: [{ sku: 'CUP', quantity: -1_000_000 }],
    }),
  'transfer-received': async (shop) => {
    await createLocation(shop, 'HAM');
    const { body } = await shop.call('POST', '/v1/transfers', {
      from: 'BER',
      to: 'HAM',
      lines: [{ sku: 'CUP', quantity: 1 }],
    });
    await shop.call('POST', `/v1/transfers/${body.id}/receipt`, {});
    return shop.call('POST', `/v1/transfers/${body.id}/receipt`, {});
  },
  'backorder-cap-too-low': async (shop) => {
    await shop.call('PUT', '/v1/skus/RARE/backorder-limit', { cap: 5 });
    await capture(shop, { RARE: 3 }, { stockPolicy: 'partial-with-backorder' });
    return shop.call('PUT', '/v1/skus/RARE/backorder-limit', { cap: 1 });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

const aboutOrders = {
  'channel-unknown': (shop) => capture(shop, { CUP: 1 }, { channel: 'nowhere' }),
  'sku-inactive': async (shop) => {
    await shop.call('POST', '/v1/skus', { code: 'OLD', title: 'Old', active: false });
    return capture(shop, { OLD: 1 });
  },
  'insufficient-stock': (shop) => capture(shop, { CUP: 900_000 }),
  'order-total-mismatch': (shop) => capture(shop, { CUP: 1 }, { totalMinor: 1 }),
  'order-has-too-many-lines': async (shop) => {
    const components = [
      { sku: 'CUP', quantity: 1 },
      { sku: 'RARE', quantity: 1 },
    ];
    await shop.call('POST', '/v1/skus', { code: 'SET', title: 'Set', components });
    const lines = Array.from({ length: 700 }, () => orderOf({ SET: 1 })['lines']).flat();
    return capture(shop, {}, { lines });
  },
  'nothing-to-cancel': async (shop) => {
    const { at } = await ordered(shop);
    await shop.call('POST', `${at}/cancellations`, { reason: 'staff' });
    return shop.call('POST', `${at}/cancellations`, { reason: 'staff' });
  },
  'not-cancelable': async (shop) => {
    const { at, line } = await ordered(shop);
    const lines = [{ line, quantity: 3 }];
    return shop.call('POST', `${at}/cancellations`, { reason: 'staff', lines });
  },
  'line-unknown': async (shop) => {
    const { at } = await ordered(shop);
    const line = `oln_${'0'.repeat(32)}`;
    return shop.call('POST', `${at}/holds`, { reason: 'other', line });
  },
  'hold-handle-taken': async (shop) => {
    const { at } = await ordered(shop);
    await shop.call('POST', `${at}/holds`, { reason: 'other', handle: 'mine' });
    return shop.call('POST', `${at}/holds`, { reason: 'other', handle: 'mine' });
  },
  'hold-not-open': async (shop) => {
    const { at } = await ordered(shop);
    const { id } = (await shop.call('POST', `${at}/holds`, { reason: 'other' })).body;
    await shop.call('PUT', `${at}/holds/${id}/release`);
    return shop.call('PUT', `${at}/holds/${id}/release`);
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

export const BY_REQUEST = {
  ...aboutRequests,
  ...aboutAccess,
  ...aboutMasterData,
  ...aboutStock,
  ...aboutOrders,
} satisfies Partial<Record<ErrorCode, Provoke>>;
