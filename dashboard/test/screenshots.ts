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
  { name: 'order', screen: '/orders/:order', path: anOrder },
  { name: 'review', screen: '/review', path: ordersInReview },
  {
    name: 'order-timeline',
    screen: null,
    path: async (shop) => `${await anOrder(shop)}?tab=timeline`,
  },
  {
    name: 'order-cancel',
    screen: null,
    path: async (shop) => `${await anOrder(shop)}?dialog=cancel`,
  },
  { name: 'exceptions', screen: '/exceptions', path: someExceptions },
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

/** One that has gone through everything, if there is one. */
async function anOrder({ api }: Dashboard): Promise<string> {
  const { items } = await api.listOrders({ limit: 50 });
  const told = items.find(({ fulfillmentStatus }) => fulfillmentStatus === 'partially-fulfilled');
  return `/orders/${(told ?? items[0])?.number}`;
}

/** With causes of several kinds, each seen before. */
async function someExceptions({ api }: Dashboard): Promise<string> {
  const [channel] = (await api.listChannels({ limit: 1 })).items;
  for (const sku of ['KETTLE-RED', 'LAMP-OAK'])
    await api.captureOrder({
      channel: channel?.code ?? '',
      currency: 'EUR',
      externalId: sku,
      lines: [{ sku, quantity: 2, unitPrice: '24.90' }],
    });
  for (const title of ['The label printer jams', 'A pallet came without papers'])
    await api.reportException({ title, reference: title });
  return '/exceptions';
}

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

/** What the channel says of them is enough for the rules. */
async function ordersInReview({ api }: Dashboard): Promise<string> {
  const rules = [
    { kind: 'provider-level' as const, level: 'elevated' as const, score: 60 },
    { kind: 'first-order-over' as const, amountMinor: 1000, currency: 'EUR', score: 20 },
  ];
  await api.setRiskPolicy({ active: true, reviewFrom: 50, rules });
  const channel = (await api.listChannels({ limit: 1 })).items[0]?.code ?? '';
  const lines = [{ sku: 'NOT-OURS', quantity: 2, unitPrice: '49.00' }];
  for (const level of ['elevated', 'highest'] as const) {
    const risk = { source: 'shield', level, score: level === 'highest' ? 91 : 64 };
    const { id } = await api.captureOrder({ channel, currency: 'EUR', lines, risk });
    while ((await api.getOrderRisk({ order: id })).state !== 'review')
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return '/review';
}
