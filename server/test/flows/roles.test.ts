import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCOPES } from '@doorstep/core/access/scope.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const password = 'correct horse battery';

const createRole = (code: string, scopes: readonly string[]): Promise<Answer> =>
  shop.call('POST', '/v1/roles', { code, name: `Role ${code}`, scopes });

async function signedInAs(role: string, email: string) {
  const user = await shop.call('POST', '/v1/users', { email, name: 'Ann', role, password });
  assert.equal(user.status, 201, JSON.stringify(user.body));
  const { body } = await shop.call('POST', '/v1/sessions', { tenant: 'test', email, password });
  const headers = { authorization: `Bearer ${body.token}` };
  return {
    id: user.body.id as string,
    call: (method: string, path: string, sent?: unknown) => shop.call(method, path, sent, headers),
  };
}

test('a role of one’s own is made of rights, given to users, and bites at their next request', async () => {
  const made = await createRole('night-shift', ['orders:read', 'stock:read']);
  assert.equal(made.status, 201);
  const ann = await signedInAs('night-shift', 'ann@example.com');
  assert.deepEqual((await ann.call('GET', '/v1/me')).body.scopes, ['orders:read', 'stock:read']);
  assert.equal((await ann.call('GET', '/v1/orders')).status, 200);
  assert.equal((await ann.call('GET', '/v1/customers')).status, 403);

  const path = `/v1/roles/${made.body.id}`;
  const changed = await shop.call('PATCH', path, { scopes: ['customers:read'], version: 1 });
  assert.deepEqual([changed.status, changed.body.version, changed.body.users], [200, 2, 1]);
  assert.equal((await ann.call('GET', '/v1/orders')).status, 403);
  assert.equal((await ann.call('GET', '/v1/customers')).status, 200);
  assert.equal((await shop.call('PATCH', path, { name: 'x', version: 1 })).status, 409);
});

test('whoever signs in after a change has what the role says now', async () => {
  const made = await createRole('late', ['orders:read']);
  await shop.call('PATCH', `/v1/roles/${made.body.id}`, { scopes: ['drops:read'] });
  const late = await signedInAs('late', 'late@example.com');
  assert.deepEqual((await late.call('GET', '/v1/me')).body.scopes, ['drops:read']);
});

test('a role that somebody has is not deleted, one that nobody has is', async () => {
  const made = await createRole('to-go', ['orders:read']);
  const user = await signedInAs('to-go', 'gone@example.com');
  const path = `/v1/roles/${made.body.id}`;
  const refused = await shop.call('DELETE', path);
  assert.deepEqual([refused.body.code, refused.body.data.users], ['role-in-use', 1]);
  await shop.call('PATCH', `/v1/users/${user.id}`, { role: 'analyst' });
  assert.equal((await shop.call('DELETE', path)).status, 204);
  assert.equal((await shop.call('DELETE', path)).status, 404);
  const unknown = { email: 'x@example.com', name: 'X', role: 'to-go', password };
  assert.equal((await shop.call('POST', '/v1/users', unknown)).body.code, 'role-unknown');
});

test('nobody gives more than they have: not in a role, not to a user, not to themselves', async () => {
  const chief = ['access:read', 'access:write', 'orders:read'];
  const chiefs = await createRole('chief', chief);
  const own = await signedInAs('chief', 'chief@example.com');
  const more = { code: 'more', name: 'More', scopes: ['orders:write'] };
  assert.equal((await own.call('POST', '/v1/roles', more)).body.code, 'not-allowed');
  const path = `/v1/roles/${chiefs.body.id}`;
  const raised = await own.call('PATCH', path, { scopes: [...chief, 'orders:write'] });
  assert.deepEqual([raised.status, raised.body.data], [403, { scope: 'orders:write' }]);
  const above = await createRole('above', ['orders:write']);
  const lowered = await own.call('PATCH', `/v1/roles/${above.body.id}`, {
    scopes: ['orders:read'],
  });
  assert.equal(lowered.status, 403);
  const given = await own.call('PATCH', `/v1/users/${own.id}`, { role: 'admin' });
  assert.equal(given.status, 403);
  const less = { code: 'less', name: 'Less', scopes: ['orders:read'] };
  assert.equal((await own.call('POST', '/v1/roles', less)).status, 201);
});

test('the roles that every tenant has are as they are, and their codes are taken', async () => {
  assert.equal((await createRole('admin', ['orders:read'])).body.code, 'already-exists');
  assert.equal((await createRole('chief', ['orders:read'])).body.code, 'already-exists');
  const { items } = (await shop.call('GET', '/v1/roles')).body;
  assert.deepEqual(items[0], {
    code: 'admin',
    id: null,
    name: null,
    scopes: [...SCOPES],
    users: 0,
    version: null,
  });
});
