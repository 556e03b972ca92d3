// The rooms that have screens. A room enters the navigation here, and its screens in screens.ts.

import {
  IconAlertTriangle,
  IconArrowsLeftRight,
  IconBolt,
  IconCash,
  IconChartBar,
  IconCode,
  IconHome,
  IconPackages,
  IconReceipt,
  IconShieldCheck,
  IconTruckDelivery,
  IconTruckReturn,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import type { Room } from '../shell/room.ts';

export const rooms: readonly Room[] = [
  { path: '/', title: 'home', icon: IconHome, key: 'h', scope: null },
  { path: '/orders', title: 'orders', icon: IconReceipt, key: 'o', scope: 'orders:read' },
  { path: '/inventory', title: 'inventory', icon: IconPackages, key: 'i', scope: 'stock:read' },
  {
    path: '/fulfillment',
    title: 'fulfillment',
    icon: IconTruckDelivery,
    key: 'f',
    scope: 'fulfillment:read',
  },
  { path: '/returns', title: 'returns', icon: IconTruckReturn, key: 'r', scope: 'returns:read' },
  { path: '/drops', title: 'drops', icon: IconBolt, key: 's', scope: 'drops:read' },
  {
    path: '/exceptions',
    title: 'exceptions',
    icon: IconAlertTriangle,
    key: 'e',
    scope: 'exceptions:read',
  },
  { path: '/payments', title: 'payments', icon: IconCash, key: 'p', scope: 'payments:read' },
  { path: '/reports', title: 'reports', icon: IconChartBar, key: 'n', scope: 'reports:read' },
  {
    path: '/import-export',
    title: 'importExport',
    icon: IconArrowsLeftRight,
    key: 'x',
    scope: 'history:read',
  },
  { path: '/review', title: 'review', icon: IconShieldCheck, key: 'v', scope: 'risk:read' },
  { path: '/developers', title: 'developers', icon: IconCode, key: 'd', scope: 'events:read' },
  { path: '/users', title: 'users', icon: IconUsers, key: 'u', scope: 'access:read' },
  { path: '/account', title: 'account', icon: IconUser, key: 'a', scope: null },
];
