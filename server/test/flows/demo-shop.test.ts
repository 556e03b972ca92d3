// The shop that a first start opens: what people see before they have anything of their own.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { installedProviders } from '../../src/installed-providers.ts';
import { readCredentials } from '../../src/local-credentials.ts';
import { type Server, serve } from '../../src/serve.ts';
import { type Answer, freshDatabase } from '../shop.ts';

const DEMO = { orders: 60, pastPerDay: 4 };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let dataHome: string;
let server: Server;

before(async () => {
  database = await freshDatabase();
  dataHome = await mkdtemp(join(tmpdir(), 'doorstep-demo-shop-'));
  const env = { DATABASE_URL: database.url, DOORSTEP_DATA: dataHome, DOORSTEP_PORT: '0' };
  const config = { ...readConfig(env), logLevel: 'silent', sandboxPayments: true };
  server = await serve({ ...config, secretKeys: [randomBytes(32)] }, () => {}, {
    providers: (notify) => installedProviders(config, notify),
    demo: DEMO,
  });
  await untilImported();
  await server.catchUp();
});
after(async () => {
  await server.stop();
  await database.drop();
  await rm(dataHome, { recursive: true, force: true });
});

async function untilImported(): Promise<void> {
  for (const end = Date.now() + 30_000; ; await sleep(100)) {
    const { items } = await ask('/v1/imports');
    if (items[0]?.state === 'done') return;
    assert.ok(Date.now() < end, `the past is ${JSON.stringify(items[0])}`);
  }
}

async function ask(path: string, method = 'GET'): Promise<Answer['body']> {
  const { apiKey = '' } = (await readCredentials(dataHome)) ?? {};
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
  assert.ok(response.ok, `${path} ${response.status}`);
  return (await response.json()) as Answer['body'];
}

test('its orders of today stand at every stage, and some are held or canceled', async () => {
  const { items } = await ask('/v1/orders?limit=200');
  const today = items.filter((order: { importedAt: unknown }) => order.importedAt === null);
  assert.ok(today.length > DEMO.orders * 0.9, `${today.length} orders`);
  const statuses = (axis: string) => new Set(today.map((one: Record<string, string>) => one[axis]));
  for (const status of ['open', 'on-hold', 'canceled', 'completed'])
    assert.ok(statuses('status').has(status), `no order is ${status}`);
  assert.ok(statuses('fulfillmentStatus').has('delivered'));
  assert.ok(statuses('paymentStatus').has('paid'));
  const work = await ask('/v1/fulfillment-orders?limit=200');
  const stages = new Set(work.items.map(({ status }: { status: string }) => status));
  assert.ok(stages.has('released') && stages.size >= 3, [...stages].join());
});

test('it has a past of five weeks to compare with, and every invariant holds', async () => {
  const { items } = await ask('/v1/orders?limit=200');
  const past = items.filter((order: { importedAt: unknown }) => order.importedAt !== null);
  assert.ok(past.length > DEMO.pastPerDay * 20, `${past.length} past orders`);
  const { checks } = await ask('/v1/verification', 'POST');
  const broken = checks.filter(({ ok }: { ok: boolean }) => !ok);
  assert.deepEqual(broken, []);
});
