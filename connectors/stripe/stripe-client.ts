// The official SDK, set up for one account.

import type { ProviderAccount } from '@doorstep/core/payments/provider.ts';
import { ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import Stripe from 'stripe';

/** Where Stripe is; left out, where it really is. */
export interface StripeAddress {
  readonly protocol: 'http' | 'https';
  readonly host: string;
  readonly port: number;
}

/** Within the time that the server waits for an answer, with both retries. */
const CALL_MS = 6000;
/** By the SDK, with growing pauses and the same idempotency key; the server asks again later. */
const RETRIES = 2;

export type StripeClients = (account: ProviderAccount | null) => Stripe;

export function stripeClients(address?: StripeAddress): StripeClients {
  // One for all accounts, so that connections are kept; nothing of an account stays in it.
  const httpClient = Stripe.createNodeHttpClient();
  return (account) => {
    const secretKey = account?.secrets['secretKey'];
    if (secretKey === undefined)
      throw new ProviderFailure('not-connected', 'There is no connection to Stripe.');
    return new Stripe(secretKey, {
      httpClient,
      maxNetworkRetries: RETRIES,
      timeout: CALL_MS,
      telemetry: false,
      ...address,
    });
  };
}
