// How to get every refusal that a request alone can get: code → what to send.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import { queueWebhooks } from '../receiver.ts';
import type { Answer, Shop } from '../shop.ts';
import { createLocation, orderOf } from '../stock.ts';
import { stripeAccount } from './foreign-payments.ts';
import { aboutAccess } from './provoked-access.ts';
import { BY_CUSTOMERS } from './provoked-customers.ts';
import { aboutDrops } from './provoked-drops.ts';
import { aboutImports } from './provoked-imports.ts';
import { aboutMoneyRules } from './provoked-money.ts';
import { aboutReconciliation } from './provoked-reconciliation.ts';
import { aboutReturns } from './provoked-returns.ts';
import { aboutStoredValue } from './provoked-stored-value.ts';

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

const aboutMasterData = {
  'already-exists': (shop) => shop.call('POST', '/v1/channels', { code: 'web', name: 'Again' }),
  'version-conflict': async (shop) => {
    await shop.call('PATCH', '/v1/channels/web', { name: 'Web shop' });
    return shop.call('PATCH', '/v1/channels/web', { name: 'Late', version: 1 });
  },
  ...BY_CUSTOMERS,
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
  'stock-changed-since': (shop) =>
    shop.call('POST', '/v1/stock/entries', {
      reason: 'list',
      levels: [{ sku: 'CUP', location: 'BER', onHand: 1, seenOnHand: 999_999 }],
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
  'transfer-canceled': async (shop) => {
    const lines = [{ sku: 'CUP', quantity: 1 }];
    const { body } = await shop.call('POST', '/v1/transfers', { from: 'BER', to: 'HAM', lines });
    await shop.call('POST', `/v1/transfers/${body.id}/cancellation`);
    return shop.call('POST', `/v1/transfers/${body.id}/cancellation`);
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
  'bulk-action-over': async (shop) => {
    const action = { kind: 'tag', tag: 'x' };
    const { body } = await shop.call('POST', '/v1/bulk-actions', { action, filters: {} });
    await shop.call('PUT', `/v1/bulk-actions/${body.id}/cancellation`);
    return shop.call('PUT', `/v1/bulk-actions/${body.id}/start`);
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
  'note-not-yours': async (shop) => {
    const { at } = await ordered(shop);
    const other = await shop.as(['orders:read', 'orders:write']);
    await other.call('POST', `${at}/notes`, { body: 'Called back' });
    const [note] = (await shop.call('GET', at)).body.notes;
    return shop.call('DELETE', `${at}/notes/${note.id}`);
  },
  'too-many-notes': async (shop) => {
    const { at } = await ordered(shop);
    const users = Array.from(
      { length: 21 },
      (_, place) => `<@usr_${String(place).padStart(32, '0')}>`,
    );
    return shop.call('POST', `${at}/notes`, { body: users.join(' ') });
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

const release = (shop: Shop, at: string) => shop.call('POST', `${at}/releases`);

/** What a location was asked for, of an order of two cups. */
const askedWork = async (shop: Shop) =>
  (await release(shop, (await ordered(shop)).at)).body.fulfillmentOrders[0];

const packedParcel = async (shop: Shop) => {
  const lines = [{ line: 1, quantity: 1 }];
  const at = `/v1/fulfillment-orders/${(await askedWork(shop)).id}/parcels`;
  return (await shop.call('POST', at, { lines })).body;
};

const aboutFulfillment = {
  'order-on-hold': async (shop) => {
    const { at } = await ordered(shop);
    await shop.call('POST', `${at}/holds`, { reason: 'other' });
    return release(shop, at);
  },
  'order-not-paid': async (shop) => {
    const { at } = await ordered(shop, { payments: [{ provider: 'manual' }] });
    return release(shop, at);
  },
  'nothing-to-release': async (shop) => {
    const { at } = await ordered(shop);
    await release(shop, at);
    return release(shop, at);
  },
  'nothing-to-source': async (shop) => shop.call('POST', `${(await ordered(shop)).at}/sourcings`),
  'nothing-to-pack': async (shop) => {
    const { at } = await ordered(shop);
    const [work] = (await release(shop, at)).body.fulfillmentOrders;
    return shop.call('POST', `/v1/fulfillment-orders/${work.id}/parcels`);
  },
  'work-changed': async (shop) => {
    const work = await askedWork(shop);
    await shop.call('POST', `/v1/fulfillment-orders/${work.id}/picks`);
    return shop.call('POST', `/v1/fulfillment-orders/${work.id}/picks`, { seen: work.seen });
  },
  'carrier-unknown': async (shop) => {
    const { id } = await packedParcel(shop);
    return shop.call('PUT', `/v1/parcels/${id}/label`, { carrier: 'nobody' });
  },
  'parcel-not-packed': async (shop) => {
    const { id } = await packedParcel(shop);
    await shop.call('POST', `/v1/parcels/${id}/shipments`);
    return shop.call('POST', `/v1/parcels/${id}/shipments`, { onlyIfPacked: true });
  },
  'nothing-to-ship': async (shop) => {
    const { at } = await ordered(shop);
    await shop.call('POST', `${at}/cancellations`, { reason: 'staff' });
    return shop.call('POST', `${at}/shipments`);
  },
  'location-needed': async (shop) => {
    const { body } = await capture(shop, { 'NOT-OURS': 1 });
    const lines = [{ line: 1, quantity: 1 }];
    return shop.call('POST', `/v1/orders/${body.id}/shipments`, { lines });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

const sandbox = (more: object = {}) => ({ payments: [{ provider: 'sandbox', ...more }] });

const aboutPayments = {
  'payment-provider-unknown': (shop) =>
    capture(shop, { CUP: 1 }, { payments: [{ provider: 'shells' }] }),
  'payments-exceed-total': (shop) => capture(shop, { CUP: 1 }, sandbox({ amountMinor: 1001 })),
  'payment-exceeds-missing': async (shop) => {
    const { at } = await ordered(shop);
    return shop.call('POST', `${at}/payments`, { provider: 'sandbox', amountMinor: 2001 });
  },
  'nothing-to-pay': async (shop) => {
    const { at } = await ordered(shop, sandbox());
    return shop.call('POST', `${at}/payments`, { provider: 'sandbox' });
  },
  'nothing-to-retry': async (shop) => {
    const { at } = await ordered(shop, { payments: [{ provider: 'manual' }] });
    const [payment] = (await shop.call('GET', `${at}/payments`)).body.payments;
    return shop.call('POST', `/v1/payments/${payment.id}/retries`);
  },
  'reference-taken': async (shop) => {
    const came = { provider: 'manual', received: { reference: 'POS' } };
    const { at } = await ordered(shop, { payments: [came] });
    for (const amountMinor of [1, 2])
      await shop.call('POST', `${at}/refunds`, { amountMinor, reason: 'goodwill' });
    const { intents } = (await shop.call('GET', `${at}/payments`)).body;
    const record = ({ id }: { id: string }) =>
      shop.call('POST', `/v1/payment-intents/${id}/results`, {
        outcome: 'succeeded',
        reference: 'back',
      });
    await record(intents[0]);
    return record(intents[1]);
  },
  'refund-exceeds-due': async (shop) => {
    const { at } = await ordered(shop);
    return shop.call('POST', `${at}/refunds`, { amountMinor: 2001, reason: 'goodwill' });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

const report = (shop: Shop) => shop.call('POST', '/v1/exceptions', { title: 'Look' });

const aboutExceptions = {
  'exception-closed': async (shop) => {
    const at = `/v1/exceptions/${(await report(shop)).body.id}`;
    await shop.call('POST', `${at}/resolution`, { resolution: 'resolved' });
    return shop.call('POST', `${at}/resolution`, { resolution: 'resolved' });
  },
  'exception-cause-stands': async (shop) => {
    await capture(shop, { 'NEVER-SEEN': 1 });
    const { body } = await shop.call('GET', '/v1/exceptions?type=unknown-sku');
    const at = `/v1/exceptions/${body.items[0].id}`;
    return shop.call('POST', `${at}/resolution`, { resolution: 'resolved' });
  },
  'user-unknown': async (shop) =>
    shop.call('PUT', `/v1/exceptions/${(await report(shop)).body.id}/assignment`, {
      owner: 'nobody@example.com',
    }),
  'not-a-user': (shop) => shop.call('GET', '/v1/exceptions?owner=me'),
} satisfies Partial<Record<ErrorCode, Provoke>>;

const endpointOf = async (shop: Shop, more: object = {}) => {
  const url = 'https://hooks.example.com/1';
  const { body } = await shop.call('POST', '/v1/webhook-endpoints', { url, ...more });
  return `/v1/webhook-endpoints/${body.id}`;
};

const aboutWebhooks = {
  'webhook-url-not-allowed': (shop) =>
    shop.call('POST', '/v1/webhook-endpoints', { url: 'https://169.254.169.254/latest' }),
  'event-type-unknown': (shop) =>
    shop.call('POST', '/v1/webhook-endpoints', {
      url: 'https://hooks.example.com',
      eventTypes: ['orders.'],
    }),
  'webhook-secret-overlaps': async (shop) => {
    const at = `${await endpointOf(shop)}/secret-rotations`;
    await shop.call('POST', at, {});
    return shop.call('POST', at, {});
  },
  'webhook-endpoint-inactive': async (shop) =>
    shop.call('POST', `${await endpointOf(shop, { active: false })}/pings`),
  'webhook-delivery-not-dead': async (shop) => {
    const at = await endpointOf(shop);
    await shop.call('POST', `${at}/pings`);
    await shop.sequence();
    while (await queueWebhooks(shop.runtime));
    const { items } = (await shop.call('GET', `${at}/deliveries`)).body;
    return shop.call('POST', `${at}/dead-deliveries/${items[0].id}/retries`);
  },
  'too-many-webhook-endpoints': async (shop) => {
    const body = { url: 'https://hooks.example.com', active: false };
    const make = () => shop.call('POST', '/v1/webhook-endpoints', body);
    let answer = await make();
    while (answer.status === 201) answer = await make();
    return answer;
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

const connected = async (shop: Shop, name: string, more: object = {}): Promise<string> => {
  const account = { ...stripeAccount(name), ...more };
  const { body } = await shop.call('POST', '/v1/provider-connections', account);
  return body.id;
};

const aboutProviders = {
  'provider-connection-busy': async (shop) => {
    const id = await connected(shop, 'busy');
    const payments = [{ provider: 'stripe-test', token: 'pm_card_visa' }];
    await capture(shop, { CUP: 1 }, { payments });
    await shop.runPayments();
    const answer = await shop.call('DELETE', `/v1/provider-connections/${id}`);
    await shop.call('PATCH', `/v1/provider-connections/${id}`, { active: false });
    return answer;
  },
  'webhook-signature-invalid': async (shop) => {
    const id = await connected(shop, 'told', { active: false });
    return shop.call('POST', `/v1/provider-webhooks/stripe-test/${id}`, { type: 'forged' });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

export const BY_REQUEST = {
  ...aboutRequests,
  ...aboutAccess,
  ...aboutMasterData,
  ...aboutStock,
  ...aboutOrders,
  ...aboutFulfillment,
  ...aboutPayments,
  ...aboutMoneyRules,
  ...aboutStoredValue,
  ...aboutReturns,
  ...aboutExceptions,
  ...aboutWebhooks,
  ...aboutProviders,
  ...aboutReconciliation,
  ...aboutDrops,
  ...aboutImports,
} satisfies Partial<Record<ErrorCode, Provoke>>;
