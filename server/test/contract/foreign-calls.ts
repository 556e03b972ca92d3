// What a tenant may try with the ids and codes of another, operation by operation, and what it
// must be told: a refusal, or `own` where it may only get what is its own.

import assert from 'node:assert/strict';
import type { Caller } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

/** Stands in every free text of the other tenant. */
export const MARK = 'planted-by-the-other';

/** Ids and codes of the other tenant; its codes are known to nobody else. */
export interface Foreign {
  readonly slug: string;
  readonly user: string;
  readonly key: string;
  readonly customer: string;
  readonly sku: string;
  readonly channel: string;
  readonly location: string;
  readonly order: string;
  readonly line: string;
  readonly hold: string;
  readonly reservation: string;
  readonly expectation: string;
  readonly transfer: string;
}

export interface Attempt {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly told: string;
}

/** A tenant with something of everything. */
export async function fillForeign(shop: Caller, slug: string): Promise<Foreign> {
  const post = async (path: string, body: unknown) => {
    const { status, body: made } = await shop.call('POST', path, body);
    assert.equal(status, 201, `${path} ${JSON.stringify(made)}`);
    return made;
  };
  await stockUp(shop, { A_BER: { A_MUG: 50 }, A_PAR: { A_MUG: 50 } }, 'a-web');
  const title = MARK;
  const kit = { code: 'A_SET', title, components: [{ sku: 'A_MUG', quantity: 2 }] };
  await post('/v1/skus', kit);
  const sku = (await shop.call('PATCH', '/v1/skus/A_MUG', { title })).body;
  const place = (await shop.call('PATCH', '/v1/locations/A_BER', { name: MARK })).body;
  const channel = (await shop.call('PATCH', '/v1/channels/a-web', { name: MARK })).body;
  const user = await post('/v1/users', {
    email: 'both@example.com',
    name: MARK,
    role: 'admin',
    password: 'long enough',
  });
  const key = await post('/v1/api-keys', { name: MARK, scopes: ['orders:read'] });
  const order = await post('/v1/orders', {
    ...orderOf({ A_MUG: 2, A_SET: 1 }),
    channel: 'a-web',
    customer: { email: 'buys-at-both@example.com', name: MARK },
    note: MARK,
    tags: [MARK],
    customFields: { mark: MARK },
  });
  const hold = await post(`/v1/orders/${order.id}/holds`, { reason: 'other', note: MARK });
  const lines = [{ sku: 'A_MUG', quantity: 3 }];
  const reservation = await post('/v1/reservations', {
    sku: 'A_MUG',
    location: 'A_BER',
    quantity: 1,
    owner: { kind: 'cart', reference: MARK },
  });
  const expectation = await post('/v1/stock/expectations', {
    location: 'A_BER',
    reference: MARK,
    expectedAt: '2030-01-01T00:00:00Z',
    lines,
  });
  const transfer = await post('/v1/transfers', { from: 'A_BER', to: 'A_PAR', lines });
  return {
    slug,
    user: user.id,
    key: key.id,
    customer: order.customer,
    sku: sku.id,
    channel: channel.id,
    location: place.id,
    order: order.id,
    line: order.lines[0].id,
    hold: hold.id,
    reservation: reservation.id,
    expectation: expectation.id,
    transfer: transfer.id,
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
    ...orderAttempts(a),
    ...noteAttempts(a, order),
  };
}

const own: Attempt = { told: 'own' };

function accessAttempts(a: Foreign): Record<string, Attempt[]> {
  const user = { user: a.user };
  return {
    listEvents: [own, { query: { after: '0', limit: '1000' }, told: 'own' }],
    // Followed in a test of its own: this is that it opens.
    streamEvents: [],
    getMe: [own],
    listUsers: [own],
    createUser: [
      {
        body: {
          email: 'both@example.com',
          name: 'B',
          role: 'analyst',
          password: 'long enough',
        },
        told: 'own',
      },
    ],
    changeUser: [
      { params: user, body: { name: 'stolen' }, told: 'not-found' },
      { params: user, body: { disabled: true }, told: 'not-found' },
      { params: user, body: { password: 'long enough too' }, told: 'not-found' },
    ],
    listApiKeys: [own],
    createApiKey: [{ body: { name: 'B', scopes: ['orders:read'] }, told: 'own' }],
    revokeApiKey: [{ params: { key: a.key }, told: 'not-found' }],
    signIn: [
      {
        body: { tenant: a.slug, email: 'b@example.com', password: 'long enough' },
        told: 'sign-in-failed',
      },
    ],
    signOut: [{ told: 'not-found' }],
    runVerification: [own],
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
    receiveTransfer: [{ params: { transfer: a.transfer }, body: {}, told: 'not-found' }],
  };
}

function orderAttempts(a: Foreign): Record<string, Attempt[]> {
  const order = { order: a.order };
  const foreignSku = { ...orderOf({ A_SET: 1 }), externalId: 'b-1' };
  const foreignChannel = { ...orderOf({ MUG: 1 }), channel: a.channel };
  return {
    captureOrder: [
      { body: foreignSku, told: 'own' },
      { body: foreignChannel, told: 'channel-unknown' },
    ],
    captureOrdersInBulk: [{ body: [foreignSku, foreignChannel], told: 'own' }],
    listOrders: [
      own,
      { query: { search: 'A_MUG' }, told: 'own' },
      { query: { customer: a.customer }, told: 'own' },
      { query: { tag: MARK }, told: 'own' },
      { query: { channel: a.channel }, told: 'channel-unknown' },
    ],
    getOrder: [{ params: order, told: 'not-found' }],
    getOrderTimeline: [
      { params: order, told: 'not-found' },
      { params: order, query: { afterVersion: '0' }, told: 'not-found' },
    ],
    explainRouting: [{ params: order, told: 'not-found' }],
    cancelOrder: [
      { params: order, body: { reason: 'staff' }, told: 'not-found' },
      {
        params: order,
        body: { reason: 'staff', lines: [{ line: a.line, quantity: 1 }] },
        told: 'not-found',
      },
    ],
  };
}

function noteAttempts(a: Foreign, ours: string): Record<string, Attempt[]> {
  const order = { order: a.order };
  const tagged = { ...order, tag: 'b' };
  return {
    placeHold: [
      { params: order, body: { reason: 'other' }, told: 'not-found' },
      { params: { order: ours }, body: { reason: 'other', line: a.line }, told: 'line-unknown' },
    ],
    releaseHold: [
      { params: { order: a.order, hold: a.hold }, told: 'not-found' },
      { params: { order: ours, hold: a.hold }, told: 'not-found' },
    ],
    tagOrder: [{ params: tagged, told: 'not-found' }],
    untagOrder: [{ params: { ...order, tag: MARK }, told: 'not-found' }],
    addNote: [{ params: order, body: { body: 'b' }, told: 'not-found' }],
    eraseOrder: [{ params: order, told: 'not-found' }],
    setCustomFields: [
      { params: order, body: { customFields: { mark: 'stolen' } }, told: 'not-found' },
    ],
  };
}
