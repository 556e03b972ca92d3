// A drop as buyers storm it: everything at once, nothing oversold, no limit beaten.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { startWorker, type Worker } from '../../src/worker.ts';
import { type DropRoom, roomOf } from '../drop-room.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';
import { until } from '../until.ts';

const SEED = Number(process.env['PROVE_SEED'] ?? 20_261_128);
const HOUR_MS = 3_600_000;

let shop: Shop;
let worker: Worker;
before(async () => {
  shop = await openShop();
  const skus = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'];
  const units = Object.fromEntries(skus.map((sku) => [sku, 100]));
  await stockUp(shop, { BER: units, HAM: units });
  worker = startWorker(shop.runtime);
});
after(async () => {
  await worker.stop();
  await shop.close();
});

async function plan(sku: string, units: number, more: object = {}): Promise<DropRoom> {
  const half = Math.floor(units / 2);
  const pool = [
    { location: 'BER', units: units - half },
    ...(half === 0 ? [] : [{ location: 'HAM', units: half }]),
  ];
  const { status, body } = await shop.call('POST', '/v1/drops', {
    name: 'Launch',
    startsAt: new Date(Date.now() - HOUR_MS).toISOString(),
    endsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    items: [{ sku, pool }],
    ...more,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return roomOf(shop, body.id);
}

const many = (count: number, one: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status).length;
const withCode = (answers: readonly Answer[], code: string) =>
  answers.filter((answer) => answer.body?.code === code).length;

test('of 300 buyers of 40 units, 40 buy one each, and the level never moves', async () => {
  const drop = await plan('S1', 40);
  const before = await levelAt(shop, 'S1', 'BER');
  const answers = await many(300, (place) => drop.buy(`buyer ${place}`, { S1: 1 }));
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'drop-sold-out')], [40, 260]);
  assert.deepEqual(await drop.counts(), [0, 0, 40, 0, 0]);
  assert.deepEqual(await levelAt(shop, 'S1', 'BER'), before);
});

test('one buyer with a hundred tabs gets the limit and no more, held or bought', async () => {
  const drop = await plan('S2', 50, { limitPerBuyer: 3 });
  const answers = await many(100, (place) =>
    place % 2 === 0 ? drop.hold('ada', { S2: 1 }) : drop.buy('ada', { S2: 1 }),
  );
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'drop-limit-reached')], [3, 97]);
});

test('a hold is bought once, though thirty try, and is gone when it was given back first', async () => {
  const drop = await plan('S3', 30, { limitPerBuyer: 9 });
  const { body: hold } = await drop.hold('ada', { S3: 3 });
  const tries = await many(30, () => drop.buy('ada', { S3: 3 }, { hold: hold.id }));
  assert.deepEqual([withStatus(tries, 201), withCode(tries, 'drop-hold-not-open')], [1, 29]);
  const { body: other } = await drop.hold('ada', { S3: 2 });
  const at = `${drop.at}/holds/${other.id}`;
  const mixed = await many(20, (place) =>
    place % 2 === 0 ? shop.call('DELETE', at) : drop.buy('ada', { S3: 2 }, { hold: other.id }),
  );
  assert.equal(withStatus(mixed, 204) + withStatus(mixed, 201), 1, 'one of them was first');
});

test('the same request under the same key has one effect, and its first answer, refused or not', async () => {
  const drop = await plan('S4', 5);
  const answers = await many(120, (place) =>
    drop.buy(`buyer ${place % 12}`, { S4: 1 }, { key: `key ${place % 12}` }),
  );
  for (let key = 0; key < 12; key += 1) {
    const same = answers.filter((_, place) => place % 12 === key);
    const told = new Set(same.map(({ body: { requestId: _, ...body } }) => JSON.stringify(body)));
    assert.equal(told.size, 1, `key ${key}`);
  }
  assert.equal(withStatus(answers, 201), 50);
  assert.deepEqual(await drop.counts(), [0, 0, 5, 0, 0]);
});

