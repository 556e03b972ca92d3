// What a tenant may try with the ids and codes of another, operation by operation, and what it
// must be told: a refusal, or `own` where it may only get what is its own.

import assert from 'node:assert/strict';
import type { Runtime } from '../../src/runtime.ts';
import type { Caller } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { type Attempt, type Foreign, MARK } from './foreign.ts';
import { accessAttempts, sessionOfForeign } from './foreign-access.ts';
import { dropAttempts, dropOfForeign } from './foreign-drops.ts';
import { exportAttempts } from './foreign-exports.ts';
import { fulfillmentAttempts, workOfForeign } from './foreign-fulfillment.ts';
import { importAttempts, importOfForeign } from './foreign-imports.ts';
import { moneyRuleAttempts } from './foreign-money-rules.ts';
import { deskAttempts, noteAttempts, orderAttempts } from './foreign-orders.ts';
import { paymentAttempts, stripeAccount } from './foreign-payments.ts';
import { reconciledOfForeign, reconciliationAttempts } from './foreign-reconciliation.ts';
import { returnAttempts, returnOfForeign } from './foreign-returns.ts';
import { settingsAttempts } from './foreign-settings.ts';
import { storedValueAttempts, storedValueOfForeign } from './foreign-stored-value.ts';
import { webhookAttempts } from './foreign-webhooks.ts';

/** A tenant with something of everything. */
export async function fillForeign(shop: Caller, slug: string, runtime: Runtime): Promise<Foreign> {
  const post = async (path: string, body: unknown) => {
    const { status, body: made } = await shop.call('POST', path, body);
    assert.equal(status, 201, `${path} ${JSON.stringify(made)}`);
    return made;
  };
  await stockUp(shop, { A_BER: { A_MUG: 50 }, A_PAR: { A_MUG: 50 } }, 'a-web');
  const kit = { code: 'A_SET', title: MARK, components: [{ sku: 'A_MUG', quantity: 2 }] };
  await post('/v1/skus', kit);
  const sku = (await shop.call('PATCH', '/v1/skus/A_MUG', { title: MARK })).body;
  const place = (await shop.call('PATCH', '/v1/locations/A_BER', { name: MARK })).body;
  const channel = (await shop.call('PATCH', '/v1/channels/a-web', { name: MARK })).body;
  const user = await post('/v1/users', userOfForeign());
  const session = await sessionOfForeign(shop, slug, runtime);
  const key = await post('/v1/api-keys', KEY);
  const order = await post('/v1/orders', orderOfForeign());
  const work = await workOfForeign(shop);
  const back = await returnOfForeign(shop, order.id, MARK);
  const money = (await shop.call('GET', `/v1/orders/${order.id}/payments`)).body;
  const hold = await post(`/v1/orders/${order.id}/holds`, { reason: 'other', note: MARK });
  const lines = [{ sku: 'A_MUG', quantity: 3 }];
  const reservation = await post('/v1/reservations', CART);
  const expectation = await post('/v1/stock/expectations', {
    location: 'A_BER',
    reference: MARK,
    expectedAt: '2030-01-01T00:00:00Z',
    lines,
  });
  const connection = (await post('/v1/provider-connections', stripeAccount('of-the-other'))).id;
  const transfer = await post('/v1/transfers', { from: 'A_BER', to: 'A_PAR', lines });
  const exception = await post('/v1/exceptions', {
    title: MARK,
    reference: MARK,
    about: { order: order.id, sku: 'A_MUG', location: 'A_BER' },
  });
  return {
    slug,
    ...(await deskOfForeign(post, order.id)),
    user: user.id,
    role: (await post('/v1/roles', ROLE)).id,
    ...session,
    key: key.id,
    customer: order.customer,
    sku: sku.id,
    channel: channel.id,
    location: place.id,
    order: order.id,
    line: order.lines[0].id,
    ...(await noteOf(shop, order.id, hold.id)),
    reservation: reservation.id,
    expectation: expectation.id,
    transfer: transfer.id,
    stockEntry: (await post('/v1/stock/entries', ENTRY)).id,
    ...work,
    ...back,
    payment: order.payments[1].id,
    intent: money.intents[0].id,
    ...(await storedValueOfForeign(post, order.customer, MARK)),
    connection,
    ...(await reconciledOfForeign(shop, connection)),
    exception: exception.id,
    ...(await webhookOfForeign(post)),
    ...(await dropOfForeign(shop, post, MARK)),
    ...(await importOfForeign(shop, runtime, MARK)),
  };
}

