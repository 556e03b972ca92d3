// The life of a drop: set apart, held, bought, within a limit, paused, stopped, ended.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidOf } from '@doorstep/core/ids.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { lockDrops } from '../../src/drops/sql.ts';
import { type DropShop, openDropShop, roomOf } from '../drop-room.ts';
import type { Answer } from '../shop.ts';
import { levelAt, orderOf } from '../stock.ts';

let room: DropShop;
before(async () => {
  room = await openDropShop({
    BER: { SHOE: 100, CAP: 100, BAG: 100, TEE: 100, SOCK: 100, BELT: 100, COAT: 100, HAT: 100 },
    HAM: { SHOE: 10 },
  });
});
after(() => room.shop.close());

const told = ({ status, body }: Answer) => [status, body?.code];

test('units of a drop leave general sale at once and are sold from the pool alone', async () => {
  const drop = await room.drop({ SHOE: 95 });
  assert.deepEqual(await levelAt(room.shop, 'SHOE', 'BER'), {
    ...{ onHand: 100, reserved: 95, available: 5, shortfall: 0 },
  });
  const { body: promised } = await room.shop.call('GET', '/v1/reservations?sku=SHOE&location=BER');
  assert.deepEqual(promised.items[0].owner, {
    ...{ kind: 'drop', id: drop.id, reference: null, number: 'Launch' },
  });
  const pool = `/v1/reservations/${promised.items[0].id}`;
  assert.deepEqual(told(await room.shop.call('DELETE', pool)), [404, 'not-found']);
  const general = await room.shop.call('POST', '/v1/orders', orderOf({ SHOE: 16 }));
  assert.deepEqual(told(general), [409, 'insufficient-stock']);
  const bought = await drop.buy('ada', { SHOE: 90 });
  assert.deepEqual(
    [bought.status, bought.body.drop, bought.body.reservations[0].location],
    [201, { id: drop.id, sold: 90, preordered: 0 }, 'BER'],
  );
  assert.equal((await levelAt(room.shop, 'SHOE', 'BER')).reserved, 95, 'the level stays as it is');
  assert.deepEqual(await drop.counts(), [5, 0, 90, 0, 0]);
  const beyond = await drop.buy('bob', { SHOE: 6 });
  assert.deepEqual(told(beyond), [409, 'drop-sold-out']);
  assert.deepEqual(beyond.body.data.skus, [
    { sku: 'SHOE', wanted: 6, available: 5, held: 0, waiting: 0, worthQueuing: false },
  ]);
});

test('a hold keeps units until it lapses, and then they are in the pool again', async () => {
  const drop = await room.drop({ CAP: 5 });
  const held = await drop.hold('ada', { CAP: 4 }, { seconds: 30 });
  assert.equal(held.status, 201);
  assert.deepEqual(held.body.lines, [{ sku: 'CAP', quantity: 4 }]);
  const none = await drop.buy('bob', { CAP: 2 });
  assert.equal(none.body.data.skus[0].worthQueuing, true, 'what is gone is merely held');
  await room.pass(29);
  assert.deepEqual(await drop.counts(), [1, 4, 0, 0, 0]);
  await room.pass(1);
  assert.deepEqual(await drop.counts(), [5, 0, 0, 0, 0]);
  const late = await drop.buy('ada', { CAP: 4 }, { hold: held.body.id });
  assert.deepEqual(told(late), [409, 'drop-hold-not-open']);
  assert.equal((await drop.buy('bob', { CAP: 2 })).status, 201);
});

test('a hold is bought by the order that names it; what it does not take is free again', async () => {
  const drop = await room.drop({ BAG: 10 }, { limitPerBuyer: 5 });
  const { body: hold } = await drop.hold('ada', { BAG: 4 });
  assert.deepEqual(told(await drop.buy('bob', { BAG: 1 }, { hold: hold.id })), [
    409,
    'drop-hold-not-open',
  ]);
  const bought = await drop.buy(null, { BAG: 3 }, { hold: hold.id });
  assert.deepEqual([bought.status, bought.body.drop.sold], [201, 3]);
  assert.deepEqual(await drop.counts(), [7, 0, 3, 0, 0]);
  // More than was held comes from the pool, within the limit of who made the hold.
  const { body: again } = await drop.hold('ada', { BAG: 1 });
  assert.equal((await drop.buy(null, { BAG: 2 }, { hold: again.id })).status, 201);
  const beyond = await drop.buy('ADA ', { BAG: 1 });
  assert.deepEqual(told(beyond), [409, 'drop-limit-reached']);
  assert.deepEqual(beyond.body.data, { limit: 5, wanted: 1, held: 0, bought: 5, left: 0 });
});

