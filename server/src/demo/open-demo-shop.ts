// The demo shop: opened on the first run, through the same API that everybody uses.

import { randomBytes } from 'node:crypto';
import { systemActor } from '@doorstep/core/access/actor.ts';
import { SCOPES } from '@doorstep/core/access/scope.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { createApiKey } from '../access/create-api-key.ts';
import { createTenant } from '../access/create-tenant.ts';
import { createUser } from '../access/create-user.ts';
import { hashPassword } from '../access/password.ts';
import { readTenants } from '../access/read-tenants.ts';
import { runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import { listOrders } from '../desk/list-orders.ts';
import type { CallApi } from '../http/call-in-process.ts';
import { type LocalCredentials, readCredentials, writeCredentials } from '../local-credentials.ts';
import type { Runtime } from '../runtime.ts';
import { demoOrders } from './demo-orders.ts';
import { demoPlaces } from './demo-places.ts';
import { BESTSELLERS, demoSkus, KIT } from './demo-skus.ts';
import { momentsOfToday, PAST_PROFILE, pastOrders } from './past-orders.ts';
import { seededRandom } from './seeded-random.ts';
import { workTheMorning } from './work-the-morning.ts';

export interface DemoOptions {
  readonly callWith: (apiKey: string) => CallApi;
  readonly runtime: Runtime;
  readonly dataHome: string;
  readonly say: (line: string) => void;
  /** Orders of its first day. */
  readonly orders: number;
  /** Orders of a usual day in the weeks before; none: it opens today, and nothing is done yet. */
  readonly pastPerDay: number;
  /** Resolves when the worker has done what is due; at once where none runs. */
  readonly settle: () => Promise<void>;
}

const TENANT = { slug: 'demo', name: 'Demo shop', currency: 'EUR' };
const EMAIL = 'admin@demo.example';

type Call = (...request: Parameters<CallApi>) => Promise<unknown>;
type Random = () => number;

/**
 * Whether there is a demo shop to open: nobody has a shop here yet, or an earlier opening was cut
 * short before its orders.
 */
export async function wantsDemoShop(runtime: Runtime): Promise<boolean> {
  const tenants = await readTenants(runtime.gate);
  const [only] = tenants;
  if (only === undefined) return true;
  if (tenants.length > 1 || only.slug !== TENANT.slug) return false;
  const orders = await inTransaction(runtime.app, only.id, (tx) =>
    listOrders(tx, { limit: 1 }, runtime.now()),
  );
  return !isRefusal(orders) && orders.items.length === 0;
}

/** Every step may be done again, so an opening that was cut short is finished at the next start. */
export async function openDemoShop(options: DemoOptions): Promise<void> {
  const { callWith, runtime, dataHome, say } = options;
  say('Opening the demo shop');
  const credentials = await makeAccess(runtime, dataHome);
  const callApi = callWith(credentials.apiKey);
  const call = answering(callApi, EXPECTED);
  for (const channel of demoPlaces.channels) await call('POST', '/v1/channels', channel);
  for (const { fill: _fill, ...location } of demoPlaces.locations)
    await call('POST', '/v1/locations', location);
  const skus = demoSkus();
  await call('PUT', '/v1/skus/bulk', { items: skus });
  await call('POST', '/v1/skus', KIT);
  await call('PUT', '/v1/skus/VASE-OCEAN/backorder-limit', { cap: 50 });
  say(
    `  ${demoPlaces.channels.length} channels, ${demoPlaces.locations.length} locations, ${skus.length + 1} SKUs`,
  );
  await stockUp(
    call,
    skus.map((sku) => sku.code),
  );
  const placed = await placeOrders(call, options);
  say(`  stock at every location, ${placed.length} orders`);
  if (options.pastPerDay > 0) await live(callApi, options, placed);
}

/** A past to compare with, and a morning's work: an opening cut short here is left as it is. */
async function live(
  callApi: CallApi,
  { pastPerDay, runtime, settle, say }: DemoOptions,
  orders: readonly string[],
): Promise<void> {
  const call = answering(callApi, []);
  const past = Buffer.from(pastOrders(pastPerDay, runtime.now()));
  const about = { profile: PAST_PROFILE, fileName: 'past-orders.ndjson', apply: true };
  const { id } = (await call('POST', '/v1/imports', about)) as { id: string };
  await call('PUT', `/v1/imports/${id}/content?offset=0&last=true`, past);
  await settle(); // what is not paid for yet is not released
  await workTheMorning(answering(callApi), orders, runtime.now());
  say('  five weeks of the past, and a morning’s work');
}

/** The password is kept before the user is made, so that a crash between loses nothing. */
async function makeAccess(runtime: Runtime, dataHome: string): Promise<LocalCredentials> {
  const { id } = await createTenant(runtime.url, TENANT);
  const known = await readCredentials(dataHome);
  const password = known?.password ?? randomBytes(12).toString('base64url');
  // The address is kept when the server listens.
  const url = known?.url ?? '';
  const credentials = { url, tenant: TENANT.slug, email: EMAIL, password, apiKey: '' };
  await writeCredentials(dataHome, credentials);
  const passwordHash = await hashPassword(password);
  const context = { tenant: id, actor: systemActor('demo-shop'), now: runtime.now() };
  const { outcome } = await runCommand(runtime.app, context, null, async (tx) => {
    const user = { email: EMAIL, name: 'Demo admin', role: 'admin', passwordHash } as const;
    const made = await createUser(tx, user, SCOPES);
    return isRefusal(made) && made.refused !== 'already-exists'
      ? made
      : createApiKey(tx, { name: 'This machine', scopes: SCOPES, expiresAt: null });
  });
  if (isRefusal(outcome)) throw new Error(`the demo shop has no admin: ${outcome.detail}`);
  const complete = { ...credentials, apiKey: outcome.secret };
  await writeCredentials(dataHome, complete);
  return complete;
}

/** Want of stock is part of a shop's day; what exists was made by an opening cut short. */
const EXPECTED = ['insufficient-stock', 'already-exists'];

/** Answers undefined where the API said no in one of the expected ways; without them, in any. */
function answering(callApi: CallApi, expected?: readonly string[]): Call {
  return async (method, path, body, key) => {
    const answer = await callApi(method, path, body, key);
    if (answer.status < 400) return answer.body;
    const { code, detail } = answer.body as { code: string; detail: string };
    if (answer.status < 500 && (expected?.includes(code) ?? true)) return undefined;
    throw new Error(`the demo shop could not ${method} ${path}: ${detail}`);
  };
}

async function stockUp(call: Call, codes: readonly string[]): Promise<void> {
  const random = seededRandom(7);
  for (const location of demoPlaces.locations) {
    const there = `/v1/stock/levels?limit=1&location=${location.code}`;
    const levels = (await call('GET', there)) as { items: unknown[] };
    const lines = codes.flatMap((sku) => {
      const usual = BESTSELLERS.includes(sku) ? 400 + random() * 400 : random() * 120;
      const quantity = Math.round(usual * location.fill);
      return quantity === 0 ? [] : [{ sku, quantity }];
    });
    if (levels.items.length > 0) continue; // an opening cut short got this far
    const receipt = { location: location.code, reference: 'Opening stock', lines };
    await call('POST', '/v1/stock/receipts', receipt);
  }
}

/** @returns the ids of those that were taken */
async function placeOrders(call: Call, { orders, runtime }: DemoOptions): Promise<string[]> {
  const random = seededRandom(11);
  const isPaid = runtime.providers.has('sandbox');
  const moments = momentsOfToday(orders, runtime.now(), seededRandom(13));
  const today = demoOrders(orders, random).map((order, index) => ({
    ...order,
    placedAt: moments[index]?.toISOString(),
  }));
  const placed = await Promise.all(
    today.map((order) =>
      call(
        'POST',
        '/v1/orders',
        isPaid ? { ...order, payments: paymentsFor(order, random) } : order,
      ),
    ),
  );
  return placed.flatMap((order) => (order === undefined ? [] : [(order as { id: string }).id]));
}

const DECLINED_SHARE = 0.02;

/** Markets and tills collect the money themselves. */
function paymentsFor(
  { channel, externalId }: { channel: string; externalId: string },
  random: Random,
) {
  if (channel === 'marketplace' || channel === 'pos')
    return [{ provider: 'manual', received: { reference: `${channel} ${externalId}` } }];
  const token = random() < DECLINED_SHARE ? 'tok_decline' : 'tok_ok';
  return [{ provider: 'sandbox', token }];
}