test('carts that hold at once are each answered by themselves, and once per key', async () => {
  const drop = await plan('S4', 20);
  const send = (place: number) => {
    const key = `cart ${place % 40}`;
    const sku = place % 40 === 7 ? 'NOTHING' : 'S4';
    return shop.call(
      'POST',
      `${drop.at}/holds`,
      { buyer: key, lines: [{ sku, quantity: 1 }] },
      { 'idempotency-key': key },
    );
  };
  const answers = await many(160, send);
  const sets = Array.from({ length: 40 }, (_, key) => {
    const same = answers.filter((_answer, place) => place % 40 === key);
    return new Set(same.map(({ body: { requestId: _id, ...body } }) => JSON.stringify(body))).size;
  });
  assert.deepEqual(new Set(sets), new Set([1]));
  assert.deepEqual([withStatus(answers, 201), withCode(answers, 'sku-unknown')], [80, 4]);
  assert.deepEqual((await drop.counts()).slice(0, 2), [0, 20]);
  const other = { buyer: 'cart 1', lines: [{ sku: 'S4', quantity: 2 }] };
  const reused = await shop.call('POST', `${drop.at}/holds`, other, {
    'idempotency-key': 'cart 1',
  });
  assert.equal(reused.body.code, 'idempotency-key-reused');
  const replayed = await send(1);
  assert.equal(replayed.headers['idempotency-replayed'], 'true');
});

test('a stop amid holds, buys and cancellations leaves nothing behind', async () => {
  const before = [await levelAt(shop, 'S5', 'BER'), await levelAt(shop, 'S5', 'HAM')];
  const drop = await plan('S5', 60);
  const orders = await many(10, (place) => drop.buy(`early ${place}`, { S5: 1 }));
  await many(90, (place) => {
    if (place === 45) return shop.call('POST', `${drop.at}/stop`, {});
    if (place % 9 === 0)
      return shop.call('POST', `/v1/orders/${orders[place / 9]?.body.id}/cancellations`, {
        reason: 'customer',
      });
    return place % 2 === 0
      ? drop.hold(`holds ${place}`, { S5: 1 }, { seconds: 1 })
      : drop.buy(`buys ${place}`, { S5: 1 });
  });
  await until(async () => (await drop.counts())[1] === 0, 'the holds did not lapse');
  const [pooled, held, sold] = await drop.counts();
  assert.deepEqual([pooled, held], [0, 0]);
  const after = [await levelAt(shop, 'S5', 'BER'), await levelAt(shop, 'S5', 'HAM')];
  const reserved = (levels: typeof after) => levels.reduce((sum, one) => sum + one.reserved, 0);
  assert.equal(reserved(after) - reserved(before), sold, 'only what was sold is promised');
});

test('with a queue nobody overtakes, whatever comes back and whoever storms', async () => {
  const drop = await plan('S6', 5, { offerSeconds: 1, limitPerBuyer: 2 });
  const holds = await many(5, (place) => drop.hold(`first ${place}`, { S6: 1 }, { seconds: 2 }));
  const places: string[] = [];
  for (let place = 0; place < 8; place += 1)
    places.push((await drop.wait(`waits ${place}`, 'S6')).body.id);
  const random = seededRandom(SEED);
  const storm = many(200, async (place) => {
    await sleep(random() * 2500);
    if (place < 2) return shop.call('DELETE', `${drop.at}/holds/${holds[place]?.body.id}`);
    return drop.buy(`storms ${place}`, { S6: 1 });
  });
  // Those who are offered something buy it, or let it go to the next.
  const served = new Set<number>();
  await until(async () => {
    // The last first: of whom one was served, all before them were served when they are looked at.
    for (const [number, id] of [...places.entries()].toReversed()) {
      if (served.has(number)) continue;
      const place = await drop.place(id);
      if (place.state === 'waiting') continue;
      served.add(number);
      if (place.offer !== null && number % 2 === 0)
        await drop.buy(`waits ${number}`, { S6: 1 }, { hold: place.offer.id });
    }
    const numbers = [...served].sort((a, b) => a - b);
    assert.deepEqual(numbers, [...numbers.keys()], 'in their order');
    return served.size === places.length;
  }, 'not all were served');
  const answers = await storm;
  assert.equal(withCode(answers.slice(2), 'drop-sold-out') + withStatus(answers, 201) >= 198, true);
});

test('of a buyer who comes to wait at many doors at once, one place is kept, and numbers have no gap', async () => {
  const drop = await plan('S5', 1);
  await drop.hold('first', { S5: 1 });
  const answers = await many(90, (place) => drop.wait(`waits ${place % 30}`, 'S5'));
  assert.equal(withStatus(answers, 201), 90);
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 30);
  const positions = new Set(answers.map(({ body }) => body.position));
  assert.deepEqual(
    [...positions].sort((a, b) => a - b),
    Array.from({ length: 30 }, (_, place) => place + 1),
  );
  assert.equal((await drop.counts())[4], 30);
});
