// The rooms of the house, upstream first: a room imports itself and rooms before it.

export const rooms = [
  'access',
  'settings',
  'customers',
  'catalog',
  'locations',
  'inventory',
  'routing',
  'payments',
  'stored-value',
  'risk',
  'drops',
  'orders',
  'fulfillment',
  'shipping',
  'returns',
  'order-page',
  'exceptions',
  'desk',
  'forecasting',
  'analytics',
  'notifications',
  'webhooks',
  'automation',
  'connections',
  'history',
  'retention',
  'accounting',
  'reconciliation',
  'verify',
  'demo',
] as const;

/** Folders of server/src that serve all rooms and import none of them. */
export const services = ['db', 'log', 'http', 'front'] as const;
