// Somebody of a role who is signed in: where it matters who asks, a key does not do.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Caller, Shop } from './shop.ts';

export async function callerOfUser(shop: Shop, role: string): Promise<Caller> {
  const email = `${role}-${randomBytes(3).toString('hex')}@example.com`;
  const password = randomBytes(12).toString('base64url');
  const made = await shop.call('POST', '/v1/users', { email, name: role, role, password });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const signedIn = await shop.call('POST', '/v1/sessions', { tenant: 'test', email, password });
  assert.equal(signedIn.status, 201, JSON.stringify(signedIn.body));
  return shop.withSecret(signedIn.body.token);
}
