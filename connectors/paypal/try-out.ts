// Whether an account may be used: its credentials are taken, and the webhook that signatures are over is
// one of it.

import type { ProviderAccount } from '@doorstep/core/payments/provider.ts';
import { ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import { type PaypalApi, PaypalProblem } from './paypal-client.ts';
import { failLooking } from './paypal-error.ts';

export async function tryOutPaypal(
  api: PaypalApi,
  { settings }: ProviderAccount,
  signal: AbortSignal,
): Promise<string | null> {
  const { webhookId } = settings;
  const path =
    webhookId === undefined
      ? '/v1/notifications/webhooks'
      : `/v1/notifications/webhooks/${encodeURIComponent(webhookId)}`;
  try {
    const { url } = (await api.get(path, signal)) as { readonly url?: string };
    return url ?? null;
  } catch (error) {
    if (error instanceof PaypalProblem && error.message.includes(' 404'))
      throw new ProviderFailure('unexpected', `PayPal knows no webhook ${webhookId}.`);
    return failLooking(error);
  }
}