test('a hold given back is free at once, and given back only once', async () => {
  const drop = await room.drop({ BAG: 2 });
  const { body: hold } = await drop.hold('ada', { BAG: 2 });
  const at = `${drop.at}/holds/${hold.id}`;
  assert.deepEqual((await room.shop.call('GET', at)).body, hold);
  assert.equal((await room.shop.call('DELETE', at)).status, 204);
  assert.deepEqual(told(await room.shop.call('DELETE', at)), [404, 'not-found']);
  assert.deepEqual(await drop.counts(), [2, 0, 0, 0, 0]);
});

test('the limit counts holds and orders of a buyer, by the e-mail address where nothing is said', async () => {
  const drop = await room.drop({ TEE: 20 }, { limitPerBuyer: 2 });
  const customer = { email: 'Ada@Example.com' };
  assert.deepEqual(told(await drop.buy(null, { TEE: 1 })), [422, 'drop-buyer-needed']);
  assert.equal((await drop.buy(null, { TEE: 1 }, { order: { customer } })).status, 201);
  assert.equal((await drop.hold('ada@example.com', { TEE: 1 })).status, 201);
  assert.deepEqual(told(await drop.hold('ada@example.com', { TEE: 1 })), [
    409,
    'drop-limit-reached',
  ]);
});

test('canceled units give the limit back, and go into the pool while the drop is not over', async () => {
  const drop = await room.drop({ TEE: 2 }, { limitPerBuyer: 2 });
  const { body: order } = await drop.buy('ada', { TEE: 2 });
  const before = await levelAt(room.shop, 'TEE', 'BER');
  const lines = [{ line: order.lines[0].id, quantity: 1 }];
  const cancel = (body: object) =>
    room.shop.call('POST', `/v1/orders/${order.id}/cancellations`, { reason: 'customer', ...body });
  assert.equal((await cancel({ lines })).status, 201);
  assert.deepEqual(await drop.counts(), [1, 0, 1, 0, 0]);
  assert.deepEqual(await levelAt(room.shop, 'TEE', 'BER'), before, 'it is still set apart');
  assert.equal((await drop.buy('ada', { TEE: 1 })).status, 201);
  await room.shop.call('POST', `${drop.at}/stop`, {});
  assert.equal((await cancel({})).status, 201);
  assert.deepEqual(await drop.counts(), [0, 0, 1, 0, 0]);
  assert.equal((await levelAt(room.shop, 'TEE', 'BER')).reserved, before.reserved - 1);
});

test('a drop sells only while it runs: not before, not paused, not after', async () => {
  const later = (seconds: number) =>
    new Date(room.shop.runtime.now().getTime() + seconds * 1000).toISOString();
  const drop = await room.drop({ SOCK: 10 }, { startsAt: later(60), endsAt: later(600) });
  assert.equal(await drop.status(), 'planned');
  assert.equal((await drop.buy('ada', { SOCK: 1 })).body.data.status, 'planned');
  await room.pass(60);
  assert.equal(await drop.status(), 'running');
  const { body: hold } = await drop.hold('ada', { SOCK: 2 });
  assert.equal((await room.shop.call('POST', `${drop.at}/pause`)).body.status, 'paused');
  assert.deepEqual(told(await room.shop.call('POST', `${drop.at}/pause`)), [
    409,
    'drop-not-switched',
  ]);
  assert.deepEqual(told(await drop.hold('bob', { SOCK: 1 })), [409, 'drop-not-running']);
  assert.deepEqual(told(await drop.buy('bob', { SOCK: 1 })), [409, 'drop-not-running']);
  assert.equal((await drop.buy('ada', { SOCK: 2 }, { hold: hold.id })).status, 201, 'promised');
  assert.equal((await room.shop.call('POST', `${drop.at}/resumption`)).body.status, 'running');
  const { body: last } = await drop.hold('bob', { SOCK: 3 });
  await room.pass(540);
  const { body: ended } = await room.shop.call('GET', drop.at);
  assert.deepEqual([ended.status, ended.items[0].released], ['ended', 5]);
  assert.equal((await levelAt(room.shop, 'SOCK', 'BER')).available, 95, '2 sold, 3 still held');
  assert.deepEqual(told(await drop.buy('bob', { SOCK: 2 }, { hold: last.id })), [
    409,
    'drop-not-running',
  ]);
  assert.equal((await drop.buy('bob', { SOCK: 3 }, { hold: last.id })).status, 201);
  assert.deepEqual(told(await drop.buy('cleo', { SOCK: 1 })), [409, 'drop-not-running']);
});

test('a stopped drop gives its pool to general sale at once; what is held follows when it lapses', async () => {
  const drop = await room.drop({ BELT: 10 });
  await drop.hold('ada', { BELT: 4 }, { seconds: 60 });
  await room.shop.call('POST', `${drop.at}/stop`, {});
  assert.equal((await levelAt(room.shop, 'BELT', 'BER')).available, 96);
  assert.deepEqual(told(await room.shop.call('POST', `${drop.at}/stop`, {})), [409, 'drop-over']);
  await room.pass(60);
  assert.equal((await levelAt(room.shop, 'BELT', 'BER')).available, 100);
  const other = await room.drop({ BELT: 10 });
  await other.hold('ada', { BELT: 4 });
  await room.shop.call('POST', `${other.at}/stop`, { releaseHolds: true });
  assert.equal((await levelAt(room.shop, 'BELT', 'BER')).available, 100);
});

