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
import { floorOf } from '../floor.ts';
import { importBytes } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { sendReport, UNKNOWN_CHARGE } from '../stripe-report.ts';
import { callerOfUser } from '../user-caller.ts';
import { changeAccess } from './change-access.ts';
import { stripeAccount } from './foreign-payments.ts';
import { liveADrop } from './live-a-drop.ts';
import { oweBuyers } from './owe-buyers.ts';

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

/** Made by the worker, or of what it made; other tests provoke them. */
const BY_THE_WORKER = [
  'reservation.lapsed.v1',
  'order.backorder_filled.v1',
  'order.hold_lapsed.v1',
  'payment.fee_told.v1',
  'payment.authorization_renewed.v1',
  'payment.refund_returned.v1',
  'payment.disputed.v1',
  'payment.dispute_closed.v1',
  'payment.overdue.v1',
  'gift-card.expired.v1',
  'store-credit.expired.v1',
  'order.assessed.v1',
  'order.review_approved.v1',
  'order.review_declined.v1',
  'statement.read.v1',
  'payout.changed.v1',
  'drop.started.v1',
  'drop.ended.v1',
  'webhook-endpoint.disabled.v1',
  'webhook-endpoint.deliveries_retried.v1',
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
  const { notes } = (await shop.call('POST', `${at}/notes`, { body: 'Called back' })).body;
  const noteAt = `${at}/notes/${notes.at(-1).id}`;
  await shop.call('PUT', noteAt, { body: 'Called back twice' });
  await shop.call('DELETE', noteAt);
  await shop.call('PUT', `${at}/promise`, { shipBy: '2099-01-01T00:00:00Z', reason: 'customer' });
  await shop.call('PATCH', `${at}/custom-fields`, { customFields: { gift: true } });
  const canceled = await shop.call('POST', `${at}/cancellations`, { reason: 'customer' });
  assert.equal(canceled.status, 201, JSON.stringify(canceled.body));
  await changePeople(shop, order.customer);
  await changeAccess(shop);
  await shop.call('PATCH', '/v1/settings/appearance', { language: 'de' });
  await workOnExceptions(shop);
  await workTheFloor(shop);
  await moveMoney(shop);
  await followMoneyRules(shop);
  await changeWebhooks(shop);
  await changeProviders(shop);
  await reconcile(shop);
  await liveADrop(shop);
  await importThePast(shop);
}

