// A browser of a test: keeps the cookie it gets, and sends what a page of this server sends.

import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import { type Answer, type Caller, checkAgainstContract, type Shop } from './shop.ts';

export interface Browser extends Caller {
  /** What the cookie holds now, as the browser sends it. */
  cookie(): string;
  csrfToken(): string;
  signIn(body: object): Promise<Answer>;
}

const HOST = 'orders.example.com';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function openBrowser(shop: Shop, userAgent = FIREFOX): Browser {
  let cookie = '';
  let csrfToken = '';
  const browser: Browser = {
    cookie: () => cookie,
    csrfToken: () => csrfToken,
    async call(method, path, body, headers = {}) {
      const response = await shop.app.inject({
        method: method as 'GET',
        url: path,
        headers: {
          host: HOST,
          'user-agent': userAgent,
          ...(cookie === '' ? {} : { cookie }),
          ...(method === 'GET' ? {} : { origin: `http://${HOST}`, 'x-csrf-token': csrfToken }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const set = response.headers['set-cookie'];
      if (typeof set === 'string') cookie = set.split(';')[0] ?? '';
      const text = response.body;
      const answer = {
        status: response.statusCode,
        headers: response.headers,
        body: text === '' ? text : JSON.parse(text),
      };
      checkAgainstContract(method, path, answer);
      if (typeof answer.body?.csrfToken === 'string') csrfToken = answer.body.csrfToken;
      return answer;
    },
    signIn: (body) => browser.call('POST', '/v1/browser-session', body),
  };
  return browser;
}

/** The code that an authenticator shows at a moment. */
export function codeAt(secret: string, moment: Date): string {
  return generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) });
}

/** Sets up a second factor for the user of this browser. */
export async function enroll(
  browser: Browser,
  password: string,
  moment: Date,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await browser.call('POST', '/v1/me/second-factor', { password });
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  const { secret } = begun.body;
  const code = codeAt(secret, moment);
  const on = await browser.call('POST', '/v1/me/second-factor/confirmation', { code });
  assert.equal(on.status, 200, JSON.stringify(on.body));
  return { secret, recoveryCodes: on.body.recoveryCodes };
}
