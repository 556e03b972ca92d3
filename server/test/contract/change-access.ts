// All that changes who gets in: sessions, passwords, second factors, keys.

import { codeAt, enroll, openBrowser } from '../browser.ts';
import type { Shop } from '../shop.ts';

export async function changeAccess(shop: Shop): Promise<void> {
  const password = 'correct horse battery';
  const credentials = { tenant: 'test', email: 'day@example.com', password };
  const user = { email: credentials.email, name: 'Day', role: 'admin', password };
  const { id } = (await shop.call('POST', '/v1/users', user)).body;
  const [browser, other] = [openBrowser(shop), openBrowser(shop)];
  for (const one of [browser, other]) await one.signIn(credentials);
  const session = (await other.call('GET', '/v1/me')).body.session.id;
  await browser.call('DELETE', `/v1/sessions/${session}`);
  const { secret, recoveryCodes } = await enroll(browser, password, new Date());
  await other.signIn({ ...credentials, code: recoveryCodes[0] });
  await other.signIn({ ...credentials, code: codeAt(secret, new Date(0)) });
  await browser.call('DELETE', '/v1/sessions?keepCurrent=true');
  await browser.call('POST', '/v1/me/second-factor/recovery-codes', { password });
  await browser.call('PUT', '/v1/me/password', { current: password, password: 'another password' });
  await shop.call('POST', `/v1/users/${id}/unlocking`);
  await shop.call('POST', `/v1/users/${id}/password-resets`);
  const role = { code: 'day-shift', name: 'Day', scopes: ['orders:read'] };
  const made = (await shop.call('POST', '/v1/roles', role)).body;
  await shop.call('PATCH', `/v1/roles/${made.id}`, { name: 'By day' });
  await shop.call('DELETE', `/v1/roles/${made.id}`);
  const key = (await shop.call('POST', '/v1/api-keys', { name: 'x', scopes: ['orders:read'] }))
    .body;
  await shop.call('POST', `/v1/api-keys/${key.id}/rotations`, {});
}
