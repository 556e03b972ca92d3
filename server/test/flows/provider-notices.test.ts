// What a provider tells a second time, to a server that was opened as `npm start` opens it.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { PaymentNotice } from '@doorstep/core/payments/provider.ts';
import { readConfig } from '../../src/config.ts';
import { installedProviders } from '../../src/installed-providers.ts';
import { readCredentials } from '../../src/local-credentials.ts';
import { type Server, serve } from '../../src/serve.ts';
import { type Answer, freshDatabase } from '../shop.ts';

let dataHome: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: Server;
const recorded: PaymentNotice[] = [];
before(async () => {
  dataHome = await mkdtemp(join(tmpdir(), 'doorstep-notices-'));
  database = await freshDatabase();
  const secretKeys = [randomBytes(32)];
  const settings = { sandboxPayments: true, databaseUrl: database.url, port: 0, secretKeys };
  const config = { ...readConfig({}), ...settings, dataHome, logLevel: 'silent' };
  server = await serve(config, () => {}, {
    demo: { orders: 1, pastPerDay: 0 },
    providers: (hear) =>
      installedProviders(config, async (notice) => {
        await hear(notice);
        recorded.push(notice);
      }),
  });
});
after(async () => {
  await server.stop();
  await database.drop();
  await rm(dataHome, { recursive: true, force: true });
});

async function call(method: string, path: string, body?: object): Promise<Answer['body']> {
  const key = (await readCredentials(dataHome))?.apiKey ?? '';
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}

test('a provider that tells everything twice is heard twice, and its money is recorded once', async () => {
  const { id } = await call('POST', '/v1/orders', {
    channel: 'web',
    currency: 'EUR',
    lines: [{ sku: 'VASE-OCEAN', quantity: 1, unitPriceMinor: 2000 }],
    payments: [{ provider: 'sandbox', token: 'tok_twice' }],
  });
  await server.catchUp();
  for (const end = Date.now() + 5000; recorded.length === 0 && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 10));
  const { account, ledger, payments } = await call('GET', `/v1/orders/${id}/payments`);
  assert.deepEqual(
    recorded.map(({ kind, payment, amountMinor }) => [kind, payment, amountMinor]),
    [['authorized', payments[0].id, 2000n]],
  );
  assert.equal(account.status, 'authorized');
  assert.deepEqual(
    ledger.map((one: { kind: string; amountMinor: number }) => [one.kind, one.amountMinor]),
    [['authorized', 2000]],
  );
  const { items } = await call('GET', '/v1/exceptions?status=open');
  assert.deepEqual(items, []);
});
