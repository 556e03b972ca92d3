// No secret of an account and no datum of a card is kept or told anywhere but sealed: planted values
// are looked for in logs, answers, events, exceptions, and in every row of every table.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { after, before, test } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { secretBox } from '../../src/access/secret-box.ts';
import { readConfig } from '../../src/config.ts';
import { buildApp } from '../../src/http/app.ts';
import { bindRoutes } from '../../src/routes.ts';
import { openRuntime } from '../../src/runtime.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { orderOf } from '../stock.ts';
import { sendReport, stripeReport } from '../stripe-report.ts';

const CARD = { number: '4242424242424242', cvc: '987654' };
const logged: string[] = [];
const told: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    logged.push(String(chunk));
    done();
  },
});
const [older, newer] = [randomBytes(32), randomBytes(32)];

let at: ProviderShop;
before(async () => {
  const log = pino({ level: 'trace' }, sink);
  at = await openProviderShop({ log, secretKeys: [older] });
});
after(() => at.close());

async function call(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await at.shop.call(method, path, body);
  told.push(JSON.stringify(answer.body ?? null));
  return answer;
}
const buy = (token: string, provider = 'stripe-test') =>
  call('POST', '/v1/orders', {
    ...orderOf({ MUG: 1 }, { payments: [{ provider, token }] }),
    channel: 'now',
  });

test('a number of a card is no token', async () => {
  for (const token of [CARD.number, '4242 4242 4242 4242', '4242-4242-4242-4242'])
    assert.equal((await buy(token)).body.code, 'validation-failed');
});

test('after payments, refusals, failures and webhooks no planted value is found anywhere', async () => {
  const wrong = { secretKey: 'sk_test_that_is_refused', webhookSecret: 'whsec_of_nobody' };
  const codes = await payByGiftCard();
  const planted = [...at.secrets, ...Object.values(wrong), ...Object.values(CARD), ...codes];
  await buy('pm_card_visa');
  await buy('pm_card_chargeDeclined');
  await buy(at.paypal.book.approved('10.00', 'EUR'), 'paypal-test');
  await at.shop.runPayments();
  at.stripe.failNext(500, 3);
  await buy('pm_card_visa');
  await at.shop.runPayments();
  for (const event of at.stripe.takeEvents()) {
    const { object } = event.data;
    const method = { card: { ...CARD, fingerprint: CARD.number } };
    const data = { ...event.data, object: { ...object, payment_method_details: method } };
    told.push(JSON.stringify((await at.tellStripe({ ...event, data })).body));
  }
  for (const event of at.paypal.takeEvents())
    told.push(JSON.stringify((await at.tellPaypal({ ...event, card: CARD })).body));
  const connection = `/v1/provider-connections/${at.connections.stripe}`;
  await call('POST', `${connection}/secret-rotations`, { secrets: wrong });
  await call('GET', connection);
  await call('GET', '/v1/provider-connections');
  await call('POST', '/v1/provider-connections', {
    provider: 'stripe',
    name: 'Wrong',
    secrets: { ...wrong, clientSecret: CARD.cvc },
  });
  await at.tellStripe({ forged: CARD });
  await at.shop.sequence();
  await call('POST', `${connection}/trials`);
  const report = stripeReport([
    { id: 'txn_1', category: 'charge', gross: '10.00', source: 'ch_1' },
    { id: 'txn_2', category: 'charge', gross: CARD.number, source: 'ch_2' },
  ]);
  told.push(JSON.stringify((await sendReport(at.shop, at.connections.paypal, report)).body));
  await call('POST', '/v1/accounting/closings', { through: '2026-01-01' });
  for (const list of [
    'events?limit=1000',
    'exceptions',
    'orders',
    'differences',
    'payouts',
    'exports/orders',
    'exports/customers',
    'exports/orders?format=csv',
    `exports/journal?from=2026-01-01&through=${new Date().toISOString().slice(0, 10)}`,
  ])
    await call('GET', `/v1/${list}`);
  await at.shop.call('POST', '/v1/payments/nothing/retries', {});

  const dump = await dumpOf(at.shop.url);
  assert.ok(dump.includes('pm_card_visa'), 'the dump holds what it should');
  assert.ok(told.join().includes(at.connections.stripe));
  for (const secret of planted) {
    assert.ok(!dump.includes(secret), `${secret} is in the database`);
    assert.ok(!told.join('\n').includes(secret), `${secret} was answered`);
    assert.ok(!logged.join('\n').includes(secret), `${secret} was logged`);
  }
});

