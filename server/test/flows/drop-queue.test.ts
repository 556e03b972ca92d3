// When more is wanted than there is: the queue, and pre-orders behind it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { OLD, runDue } from '../../src/run-due.ts';
import { startWorker } from '../../src/worker.ts';
import { type DropShop, openDropShop } from '../drop-room.ts';
import { until } from '../until.ts';

let room: DropShop;
before(async () => {
  room = await openDropShop({
    BER: { SHOE: 20, CAP: 20, BAG: 20, TEE: 20, SOCK: 20, BELT: 20, HAT: 20, COAT: 200 },
  });
});
after(() => room.shop.close());

test('whoever waits is told an honest place, and is offered what comes back, in their order', async () => {
  const drop = await room.drop({ SHOE: 4 }, { offerSeconds: 60 });
  const { body: held } = await drop.hold('ada', { SHOE: 4 });
  const bob = await drop.wait('bob', 'SHOE', 3);
  const cleo = await drop.wait('cleo', 'SHOE', 2);
  assert.deepEqual(
    [bob, cleo].map(({ status, body }) => [status, body.state, body.position, body.unitsAhead]),
    [
      [201, 'waiting', 1, 0],
      [201, 'waiting', 2, 3],
    ],
  );
  assert.equal((await drop.wait('BOB', 'SHOE', 1)).body.id, bob.body.id, 'a place they have');
  await room.shop.call('DELETE', `${drop.at}/holds/${held.id}`);
  const [first, second] = [await drop.place(bob.body.id), await drop.place(cleo.body.id)];
  assert.deepEqual(first.offer.lines, [{ sku: 'SHOE', quantity: 3 }]);
  assert.deepEqual(second.offer.lines, [{ sku: 'SHOE', quantity: 1 }], 'what there is');
  assert.deepEqual(await drop.counts(), [0, 4, 0, 0, 0]);
  const bought = await drop.buy('bob', { SHOE: 3 }, { hold: first.offer.id });
  assert.equal(bought.status, 201);
  assert.equal((await drop.place(bob.body.id)).state, 'bought');
});

test('an offer that nobody takes goes to the next, and nobody overtakes', async () => {
  const drop = await room.drop({ CAP: 1 }, { offerSeconds: 60 });
  await drop.hold('ada', { CAP: 1 }, { seconds: 60 });
  const places: string[] = [];
  for (const buyer of ['bob', 'cleo', 'dan']) places.push((await drop.wait(buyer, 'CAP')).body.id);
  const states = async () => {
    const all = await Promise.all(places.map(drop.place));
    return all.map(({ state, position }) => position ?? state);
  };
  assert.deepEqual(await states(), [1, 2, 3]);
  await room.pass(60);
  assert.deepEqual(await states(), ['offered', 1, 2]);
  assert.equal((await drop.hold('eve', { CAP: 1 })).body.code, 'drop-sold-out');
  assert.equal((await drop.buy('eve', { CAP: 1 })).body.code, 'drop-sold-out');
  await room.pass(60);
  assert.deepEqual(await states(), ['lapsed', 'offered', 1]);
  assert.equal((await room.shop.call('DELETE', `${drop.at}/queue/${places[1]}`)).status, 204);
  assert.deepEqual(await states(), ['lapsed', 'left', 'offered']);
  await room.shop.call('DELETE', `${drop.at}/queue/${places[2]}`);
  assert.deepEqual(await drop.counts(), [1, 0, 0, 0, 0]);
});

test('what a canceled order gives back, and what is added, is offered to those who wait', async () => {
  const drop = await room.drop({ BAG: 2 }, { limitPerBuyer: 2 });
  const { body: order } = await drop.buy('ada', { BAG: 2 });
  assert.equal(await drop.status(), 'sold-out');
  const bob = (await drop.wait('bob', 'BAG')).body.id;
  const cleo = (await drop.wait('cleo', 'BAG', 2)).body.id;
  assert.equal((await drop.wait('ada', 'BAG')).body.code, 'drop-limit-reached');
  const line = order.lines[0].id;
  await room.shop.call('POST', `/v1/orders/${order.id}/cancellations`, {
    reason: 'customer',
    lines: [{ line, quantity: 1 }],
  });
  assert.equal((await drop.place(bob)).state, 'offered');
  const pool = [{ location: 'BER', units: 2 }];
  await room.shop.call('POST', `${drop.at}/pool-changes`, { sku: 'BAG', pool });
  assert.deepEqual((await drop.place(cleo)).offer.lines, [{ sku: 'BAG', quantity: 2 }]);
});

