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
const create = (code: string, more: object = {}): Promise<Answer> =>
  shop.call('POST', '/v1/skus', { code, title: code, ...more });
const kitOf = (sku: string) => ({ components: [{ sku, quantity: 1 }] });

function oneWins(answers: readonly Answer[], status: number): void {
  assert.equal(answers.filter((answer) => answer.status === status).length, 1);
  assert.ok(
    answers.every(({ status: got, body }) => got === status || body.code === 'already-exists'),
  );
}

async function versionsOf(subject: string): Promise<number[]> {
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  return items
    .filter((event: { subject: string }) => event.subject === subject)
    .map((event: { version: number }) => event.version);
}

test('of twenty SKUs with one code, one is created', async () => {
  oneWins(await many(20, () => create('one')), 201);
});

test('of twenty SKUs with one barcode, new and changed, one has it', async () => {
  const barcode = '4006381333931';
  await many(10, (place) => create(`scan-${place}`));
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, (_, place) =>
      shop.call('PATCH', `/v1/skus/scan-${place}`, { barcodes: [barcode] }),
    ),
    ...Array.from({ length: 10 }, (_, place) => create(`scan-new-${place}`, { barcode })),
  ]);
  assert.equal(answers.filter(({ status }) => status < 300).length, 1);
  for (const { status, body } of answers)
    if (status >= 300)
      assert.deepEqual([body.code, body.data.barcode], ['already-exists', barcode]);
});

test('of twenty channels with one code, one is created; renaming races lose politely', async () => {
  const body = { code: 'web', name: 'Web' };
  oneWins(await many(20, () => shop.call('POST', '/v1/channels', body)), 201);
  await many(5, (place) => shop.call('POST', '/v1/channels', { code: `c${place}`, name: 'C' }));
  const renamed = await many(5, (place) =>
    shop.call('PATCH', `/v1/channels/c${place}`, { code: 'wanted' }),
  );
  oneWins(renamed, 200);
});

test('changes of one SKU at once have dense versions, in the log too', async () => {
  const { id } = (await create('busy')).body;
  const answers = await many(10, (place) =>
    shop.call('PATCH', `/v1/skus/${id}`, { title: `Title ${place}` }),
  );
  assert.deepEqual(
    answers.map((answer) => answer.body.version).sort((a, b) => a - b),
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  );
  assert.deepEqual(await versionsOf(id), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('SKUs that want to be kits of each other do not both become one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const codes = ['a', 'b', 'c'].map((name) => `ring-${round}-${name}`);
    await Promise.all(codes.map((code) => create(code)));
    const answers = await many(3, (place) =>
      shop.call('PATCH', `/v1/skus/${codes[place]}`, kitOf(codes[(place + 1) % 3] ?? '')),
    );
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
    assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'kit-invalid'));
  }
});

test('the same bulk sent five times at once creates each SKU once', async () => {
  const items = Array.from({ length: 100 }, (_, place) => ({ code: `bulk-${place}`, title: 'B' }));
  const answers = await many(5, (place) =>
    shop.call('PUT', '/v1/skus/bulk', { items: place % 2 === 0 ? items : items.toReversed() }),
  );
  const outcomes = answers.flatMap(({ body }) =>
    body.items.map((row: { outcome: string }) => row.outcome),
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'created').length, 100);
  assert.equal(outcomes.filter((outcome) => outcome === 'unchanged').length, 400);
});

test('bulks that change the same SKUs in any order do not fail each other', async () => {
  const rows = (title: string, turned: boolean) => {
    const items = Array.from({ length: 100 }, (_, place) => ({ code: `bulk-${place}`, title }));
    return { items: turned ? items.toReversed() : items };
  };
  const answers = await many(6, (place) =>
    shop.call('PUT', '/v1/skus/bulk', rows(`Title ${place}`, place % 2 === 0)),
  );
  assert.ok(answers.every((answer) => answer.status === 200));
  const { id, version } = (await shop.call('GET', '/v1/skus/bulk-7')).body;
  assert.equal(version, 7);
  assert.deepEqual(await versionsOf(id), [1, 2, 3, 4, 5, 6, 7]);
});