test('units are added to a pool while it runs, and taken back out of it', async () => {
  const drop = await room.drop({ COAT: 1 });
  const change = (pool: object[], more = {}) =>
    room.shop.call('POST', `${drop.at}/pool-changes`, { sku: 'COAT', pool, ...more });
  assert.equal((await change([{ location: 'BER', units: 4 }])).body.items[0].pooled, 5);
  assert.equal((await change([{ location: 'BER', units: -2 }])).body.items[0].pooled, 3);
  assert.deepEqual(told(await change([{ location: 'BER', units: -4 }])), [
    409,
    'stock-would-be-negative',
  ]);
  assert.deepEqual(told(await change([{ location: 'BER', units: 900 }])), [
    409,
    'insufficient-stock',
  ]);
  assert.equal((await levelAt(room.shop, 'COAT', 'BER')).available, 97);
});

test('an order takes what the drop sells from its pool and the rest from general sale', async () => {
  const drop = await room.drop({ HAT: 3 });
  await room.shop.call('POST', '/v1/skus', {
    code: 'OUTFIT',
    title: 'Outfit',
    components: [
      { sku: 'HAT', quantity: 1 },
      { sku: 'COAT', quantity: 1 },
    ],
  });
  const before = await levelAt(room.shop, 'COAT', 'BER');
  const bought = await drop.buy('ada', { OUTFIT: 1, HAT: 2, COAT: 1 });
  assert.deepEqual([bought.status, bought.body.drop.sold], [201, 3]);
  assert.equal((await levelAt(room.shop, 'COAT', 'BER')).reserved, before.reserved + 2);
  assert.deepEqual(await drop.counts(), [0, 0, 3, 0, 0]);
  assert.deepEqual(told(await drop.buy('ada', { COAT: 1 })), [422, 'sku-not-in-drop']);
  const missing = { drop: { id: `drp_${'0'.repeat(32)}` } };
  const unknown = await room.shop.call('POST', '/v1/orders', orderOf({ HAT: 1 }, missing));
  assert.deepEqual(told(unknown), [422, 'drop-unknown']);
});

test('figures say how often buyers were told no, and why; a retry is not told twice', async () => {
  const drop = await room.drop({ HAT: 2 }, { limitPerBuyer: 2 });
  const refused = async () =>
    (await room.shop.call('GET', `/v1/drops/${drop.id}/figures`)).body.refusals;
  assert.deepEqual(await refused(), { soldOut: 0, limitReached: 0, notRunning: 0 });
  await drop.hold('ada', { HAT: 3 });
  await drop.hold('ada', { HAT: 2 });
  await drop.hold('bob', { HAT: 1 });
  await drop.buy('cleo', { HAT: 1 });
  const again = { 'idempotency-key': 'asks twice' };
  const body = { buyer: 'dora', lines: [{ sku: 'HAT', quantity: 1 }] };
  for (let time = 0; time < 2; time += 1)
    await room.shop.call('POST', `/v1/drops/${drop.id}/holds`, body, again);
  await room.shop.call('POST', `/v1/drops/${drop.id}/pause`);
  await drop.hold('emil', { HAT: 1 });
  assert.deepEqual(await refused(), { soldOut: 3, limitReached: 1, notRunning: 1 });
});

test('a cart that waits for its turn is decided when that comes: the drop may have begun by then', async () => {
  const soon = 60;
  const { body: ahead } = await room.shop.call('POST', '/v1/drops', {
    name: 'Soon',
    startsAt: new Date(room.shop.runtime.now().getTime() + soon * 1000).toISOString(),
    endsAt: new Date(room.shop.runtime.now().getTime() + 2 * soon * 1000).toISOString(),
    items: [{ sku: 'COAT', pool: [{ location: 'BER', units: 5 }] }],
  });
  const drop = roomOf(room.shop, ahead.id);
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const locking = inTransaction(room.shop.runtime.app, room.shop.tenant, async (tx) => {
    await tx.run(lockDrops, [[uuidOf(ahead.id)]]);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const first = drop.hold('ada', { COAT: 1 });
  await sleep(50); // it waits for the drop, and the next one for it
  const second = drop.hold('bob', { COAT: 1 });
  await sleep(50);
  room.move(soon);
  release.resolve();
  await locking;
  assert.equal((await first).body.code, 'drop-not-running');
  const { status, body } = await second;
  assert.equal(status, 201, JSON.stringify(body));
  const seconds = Date.parse(body.expiresAt) - room.shop.runtime.now().getTime();
  assert.equal(seconds, 10 * 60_000, 'all of its time is left');
});
