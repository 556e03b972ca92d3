// What a principal may do. A role is a named set of scopes; an API key carries scopes directly.

export const SCOPES = [
  'access:read',
  'access:write',
  'customers:read',
  'customers:write',
  'catalog:read',
  'catalog:write',
  'locations:read',
  'locations:write',
  'stock:read',
  'stock:write',
  'drops:read',
  'drops:write',
  'orders:read',
  'orders:write',
  'payments:read',
  'payments:write',
  'payments:approve',
  'risk:read',
  'risk:write',
  'fulfillment:read',
  'fulfillment:write',
  'returns:read',
  'returns:write',
  'exceptions:read',
  'exceptions:write',
  'webhooks:read',
  'webhooks:write',
  'reports:read',
  'history:read',
  'history:write',
  'events:read',
  'verify:run',
] as const;

export type Scope = (typeof SCOPES)[number];

const READ_ALL = SCOPES.filter((scope) => scope.endsWith(':read') && scope !== 'access:read');

/** The roles, from the words of the people who hold them. */
export const ROLES = {
  admin: SCOPES,
  operations: SCOPES.filter((scope) => !scope.startsWith('access:')),
  service: [
    ...READ_ALL,
    'customers:write',
    'orders:write',
    'payments:write',
    'returns:write',
    'exceptions:write',
  ],
  warehouse: [
    'catalog:read',
    'locations:read',
    'stock:read',
    'stock:write',
    'orders:read',
    'fulfillment:read',
    'fulfillment:write',
    'returns:read',
    'returns:write',
    'exceptions:read',
    'exceptions:write',
  ],
  integrator: [
    ...READ_ALL,
    'customers:write',
    'catalog:write',
    'stock:write',
    'drops:write',
    'orders:write',
    'payments:write',
    'fulfillment:write',
    'returns:write',
    'webhooks:write',
  ],
  analyst: READ_ALL,
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof ROLES;

export function scopesOf(role: Role): readonly Scope[] {
  return ROLES[role];
}

export function allows(granted: readonly Scope[], needed: Scope): boolean {
  return granted.includes(needed);
}

/** The first needed scope that is not granted; undefined when all are. */
export function missingScope(
  granted: readonly Scope[],
  needed: readonly Scope[],
): Scope | undefined {
  return needed.find((scope) => !granted.includes(scope));
}
