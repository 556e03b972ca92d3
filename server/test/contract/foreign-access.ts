// What a tenant may try with the users, sessions, keys and requests of another.

import assert from 'node:assert/strict';
import type { Runtime } from '../../src/runtime.ts';
import type { Caller } from '../shop.ts';
import type { Attempt, Foreign } from './foreign.ts';

/** Signs the user in who was made before, and keeps the id of a request. */
export async function sessionOfForeign(
  shop: Caller,
  slug: string,
  runtime: Runtime,
): Promise<Pick<Foreign, 'session' | 'request'>> {
  const credentials = { tenant: slug, email: 'both@example.com', password: 'long enough' };
  const { status, body } = await shop.call('POST', '/v1/sessions', credentials);
  assert.equal(status, 201);
  const headers = { authorization: `Bearer ${body.token}` };
  const me = await shop.call('GET', '/v1/me', undefined, headers);
  await runtime.requests.write();
  return { session: me.body.session.id, request: String(me.headers['x-request-id']) };
}

const own: Attempt = { told: 'own' };

export function accessAttempts(a: Foreign): Record<string, Attempt[]> {
  const user = { user: a.user };
  return {
    listEvents: [own, { query: { after: '0', limit: '1000' }, told: 'own' }],
    // Followed in a test of its own: this is that it opens.
    streamEvents: [],
    getMe: [own],
    listUsers: [own],
    listColleagues: [own],
    createUser: [
      {
        body: {
          email: 'both@example.com',
          name: 'B',
          role: 'analyst',
          password: 'long enough',
        },
        told: 'own',
      },
    ],
    changeUser: [
      { params: user, body: { name: 'stolen' }, told: 'not-found' },
      { params: user, body: { disabled: true }, told: 'not-found' },
      { params: user, body: { password: 'long enough too' }, told: 'not-found' },
    ],
    listRoles: [own],
    createRole: [{ body: { code: 'own', name: 'B', scopes: ['orders:read'] }, told: 'own' }],
    changeRole: [{ params: { role: a.role }, body: { name: 'stolen' }, told: 'not-found' }],
    deleteRole: [{ params: { role: a.role }, told: 'not-found' }],
    listAudit: [
      own,
      { query: { subject: a.user }, told: 'own' },
      { query: { actor: `user:${a.user}` }, told: 'own' },
      { query: { kind: 'user' }, told: 'own' },
    ],
    exportAudit: [
      { query: { format: 'csv' }, told: 'own' },
      { query: { subject: a.user }, told: 'own' },
    ],
    listApiKeys: [own],
    createApiKey: [{ body: { name: 'B', scopes: ['orders:read'] }, told: 'own' }],
    revokeApiKey: [{ params: { key: a.key }, told: 'not-found' }],
    rollApiKey: [{ params: { key: a.key }, body: {}, told: 'not-found' }],
    issuePasswordReset: [{ params: user, told: 'not-found' }],
    resetSecondFactor: [{ params: user, told: 'not-found' }],
    unlockUser: [{ params: user, told: 'not-found' }],
    listRequests: [own, { query: { failed: 'true' }, told: 'own' }],
    getRequest: [{ params: { request: a.request }, told: 'not-found' }],
    ...sessionAttempts(a),
    ...accountAttempts(),
    runVerification: [own],
  };
}

function sessionAttempts(a: Foreign): Record<string, Attempt[]> {
  const theirs = { tenant: a.slug, email: 'b@example.com', password: 'long enough' };
  return {
    signIn: [{ body: theirs, told: 'sign-in-failed' }],
    signInBrowser: [{ body: theirs, told: 'sign-in-failed' }],
    switchTenant: [{ body: { tenant: a.slug }, told: 'not-a-browser-session' }],
    signOut: [{ told: 'not-found' }],
    listSessions: [own, { query: { user: a.user }, told: 'own' }],
    endSession: [{ params: { session: a.session }, told: 'not-found' }],
    endSessions: [{ told: 'not-a-user' }, { query: { user: a.user }, told: 'not-found' }],
    requestPasswordReset: [{ body: { tenant: a.slug, email: 'b@example.com' }, told: 'own' }],
    redeemPasswordReset: [
      {
        body: { tenant: a.slug, token: 'dsr_none', password: 'long enough' },
        told: 'password-reset-invalid',
      },
    ],
  };
}

/** Of the caller alone: there is nothing of another tenant to name. */
function accountAttempts(): Record<string, Attempt[]> {
  const password = 'long enough';
  const mine = (body: object): Attempt[] => [{ body, told: 'not-a-user' }];
  return {
    changeProfile: mine({ name: 'B' }),
    changePreferences: mine({ theme: 'dark' }),
    changePassword: mine({ current: password, password }),
    beginSecondFactor: mine({ password }),
    confirmSecondFactor: mine({ code: '123456' }),
    replaceRecoveryCodes: mine({ password }),
    removeSecondFactor: mine({ password }),
  };
}
