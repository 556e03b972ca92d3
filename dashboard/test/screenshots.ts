// What `npm run screenshots` shows: every screen once, and more where one picture is not enough.

import type { Page } from 'playwright-core';
import type { Dashboard } from './open-dashboard.ts';

export interface Screenshot {
  readonly name: string;
  /** The screen of app/screens.ts that it shows; null for what is none, such as the sign-in. */
  readonly screen: string | null;
  /** A path that shows it; unless told, that of the screen. */
  readonly path?: string | ((dashboard: Dashboard) => Promise<string>);
  readonly isSignedOut?: boolean;
  /** What to do before the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export const screenshots: readonly Screenshot[] = [
  { name: 'sign-in', screen: null, path: '/', isSignedOut: true },
  { name: 'home', screen: '/' },
  { name: 'queue', screen: '/queues/:queue', path: '/queues/to-pick' },
  { name: 'orders', screen: '/orders' },
  { name: 'inventory', screen: '/inventory' },
  {
    name: 'inventory-level',
    screen: null,
    path: '/inventory',
    prepare: async (page) => {
      const cell = page.getByTestId('row').nth(1).getByRole('gridcell').nth(1);
      await cell.dblclick();
      await page.getByTestId('sum').waitFor();
    },
  },
  { name: 'drops', screen: '/drops', path: (shop) => dropOf(shop).then(() => '/drops') },
  { name: 'drop', screen: '/drops/:drop', path: dropOf },
  { name: 'drop-kiosk', screen: null, path: async (shop) => `${await dropOf(shop)}?kiosk=1` },
  { name: 'exceptions', screen: '/exceptions' },
  { name: 'developers', screen: '/developers' },
  { name: 'account', screen: '/account' },
  {
    name: 'palette',
    screen: null,
    path: '/orders',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('100');
      await page.getByRole('option').nth(2).waitFor();
    },
  },
  {
    name: 'keys',
    screen: null,
    path: '/orders',
    prepare: async (page) => page.keyboard.press('?'),
  },
];

/** A running drop that has sold some. */
async function dropOf({ api }: Dashboard): Promise<string> {
  const { items } = await api.listDrops({ limit: 1 });
  if (items[0] !== undefined) return `/drops/${items[0].id}`;
  const location = (await api.listLocations({ limit: 1 })).items[0]?.code ?? '';
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  await api.createSku({ code: 'LIVE-MUG', title: 'Mug of the livestream' });
  await api.receiveStock({ location, lines: [{ sku: 'LIVE-MUG', quantity: 200 }] });
  const { id } = await api.createDrop({
    name: 'Friday night live',
    startsAt: new Date(Date.now() - 600_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    limitPerBuyer: 2,
    items: [{ sku: 'LIVE-MUG', pool: [{ location, units: 120 }], preorderCap: 40 }],
  });
  for (let order = 0; order < 30; order += 1)
    await api.captureOrder({
      channel,
      currency: 'EUR',
      customer: { email: `buyer${order}@example.com` },
      lines: [{ sku: 'LIVE-MUG', quantity: 1 + (order % 2), unitPriceMinor: 1900 }],
      drop: { id },
    });
  return `/drops/${id}`;
}
