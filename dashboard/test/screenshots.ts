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
  {
    name: 'tour',
    screen: null,
    path: '/',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('tour');
      await page.keyboard.press('Enter');
      await page.getByTestId('tour').waitFor();
    },
  },
  { name: 'queue', screen: '/queues/:queue', path: '/queues/to-pick' },
  { name: 'orders', screen: '/orders' },
  { name: 'exceptions', screen: '/exceptions' },
  { name: 'developers', screen: '/developers' },
  { name: 'developers-webhooks', screen: '/developers', path: endpointOf },
  { name: 'developers-events', screen: '/developers', path: '/developers?tab=events' },
  { name: 'developers-requests', screen: '/developers', path: '/developers?tab=requests' },
  { name: 'users', screen: '/users' },
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

/** One that nobody listens at, with a ping that failed. */
async function endpointOf({ api }: Dashboard): Promise<string> {
  const { items } = await api.listWebhookEndpoints();
  const known =
    items[0] ?? (await api.createWebhookEndpoint({ url: 'http://127.0.0.1:8999/hook' }));
  if (items.length === 0) await api.pingWebhookEndpoint({ endpoint: known.id });
  return `/developers?tab=webhooks&endpoint=${known.id}`;
}
