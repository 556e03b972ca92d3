// What the page of an order shows and does: conflicts, notes and mentions, the timeline, the customer.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { EVENTS } from '@doorstep/contract/events.ts';
import { TIMELINE_KINDS } from '@doorstep/core/orders/timeline.ts';
import { type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

interface Person {
  readonly id: string;
  readonly caller: Caller;
}

let shop: Shop;
let ada: Person;
let bob: Person;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 100 } });
  ada = await userNamed('Ada');
  bob = await userNamed('Bob');
});
after(() => shop.close());

async function userNamed(name: string): Promise<Person> {
  const email = `${name.toLowerCase()}@example.com`;
  const password = 'long enough';
  const { body: user } = await shop.call('POST', '/v1/users', {
    email,
    name,
    role: 'service',
    password,
  });
  const { body: session } = await shop.call('POST', '/v1/sessions', {
    tenant: 'test',
    email,
    password,
  });
  const headers = { authorization: `Bearer ${session.token}` };
  return {
    id: user.id,
    caller: { call: (method, path, body) => shop.call(method, path, body, headers) },
  };
}

async function ordered(more: object = {}): Promise<{ at: string; id: string }> {
  const { status, body } = await shop.call('POST', '/v1/orders', orderOf({ MUG: 2 }, more));
  assert.equal(status, 201, JSON.stringify(body));
  return { at: `/v1/orders/${body.id}`, id: body.id };
}

describe('two people on one order', () => {
  test('the second is told who changed what, and both changes are there in the end', async () => {
    const { at } = await ordered();
    const { version } = (await shop.call('GET', at)).body;
    const lines = [{ line: 1, quantity: 1 }];
    const first = await ada.caller.call('POST', `${at}/cancellations`, {
      reason: 'customer',
      lines,
      version,
    });
    assert.equal(first.status, 201, JSON.stringify(first.body));
    const second = await bob.caller.call('POST', `${at}/holds`, { reason: 'other', version });
    assert.deepEqual([second.status, second.body.code], [409, 'version-conflict']);
    const [change] = second.body.data.changes;
    assert.deepEqual(
      [change.actorName, change.type, change.actor, second.body.data.version],
      ['Ada', 'order.canceled.v1', `user:${ada.id}`, version + 1],
    );
    assert.match(second.body.detail, /by Ada/);
    const { version: now } = second.body.data;
    const third = await bob.caller.call('POST', `${at}/holds`, { reason: 'other', version: now });
    assert.equal(third.status, 201, JSON.stringify(third.body));
    const { lines: after, holds, names } = (await shop.call('GET', at)).body;
    assert.deepEqual([after[0].canceled, holds.length], [1, 1]);
    assert.equal(names[holds[0].owner], 'Bob');
  });

  test('every write that a person makes there can carry what they saw', async () => {
    const { at } = await ordered();
    await ada.caller.call('POST', `${at}/notes`, { body: 'First' });
    const hold = (await ada.caller.call('POST', `${at}/holds`, { reason: 'other' })).body.id;
    const note = (await shop.call('GET', at)).body.notes[0].id;
    const stale = { version: 1 };
    const writes: [string, string, object?][] = [
      ['POST', `${at}/cancellations`, { reason: 'staff', ...stale }],
      ['POST', `${at}/cancellation-previews`, stale],
      ['POST', `${at}/refunds`, { amountMinor: 1, reason: 'other', ...stale }],
      ['POST', `${at}/refund-previews`, stale],
      ['POST', `${at}/holds`, { reason: 'other', ...stale }],
      ['PUT', `${at}/holds/${hold}/release`, stale],
      ['PUT', `${at}/tags/vip?version=1`],
      ['DELETE', `${at}/tags/vip?version=1`],
      ['POST', `${at}/notes`, { body: 'Second', ...stale }],
      ['PUT', `${at}/notes/${note}`, { body: 'Second', ...stale }],
      ['DELETE', `${at}/notes/${note}?version=1`],
      ['PATCH', `${at}/custom-fields`, { customFields: {}, ...stale }],
      ['POST', `${at}/payments`, { provider: 'manual', ...stale }],
      ['POST', `${at}/releases`, stale],
      ['POST', `${at}/sourcings`, stale],
      ['POST', `${at}/returns`, { lines: [{ line: 1, quantity: 1, reason: 'damaged' }], ...stale }],
    ];
    for (const [method, path, body] of writes) {
      const { status, body: told } = await shop.call(method, path, body);
      assert.deepEqual([status, told.code], [409, 'version-conflict'], `${method} ${path}`);
    }
  });

  test('ten who cancel what they saw: one does, nine are told', async () => {
    const { at } = await ordered();
    const { version } = (await shop.call('GET', at)).body;
    const body = { reason: 'staff', lines: [{ line: 1, quantity: 1 }], version };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => shop.call('POST', `${at}/cancellations`, body)),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter((one) => one.body.code === 'version-conflict').length, 9);
  });
});

