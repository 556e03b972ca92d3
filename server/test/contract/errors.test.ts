// Every code of the error table is provoked by a real request, and answered as the table says.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ERRORS, type ErrorCode } from '@doorstep/contract/errors.ts';
import pino from 'pino';
import { buildApp } from '../../src/http/app.ts';
import { bindRoutes } from '../../src/routes.ts';
import { openRuntime } from '../../src/runtime.ts';
import { holdRows } from '../hold-rows.ts';
import { type Answer, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { BY_REQUEST, type Provoke, sendRaw } from './provoked.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { CUP: 10_000, RARE: 0 } });
});
after(() => shop.close());

/** What takes more than a request: another connection's lock, a server without a database. */
const BY_CIRCUMSTANCE: Partial<Record<ErrorCode, Provoke>> = {
  'idempotency-in-flight': async (shop) => {
    const headers = { 'idempotency-key': 'in flight' };
    const rename = () => shop.call('PATCH', '/v1/skus/RARE', { title: 'Rare' }, headers);
    const held = await holdRows(shop, `select from skus where code = 'RARE' for update`);
    const first = rename();
    await held.untilAwaited(1);
    const second = await rename();
    await held.release();
    assert.equal((await first).status, 200);
    return second;
  },
  overloaded: async (shop) => {
    const held = await holdRows(shop, 'select from stock_levels for update');
    const order = () => shop.call('POST', '/v1/orders', orderOf({ CUP: 1 }));
    const outcomes: Promise<Answer>[] = [];
    for (let sent = 0; sent < FLUSHES + 1; sent += 1) {
      outcomes.push(order());
      if (sent < FLUSHES) await held.untilAwaited(sent + 1);
    }
    for (let waiting = 0; waiting < WAITING_MAX; waiting += 1) outcomes.push(order());
    const refused = await Promise.race(outcomes);
    await held.release();
    const answers = await Promise.all(outcomes);
    const captured = answers.filter(({ status }) => status === 201);
    assert.equal(captured.length, FLUSHES + WAITING_MAX, 'what was let in is captured');
    return refused;
  },
  'database-unavailable': () =>
    onServer('postgres://doorstep@127.0.0.1:1/doorstep', (app) =>
      sendRaw({ app }, 'GET', '/v1/me', { headers: { authorization: 'Bearer dsk_any' } }),
    ),
  'internal-error': (shop) => onServer(shop.url, (app) => sendRaw({ app }, 'GET', '/v1/broken')),
};

/** As orders/capture-queue.ts and runtime.ts say: the test must fill what they let wait. */
const WAITING_MAX = 4_000;
const FLUSHES = 2;

const provoking: Partial<Record<ErrorCode, Provoke>> = { ...BY_REQUEST, ...BY_CIRCUMSTANCE };

test('every code of the table is provoked here, and no other', () => {
  assert.deepEqual(Object.keys(provoking).sort(), Object.keys(ERRORS).sort());
});

for (const [code, provoke] of Object.entries(provoking) as [ErrorCode, Provoke][])
  test(`${code} is answered as the table says`, async () => {
    const { status, headers, body } = await provoke(shop);
    assert.equal(body.code, code, JSON.stringify(body));
    assert.match(String(headers['content-type']), /^application\/problem\+json/);
    const { title, remedy } = ERRORS[code];
    assert.deepEqual(
      { status, ...body, detail: typeof body.detail, data: undefined, errors: undefined },
      {
        type: `/docs/errors#${code}`,
        title,
        status: ERRORS[code].status,
        code,
        detail: 'string',
        remedy,
        requestId: headers['x-request-id'],
        data: undefined,
        errors: undefined,
      },
    );
    assert.match(body.requestId, /^req_[0-9a-f]{32}$/);
    assert.ok(body.detail.length > 10, body.detail);
    if ([429, 503].includes(status)) assert.match(String(headers['retry-after']), /^[1-9]\d*$/);
    if (status === 401) assert.equal(headers['www-authenticate'], 'Bearer');
  });

test('remedies that name a field of the answer are right: it is there', async () => {
  const named: [ErrorCode, string][] = (Object.keys(ERRORS) as ErrorCode[]).flatMap((code) =>
    [...ERRORS[code].remedy.matchAll(/`data\.(\w+)`/g)].map(([, field]): [ErrorCode, string] => [
      code,
      field ?? '',
    ]),
  );
  assert.ok(named.length >= 5);
  const fresh = await openShop();
  try {
    await stockUp(fresh, { BER: { CUP: 10_000, RARE: 0 } });
    for (const [code, field] of named) {
      const { body } = (await provoking[code]?.(fresh)) ?? { body: {} };
      assert.ok(field in (body.data ?? {}), `${code}: ${field} in ${JSON.stringify(body.data)}`);
    }
  } finally {
    await fresh.close();
  }
});

/** A server of its own with a route that breaks, on the database named. */
async function onServer(url: string, ask: (app: Shop['app']) => Promise<Answer>): Promise<Answer> {
  const log = pino({ level: 'silent' });
  const runtime = openRuntime({ url, log });
  const app = buildApp(log);
  bindRoutes(app, runtime);
  app.get('/v1/broken', () => {
    throw new TypeError('a bug');
  });
  try {
    return await ask(app);
  } finally {
    await app.close();
    await runtime.close();
  }
}