test('who waits where units are free is offered them at once; while paused nobody is offered any', async () => {
  const drop = await room.drop({ TEE: 2 });
  assert.equal((await drop.wait('ada', 'TEE')).body.state, 'offered');
  const { body: held } = await drop.hold('bob', { TEE: 1 });
  const cleo = (await drop.wait('cleo', 'TEE')).body.id;
  await room.shop.call('POST', `${drop.at}/pause`);
  await room.shop.call('DELETE', `${drop.at}/holds/${held.id}`);
  assert.equal((await drop.place(cleo)).state, 'waiting');
  assert.equal((await drop.wait('dan', 'TEE')).body.code, 'drop-not-running');
  await room.shop.call('POST', `${drop.at}/resumption`);
  assert.equal((await drop.place(cleo)).state, 'offered');
});

test('what an order leaves of its hold is offered by the worker; a stop ends the queue', async () => {
  const drop = await room.drop({ SOCK: 2 });
  const { body: held } = await drop.hold('ada', { SOCK: 2 });
  const bob = (await drop.wait('bob', 'SOCK')).body.id;
  const cleo = (await drop.wait('cleo', 'SOCK')).body.id;
  await drop.buy('ada', { SOCK: 1 }, { hold: held.id });
  assert.equal((await drop.hold('dan', { SOCK: 1 })).body.code, 'drop-sold-out', 'it is bob’s');
  await room.pass(0);
  assert.equal((await drop.place(bob)).state, 'offered');
  await room.shop.call('POST', `${drop.at}/stop`, {});
  assert.equal((await drop.place(cleo)).state, 'over');
});

test('once the pool is gone, units are pre-ordered up to the cap, and filled when stock arrives', async () => {
  const items = [{ sku: 'HAT', pool: [{ location: 'BER', units: 20 }], preorderCap: 3 }];
  const drop = await room.drop({}, { items, limitPerBuyer: 30 });
  const all = await drop.buy('ada', { HAT: 21 });
  assert.deepEqual(
    [all.status, all.body.stock, all.body.drop],
    [201, 'backordered', { id: drop.id, sold: 20, preordered: 1 }],
  );
  const strict = await drop.buy('bob', { HAT: 1 }, { order: { stockPolicy: 'all-or-nothing' } });
  assert.equal(strict.body.code, 'drop-sold-out', 'it asked for stock');
  const { body: bob } = await drop.buy('bob', { HAT: 2 });
  assert.equal((await drop.buy('cleo', { HAT: 1 })).body.code, 'drop-sold-out');
  assert.deepEqual(await drop.counts(), [0, 0, 20, 3, 0]);
  const limit = await room.shop.call('PUT', '/v1/skus/HAT/backorder-limit', { cap: 0 });
  assert.deepEqual(
    [limit.status, limit.body.backordered],
    [200, 0],
    'they have a cap of their own',
  );

  await room.shop.call('POST', `/v1/orders/${bob.id}/cancellations`, {
    reason: 'customer',
    lines: [{ line: bob.lines[0].id, quantity: 1 }],
  });
  assert.deepEqual(await drop.counts(), [0, 0, 20, 2, 0], 'room for another');
  assert.equal((await drop.buy('cleo', { HAT: 1 })).status, 201);
  const lines = [{ sku: 'HAT', quantity: 5 }];
  await room.shop.call('POST', '/v1/stock/receipts', { location: 'BER', lines });
  const worker = startWorker(room.shop.runtime);
  const stockOf = async (id: string) =>
    (await room.shop.call('GET', `/v1/orders/${id}`)).body.stockStatus;
  await until(async () => (await stockOf(bob.id)) === 'promised', 'bob was not served');
  await until(async () => (await stockOf(all.body.id)) === 'promised', 'ada was not served');
  await worker.stop();
});

test('a drop tells of its tenths, each once, of being sold out, and of what it sold', async () => {
  const drop = await room.drop({ BELT: 10 });
  const buy = async (quantity: number) => (await drop.buy('ada', { BELT: quantity })).body;
  await buy(1);
  const { id } = await buy(4);
  await room.shop.call('POST', `/v1/orders/${id}/cancellations`, { reason: 'customer' });
  await buy(4);
  await buy(5);
  await room.shop.sequence();
  const { items } = (await room.shop.call('GET', '/v1/events?limit=1000')).body;
  const told = items.filter(({ subject }: { subject: string }) => subject === drop.id);
  const typed = (type: string) =>
    told.filter((event: { type: string }) => event.type === `drop.${type}.v1`);
  assert.deepEqual(
    typed('sell_through').map((event: { data: { percent: number } }) => event.data.percent),
    [10, 50, 100],
  );
  assert.equal(typed('sold').length, 4);
  assert.deepEqual(typed('sold_out')[0].data, { sold: 10, preordered: 0 });
  const { body: figures } = await room.shop.call('GET', `${drop.at}/figures`);
  assert.deepEqual([figures.status, figures.sellThrough], ['sold-out', 1]);
  assert.equal(figures.minutes[0].sold, 14, 'as sold, before anything was canceled');
});