describe('notes', () => {
  test('name colleagues, who find them, and read them', async () => {
    const { at, id } = await ordered();
    const body = `<@${bob.id}>, please call back`;
    const { body: order } = await ada.caller.call('POST', `${at}/notes`, { body });
    const [note] = order.notes;
    assert.deepEqual(
      [note.text, note.body, note.mentions, order.names[note.author]],
      ['@Bob, please call back', body, [{ user: bob.id, name: 'Bob' }], 'Ada'],
    );
    const mentions = async (query = '') =>
      (await bob.caller.call('GET', `/v1/mentions${query}`)).body.items;
    const [mention] = await mentions('?unread=true');
    assert.deepEqual(
      [mention.note, mention.order.id, mention.text, mention.authorName, mention.readAt],
      [note.id, id, note.text, 'Ada', null],
    );
    assert.deepEqual((await ada.caller.call('GET', '/v1/mentions')).body.items, []);
    const { body: read } = await bob.caller.call('POST', '/v1/mentions/readings', {
      notes: [note.id],
    });
    assert.deepEqual(read, { read: 1, unread: 0 });
    assert.deepEqual(await mentions('?unread=true'), []);
    assert.equal((await mentions()).length, 1);
  });

  test('are changed by who wrote them, and the log says so without their words', async () => {
    const { at } = await ordered();
    const { body: order } = await ada.caller.call('POST', `${at}/notes`, { body: `<@${bob.id}>` });
    const noteAt = `${at}/notes/${order.notes[0].id}`;
    const other = await bob.caller.call('PUT', noteAt, { body: 'Mine' });
    assert.deepEqual([other.status, other.body.code], [409, 'note-not-yours']);
    const { body: edited } = await ada.caller.call('PUT', noteAt, { body: 'Never mind' });
    assert.equal(edited.notes[0].text, 'Never mind');
    assert.notEqual(edited.notes[0].editedAt, null);
    const { items } = (await bob.caller.call('GET', '/v1/mentions?unread=true')).body;
    assert.deepEqual(items, [], 'who is not named any more is not told');
    const { body: gone } = await ada.caller.call('DELETE', noteAt);
    assert.deepEqual(gone.notes, []);
    const timeline = (await shop.call('GET', `${at}/timeline?kind=notes`)).body.items;
    assert.deepEqual(
      timeline.map(({ type }: { type: string }) => type),
      ['order.note_added.v1', 'order.note_edited.v1', 'order.note_deleted.v1'],
    );
    assert.doesNotMatch(JSON.stringify(timeline), /Never mind/);
  });
});

describe('the timeline', () => {
  test('has every type of event of an order under one kind at least', () => {
    const beginnings = Object.values(TIMELINE_KINDS).flat();
    const without = Object.entries(EVENTS)
      .filter(([, { subject }]) => subject === 'order')
      .map(([type]) => type)
      .filter((type) => !beginnings.some((beginning) => type.startsWith(beginning)));
    assert.deepEqual(without, []);
  });

  test('goes from either end, page by page, and names who did it', async () => {
    const { at } = await ordered();
    for (const tag of ['a', 'b', 'c']) await ada.caller.call('PUT', `${at}/tags/${tag}`);
    const page = async (query: string) => (await shop.call('GET', `${at}/timeline?${query}`)).body;
    const versions = (body: { items: { version: number }[] }) =>
      body.items.map(({ version }) => version);
    const newest = await page('sort=newest&limit=3');
    assert.deepEqual([versions(newest), newest.nextBeforeVersion], [[4, 3, 2], 2]);
    assert.equal(newest.names[newest.items[0].actor], 'Ada');
    const rest = await page('sort=newest&limit=3&beforeVersion=2');
    assert.deepEqual([versions(rest), rest.nextBeforeVersion], [[1], null]);
    const tags = await page('kind=notes');
    assert.deepEqual([versions(tags), tags.nextAfterVersion], [[2, 3, 4], null]);
  });
});

test('an order names its customer’s other business', async () => {
  const customer = { email: 'buys@example.com', name: 'Buyer' };
  const first = await ordered({ customer });
  const second = await ordered({ customer });
  await shop.call('POST', `${first.at}/cancellations`, { reason: 'customer' });
  const { customer: id } = (await shop.call('GET', second.at)).body;
  const { status, body } = await shop.call('GET', `/v1/customers/${id}/order-summary`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(
    [body.orders, body.spent, body.open.map((one: { id: string }) => one.id), body.email],
    [2, [{ currency: 'EUR', orders: 2, amountMinor: 2000 }], [second.id], 'buys@example.com'],
  );
});

test('an order says what was sent of it, and to whom', async () => {
  const url = 'https://hooks.example.com/detail';
  await shop.call('POST', '/v1/webhook-endpoints', { url });
  const { at } = await ordered();
  const { status, body } = await shop.call('GET', `${at}/webhook-deliveries`);
  assert.deepEqual([status, body.items], [200, []]);
});
