// The matrix of roles and rights is what the API goes by: every operation is tried by every role, and
// by a user who has one right alone, right after right, in one session.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Operation } from '@doorstep/contract/operation.ts';
import { operations } from '@doorstep/contract/operations.ts';
import { ROLES, SCOPES, type Scope } from '@doorstep/core/access/scope.ts';
import { ID_PREFIXES } from '@doorstep/core/ids.ts';
import { type Caller, openShop, type Shop } from '../shop.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const guarded = operations.filter(({ scope }) => scope !== null);
const password = 'correct horse battery';

/** Far from anything there is, and with a query and a body that nothing accepts: it only asks to be let in. */
function knock(caller: Caller, operation: Operation): Promise<{ status: number; code: unknown }> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const prefix = ID_PREFIXES[name as keyof typeof ID_PREFIXES];
    return prefix === undefined ? 'none' : `${prefix}_${'0'.repeat(32)}`;
  });
  const body = operation.method === 'GET' ? undefined : { nothing: 'of the kind' };
  return caller
    .call(operation.method, `${path}?nothing=asked`, body)
    .then((answer) => ({ status: answer.status, code: answer.body?.code }));
}

async function differences(caller: Caller, granted: readonly Scope[], who: string) {
  const found: string[] = [];
  for (const operation of guarded) {
    const { status, code } = await knock(caller, operation);
    const isLetIn = code !== 'not-allowed' && status !== 401;
    const may = granted.includes(operation.scope as Scope);
    if (isLetIn !== may) found.push(`${who} ${operation.id}: ${status} ${code}`);
  }
  return found;
}

test('every operation answers every role as the matrix says', async () => {
  const { items } = (await shop.call('GET', '/v1/roles')).body;
  for (const [role, scopes] of Object.entries(ROLES)) {
    const shown = items.find((one: { code: string }) => one.code === role);
    assert.deepEqual(shown.scopes, [...scopes], role);
    assert.deepEqual(await differences(await shop.as(scopes), scopes, role), []);
  }
});

test('with one right alone, a signed-in user is let in where it is asked for and nowhere else', async () => {
  const first = { code: 'one-right', name: 'One right', scopes: [SCOPES[0]] };
  const role = (await shop.call('POST', '/v1/roles', first)).body;
  const user = { email: 'one@example.com', name: 'One', role: role.code, password };
  await shop.call('POST', '/v1/users', user);
  const sign = { tenant: 'test', email: user.email, password };
  const { token } = (await shop.call('POST', '/v1/sessions', sign)).body;
  const caller: Caller = {
    call: (method, path, body) =>
      shop.call(method, path, body, { authorization: `Bearer ${token}` }),
  };
  // One operation of each scope is enough here: which needs what is walked above.
  const samples = SCOPES.map((scope) => guarded.find((one) => one.scope === scope));
  for (const scope of SCOPES) {
    const changed = await shop.call('PATCH', `/v1/roles/${role.id}`, { scopes: [scope] });
    assert.equal(changed.status, 200);
    for (const [place, operation] of samples.entries()) {
      if (operation === undefined) continue;
      const { code } = await knock(caller, operation);
      const may = SCOPES[place] === scope;
      assert.equal(code !== 'not-allowed', may, `${scope} ${operation.id} ${code}`);
    }
  }
});

test('a route without a right is one of signing in, of the own account, or open by design', () => {
  const open = operations.filter(({ scope }) => scope === null).map(({ path }) => path);
  for (const path of new Set(open))
    assert.match(
      path,
      /^\/v1\/(me|sessions|browser-session|password-resets|provider-webhooks|settings\/logo)\b/,
    );
});
