// How to get every refusal of signing in, of accounts, and of settings.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import { enroll, openBrowser } from '../browser.ts';
import type { Answer, Shop } from '../shop.ts';
import { aboutSettings } from './provoked-settings.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

const password = 'correct horse battery';

export const aboutAccess = {
  ...aboutSettings,
  'sign-in-failed': (shop) => signIn(shop, 'nobody@example.com'),
  'rate-limited': async (shop) => {
    for (let guess = 0; guess < 10; guess += 1) await signIn(shop, 'guessed@example.com');
    return signIn(shop, 'guessed@example.com');
  },
  'last-admin': async (shop) => {
    const { body } = await shop.call('POST', '/v1/users', {
      email: 'only@example.com',
      name: 'Only',
      role: 'admin',
      password: 'long enough',
    });
    return shop.call('PATCH', `/v1/users/${body.id}`, { disabled: true });
  },
  'role-unknown': (shop) =>
    shop.call('POST', '/v1/users', {
      email: 'unknown-role@example.com',
      name: 'Nobody',
      role: 'no-such-role',
      password: 'long enough',
    }),
  'role-in-use': async (shop) => {
    const { body } = await shop.call('POST', '/v1/roles', {
      code: 'in-use',
      name: 'In use',
      scopes: ['orders:read'],
    });
    await shop.call('POST', '/v1/users', {
      email: 'role-in-use@example.com',
      name: 'One',
      role: 'in-use',
      password: 'long enough',
    });
    return shop.call('DELETE', `/v1/roles/${body.id}`);
  },
  'second-factor-needed': async (shop) => {
    const { credentials } = await guarded(shop, 'needed');
    return shop.call('POST', '/v1/sessions', credentials);
  },
  'second-factor-wrong': async (shop) => {
    const { credentials } = await guarded(shop, 'wrong');
    return shop.call('POST', '/v1/sessions', { ...credentials, code: '000000' });
  },
  'second-factor-on': async (shop) => {
    const { browser } = await guarded(shop, 'on');
    return browser.call('POST', '/v1/me/second-factor', { password });
  },
  'second-factor-off': async (shop) => {
    const { browser } = await member(shop, 'off');
    return browser.call('POST', '/v1/me/second-factor/removal', { password });
  },
  'password-wrong': async (shop) => {
    const { browser } = await member(shop, 'forgetful');
    return browser.call('POST', '/v1/me/second-factor', { password: 'guess' });
  },
  'password-reset-invalid': (shop) =>
    shop.call('POST', '/v1/password-resets/redemptions', { tenant: 'test', token: 'x', password }),
  'not-a-browser-session': (shop) => shop.call('PUT', '/v1/browser-session', { tenant: 'test' }),
  'cross-site-request': async (shop) => {
    const { browser } = await member(shop, 'surfer');
    const channel = { code: 'evil', name: 'Evil' };
    return browser.call('POST', '/v1/channels', channel, { origin: 'https://evil.example' });
  },
  'api-key-over': async (shop) => {
    const { body } = await shop.call('POST', '/v1/api-keys', {
      name: 'x',
      scopes: ['orders:read'],
    });
    await shop.call('DELETE', `/v1/api-keys/${body.id}`);
    return shop.call('POST', `/v1/api-keys/${body.id}/rotations`, {});
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;

async function member(shop: Shop, name: string) {
  const credentials = { tenant: 'test', email: `${name}@example.com`, password };
  const user = { email: credentials.email, name, role: 'service', password };
  await shop.call('POST', '/v1/users', user);
  const browser = openBrowser(shop);
  await browser.signIn(credentials);
  return { browser, credentials };
}

/** With a second factor. */
async function guarded(shop: Shop, name: string) {
  const one = await member(shop, name);
  await enroll(one.browser, password, new Date());
  return one;
}

function signIn(shop: Shop, email: string): Promise<Answer> {
  return shop.call('POST', '/v1/sessions', { tenant: 'test', email, password: 'wrong' });
}
