// The dashboard as it is: a server of its own with the demo shop, the built files, a browser.
//
//   let dashboard: Dashboard;
//   before(async () => { dashboard = await openDashboard(); });
//   after(() => dashboard.close());
//   test('…', async () => {
//     const page = await dashboard.signInAs('operations', '/orders');
//     …
//   });

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import type { Role } from '@doorstep/core/access/scope.ts';
import type { PaymentProvider } from '@doorstep/core/payments/provider.ts';
import { type Doorstep, doorstepClient } from '@doorstep/sdk';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { isDashboardBuilt } from '../../bin/dashboard-build.mjs';
import { readConfig } from '../../server/src/config.ts';
import { installedCarriers } from '../../server/src/installed-carriers.ts';
import { installedProviders } from '../../server/src/installed-providers.ts';
import { readCredentials } from '../../server/src/local-credentials.ts';
import { serve } from '../../server/src/serve.ts';
import { freshDatabase, tenantOn } from '../../server/test/shop.ts';
import { launchBrowser } from './launch-browser.ts';

export interface OpenOptions extends BrowserContextOptions {
  /** Whoever is here for the first time is offered a tour; tests are not, unless they want it. */
  readonly isFirstVisit?: boolean;
  /** What the browser prefers; `en-US` unless told. */
  readonly locale?: string;
}

export interface Dashboard {
  readonly url: string;
  /** The API as the admin of the shop may call it. */
  readonly api: Doorstep;
  readonly browser: Browser;
  readonly tenant: string;
  /** Another tenant of the server, as its admin. */
  anotherTenant(slug: string): Promise<Doorstep>;
  /** A page of a new browser window, signed in with a user of this role. */
  signInAs(role: Role, path?: string, options?: OpenOptions): Promise<Page>;
  /** A page of a new browser window, not signed in. */
  open(path?: string, options?: OpenOptions): Promise<Page>;
  /** An e-mail address and password that sign in. */
  userAs(role: Role): Promise<{ email: string; password: string }>;
  close(): Promise<void>;
}

/** What a test opened goes with it: a window that stays follows every event, and reads anew for nobody. */
let openedByTest: BrowserContext[] = [];
beforeEach(() => {
  openedByTest = [];
});
afterEach(async () => {
  await Promise.all(openedByTest.map((context) => context.close()));
});

const DEMO_ORDERS = 60;
const WIDE = { width: 1440, height: 900 };

interface ShopOptions {
  readonly orders?: number;
  readonly pastPerDay?: number;
  /** In place of those of the same name. */
  readonly providers?: readonly PaymentProvider[];
}

export async function openDashboard({
  orders = DEMO_ORDERS,
  pastPerDay = 0,
  providers = [],
}: ShopOptions = {}): Promise<Dashboard> {
  if (!isDashboardBuilt(join(import.meta.dirname, '../..')))
    throw new Error(
      'The dashboard is not built: run this by npm test, or run npm run build first.',
    );
  const database = await freshDatabase();
  const dataHome = await mkdtemp(join(tmpdir(), 'doorstep-dashboard-'));
  const config = {
    ...readConfig({ DATABASE_URL: database.url, DOORSTEP_DATA: dataHome, DOORSTEP_PORT: '0' }),
    allowsPrivateAddresses: true,
    logLevel: 'silent',
    sandboxPayments: true,
    secretKeys: [randomBytes(32)],
  };
  const [server, browser] = await Promise.all([
    serve(config, () => {}, {
      providers: (notify) => [...installedProviders(config, notify), ...providers],
      carriers: installedCarriers(config),
      demo: { orders, pastPerDay },
    }),
    launchBrowser(),
  ]);
  // Orders are released, searched and summed up by what works behind: every test begins after that.
  await server.catchUp();
  const credentials = await readCredentials(dataHome);
  if (credentials === undefined) throw new Error('the demo shop has no credentials');
  const api = doorstepClient({ url: server.url, apiKey: credentials.apiKey });
  const userAs = usersOf(api);
  return {
    url: server.url,
    api,
    browser,
    tenant: credentials.tenant,
    userAs,
    async anotherTenant(slug) {
      const { secret } = await tenantOn(database.url, slug);
      return doorstepClient({ url: server.url, apiKey: secret });
    },
    async signInAs(role, path = '/', options = {}) {
      const cookie = await cookieOf(server.url, {
        tenant: credentials.tenant,
        ...(await userAs(role)),
      });
      const page = await openPage(browser, options, cookie);
      await page.goto(server.url + path);
      return page;
    },
    async open(path = '/', options = {}) {
      const page = await openPage(browser, options, null);
      await page.goto(server.url + path);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
      await database.drop();
      await rm(dataHome, { recursive: true, force: true });
    },
  };
}

function usersOf(api: Doorstep) {
  const known = new Map<Role, Promise<{ email: string; password: string }>>();
  const make = async (role: Role) => {
    const email = `${role}@demo.example`;
    const password = randomBytes(12).toString('base64url');
    // The demo shop has an admin already, whose address is taken.
    const own = role === 'admin' ? 'boss@demo.example' : email;
    await api.createUser({ email: own, name: `Robin ${role}`, role, password });
    return { email: own, password };
  };
  return (role: Role) => {
    const user = known.get(role) ?? make(role);
    known.set(role, user);
    return user;
  };
}

/** Signed in before the page is opened, as by a browser that was here before. */
async function cookieOf(url: string, credentials: object): Promise<SessionCookie> {
  const response = await fetch(`${url}/v1/browser-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  return { name, value, url, httpOnly: true, sameSite: 'Strict' };
}

interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'Strict';
}

async function openPage(
  browser: Browser,
  { isFirstVisit = false, ...options }: OpenOptions,
  cookie: SessionCookie | null,
) {
  const context = await browser.newContext({
    viewport: WIDE,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  openedByTest.push(context);
  context.setDefaultTimeout(30_000);
  if (cookie !== null) await context.addCookies([cookie]);
  if (!isFirstVisit)
    await context.addInitScript(() => localStorage.setItem('doorstep.tour', 'seen'));
  return context.newPage();
}
