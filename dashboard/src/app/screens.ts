// Every screen: its path, who may see it, and the file it comes in. Each is loaded when it is opened.
// `screenshot` is a path that shows it, where the path has parts to fill in.

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
    path: '/orders',
    scope: 'orders:read',
    load: async () => (await import('../orders/orders-screen.tsx')).OrdersScreen,
  },
  {
    path: '/exceptions',
    scope: 'exceptions:read',
    load: async () => (await import('../exceptions/exceptions-screen.tsx')).ExceptionsScreen,
  },
  {
    path: '/developers',
    scope: 'events:read',
    load: async () => (await import('../developers/developers-screen.tsx')).DevelopersScreen,
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
