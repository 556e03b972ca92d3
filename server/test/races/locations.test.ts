import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const many = (count: number, one: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const create = (code: string): Promise<Answer> =>
  shop.call('POST', '/v1/locations', {
    code,
    name: code,
    kind: 'store',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
  });
const change = (location: string, body: object): Promise<Answer> =>
  shop.call('PATCH', `/v1/locations/${location}`, body);
const rising = (a: number, b: number) => a - b;

test('of twenty locations with one code, one is created', async () => {
  const answers = await many(20, () => create('one'));
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
  assert.ok(answers.every(({ status, body }) => status === 201 || body.code === 'already-exists'));
});

test('locations made at once are numbered without a hole', async () => {
  const answers = await many(20, (place) => create(`made-${place}`));
  assert.deepEqual(
    answers.map((answer) => answer.body.number).sort(rising),
    Array.from({ length: 20 }, (_, place) => place + 2),
  );
});

test('changes of one location at once have dense versions, and its channels are one list', async () => {
  await many(3, (place) => shop.call('POST', '/v1/channels', { code: `c${place}`, name: 'C' }));
  const answers = await many(9, (place) =>
    change('one', { channels: [{ channel: `c${place % 3}`, bufferUnits: place }] }),
  );
  assert.deepEqual(
    answers.map((answer) => answer.body.version).sort(rising),
    [2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  assert.equal((await shop.call('GET', '/v1/locations/one')).body.channels.length, 1);
});

test('of many that want one code, one gets it', async () => {
  const answers = await many(8, (place) => change(`made-${place}`, { code: 'wanted' }));
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
  assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'already-exists'));
});
