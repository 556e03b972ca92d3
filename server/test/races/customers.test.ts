import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { customerCreated } from '../../src/customers/customer-created.ts';
import {
  type FoundCustomer,
  findOrCreateCustomers,
} from '../../src/customers/find-or-create-customers.ts';
import { runCommand } from '../../src/db/run-command.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const many = <T>(count: number, one: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, place) => one(place)));
const create = (body: object): Promise<Answer> => shop.call('POST', '/v1/customers', body);
async function findAll(emails: readonly string[]): Promise<FoundCustomer[]> {
  const context = { tenant: shop.tenant, actor: systemActor('test'), now: new Date() };
  const { outcome } = await runCommand(shop.runtime.app, context, null, async (tx) => {
    const contacts = emails.map((email) => ({ email, name: null, phone: null }));
    const found = await findOrCreateCustomers(tx, contacts, tx.now);
    for (const one of found) if (one.created) tx.emit(customerCreated(one.id));
    return found;
  });
  assert.ok(Array.isArray(outcome));
  return outcome;
}

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
    return findAll([...emails.slice(from), ...emails.slice(0, from)]);
  });
  const ids = new Set(batches.flat().map((found) => found.id));
  assert.equal(ids.size, 30);
  assert.equal(batches.flat().filter((found) => found.created).length, 30);
});

test('a buyer who orders while being erased becomes a new customer, or the order is erased too', async () => {
  await stockUp(shop, { BER: { MUG: 100 } });
  for (let round = 0; round < 8; round += 1) {
    const email = `phoenix-${round}@example.com`;
    const { id } = (await create({ email })).body;
    const [ordered, erased] = await Promise.all([
      shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { customer: { email } })),
      shop.call('POST', `/v1/customers/${id}/erasure`),
    ]);
    assert.deepEqual([ordered.status, erased.status], [201, 200]);
    const { customer, contact } = (await shop.call('GET', `/v1/orders/${ordered.body.id}`)).body;
    const known = (await shop.call('GET', `/v1/customers/${customer}`)).body;
    assert.deepEqual([contact.email, known.email], customer === id ? [null, null] : [email, email]);
  }
});

test('an erasure and changes of its orders at once leave nothing personal', async () => {
  for (let round = 0; round < 5; round += 1) {
    const email = `changing-${round}@example.com`;
    const order = orderOf({ MUG: 1 }, { customer: { email } });
    const { id, customer } = (await shop.call('POST', '/v1/orders', order)).body;
    const at = `/v1/orders/${id}`;
    const [erased] = await Promise.all([
      shop.call('POST', `/v1/customers/${customer}/erasure`),
      shop.call('POST', `${at}/notes`, { body: 'before or after' }),
      shop.call('PATCH', `${at}/custom-fields`, { customFields: { gift: 'yes' } }),
      shop.call('POST', `${at}/cancellations`, { reason: 'customer', note: 'changed her mind' }),
    ]);
    assert.equal(erased.status, 200);
    const { items } = (await shop.call('GET', `${at}/timeline`)).body;
    const types = items.map((event: { type: string }) => event.type);
    const left = (await shop.call('GET', at)).body;
    const since = types.slice(types.indexOf('order.erased.v1') + 1);
    assert.equal(types.filter((type: string) => type === 'order.erased.v1').length, 1);
    assert.equal(left.customFields.gift === 'yes', since.includes('order.custom_fields_set.v1'));
    const noted = since.includes('order.note_added.v1') ? 'before or after' : '[erased]';
    assert.equal(left.notes[0].body, noted);
    const told = since.includes('order.canceled.v1') ? 'changed her mind' : null;
    assert.equal(left.cancellations[0].note, told);
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

test('orders and merges at once: every order ends with the one who is left, with all of the money', async () => {
  for (let round = 0; round < 4; round += 1) {
    const emails = ['left', 'right'].map((side) => `${side}-${round}@example.com`);
    const [a, b] = await Promise.all(emails.map((email) => create({ email })));
    const order = (email: string) =>
      shop.call('POST', '/v1/orders', orderOf({ MUG: 1 }, { customer: { email } }));
    const merge = (into: string, from: string) =>
      shop.call('POST', `/v1/customers/${into}/merges`, { from });
    const [ordered, there, back] = await Promise.all([
      Promise.all([...emails, ...emails].map(order)),
      merge(a?.body.id, b?.body.id),
      merge(b?.body.id, a?.body.id),
    ]);
    assert.deepEqual([there.status, back.status].sort(), [200, 409]);
    const survivor = there.status === 200 ? a?.body.id : b?.body.id;
    for (const { status, body } of ordered) {
      assert.equal(status, 201);
      const read = (await shop.call('GET', `/v1/orders/${body.id}`)).body;
      assert.equal(read.customer, survivor);
    }
    const { orders } = (await shop.call('GET', `/v1/customers/${survivor}/order-summary`)).body;
    assert.equal(orders, 4);
  }
});

test('a merge and an erasure at once leave nothing of either that both should have taken', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [kept, gone] = await Promise.all(
      ['kept', 'gone'].map((side) => create({ email: `${side}-of-${round}@example.com` })),
    );
    const [merged, erased] = await Promise.all([
      shop.call('POST', `/v1/customers/${kept?.body.id}/merges`, { from: gone?.body.id }),
      shop.call('POST', `/v1/customers/${kept?.body.id}/erasure`),
    ]);
    assert.equal(erased.status, 200);
    const other = (await shop.call('GET', `/v1/customers/${gone?.body.id}`)).body;
    assert.equal(other.email === null, merged.status === 200);
  }
});
