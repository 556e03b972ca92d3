// A tenant's account at a payment provider, as its connector gets to see it.

import type { Id } from '../ids.ts';

/**
 * The tenant's own account at a provider. Its secrets are opened for one call, and never logged,
 * stored or told.
 */
export interface ProviderAccount {
  readonly connection: Id<'providerConnection'>;
  readonly settings: AccountSettings;
  readonly secrets: AccountSecrets;
}

/** What people may read: where the payer returns to, and the like. */
export type AccountSettings = Readonly<Record<string, string>>;
export type AccountSecrets = Readonly<Record<string, string>>;
