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
