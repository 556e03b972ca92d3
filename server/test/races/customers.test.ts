import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findOrCreateCustomers } from '../../src/customers/find-or-create-customers.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const many = <T>(count: number, one: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const create = (body: object): Promise<Answer> => shop.call('POST', '/v1/customers', body);
const capture = (emails: readonly string[]) =>
  inTransaction(shop.runtime.app, shop.tenant, (tx) =>
    findOrCreateCustomers(
      tx,
      emails.map((email) => ({ email, name: null, phone: null })),
      new Date(),
    ),
  );

test('of twenty customers with one e-mail address, one is created', async () => {
  const answers = await many(20, () => create({ email: 'one@example.com' }));
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
  for (const { status, body } of answers)
    if (status !== 201) assert.deepEqual([body.code, body.data.field], ['already-exists', 'email']);
});

test('creating and changing to the same address at once: one has it, nobody breaks', async () => {
  const customers = await many(6, (place) => create({ name: `Customer ${place}` }));
  const answers = await Promise.all([
    ...customers.map(({ body }) =>
      shop.call('PATCH', `/v1/customers/${body.id}`, { email: 'wanted@example.com' }),
    ),
    ...Array.from({ length: 6 }, () => create({ email: 'wanted@example.com' })),
  ]);
  assert.equal(answers.filter((answer) => answer.status < 300).length, 1);
  for (const { status, body } of answers)
    if (status >= 300) assert.equal(body.code, 'already-exists');
});

test('updates racing an insert for the same address end in one owner', async () => {
  for (let round = 0; round < 5; round += 1) {
    const email = `race-${round}@example.com`;
    const customers = await many(4, (place) => create({ name: `Racer ${place}` }));
    const answers = await Promise.all([
      create({ email }),
      ...customers.map(({ body }) => shop.call('PATCH', `/v1/customers/${body.id}`, { email })),
      create({ email }),
    ]);
    assert.equal(answers.filter((answer) => answer.status < 300).length, 1);
    assert.ok(answers.every(({ status, body }) => status < 300 || body.code === 'already-exists'));
  }
});

test('batches with the same buyers in any order find the same customers', async () => {
  const emails = Array.from({ length: 30 }, (_, place) => `buyer-${place}@example.com`);
  const batches = await many(8, (place) => {
    const from = (place * 7) % emails.length;
    return capture([...emails.slice(from), ...emails.slice(0, from)]);
  });
  const ids = new Set(batches.flat().map((found) => found.id));
  assert.equal(ids.size, 30);
  assert.equal(batches.flat().filter((found) => found.created).length, 30);
});

test('a buyer who orders while being erased becomes a new customer, not an erased one', async () => {
  for (let round = 0; round < 5; round += 1) {
    const email = `phoenix-${round}@example.com`;
    const { id } = (await create({ email })).body;
    const [found] = await Promise.all([
      capture([email]),
      shop.call('POST', `/v1/customers/${id}/erasure`),
    ]);
    const first = found[0];
    assert.ok(first !== undefined && (first.id === id || first.created));
  }
});

test('changes of one customer at once have dense versions', async () => {
  const { id } = (await create({ name: 'Busy' })).body;
  const answers = await many(10, (place) =>
    shop.call('PATCH', `/v1/customers/${id}`, { name: `Name ${place}` }),
  );
  assert.deepEqual(
    answers.map((answer) => answer.body.version).sort((a, b) => a - b),
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  );
});

test('a customer erased many times at once is erased once', async () => {
  const { id } = (await create({ name: 'Gone' })).body;
  const answers = await many(10, () => shop.call('POST', `/v1/customers/${id}/erasure`));
  for (const answer of answers) assert.deepEqual(answer.body, answers[0]?.body);
  assert.equal(answers[0]?.body.version, 2);
});
