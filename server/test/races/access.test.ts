import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const password = 'correct horse battery';
const newUser = (email: string, role: string): Promise<Answer> =>
  shop.call('POST', '/v1/users', { email, name: 'Ann', role, password });

test('of twenty users with one e-mail address, one is created', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      newUser(place % 2 === 0 ? 'one@example.com' : 'ONE@example.com', 'analyst'),
    ),
  );
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
  const others = answers.filter((answer) => answer.status !== 201);
  assert.ok(others.every((answer) => answer.body.code === 'already-exists'));
});

test('admins who step down together leave one', async () => {
  const admins = await Promise.all(
    Array.from({ length: 8 }, (_, place) => newUser(`admin-${place}@example.com`, 'admin')),
  );
  const answers = await Promise.all(
    admins.map(({ body }, place) =>
      shop.call(
        'PATCH',
        `/v1/users/${body.id}`,
        place % 2 ? { role: 'analyst' } : { disabled: true },
      ),
    ),
  );
  assert.equal(answers.filter((answer) => answer.status === 200).length, 7);
  assert.deepEqual(
    answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.code),
    ['last-admin'],
  );
});

test('changes of one user at once have dense versions; a stale one among them is told', async () => {
  const { id } = (await newUser('busy@example.com', 'analyst')).body;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      shop.call('PATCH', `/v1/users/${id}`, { name: `Name ${place}`, version: 1 }),
    ),
  );
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, ...Array(9).fill(409)]);
  const free = await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      shop.call('PATCH', `/v1/users/${id}`, { name: `Other ${place}` }),
    ),
  );
  assert.deepEqual(
    free.map((answer) => answer.body.version).sort((a, b) => a - b),
    [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  );
});

test('a key revoked many times at once is revoked once', async () => {
  const key = { name: 'x', scopes: ['orders:read'] };
  const { id } = (await shop.call('POST', '/v1/api-keys', key)).body;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => shop.call('DELETE', `/v1/api-keys/${id}`)),
  );
  assert.ok(answers.every((answer) => answer.status === 204));
  await shop.sequence();
  const { items } = (await shop.call('GET', '/v1/events?limit=1000')).body;
  const revoked = items.filter(
    (event: { subject: string; type: string }) =>
      event.subject === id && event.type === 'api-key.revoked.v1',
  );
  assert.equal(revoked.length, 1);
});

test('a user who is disabled while signing in has no session afterwards', async () => {
  for (let round = 0; round < 5; round += 1) {
    const email = `leaver-${round}@example.com`;
    const { id } = (await newUser(email, 'analyst')).body;
    const [session] = await Promise.all([
      shop.call('POST', '/v1/sessions', { tenant: 'test', email, password }),
      shop.call('PATCH', `/v1/users/${id}`, { disabled: true }),
    ]);
    if (session.status !== 201) continue;
    const headers = { authorization: `Bearer ${session.body.token}` };
    assert.equal((await shop.call('GET', '/v1/me', undefined, headers)).status, 401);
  }
});

test('a role that is deleted while it is given to somebody is either gone or theirs', async () => {
  for (let round = 0; round < 5; round += 1) {
    const code = `fleeting-${'abcde'[round]}`;
    const role = { code, name: code, scopes: ['orders:read'] };
    const { id } = (await shop.call('POST', '/v1/roles', role)).body;
    const [given, gone] = await Promise.all([
      newUser(`${code}@example.com`, code),
      shop.call('DELETE', `/v1/roles/${id}`),
    ]);
    const told = [given.status === 201 ? 'theirs' : given.body.code, gone.body?.code ?? 'gone'];
    assert.ok(
      ['theirs role-in-use', 'role-unknown gone'].includes(told.join(' ')),
      `${told} ${gone.status}`,
    );
  }
});

test('whoever signs in while a role changes has what it says in the end', async () => {
  const role = { code: 'moving', name: 'Moving', scopes: ['orders:read'] };
  const { id } = (await shop.call('POST', '/v1/roles', role)).body;
  await newUser('moving@example.com', 'moving');
  const sign = { tenant: 'test', email: 'moving@example.com', password };
  const [signed] = await Promise.all([
    shop.call('POST', '/v1/sessions', sign),
    shop.call('PATCH', `/v1/roles/${id}`, { scopes: ['drops:read'] }),
  ]);
  const headers = { authorization: `Bearer ${signed?.body.token}` };
  const me = await shop.call('GET', '/v1/me', undefined, headers);
  assert.deepEqual(me.body.scopes, ['drops:read']);
});