async function reconcile(shop: Shop): Promise<void> {
  const account = { ...stripeAccount('books'), active: false };
  const { body } = await shop.call('POST', '/v1/provider-connections', account);
  await shop.call('POST', `/v1/provider-connections/${body.id}/trials`);
  await sendReport(shop, body.id, UNKNOWN_CHARGE);
  const [difference] = (await shop.call('GET', '/v1/differences')).body.items;
  const path = `/v1/differences/${difference.id}/resolutions`;
  for (const how of ['raise-exception', 'explain'])
    await shop.call('POST', path, { how, note: 'A till of another shop.' });
  await shop.call('PUT', '/v1/accounting/chart', { accounts: [] });
  await shop.call('POST', '/v1/accounting/closings', { through: '2026-11-21' });
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
  const back = { from: 'BERLIN', to: 'PARIS', lines };
  const { body: called } = await shop.call('POST', '/v1/transfers', back);
  await shop.call('POST', `/v1/transfers/${called.id}/cancellation`);
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

async function workTheFloor(shop: Shop): Promise<void> {
  const floor = floorOf(shop);
  const lines = [{ sku: 'PAN', quantity: 9 }];
  await shop.call('POST', '/v1/skus', { code: 'PAN', title: 'Pan' });
  for (const location of ['BERLIN', 'PARIS'])
    await shop.call('POST', '/v1/stock/receipts', { location, lines });
  const order = await floor.buy({ PAN: 4 });
  const [work] = Object.values(await floor.release(order));
  await floor.pick(work, [{ line: 1, picked: 3, short: 1 }]);
  const { body: parcel } = await floor.pack(work);
  await floor.cancel(order, [{ line: 1, quantity: 2 }]);
  await floor.ship(parcel);
  await floor.ship(parcel, { carrier: 'dhl', trackingNumber: 'JD-EVENT' });
  await sendBack(shop, order.id);
}

async function sendBack(shop: Shop, order: string): Promise<void> {
  const told = { carrier: 'dhl', trackingNumber: 'JD-EVENT', occurredAt: '2026-11-23T10:00:00Z' };
  await shop.call('POST', '/v1/tracking-events', {
    events: [
      { ...told, status: 'in-transit' },
      { ...told, status: 'delivered' },
    ],
  });
  const ask = async (more = {}) => {
    const lines = [{ line: 1, quantity: 1, reason: 'damaged' }];
    return (await shop.call('POST', `/v1/orders/${order}/returns`, { lines, ...more })).body.id;
  };
  await shop.call('POST', `/v1/returns/${await ask()}/cancellation`);
  await shop.call('PUT', `/v1/returns/${await ask({ needsApproval: true })}/refusal`, {});
  const approved = await ask({ needsApproval: true });
  await shop.call('PUT', `/v1/returns/${approved}/approval`);
  await shop.call('POST', `/v1/returns/${approved}/cancellation`);
  const found = { quantity: 1, condition: 'damaged', disposition: 'damaged' };
  await shop.call('POST', `/v1/returns/${await ask()}/receipts`, {
    location: 'PARIS',
    items: [
      { ...found, sku: 'PAN' },
      { ...found, sku: 'MUG', quantity: 2 },
      { ...found, label: 'a shoe' },
    ],
    refund: true,
  });
  await shop.call('POST', '/v1/return-receipts', {
    location: 'PARIS',
    items: [{ ...found, sku: 'MUG' }],
  });
}

async function moveMoney(shop: Shop): Promise<void> {
  const captureNow = { code: 'paid', name: 'Paid', captureAt: 'authorization' };
  await shop.call('POST', '/v1/channels', captureNow);
  const buy = async (channel: string, token: string) =>
    (
      await shop.call('POST', '/v1/orders', {
        ...orderOf({ 'PAID-FOR': 1 }, { payments: [{ provider: 'sandbox', token }] }),
        channel,
      })
    ).body.id;
  const cancel = (order: string) =>
    shop.call('POST', `/v1/orders/${order}/cancellations`, { reason: 'customer' });
  const voided = await buy('web', 'tok_ok');
  const refunded = await buy('paid', 'tok_ok');
  const declined = await buy('paid', 'tok_decline-capture');
  await buy('paid', 'tok_action_60000');
  await shop.runPayments();
  await cancel(voided);
  const grant = { amountMinor: 10, reason: 'goodwill' };
  await shop.call('POST', `/v1/orders/${refunded}/refunds`, grant);
  const { payments } = (await shop.call('GET', `/v1/orders/${declined}/payments`)).body;
  await shop.call('POST', `/v1/payments/${payments[0].id}/retries`);
  await cancel(await buy('paid', 'tok_ok'));
  await shop.runPayments();
  const { body: unpaid } = await shop.call('POST', '/v1/orders', orderOf({ 'PAID-FOR': 1 }));
  await shop.call('POST', `/v1/orders/${unpaid.id}/payments`, { provider: 'manual' });
}

async function followMoneyRules(shop: Shop): Promise<void> {
  const ask = { amountMinor: 10, reason: 'other' };
  const limits = [{ role: 'api-key', currency: 'EUR', aloneMinor: 0 }];
  const allocation = 'proportional';
  await shop.call('PUT', '/v1/refund-policy', { allocation, limits });
  const customer = { email: 'terms@example.com' };
  const { body: order } = await shop.call('POST', '/v1/orders', {
    ...orderOf({ 'PAID-FOR': 1 }, { customer, payments: [{ provider: 'terms' }] }),
    channel: 'paid',
  });
  const at = `/v1/orders/${order.id}`;
  const { refundRequests } = (await shop.call('POST', `${at}/refunds`, ask)).body;
  await shop.call('PUT', '/v1/refund-policy', { allocation, limits: [] });
  const boss = await callerOfUser(shop, 'admin');
  const decision = `${at}/refund-requests/${refundRequests[0].id}/decisions`;
  await boss.call('POST', decision, { decision: 'decline', note: 'Not due' });
  await shop.runPayments();
  await shop.call('PUT', `/v1/customers/${order.customer}/credit/EUR`, { limitMinor: 1 });
  await oweBuyers(shop, order.customer);
  const { payments } = (await shop.call('GET', `${at}/payments`)).body;
  await shop.call('POST', `/v1/payments/${payments[0].id}/credit-approvals`, { note: 'Known' });
  await shop.runPayments();
  const told = { source: 'shield', level: 'elevated', reference: 'case 1' };
  await shop.call('POST', `${at}/risk-signals`, told);
  await shop.call('PUT', '/v1/risk-policy', { active: false, reviewFrom: 50, rules: [] });
}

async function workOnExceptions(shop: Shop): Promise<void> {
  const title = 'The printer is broken';
  await shop.call('POST', '/v1/exceptions', { title, reference: 'printer' });
  const { body } = await shop.call('POST', '/v1/exceptions', { title, reference: 'printer' });
  const at = `/v1/exceptions/${body.id}`;
  await shop.call('PUT', `${at}/assignment`, { owner: 'ops@example.com' });
  await shop.call('PUT', `${at}/snooze`, { until: '2099-01-01T00:00:00Z' });
  await shop.call('PUT', `${at}/snooze`, { until: null });
  await shop.call('POST', `${at}/comments`, { body: 'Called the service' });
  await shop.call('PUT', '/v1/exceptions/thresholds/reported', { orange: 2, red: 5 });
  await shop.call('POST', `${at}/resolution`, { resolution: 'resolved' });
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
  const { body: other } = await shop.call('POST', '/v1/customers', { name: 'Ada' });
  await shop.call('POST', `/v1/customers/${other.id}/merges`, { from: customer });
  await shop.call('POST', `/v1/customers/${other.id}/erasure`);
}

async function changeWebhooks(shop: Shop): Promise<void> {
  const { body: made } = await shop.call('POST', '/v1/webhook-endpoints', {
    url: 'https://hooks.example.com/day',
    eventTypes: ['order.'],
  });
  const at = `/v1/webhook-endpoints/${made.id}`;
  await shop.call('PATCH', at, { description: 'ERP' });
  await shop.call('POST', `${at}/secret-rotations`, {});
  await shop.call('POST', `${at}/pings`);
  const since = '2026-01-01T00:00:00Z';
  const { body: replay } = await shop.call('POST', `${at}/replays`, { since });
  await shop.call('POST', `${at}/replays/${replay.id}/cancellation`);
  await shop.call('DELETE', at);
}

async function changeProviders(shop: Shop): Promise<void> {
  const made = await shop.call('POST', '/v1/provider-connections', stripeAccount('day'));
  const at = `/v1/provider-connections/${made.body.id}`;
  await shop.call('PATCH', at, { name: 'Of the day' });
  await shop.call('POST', `${at}/secret-rotations`, { secrets: { webhookSecret: 'whsec_2' } });
  await shop.call('DELETE', at);
}

async function importThePast(shop: Shop): Promise<void> {
  const profile = {
    ...(await shop.call('GET', '/v1/import-profiles')).body.items.find(
      ({ name }: { name: string }) => name === 'online-retail',
    ),
    fate: 'open',
  };
  const { status: _, ...fields } = profile.fields;
  const row = (invoice: string, quantity: number, status: string) =>
    `${invoice},OLD,Old,${quantity},2011-05-01 10:00:00,1.50,7.0,France,${status}\n`;
  const importAll = (status: string) =>
    importBytes(
      shop,
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,Status\n' +
        row('1', 2, status) +
        row('C2', -1, ''),
      {
        profile: {
          ...profile,
          fates: { sent: 'shipped', gone: 'canceled' },
          fields: { ...fields, status: 'Status' },
        },
      },
    );
  await importAll('');
  await importAll('sent');
  await shop.call('POST', '/v1/skus', { code: 'OLD', title: 'Old' });
  await shop.call('POST', '/v1/sku-matches', { code: 'OLD', sku: 'OLD' });
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
