// The API as a page of the server itself calls it: with the cookie of the browser, and with the token of
// the session in every write.

import { type Doorstep, doorstepClient } from '@doorstep/sdk';

let csrfToken = '';

/** @param _round another client for each sign-in, so that what hangs on it begins anew */
export function pageClient(_round = 0): Doorstep {
  const client = doorstepClient({
    url: window.location.origin,
    retriesMax: 2,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      if (csrfToken !== '' && init?.method !== 'GET') headers.set('x-csrf-token', csrfToken);
      return window.fetch(input, { ...init, headers });
    },
  });
  return {
    ...client,
    async getMe(...request: Parameters<Doorstep['getMe']>) {
      const me = await client.getMe(...request);
      csrfToken = me.session?.csrfToken ?? '';
      return me;
    },
    async signInBrowser(...request: Parameters<Doorstep['signInBrowser']>) {
      const session = await client.signInBrowser(...request);
      csrfToken = session.csrfToken;
      return session;
    },
  };
}