/** Its code, as it is shown to whoever issues the card and as people type it. */
async function payByGiftCard(): Promise<string[]> {
  const issued = { amountMinor: 700, currency: 'EUR' };
  const { code } = (await at.shop.call('POST', '/v1/gift-cards', issued)).body;
  const plain = code.replaceAll('-', '');
  const typed = [code, plain, plain.toLowerCase()];
  for (const one of [...typed, `${code}X`]) await buy(one, 'gift-card');
  await call('POST', '/v1/gift-card-lookups', { code: plain });
  await call('GET', '/v1/gift-cards');
  return typed;
}

/** Every row of every table, bytes as they are and in words. */
async function dumpOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I', tablename) as name from pg_tables where schemaname = 'public'`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select * from ${name}`);
      for (const row of rows)
        for (const value of Object.values(row as object))
          parts.push(
            Buffer.isBuffer(value)
              ? value.toString('latin1')
              : (JSON.stringify(value, texts) ?? ''),
          );
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}

function texts(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

test('secrets are sealed under a master key that is named by its id, and open with no other', async () => {
  const { shop, connections } = at;
  const sealed = async () => {
    const client = new pg.Client({ connectionString: shop.url });
    await client.connect();
    const { rows } = await client.query<{ secrets_sealed: Buffer }>(
      `select secrets_sealed from provider_connections where provider = 'paypal-test'`,
    );
    await client.end();
    const [row] = rows;
    assert.ok(row !== undefined);
    return row.secrets_sealed;
  };
  const purpose = `provider-connection ${connections.paypal}`;
  const before = await sealed();
  assert.throws(() => secretBox([newer]).open(before, shop.tenant, purpose), /is not given/);
  const text = secretBox([newer, older]).open(before, shop.tenant, purpose);
  assert.ok(at.secrets.some((secret) => text.includes(secret)));
});

test('the master key is rotated: a server with both opens, an empty rotation seals anew, the old one goes', async () => {
  const { shop, connections } = at;
  const paths = Object.values(connections).map((id) => `/v1/provider-connections/${id}`);
  const providers = [...shop.runtime.providers.values()];
  const open = (secretKeys: Buffer[]) => {
    const runtime = openRuntime({ url: shop.url, log: shop.runtime.log, secretKeys, providers });
    const app = buildApp(runtime.log);
    bindRoutes(app, runtime);
    const post = async (path: string, payload: object = {}) =>
      (
        await app.inject({
          method: 'POST',
          url: path,
          payload,
          headers: { authorization: `Bearer ${shop.secret}` },
        })
      ).json();
    const close = async () => {
      await app.close();
      await runtime.close();
    };
    return { post, close };
  };
  await call('POST', `${paths[0]}/secret-rotations`, {
    secrets: { secretKey: at.secrets[0], webhookSecret: at.secrets[1] },
  });
  const before = open([newer]);
  assert.equal((await before.post(`${paths[1]}/trials`)).code, 'internal-error');
  await before.close();
  const both = open([newer, older]);
  for (const path of paths) {
    assert.equal((await both.post(`${path}/trials`)).trial.failure, null);
    assert.equal((await both.post(`${path}/secret-rotations`, { secrets: {} })).code, undefined);
  }
  await both.close();
  const after = open([newer]);
  for (const path of paths) assert.equal((await after.post(`${path}/trials`)).trial.failure, null);
  // Other secrets of the provider: the webhooks of the old ones are taken no more.
  const told = await after.post(`${paths[1]}/secret-rotations`, {
    secrets: { clientSecret: 'another-wrong' },
  });
  assert.equal(told.code, undefined);
  assert.equal((await after.post(`${paths[1]}/trials`)).trial.failure, 'credentials');
  await after.close();
});

test('a master key that anybody could guess is refused', () => {
  for (const bytes of [Buffer.alloc(32), Buffer.alloc(32, 'secret'), Buffer.alloc(32, 'change-me')])
    assert.throws(
      () => readConfig({ DOORSTEP_SECRET_KEY: bytes.toString('base64') }),
      /DOORSTEP_SECRET_KEY .* not random/,
    );
});
