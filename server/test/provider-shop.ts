// A shop with accounts at Stripe and PayPal, which are doubles with a memory of their own: what they
// did is compared with what the shop knows, and what they tell is signed as they sign.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { manualPayments } from '@doorstep/connectors/manual-payments/manual-payments.ts';
import {
  openPaypalDouble,
  type PaypalDouble,
} from '@doorstep/connectors/paypal/double/paypal-double.ts';
import { testAuthority } from '@doorstep/connectors/paypal/double/test-authority.ts';
import { paypalPayments } from '@doorstep/connectors/paypal/paypal-payments.ts';
import {
  openStripeDouble,
  type StripeDouble,
} from '@doorstep/connectors/stripe/double/stripe-double.ts';
import { stripeHeader } from '@doorstep/connectors/stripe/double/stripe-header.ts';
import { stripePayments } from '@doorstep/connectors/stripe/stripe-payments.ts';
import { type Answer, type Caller, openShop, type Shop, type ShopOptions } from './shop.ts';
import { stockUp } from './stock.ts';

export interface ProviderShop {
  readonly shop: Shop;
  readonly stripe: StripeDouble;
  readonly paypal: PaypalDouble;
  /** What was planted: none of it may be found anywhere. */
  readonly secrets: readonly string[];
  readonly connections: { readonly stripe: string; readonly paypal: string };
  tellStripe(event: object): Promise<Answer>;
  tellPaypal(event: object): Promise<Answer>;
  close(): Promise<void>;
}

const SECRETS = {
  secretKey: `sk_test_${randomBytes(12).toString('hex')}`,
  webhookSecret: `whsec_${randomBytes(12).toString('hex')}`,
  clientId: `client-${randomBytes(12).toString('hex')}`,
  clientSecret: `secret-${randomBytes(12).toString('hex')}`,
};
const CERT = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1';
const authority = testAuthority();

export async function openProviderShop(options: ShopOptions = {}): Promise<ProviderShop> {
  const [stripe, paypal] = await Promise.all([openStripeDouble(), openPaypalDouble()]);
  const fetchCertificate = async () => authority.chain();
  const address = { protocol: 'http', host: '127.0.0.1', port: stripe.port } as const;
  const providers = [
    manualPayments(),
    stripePayments({ mode: 'test', address }),
    paypalPayments({
      mode: 'test',
      address: paypal.address,
      fetchCertificate,
      trust: [authority.root],
    }),
  ];
  const shop = await openShop({ providers, ...options });
  await stockUp(shop, { BER: { MUG: 100_000 } });
  await shop.call('POST', '/v1/channels', {
    code: 'now',
    name: 'Now',
    captureAt: 'authorization',
  });
  const channels = ['web', 'now'].map((channel) => ({ channel }));
  await shop.call('PATCH', '/v1/locations/BER', { channels });
  const connections = {
    stripe: await connect(shop, 'stripe-test', ['secretKey', 'webhookSecret']),
    paypal: await connect(shop, 'paypal-test', ['clientId', 'clientSecret'], { webhookId: 'WH-1' }),
  };
  const tell = (provider: string, id: string, body: string, headers: Record<string, string>) =>
    raw(shop, `/v1/provider-webhooks/${provider}/${id}`, body, headers);
  return {
    shop,
    stripe,
    paypal,
    secrets: Object.values(SECRETS),
    connections,
    tellStripe(event) {
      const body = JSON.stringify(event);
      const headers = { 'stripe-signature': stripeHeader(body, SECRETS.webhookSecret) };
      return tell('stripe-test', connections.stripe, body, headers);
    },
    tellPaypal(event) {
      const body = JSON.stringify(event);
      return tell('paypal-test', connections.paypal, body, paypalHeaders(body));
    },
    async close() {
      await shop.close();
      await Promise.all([stripe.close(), paypal.close()]);
    },
  };
}

async function connect(
  shop: Caller,
  provider: string,
  names: readonly (keyof typeof SECRETS)[],
  more: object = {},
): Promise<string> {
  const made = await shop.call('POST', '/v1/provider-connections', {
    provider,
    name: provider,
    secrets: Object.fromEntries(names.map((name) => [name, SECRETS[name]])),
    settings: { returnUrl: 'https://shop.example/back', ...more },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.id;
}

/** Past the caller of the tests: without credentials, and to the byte. */
async function raw(
  { app }: Shop,
  url: string,
  payload: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const response = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

function paypalHeaders(body: string): Record<string, string> {
  const time = new Date().toISOString();
  const signed = Buffer.from(`t-1|${time}|WH-1|${crc32(Buffer.from(body))}`);
  return {
    'paypal-transmission-id': 't-1',
    'paypal-transmission-time': time,
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': CERT,
    'paypal-transmission-sig': authority.sign(signed),
  };
}
