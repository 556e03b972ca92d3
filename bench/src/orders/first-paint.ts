// How soon somebody who opens the order list sees orders, in a real browser, and how many rows the
// page holds.

import { randomBytes } from 'node:crypto';
import { launchBrowser } from '../../../dashboard/test/launch-browser.ts';
import { askOnce } from '../rig/ask-once.ts';

const TENANT = 'main';
const TIMES = 9;

export interface FirstPaint {
  /** From the call of the page until its first rows are painted, in milliseconds. */
  readonly coldMs: number;
  /** The same with the files of the page in the cache of the browser. */
  readonly warmMs: number;
  /** In the page, after it was scrolled for a while. */
  readonly rows: number;
}

/** @param server with the key of an admin */
export async function firstPaint(
  server: { readonly port: number; readonly secret: string },
  times = TIMES,
): Promise<FirstPaint> {
  const browser = await launchBrowser();
  try {
    const cookie = await signIn(server);
    const url = `http://127.0.0.1:${server.port}/orders`;
    const cold: number[] = [];
    const warm: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies([{ ...cookie, url }]);
      cold.push(await paintedMs(context, url));
      warm.push(await paintedMs(context, url));
      await context.close();
    }
    return { coldMs: median(cold), warmMs: median(warm), rows: await rowsOf(browser, cookie, url) };
  } finally {
    await browser.close();
  }
}

const TOUR_SEEN = `localStorage.setItem('doorstep.tour', 'seen');`;
// The frame that has the rows is painted before the next one begins.
const MARK_ROWS = `
  const watch = () => requestAnimationFrame(
    document.querySelector('[data-testid=row]') === null ? watch : () => performance.mark('rows'));
  watch();`;
const MARKED_AT = `performance.getEntriesByName('rows')[0]?.startTime ?? 0`;

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Context = Awaited<ReturnType<Browser['newContext']>>;

async function paintedMs(context: Context, url: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript({ content: TOUR_SEEN + MARK_ROWS });
  await page.goto(url);
  await page.getByTestId('row').first().waitFor();
  let ms = 0;
  while (ms === 0) ms = Number(await page.evaluate(MARKED_AT));
  await page.close();
  return ms;
}

async function rowsOf(browser: Browser, cookie: Cookie, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ ...cookie, url }]);
  const page = await context.newPage();
  await page.addInitScript({ content: TOUR_SEEN });
  await page.goto(url);
  await page.getByTestId('row').first().hover();
  let most = 0;
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, 3000);
    most = Math.max(most, await page.getByTestId('row').count());
  }
  await context.close();
  return most;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
}

async function signIn(server: { readonly port: number; readonly secret: string }): Promise<Cookie> {
  const user = { email: 'bench@example.com', password: randomBytes(12).toString('base64url') };
  const body = { ...user, name: 'Bench', role: 'operations' };
  await askOnce(server, { method: 'POST', path: '/v1/users', body });
  const response = await fetch(`http://127.0.0.1:${server.port}/v1/browser-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant: TENANT, ...user }),
  });
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  return { name, value };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
