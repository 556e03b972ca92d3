// Every screen: its path, who may see it, and the file it comes in. Each is loaded when it is opened.

import type { Scope } from '@doorstep/core/access/scope.ts';
import type { ComponentType } from 'react';

export interface Screen {
  readonly path: string;
  readonly scope: Scope | null;
  readonly load: () => Promise<ComponentType>;
}

export const screens: readonly Screen[] = [
  {
    path: '/',
    scope: null,
    load: async () => (await import('../home/home-screen.tsx')).HomeScreen,
  },
  {
    path: '/queues/:queue',
    scope: 'fulfillment:read',
    load: async () => (await import('../home/queue-screen.tsx')).QueueScreen,
  },
  {
    path: '/orders',
    scope: 'orders:read',
    load: async () => (await import('../orders/orders-screen.tsx')).OrdersScreen,
  },
  {
    path: '/orders/:order',
    scope: 'orders:read',
    load: async () => (await import('../orders/order-screen.tsx')).OrderScreen,
  },
  {
    path: '/inventory',
    scope: 'stock:read',
    load: async () => (await import('../inventory/inventory-screen.tsx')).InventoryScreen,
  },
  {
    path: '/catalog',
    scope: 'catalog:read',
    load: async () => (await import('../catalog/catalog-screen.tsx')).CatalogScreen,
  },
  {
    path: '/catalog/:sku',
    scope: 'catalog:read',
    load: async () => (await import('../catalog/sku-screen.tsx')).SkuScreen,
  },
  {
    path: '/locations',
    scope: 'locations:read',
    load: async () => (await import('../locations/locations-screen.tsx')).LocationsScreen,
  },
  {
    path: '/locations/:location',
    scope: 'locations:read',
    load: async () => (await import('../locations/location-screen.tsx')).LocationScreen,
  },
  {
    path: '/customers',
    scope: 'customers:read',
    load: async () => (await import('../customers/customers-screen.tsx')).CustomersScreen,
  },
  {
    path: '/customers/:customer',
    scope: 'customers:read',
    load: async () => (await import('../customers/customer-screen.tsx')).CustomerScreen,
  },
  {
    path: '/fulfillment',
    scope: 'fulfillment:read',
    load: async () => (await import('../fulfillment/board-screen.tsx')).BoardScreen,
  },
  {
    path: '/fulfillment/print/:document',
    scope: 'fulfillment:read',
    load: async () => (await import('../fulfillment/print-screen.tsx')).PrintScreen,
  },
  {
    path: '/returns',
    scope: 'returns:read',
    load: async () => (await import('../returns/returns-screen.tsx')).ReturnsScreen,
  },
  {
    path: '/returns/:return',
    scope: 'returns:read',
    load: async () => (await import('../returns/return-screen.tsx')).ReturnScreen,
  },
  {
    path: '/drops',
    scope: 'drops:read',
    load: async () => (await import('../drops/drops-screen.tsx')).DropsScreen,
  },
  {
    path: '/drops/:drop',
    scope: 'drops:read',
    load: async () => (await import('../drops/drop-screen.tsx')).DropScreen,
  },
  {
    path: '/reports',
    scope: 'reports:read',
    load: async () => (await import('../reports/reports-screen.tsx')).ReportsScreen,
  },
  {
    path: '/import-export',
    scope: 'history:read',
    load: async () =>
      (await import('../import-export/import-export-screen.tsx')).ImportExportScreen,
  },
  {
    path: '/import-export/imports/:import',
    scope: 'history:read',
    load: async () => (await import('../import-export/import-screen.tsx')).ImportScreen,
  },
  {
    path: '/exceptions',
    scope: 'exceptions:read',
    load: async () => (await import('../exceptions/exceptions-screen.tsx')).ExceptionsScreen,
  },
  {
    path: '/payments',
    scope: 'payments:read',
    load: async () => (await import('../payments/payments-screen.tsx')).PaymentsScreen,
  },
  {
    path: '/gift-cards',
    scope: 'payments:read',
    load: async () => (await import('../gift-cards/gift-cards-screen.tsx')).GiftCardsScreen,
  },
  {
    path: '/gift-cards/:giftCard',
    scope: 'payments:read',
    load: async () => (await import('../gift-cards/gift-card-screen.tsx')).GiftCardScreen,
  },
  {
    path: '/review',
    scope: 'risk:read',
    load: async () => (await import('../review/review-screen.tsx')).ReviewScreen,
  },
  {
    path: '/developers',
    scope: 'events:read',
    load: async () => (await import('../developers/developers-screen.tsx')).DevelopersScreen,
  },
  {
    path: '/settings',
    scope: 'settings:read',
    load: async () => (await import('../settings/settings-screen.tsx')).SettingsScreen,
  },
  {
    path: '/users',
    scope: 'access:read',
    load: async () => (await import('../users/users-screen.tsx')).UsersScreen,
  },
  {
    path: '/account',
    scope: null,
    load: async () => (await import('../account/account-screen.tsx')).AccountScreen,
  },
];
