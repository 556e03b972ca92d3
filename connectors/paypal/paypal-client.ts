// The official SDK, set up for one account, and plain calls for what it lacks: disputes. A client
// holds its access token, which PayPal wants to be used again, so clients are kept.

import { createHash } from 'node:crypto';
import type { ProviderAccount } from '@doorstep/core/payments/provider.ts';
import { ProviderFailure } from '@doorstep/core/payments/provider-failure.ts';
import {
  Client,
  Environment,
  OrdersController,
  PaymentsController,
} from '@paypal/paypal-server-sdk';
import { callElsewhere } from './call-elsewhere.ts';

export interface PaypalApi {
  readonly orders: OrdersController;
  readonly payments: PaymentsController;
  /** A plain look. @throws PaypalProblem */
  get(path: string, signal: AbortSignal): Promise<unknown>;
  /** A plain call that changes nothing there. @throws PaypalProblem */
  post(path: string, body: string, signal: AbortSignal): Promise<unknown>;
}

/** What a plain call was answered in place of what it asked for. */
export class PaypalProblem extends ProviderFailure {
  /** PayPal's word for it, as in RESULTSET_TOO_LARGE. */
  readonly issue: string;
  constructor(status: number, issue: string) {
    const isRefused = status === 401 || status === 403;
    const kind = isRefused ? 'credentials' : status === 429 ? 'rate-limited' : 'unexpected';
    super(kind, `PayPal answered ${status} ${issue}`.trimEnd());
    this.issue = issue;
  }
}

export interface PaypalClients {
  of(account: ProviderAccount | null): PaypalApi;
  /** After a failure: the SDK keeps a token that it could not fetch, and would fail for ever. */
  forget(account: ProviderAccount | null): void;
}

/** Within the time that the server waits for an answer, with both retries. */
const CALL_MS = 6000;
const RETRIES = 2;
const RETRY_S = 0.4;
const KEPT_MAX = 500;

/** @param address another one than PayPal's own, for tests: http://host:port */
export function paypalClients(mode: 'test' | 'live', address?: string): PaypalClients {
  const kept = new Map<string, PaypalApi>();
  return {
    of(account) {
      const { clientId, clientSecret } = account?.secrets ?? {};
      if (account === null || clientId === undefined || clientSecret === undefined)
        throw new ProviderFailure('not-connected', 'There is no connection to PayPal.');
      const name = nameOf(account);
      const known = kept.get(name);
      if (known !== undefined) return known;
      if (kept.size >= KEPT_MAX) kept.clear();
      const made = openApi(mode, { clientId, clientSecret }, address);
      kept.set(name, made);
      return made;
    },
    forget(account) {
      if (account !== null) kept.delete(nameOf(account));
    },
  };
}

/** Other secrets, another client. */
function nameOf({ connection, secrets }: ProviderAccount): string {
  const { clientId, clientSecret } = secrets;
  return createHash('sha256').update(`${connection}\n${clientId}\n${clientSecret}`).digest('hex');
}

function openApi(
  mode: 'test' | 'live',
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  address: string | undefined,
): PaypalApi {
  const client = new Client({
    environment: mode === 'live' ? Environment.Production : Environment.Sandbox,
    timeout: CALL_MS,
    clientCredentialsAuthCredentials: { oAuthClientId: clientId, oAuthClientSecret: clientSecret },
    httpClientOptions: {
      timeout: CALL_MS,
      retryConfig: {
        maxNumberOfRetries: RETRIES,
        retryInterval: RETRY_S,
        // Every call that changes something carries its key.
        httpMethodsToRetry: ['GET', 'POST', 'PATCH'],
      },
    },
    ...(address === undefined
      ? {}
      : { unstable_httpClientOptions: { adapter: callElsewhere(address) } }),
  });
  const home = address ?? `https://api-m.${mode === 'live' ? '' : 'sandbox.'}paypal.com`;
  let token: Awaited<ReturnType<typeof client.clientCredentialsAuthManager.fetchToken>> | undefined;
  return {
    orders: new OrdersController(client),
    payments: new PaymentsController(client),
    get: (path, signal) => plain(path, { signal }),
    post: (path, body, signal) =>
      plain(path, {
        signal,
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      }),
  };

  async function plain(path: string, request: RequestInit): Promise<unknown> {
    token = await client.clientCredentialsAuthManager.updateToken(token);
    const response = await fetch(home + path, {
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${token.accessToken}` },
      redirect: 'error',
    });
    if (response.ok) return response.json();
    const { name, details } = (await response.json().catch(() => ({}))) as Told;
    throw new PaypalProblem(response.status, details?.[0]?.issue ?? name ?? '');
  }
}

interface Told {
  readonly name?: string;
  readonly details?: readonly { readonly issue?: string }[];
}
