// npm run screenshots: a picture of every screen, light and dark, on a desk and on a phone, in
// dashboard/screenshots. `npm run screenshots -- orders` takes those whose name holds the word.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startTestPostgres } from '../../server/test/embedded.ts';
import { DESK, PHONE } from './look.ts';
import { type Dashboard, openDashboard } from './open-dashboard.ts';
import { type Screenshot, screenshots } from './screenshots.ts';

const folder = join(import.meta.dirname, '../screenshots');
/** Until what is on its way has come, or it was clear that nothing will. */
const SETTLE_MS = 400;
const ORDERS = 240;

const LOOKS = [
  { name: 'light', viewport: DESK, colorScheme: 'light' },
  { name: 'dark', viewport: DESK, colorScheme: 'dark' },
  { name: 'phone', viewport: PHONE, colorScheme: 'light' },
] as const;

const words = process.argv.slice(2);
const wanted = screenshots.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

const postgres = await startTestPostgres();
process.env['DOORSTEP_TEST_DATABASE_URL'] = postgres.url;
const dashboard = await openDashboard({ orders: ORDERS, pastPerDay: 260 });
try {
  await mkdir(folder, { recursive: true });
  for (const [index, shot] of wanted.entries()) {
    process.stdout.write(`${index + 1}/${wanted.length} ${shot.name} … `);
    const startedAt = performance.now();
    for (const look of LOOKS) await take(dashboard, shot, look);
    console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  console.log(`They are in ${folder}`);
} finally {
  await dashboard.close();
  await postgres.stop();
}

async function take(shop: Dashboard, shot: Screenshot, look: (typeof LOOKS)[number]) {
  const { viewport, colorScheme } = look;
  const path = typeof shot.path === 'function' ? await shot.path(shop) : shot.path;
  const given = { viewport, colorScheme };
  const where = path ?? shot.screen ?? '/';
  const page = shot.isSignedOut
    ? await shop.open(where, given)
    : await shop.signInAs('admin', where, given);
  await settled(page);
  await shot.prepare?.(page);
  await settled(page);
  await page.screenshot({ path: join(folder, `${shot.name}-${look.name}.png`) });
  await page.context().close();
}

/** The stream of events never ends, so the network is never idle: a while without a change will do. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  await page.waitForTimeout(SETTLE_MS);
}
