// The shop under test, set up through the API like anybody else's.

import { systemActor } from '@doorstep/core/access/actor.ts';
import { SCOPES } from '@doorstep/core/access/scope.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { createApiKey } from '@doorstep/server/src/access/create-api-key.ts';
import { createTenant } from '@doorstep/server/src/access/create-tenant.ts';
import { runCommand } from '@doorstep/server/src/db/run-command.ts';
import type { Runtime } from '@doorstep/server/src/runtime.ts';
import { CHANNEL, CITIES, HOT_SKU, skuCode } from './scenarios.ts';

export interface BenchShop {
  readonly tenant: TenantId;
  readonly secret: string;
}

export interface ShopPlan {
  readonly slug: string;
  readonly skuCount: number;
  readonly locationCount: number;
  /** Locations that have the hot SKU. One is a drop: every order meets at one row. */
  readonly hotLocations: number;
}

/** What one line of a receipt may hold at most. */
const UNITS = 1_000_000;
const RECEIPT_LINES_MAX = 1_000;
const CALLS_AT_ONCE = 8;

export async function openShop(runtime: Runtime, slug: string): Promise<BenchShop> {
  const { id } = await createTenant(runtime.url, { slug, name: slug, currency: 'EUR' });
  const context = { tenant: id, actor: systemActor('bench'), now: runtime.now() };
  const { outcome } = await runCommand(runtime.app, context, null, (tx) =>
    createApiKey(tx, { name: 'bench', scopes: SCOPES, expiresAt: null }),
  );
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  return { tenant: id, secret: outcome.secret };
}

export async function stockShop(port: number, shop: BenchShop, plan: ShopPlan): Promise<void> {
  const call = callerOf(port, shop.secret);
  const codes = [HOT_SKU, ...Array.from({ length: plan.skuCount }, (_, n) => skuCode(n))];
  await call('/v1/channels', 'POST', { code: CHANNEL, name: CHANNEL });
  for (let from = 0; from < codes.length; from += RECEIPT_LINES_MAX)
    await call('/v1/skus/bulk', 'PUT', {
      items: codes
        .slice(from, from + RECEIPT_LINES_MAX)
        .map((code) => ({ code, title: `Title of ${code}` })),
    });
  const numbers = Array.from({ length: plan.locationCount }, (_, number) => number);
  const worker = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
      await stockLocation(call, number, number < plan.hotLocations ? codes : codes.slice(1));
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
}

type Call = (path: string, method: 'POST' | 'PUT', body: object) => Promise<void>;

async function stockLocation(call: Call, number: number, codes: readonly string[]): Promise<void> {
  const [postalCode, city] = CITIES[number % CITIES.length] ?? CITIES[0];
  const code = `L-${String(number).padStart(4, '0')}`;
  await call('/v1/locations', 'POST', {
    code,
    name: `Store ${number}`,
    kind: 'store',
    address: { country: 'DE', postalCode, city },
    timeZone: 'Europe/Berlin',
    channels: [{ channel: CHANNEL }],
  });
  for (let from = 0; from < codes.length; from += RECEIPT_LINES_MAX)
    await call('/v1/stock/receipts', 'POST', {
      location: code,
      lines: codes.slice(from, from + RECEIPT_LINES_MAX).map((sku) => ({ sku, quantity: UNITS })),
    });
}

function callerOf(port: number, secret: string): Call {
  return async (path, method, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  };
}