const ENTRY = { reason: MARK, levels: [{ sku: 'A_MUG', location: 'A_PAR', onHand: 60 }] };

const KEY = { name: MARK, scopes: ['orders:read'] };

const CART = {
  ...{ sku: 'A_MUG', location: 'A_BER', quantity: 1 },
  owner: { kind: 'cart', reference: MARK },
};

const ROLE = { code: 'of-the-other', name: MARK, scopes: ['orders:read'] };

function userOfForeign() {
  return { email: 'both@example.com', name: MARK, role: 'admin', password: 'long enough' };
}

async function noteOf(
  shop: Caller,
  order: string,
  hold: string,
): Promise<Pick<Foreign, 'hold' | 'note'>> {
  const { notes } = (await shop.call('GET', `/v1/orders/${order}`)).body;
  return { hold, note: notes[0].id };
}

async function webhookOfForeign(
  post: (path: string, body: unknown) => Promise<{ readonly id: string }>,
): Promise<Pick<Foreign, 'endpoint' | 'replay'>> {
  const url = 'https://hooks.example.com/a';
  const endpoint = await post('/v1/webhook-endpoints', { url, description: MARK });
  const replay = await post(`/v1/webhook-endpoints/${endpoint.id}/replays`, {
    since: '2026-01-01T00:00:00Z',
  });
  return { endpoint: endpoint.id, replay: replay.id };
}

async function deskOfForeign(
  post: (path: string, body: unknown) => Promise<{ readonly id: string }>,
  order: string,
): Promise<Pick<Foreign, 'view' | 'bulk'>> {
  const view = await post('/v1/order-views', { name: MARK, ...SHOWN });
  const action = { kind: 'tag', tag: MARK };
  const bulk = await post('/v1/bulk-actions', { action, orders: [order] });
  return { view: view.id, bulk: bulk.id };
}

const SHOWN = { filters: {}, sort: '-placed', columns: [], density: 'compact', shared: true };

function orderOfForeign(): object {
  return {
    ...orderOf({ A_MUG: 2, A_SET: 1 }),
    channel: 'a-web',
    customer: { email: 'buys-at-both@example.com', name: MARK },
    note: MARK,
    tags: [MARK],
    customFields: { mark: MARK },
    payments: [
      { provider: 'manual', amountMinor: 100, received: { reference: MARK } },
      { provider: 'manual' },
    ],
  };
}

/**
 * Every operation: the caller has a shop of its own (channel `web`, location `BER`, SKU `MUG`, and
 * `order`).
 */
export function attemptsOn(a: Foreign, order: string): Readonly<Record<string, Attempt[]>> {
  return {
    ...accessAttempts(a),
    ...masterDataAttempts(a),
    ...stockAttempts(a),
    ...documentAttempts(a),
    ...orderAttempts(a, MARK),
    ...noteAttempts(a, MARK, order),
    ...deskAttempts(a, MARK),
    ...returnAttempts(a, order),
    ...settingsAttempts(a),
    ...fulfillmentAttempts(a, order),
    ...paymentAttempts(a),
    ...reconciliationAttempts(a),
    ...moneyRuleAttempts(a),
    ...storedValueAttempts(a),
    ...exceptionAttempts(a),
    ...reportAttempts(a),
    ...webhookAttempts(a),
    ...exportAttempts(a, MARK),
    ...dropAttempts(a),
    ...importAttempts(a),
  };
}

const own: Attempt = { told: 'own' };

const DAYS = { from: '2020-01-01', to: '2099-12-31' };

