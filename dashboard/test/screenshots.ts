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
  {
    name: 'orders-chosen',
    screen: null,
    path: '/orders?status=open,on-hold&sort=-total',
    prepare: async (page) => {
      await page.getByTestId('row').nth(2).waitFor();
      for (const row of [0, 1, 2])
        await page.getByTestId('row').nth(row).getByRole('checkbox').check();
      await page.keyboard.press('j');
      await page.keyboard.press(' ');
      await page.getByTestId('preview').getByRole('link').waitFor();
    },
  },
  {
    name: 'orders-filter',
    screen: null,
    path: '/orders?channel=web&paymentStatus=none,pending',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: 'Status', exact: true }).click();
      await page.getByRole('checkbox').nth(1).waitFor();
    },
  },
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
