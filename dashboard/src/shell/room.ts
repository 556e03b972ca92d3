// A room of the dashboard, as the navigation shows it. app/rooms.ts lists them.

import type { Scope } from '@doorstep/core/access/scope.ts';
import type { ComponentType } from 'react';

export interface Room {
  readonly path: string;
  readonly title:
    | 'home'
    | 'orders'
    | 'inventory'
    | 'catalog'
    | 'locations'
    | 'customers'
    | 'fulfillment'
    | 'returns'
    | 'drops'
    | 'exceptions'
    | 'reports'
    | 'importExport'
    | 'payments'
    | 'giftCards'
    | 'review'
    | 'developers'
    | 'settings'
    | 'users'
    | 'account';
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  /** `g`, then this. */
  readonly key: string;
  /** What one must hold to see it; null: everybody may. */
  readonly scope: Scope | null;
}