function reportAttempts(a: Foreign): Record<string, Attempt[]> {
  return {
    reportSales: [
      ...['day', 'month', 'channel', 'country', 'sku', 'customer'].map((by) => ({
        query: { by },
        told: 'own',
      })),
      { query: { by: 'day', channel: 'a-web' }, told: 'channel-unknown' },
      { query: { by: 'sku', channel: a.channel }, told: 'channel-unknown' },
    ],
    reportFlow: [
      { query: { ...DAYS, kind: 'sale', by: 'sku' }, told: 'own' },
      { query: { ...DAYS, kind: 'sale', by: 'day', sku: 'A_MUG' }, told: 'own' },
      { query: { ...DAYS, kind: 'sale', by: 'day', channel: 'a-web' }, told: 'channel-unknown' },
      {
        query: { ...DAYS, kind: 'shipment', by: 'day', location: a.location },
        told: 'location-unknown',
      },
    ],
    reportStages: [
      { query: { ...DAYS, by: 'location' }, told: 'own' },
      { query: { ...DAYS, by: 'stage', location: a.location }, told: 'location-unknown' },
    ],
    listFlowEntries: [
      { query: { ...DAYS, kind: 'shipment' }, told: 'own' },
      { query: { ...DAYS, kind: 'return', channel: 'a-web' }, told: 'channel-unknown' },
    ],
    listStageEntries: [
      { query: { ...DAYS, stage: 'shipped' }, told: 'own' },
      { query: { ...DAYS, stage: 'shipped', location: a.location }, told: 'location-unknown' },
    ],
    setReportZone: [{ body: { timeZone: 'Asia/Tokyo' }, told: 'own' }],
    summarizeWork: [own],
    listDueWork: [own, { query: { location: a.location }, told: 'location-unknown' }],
    reportOrderHours: [{ query: { from: new Date().toISOString() }, told: 'own' }],
  };
}

function masterDataAttempts(a: Foreign): Record<string, Attempt[]> {
  const customer = { customer: a.customer };
  const everyWay = (name: string, references: string[], body?: unknown): Attempt[] =>
    references.map((one) => ({ params: { [name]: one }, body, told: 'not-found' }));
  const place = {
    code: 'B_NEW',
    name: 'B',
    kind: 'store',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
  };
  return {
    listCustomers: [own, { query: { search: MARK }, told: 'own' }],
    getCustomer: [{ params: customer, told: 'not-found' }],
    changeCustomer: [{ params: customer, body: { name: 'stolen' }, told: 'not-found' }],
    eraseCustomer: [{ params: customer, told: 'not-found' }],
    mergeCustomers: [{ params: customer, body: { from: a.customer }, told: 'not-found' }],
    previewMerge: [{ params: customer, query: { from: a.customer }, told: 'not-found' }],
    createCustomer: [{ body: { email: 'buys-at-both@example.com' }, told: 'own' }],
    listSkus: [own, { query: { search: 'A_MUG' }, told: 'own' }],
    getSku: everyWay('sku', [a.sku, 'A_MUG']),
    changeSku: everyWay('sku', [a.sku, 'A_MUG'], { title: 'stolen' }),
    createSku: [
      {
        body: { code: 'B_SET', title: 'B', components: [{ sku: a.sku, quantity: 1 }] },
        told: 'kit-invalid',
      },
    ],
    upsertSkus: [{ body: { items: [{ code: 'A_MUG', title: 'B' }] }, told: 'own' }],
    listChannels: [own],
    getChannel: everyWay('channel', [a.channel, 'a-web']),
    changeChannel: everyWay('channel', [a.channel, 'a-web'], { name: 'stolen' }),
    createChannel: [{ body: { code: 'a-web', name: 'B' }, told: 'own' }],
    listLocations: [own],
    getLocation: everyWay('location', [a.location, 'A_BER']),
    changeLocation: everyWay('location', [a.location, 'A_BER'], { name: 'stolen' }),
    createLocation: [
      { body: { ...place, channels: [{ channel: a.channel }] }, told: 'channel-unknown' },
      { body: { ...place, code: 'A_BER' }, told: 'own' },
    ],
  };
}

function stockAttempts(a: Foreign): Record<string, Attempt[]> {
  const theirs = { sku: a.sku, location: a.location };
  const halves: [Record<string, string>, string][] = [
    [{ sku: a.sku, location: 'BER' }, 'sku-unknown'],
    [{ sku: 'MUG', location: a.location }, 'location-unknown'],
  ];
  const asked = halves.map(([query, told]): Attempt => ({ query, told }));
  const sent = (more: object): Attempt[] =>
    halves.map(([body, told]) => ({ body: { ...body, ...more }, told }));
  return {
    listStockLevels: [own, ...asked, { query: theirs, told: 'location-unknown' }],
    listStockMovements: asked,
    listReservations: asked,
    listStockGrid: [
      own,
      { query: { search: MARK }, told: 'own' },
      { query: { lowAt: '1000' }, told: 'own' },
    ],
    getStockSums: asked,
    enterStock: halves.map(([level, told]) => ({
      body: { reason: 'b', levels: [{ ...level, onHand: 3 }] },
      told,
    })),
    reverseStockEntry: [{ params: { entry: a.stockEntry }, told: 'not-found' }],
    getAvailability: [
      { query: { sku: a.sku }, told: 'sku-unknown' },
      { query: { sku: 'MUG', channel: a.channel }, told: 'channel-unknown' },
    ],
    setSafetyStock: sent({ safetyStock: 3 }),
    setBackorderLimit: [{ params: { sku: a.sku }, body: { cap: 9 }, told: 'sku-unknown' }],
    reserveStock: sent({ quantity: 1, owner: { kind: 'cart', reference: 'b' } }),
    releaseReservation: [{ params: { reservation: a.reservation }, told: 'not-found' }],
  };
}

