// What `npm run screenshots` shows: every screen once, and more where one picture is not enough.

import type { Page } from 'playwright-core';
import type { Dashboard } from './open-dashboard.ts';
import {
  aBoard,
  aCustomer,
  aCustomerOnCredit,
  aCustomerWithCredit,
  aFileToMap,
  aGiftCard,
  aKit,
  aLocation,
  anOrder,
  anOrderPage,
  aReturn,
  aSku,
  dropOf,
  endpointOf,
  giftCards,
  importedStock,
  leaveAndComeBack,
  ordersInReview,
  printOf,
  reconciled,
  refundLimits,
  riskRules,
  someExceptions,
  someImports,
  worksOf,
} from './screenshot-places.ts';

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
  { name: 'catalog', screen: '/catalog' },
  { name: 'sku', screen: '/catalog/:sku', path: aSku },
  { name: 'kit', screen: null, path: aKit },
  { name: 'sku-edit', screen: null, path: async (shop) => `${await aKit(shop)}?edit=1` },
  { name: 'locations', screen: '/locations' },
  { name: 'location', screen: '/locations/:location', path: aLocation },
  {
    name: 'location-edit',
    screen: null,
    path: async (shop) => `${await aLocation(shop)}?edit=1`,
    prepare: async (page) => {
      await page.getByLabel('Cut-off').fill('09:30');
      await page.getByTestId('preview').scrollIntoViewIfNeeded();
    },
  },
  { name: 'customers', screen: '/customers' },
  { name: 'customer', screen: '/customers/:customer', path: aCustomer },
  { name: 'customer-store-credit', screen: null, path: aCustomerWithCredit },
  { name: 'gift-cards', screen: '/gift-cards', path: giftCards },
  { name: 'gift-card', screen: '/gift-cards/:giftCard', path: aGiftCard },
  {
    name: 'gift-card-issue',
    screen: null,
    path: async (shop) => `${await giftCards(shop)}?dialog=issue`,
  },
  { name: 'customer-credit', screen: null, path: aCustomerOnCredit },
  {
    name: 'customer-merge',
    screen: null,
    path: async (shop) => `${await aCustomer(shop)}?dialog=merge`,
    prepare: async (page) => {
      await page.getByRole('searchbox').fill('a');
      await page.getByTestId('other').first().click();
      await page.getByTestId('foreseen').waitFor();
    },
  },
  {
    name: 'customer-erase',
    screen: null,
    path: async (shop) => `${await aCustomer(shop)}?dialog=erase`,
  },
  { name: 'fulfillment', screen: '/fulfillment', path: aBoard },
  {
    name: 'fulfillment-pick',
    screen: null,
    path: aBoard,
    prepare: async (page) => {
      await page.getByTestId('card').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('p');
      await page.getByLabel('Found', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'fulfillment-work',
    screen: null,
    path: async (shop) => `${await aBoard(shop)}&work=${(await worksOf(shop)).at(-1)}`,
  },
  {
    name: 'fulfillment-pick-list',
    screen: '/fulfillment/print/:document',
    path: (shop) => printOf(shop, 'pick-list'),
  },
  {
    name: 'fulfillment-slip',
    screen: null,
    path: (shop) => printOf(shop, 'packing-slip'),
  },
  { name: 'returns', screen: '/returns', path: (shop) => aReturn(shop).then(() => '/returns') },
  { name: 'return', screen: '/returns/:return', path: aReturn },
  {
    name: 'return-receive',
    screen: null,
    path: async (shop) => `${await aReturn(shop)}?dialog=receive`,
  },
  {
    name: 'returns-announce',
    screen: null,
    path: '/returns',
    prepare: async (page) => page.keyboard.press('n'),
  },
  { name: 'order-page', screen: null, isSignedOut: true, path: anOrderPage },
  {
    name: 'order-page-return',
    screen: null,
    isSignedOut: true,
    path: async (shop) => `${await anOrderPage(shop)}/return`,
  },
  {
    name: 'order-page-find',
    screen: null,
    isSignedOut: true,
    path: async ({ api }) => (await api.getOrderPage()).path,
  },
  { name: 'drops', screen: '/drops', path: (shop) => dropOf(shop).then(() => '/drops') },
  { name: 'drop', screen: '/drops/:drop', path: dropOf },
  { name: 'drop-kiosk', screen: null, path: async (shop) => `${await dropOf(shop)}?kiosk=1` },
  { name: 'reports', screen: '/reports', path: '/reports?days=7' },
  {
    name: 'reports-stages',
    screen: null,
    path: async (shop) => {
      await leaveAndComeBack(shop);
      return '/reports?topic=stages&days=7&compare=none';
    },
  },
  {
    name: 'reports-returns',
    screen: null,
    path: async (shop) => {
      await leaveAndComeBack(shop);
      return '/reports?topic=returns&days=7';
    },
  },
  { name: 'import-export', screen: '/import-export', path: someImports },
  { name: 'import-mapping', screen: '/import-export/imports/:import', path: aFileToMap },
  {
    name: 'import-report',
    screen: null,
    path: async (shop) => `/import-export/imports/${await importedStock(shop)}`,
  },
  { name: 'export', screen: null, path: '/import-export?tab=export' },
  { name: 'payments', screen: '/payments', path: reconciled },
  { name: 'payments-accounts', screen: '/payments', path: '/payments?tab=accounts' },
  { name: 'payments-books', screen: '/payments', path: '/payments?tab=books' },
  { name: 'developers', screen: '/developers' },
  { name: 'developers-webhooks', screen: '/developers', path: endpointOf },
  { name: 'developers-events', screen: '/developers', path: '/developers?tab=events' },
  { name: 'developers-requests', screen: '/developers', path: '/developers?tab=requests' },
  { name: 'settings-company', screen: null, path: '/settings?tab=company' },
  { name: 'settings-channels', screen: null, path: '/settings?tab=channels' },
  { name: 'settings-reasons', screen: null, path: '/settings?tab=reasons' },
  { name: 'settings-numbers', screen: null, path: '/settings?tab=numbers' },
  { name: 'settings-refunds', screen: null, path: refundLimits },
  { name: 'settings-risk', screen: null, path: riskRules },
  { name: 'settings-retention', screen: null, path: '/settings?tab=retention' },
  { name: 'settings-roles', screen: '/settings', path: '/settings?tab=roles' },
  { name: 'settings-audit', screen: null, path: '/settings?tab=audit' },
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