test('engagement is kept by minute: the most viewers, the sum of the rest', async () => {
  const drop = await room.drop({ HAT: 0 });
  const at = (second: number) => `2026-11-28T10:00:0${second}Z`;
  const send = (counts: object[]) => room.shop.call('POST', `${drop.at}/engagement`, { counts });
  const first = await send([
    { at: at(1), viewers: 100, adds: 3 },
    { at: at(2), viewers: 90, adds: 4, likes: 7 },
  ]);
  assert.equal(first.status, 204);
  assert.equal((await send([{ at: at(9), viewers: 95, adds: 1 }])).status, 204);
  assert.equal((await send([{ at: '2026-11-28T10:02:00Z', viewers: 40, shares: 2 }])).status, 204);

  const read = async (query: string) =>
    (await room.shop.call('GET', `${drop.at}/engagement${query}`)).body;
  const none = { adds: 0, likes: 0, comments: 0, shares: 0 };
  const later = { ...none, minute: '2026-11-28T10:02:00.000Z', viewers: 40, shares: 2 };
  const earlier = { ...none, minute: '2026-11-28T10:00:00.000Z', viewers: 100, adds: 8, likes: 7 };
  assert.deepEqual((await read('')).items, [later, earlier], 'newest first');
  const page = await read('?limit=1');
  assert.deepEqual(page.items, [later]);
  const next = await read(`?limit=1&cursor=${page.nextCursor}`);
  assert.deepEqual([next.items, next.nextCursor], [[earlier], null]);
});

test('the queue of a drop is forgotten a month after it was over', async () => {
  const drop = await room.drop({ CAP: 1 });
  const place = (await drop.wait('ada', 'CAP')).body.id;
  await room.shop.call('POST', `${drop.at}/stop`, { releaseHolds: true });
  const forget = OLD.each.find(({ name }) => name === 'forget-places');
  assert.ok(forget !== undefined);
  await runDue(room.shop.runtime, forget);
  assert.equal((await drop.place(place)).state, 'over');
  await room.pass(31 * 86_400);
  await runDue(room.shop.runtime, forget);
  assert.equal((await drop.place(place)).code, 'not-found');
});

test('whoever comes, leaves or is served, each place is told exactly who is ahead', async () => {
  const random = seededRandom(20_261_130);
  const dice = (sides: number) => Math.floor(random() * sides);
  const drop = await room.drop({ COAT: 1 });
  await drop.hold('first', { COAT: 1 });
  let line: { id: string; quantity: number }[] = [];
  const steps = {
    async join() {
      const quantity = 1 + dice(3);
      const joined = Array.from({ length: 1 + dice(4) }, () =>
        drop.wait(`buyer ${random()}`, 'COAT', quantity),
      );
      const places = (await Promise.all(joined)).map(({ body }) => body);
      line.push(...places.toSorted((a, b) => a.position - b.position));
    },
    async leave() {
      const [gone] = line.splice(dice(line.length), 1);
      if (gone !== undefined) await room.shop.call('DELETE', `${drop.at}/queue/${gone.id}`);
    },
    async serve() {
      const [first, ...rest] = line;
      if (first === undefined) return;
      const pool = [{ location: 'BER', units: first.quantity }];
      await room.shop.call('POST', `${drop.at}/pool-changes`, { sku: 'COAT', pool });
      line = rest;
    },
  };
  for (let round = 0; round < 80; round += 1) {
    await [steps.join, steps.leave, steps.leave, steps.serve][dice(4)]?.();
    const at = dice(line.length);
    const asked = line[at];
    if (asked === undefined || dice(3) === 0) continue;
    const { position, unitsAhead } = await drop.place(asked.id);
    const units = line.slice(0, at).reduce((sum, { quantity }) => sum + quantity, 0);
    assert.deepEqual([position, unitsAhead], [at + 1, units], `round ${round}`);
  }
});