function documentAttempts(a: Foreign): Record<string, Attempt[]> {
  const theirLines = [{ sku: a.sku, quantity: 1 }];
  const ownLines = [{ sku: 'MUG', quantity: 1 }];
  const both = (more: object): Attempt[] => [
    { body: { location: a.location, lines: ownLines, ...more }, told: 'location-unknown' },
    { body: { location: 'BER', lines: theirLines, ...more }, told: 'sku-unknown' },
  ];
  const expectedAt = '2030-01-01T00:00:00Z';
  const reclassified = { from: 'available', to: 'damaged', reason: 'b' };
  return {
    receiveStock: [
      ...both({}),
      {
        body: { location: 'BER', expectation: a.expectation, lines: ownLines },
        told: 'not-found',
      },
    ],
    expectStock: both({ expectedAt }),
    adjustStock: both({ reason: 'b' }),
    reclassifyStock: both(reclassified),
    countStock: [
      {
        body: { location: a.location, lines: [{ sku: 'MUG', counted: 0 }] },
        told: 'location-unknown',
      },
      { body: { location: 'BER', lines: [{ sku: a.sku, counted: 0 }] }, told: 'sku-unknown' },
    ],
    dispatchTransfer: [
      { body: { from: a.location, to: 'BER', lines: ownLines }, told: 'location-unknown' },
      { body: { from: 'BER', to: a.location, lines: ownLines }, told: 'location-unknown' },
      { body: { from: 'BER', to: 'HAM', lines: theirLines }, told: 'sku-unknown' },
    ],
    getTransfer: [{ params: { transfer: a.transfer }, told: 'not-found' }],
    cancelTransfer: [{ params: { transfer: a.transfer }, told: 'not-found' }],
    receiveTransfer: [{ params: { transfer: a.transfer }, body: {}, told: 'not-found' }],
  };
}

function exceptionAttempts(a: Foreign): Record<string, Attempt[]> {
  const params = { exception: a.exception };
  const title = 'b';
  return {
    listExceptions: [
      own,
      { query: { order: a.order }, told: 'own' },
      { query: { owner: a.user }, told: 'own' },
      { query: { location: a.location }, told: 'location-unknown' },
    ],
    summarizeExceptions: [own],
    getException: [{ params, told: 'not-found' }],
    reportException: [
      { body: { title, about: { order: a.order } }, told: 'not-found' },
      { body: { title, about: { sku: a.sku } }, told: 'sku-unknown' },
      { body: { title, about: { location: a.location } }, told: 'location-unknown' },
      { body: { title, reference: MARK }, told: 'own' },
    ],
    assignException: [
      { params, body: { owner: null }, told: 'not-found' },
      { params, body: { owner: a.user }, told: 'user-unknown' },
    ],
    snoozeException: [{ params, body: { until: null }, told: 'not-found' }],
    resolveException: [{ params, body: { resolution: 'resolved' }, told: 'not-found' }],
    listExceptionComments: [{ params, told: 'not-found' }],
    commentException: [{ params, body: { body: 'b' }, told: 'not-found' }],
    groupExceptions: [own],
    setExceptionThreshold: [
      { params: { type: 'reported' }, body: { orange: 3, red: 4 }, told: 'own' },
    ],
    retryExceptions: [
      { body: { exceptions: [a.exception] }, told: 'own' },
      { body: { type: 'reported' }, told: 'own' },
    ],
    assignExceptions: [
      { body: { exceptions: [a.exception], owner: null }, told: 'own' },
      { body: { exceptions: [a.exception], owner: a.user }, told: 'user-unknown' },
    ],
    snoozeExceptions: [{ body: { exceptions: [a.exception], until: null }, told: 'own' }],
  };
}
