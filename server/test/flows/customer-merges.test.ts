// Two customers who are one person become one: what they have follows, and sums stay.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { catchUp } from '../../src/catch-up.ts';
import { startWorker } from '../../src/worker.ts';
import { importBytes } from '../importing.ts';
import { listUp } from '../list-up.ts';
import { askReport, figuresOf, sumUpSales } from '../reports.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { MUG: 1000 } });
});
after(() => shop.close());

async function post(path: string, body?: object) {
  const answer = await shop.call('POST', path, body);
  assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
async function get(path: string) {
  const { status, body } = await shop.call('GET', path);
  assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
  return body;
}
const buy = (email: string, more: object = {}) =>
  post('/v1/orders', orderOf({ MUG: 1 }, { customer: { email }, ...more }));
const merge = (into: string, from: string, more: object = {}) =>
  shop.call('POST', `/v1/customers/${into}/merges`, { from, ...more });

async function ids(path: string): Promise<string[]> {
  return (await get(path)).items.map(({ id }: { id: string }) => id);
}

test('orders follow, and who orders with either address is one customer', async () => {
  const ann = await post('/v1/customers', { email: 'ann@example.com', name: 'Ann Lee' });
  const old = await post('/v1/customers', {
    ...{ email: 'a.lee@example.com', name: 'Anna Leeds' },
    ...{ phone: '030 123456', externalId: 'crm-1' },
  });
  const address = { name: 'Ann', street: 'Kai 1', city: 'Hamburg', country: 'DE' };
  const first = await buy('a.lee@example.com', { shippingAddress: address });
  await post(`/v1/orders/${first.id}/notes`, { body: 'Rings twice' });
  const second = await buy('ann@example.com', { shippingAddress: address });
  await sumUpSales(shop);
  const before = await askReport(shop, { by: 'month' });

  const foreseen = await get(`/v1/customers/${ann.id}/merge-preview?from=${old.id}`);
  assert.deepEqual([foreseen.orders, foreseen.ownOrders], [1, 1]);
  assert.deepEqual(foreseen.gained, ['externalId', 'phone']);
  const merged = await merge(ann.id, old.id, { version: 1, fromVersion: 1 });
  assert.equal(merged.status, 200, JSON.stringify(merged.body));
  const { customer, from, orders } = merged.body;
  const { externalId, email, name, phone } = customer;
  assert.deepEqual({ externalId, email, name, phone }, foreseen.after);
  assert.deepEqual([orders, from.mergedInto, from.externalId], [1, ann.id, null]);
  assert.equal((await get(`/v1/orders/${first.id}`)).customer, ann.id);
  const again = await buy('A.Lee@example.com');
  assert.equal(again.customer, ann.id, 'the old address is hers as well');

  await listUp(shop);
  const hers = await ids(`/v1/orders?customer=${ann.id}&sort=created`);
  assert.deepEqual(hers, [first.id, second.id, again.id]);
  assert.deepEqual(await ids(`/v1/orders?customer=${old.id}`), []);
  assert.ok(!(await ids('/v1/customers?limit=200')).includes(old.id));
  for (const search of ['a.lee@example.com', 'leeds', 'ann@example.com', 'crm-1'])
    assert.deepEqual(await ids(`/v1/customers?search=${search}`), [ann.id], search);
  const known = await get(`/v1/customers/${ann.id}/contacts`);
  assert.deepEqual(known.alsoKnownAs[0].email, 'a.lee@example.com');
  assert.deepEqual(known.addresses, [
    { ...known.addresses[0], kind: 'shipping', address, orders: 2 },
  ]);
  assert.deepEqual([known.notes[0].order, known.notes[0].text], [first.id, 'Rings twice']);
  await post(`/v1/orders/${again.id}/cancellations`, { reason: 'customer' });

  await sumUpSales(shop);
  const { rows } = await askReport(shop, { by: 'customer' });
  assert.equal(figuresOf(rows, 'orders').length, 1, 'the report knows one customer');
  const after = await askReport(shop, { by: 'month' });
  assert.equal(after.rows[0].orders, before.rows[0].orders + 1);
  const { items } = await get(`/v1/orders/${first.id}/timeline`);
  assert.deepEqual(items.at(-1).data, { customer: ann.id, was: old.id });
});

test('what both owe is owed by one, within one limit, and what waited for it goes on', async () => {
  const worker = startWorker(shop.runtime);
  const terms = { payments: [{ provider: 'terms' }] };
  const [one, other] = ['ruth@example.com', 'ruth@example.org'];
  const first = await buy(one, terms);
  const second = await buy(other, terms);
  await catchUp(shop.runtime, 30_000);
  const limitOf = (id: string, currency: string, limitMinor: number) =>
    shop.call('PUT', `/v1/customers/${id}/credit/${currency}`, { limitMinor, netDays: 14 });
  await limitOf(second.customer, 'EUR', 1000);
  await limitOf(second.customer, 'USD', 700);
  await catchUp(shop.runtime, 30_000);
  await merge(first.customer, second.customer);
  await catchUp(shop.runtime, 30_000);
  const creditOf = async (id: string) => {
    const { credits, open } = await get(`/v1/customers/${id}/credit`);
    return [
      credits.map((credit: Record<string, unknown>) =>
        [credit['currency'], credit['limitMinor'], credit['owedMinor']].join(' '),
      ),
      open.map(({ state }: { state: string }) => state),
    ];
  };
  assert.deepEqual(await creditOf(first.customer), [
    ['EUR 1000 1000', 'USD 700 0'],
    ['waiting', 'granted'],
  ]);
  assert.deepEqual(await creditOf(second.customer), [[], []]);
  assert.equal((await limitOf(second.customer, 'EUR', 1)).body.code, 'customer-merged');
  await limitOf(first.customer, 'EUR', 2000);
  await catchUp(shop.runtime, 30_000);
  assert.deepEqual((await creditOf(first.customer))[1], ['granted', 'granted']);
  await worker.stop();
});

test('what cannot be merged is refused, and nothing moves', async () => {
  const [a, b, c] = await Promise.all(
    ['a', 'b', 'c'].map((name) => post('/v1/customers', { name: `Refused ${name}` })),
  );
  const code = async (into: string, from: string, more: object = {}) =>
    (await merge(into, from, more)).body.code;
  assert.equal(await code(a.id, a.id), 'validation-failed');
  assert.equal(await code(a.id, `cus_${'0'.repeat(32)}`), 'not-found');
  assert.equal(await code(a.id, b.id, { fromVersion: 7 }), 'version-conflict');
  await post(`/v1/customers/${c.id}/erasure`);
  assert.equal(await code(a.id, c.id), 'customer-erased');
  assert.equal((await merge(a.id, b.id)).status, 200);
  const gone = await merge(b.id, a.id);
  assert.deepEqual([gone.body.code, gone.body.data], ['customer-merged', { customer: a.id }]);
  for (const [method, path] of [
    ['PATCH', `/v1/customers/${b.id}`],
    ['POST', `/v1/customers/${b.id}/erasure`],
  ] as const) {
    const { body } = await shop.call(method, path, method === 'PATCH' ? { name: 'x' } : undefined);
    assert.equal(body.code, 'customer-merged', path);
  }
});

test('of three merged one after the other, one is left, and is erased with all their words', async () => {
  const people = await Promise.all(
    [1, 2, 3].map((n) =>
      post('/v1/customers', { email: `chain-${n}@example.org`, name: `N ${n}` }),
    ),
  );
  const [one, two, three] = people.map(({ id }) => id);
  assert.equal((await merge(two, one)).status, 200);
  assert.equal((await merge(three, two)).status, 200);
  const order = await buy('chain-1@example.org');
  assert.equal(order.customer, three);
  await shop.call('PATCH', `/v1/customers/${three}`, { name: 'Renamed' });
  assert.deepEqual(await ids('/v1/customers?search=chain-1@example.org'), [three]);
  const row = 'externalId,email,name,phone\n,chain-1@example.org,By File,';
  const done = await importBytes(shop, row, { profile: 'doorstep-customers' });
  assert.deepEqual([done.documents.create, done.documents.refuse], [{}, {}]);
  assert.equal((await get(`/v1/customers/${three}`)).name, 'By File');
  await post(`/v1/customers/${three}/erasure`);
  for (const id of [one, two, three]) {
    const { email, name, erasedAt } = await get(`/v1/customers/${id}`);
    assert.deepEqual([email, name, erasedAt === null], [null, null, false]);
  }
  assert.notEqual((await buy('chain-1@example.org')).customer, three);
});
