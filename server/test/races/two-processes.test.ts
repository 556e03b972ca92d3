// Two processes on one database, each with its own view of the stock, which the other makes stale
// all the time: an order may be refused late, never promised stock that is gone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { inTransaction, isUnreachable } from '../../src/db/transaction.ts';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { buildApp } from '../../src/http/app.ts';
import { lockLevelsOfSkus } from '../../src/inventory/view.sql.ts';
import { bindRoutes } from '../../src/routes.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { startWorker } from '../../src/worker.ts';
import { openShop, type Shop } from '../shop.ts';
import { createLocation, orderOf } from '../stock.ts';

const SKUS = ['S1', 'S2', 'S3', 'S4', 'S5'];
const LOCATIONS = ['L1', 'L2', 'L3', 'L4'];
const RUNS = Number(process.env['PROVE_RUNS'] ?? 1);
const SEED = Number(process.env['PROVE_SEED'] ?? 20_261_127);
/** Requests under way at once. */
const LANES = 48;
const REQUESTS = 600;

interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
  readonly body: any;
}
type Process = (
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  headers?: object,
) => Promise<Told>;

let shop: Shop;
let second: { runtime: Runtime; app: FastifyInstance };
let processes: readonly [Process, Process];

before(async () => {
  shop = await openShop();
  await shop.call('POST', '/v1/channels', { code: 'web', name: 'Web' });
  for (const code of SKUS) {
    await shop.call('POST', '/v1/skus', { code, title: code });
    await shop.call('PUT', `/v1/skus/${code}/backorder-limit`, { cap: code === 'S1' ? 20 : 0 });
  }
  const components = [
    { sku: 'S1', quantity: 2 },
    { sku: 'S2', quantity: 1 },
  ];
  await shop.call('POST', '/v1/skus', { code: 'KIT', title: 'Kit', components });
  for (const [place, code] of LOCATIONS.entries())
    await createLocation(shop, code, 'web', {
      safetyStock: place % 2,
      handlingCostMinor: place * 10,
      channels: [{ channel: 'web', bufferUnits: place === 3 ? 2 : 0 }],
    });
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const runtime = openRuntime({ url: shop.url, log });
  const app = buildApp(log);
  bindRoutes(app, runtime);
  await app.ready();
  second = { runtime, app };
  processes = [processOf(shop.app), processOf(app)];
});
after(async () => {
  await second.app.close();
  await second.runtime.close();
  await shop.close();
});

function processOf(app: FastifyInstance): Process {
  return async (method, url, payload, headers = {}) => {
    const { statusCode, body } = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${shop.secret}`, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: statusCode, body: body === '' ? null : JSON.parse(body) };
  };
}

type Dice = (sides: number) => number;

function seededDice(seed: number): Dice {
  const random = seededRandom(seed);
  return (sides) => Math.floor(random() * sides);
}

function randomOrder(dice: Dice): Record<string, unknown> {
  const codes = [...SKUS, 'KIT'];
  const lines = Array.from({ length: 1 + dice(4) }, () => ({
    sku: codes[dice(codes.length)],
    quantity: 1 + dice(3),
    unitPrice: '9.99',
  }));
  return orderOf(
    {},
    {
      lines,
      stockPolicy: dice(2) === 0 ? 'all-or-nothing' : 'partial-with-backorder',
      splitPolicy: dice(4) === 0 ? 'forbid' : 'allow',
    },
  );
}

/** One request, or one request sent to both processes at once. */
async function act(dice: Dice, seen: Seen, place: number): Promise<void> {
  const [here, there] = dice(2) === 0 ? processes : processes.toReversed();
  assert.ok(here !== undefined && there !== undefined);
  const kind = dice(20);
  if (kind < 4) {
    const line = { sku: SKUS[dice(SKUS.length)], quantity: 1 + dice(6) };
    const location = LOCATIONS[dice(LOCATIONS.length)];
    const told = await here('POST', '/v1/stock/receipts', { location, lines: [line] });
    assert.equal(told.status, 201, JSON.stringify(told.body));
    return;
  }
  if (kind < 8 && seen.orders.length > 0) {
    const order = seen.orders[dice(seen.orders.length)];
    const told = await here('POST', `/v1/orders/${order}/cancellations`, { reason: 'other' });
    assert.ok([201, 409].includes(told.status), JSON.stringify(told.body));
    return;
  }
  const order = randomOrder(dice);
  if (kind < 14) return seen.keep([await here('POST', '/v1/orders', order)], 'each');
  const twice =
    kind < 17
      ? { body: order, headers: { 'idempotency-key': `key ${place}` } }
      : { body: { ...order, externalId: `external ${place}` }, headers: {} };
  const asked = [here, there].map((one) => one('POST', '/v1/orders', twice.body, twice.headers));
  seen.keep(await Promise.all(asked), kind < 17 ? 'same' : 'one');
}

interface Seen {
  readonly orders: string[];
  keep(told: readonly Told[], how: 'each' | 'same' | 'one'): void;
}

/** `same`: the very same answer; `one`: one order, though a process may have said no before it. */
function seenOrders(): Seen {
  const orders: string[] = [];
  return {
    orders,
    keep(told, how) {
      for (const { status, body } of told)
        assert.ok([200, 201, 409].includes(status), JSON.stringify(body));
      const ids = new Set(told.flatMap(({ status, body }) => (status < 300 ? [body.id] : [])));
      assert.ok(ids.size <= 1, 'one request sent twice made two orders');
      if (how === 'same') assert.equal(new Set(told.map(({ status }) => status)).size, 1);
      if (how === 'one') assert.ok(told.filter(({ status }) => status === 201).length <= 1);
      orders.push(...ids);
    },
  };
}

async function hammer(seed: number): Promise<Seen> {
  const seen = seenOrders();
  let next = 0;
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    const dice = seededDice(seed * LANES + lane);
    while (next < REQUESTS) {
      next += 1;
      await act(dice, seen, seed * REQUESTS + next);
    }
  });
  await Promise.all(lanes);
  return seen;
}

test('two processes on scarce stock never oversell, and lose or double no order', async (t) => {
  const worker = startWorker(second.runtime);
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const seed = SEED + run;
      t.diagnostic(`seed ${seed}`);
      const { orders } = await hammer(seed);
      await assertKept(orders);
      await assertNothingOversold();
      t.diagnostic(`${orders.length} orders`);
    }
  } finally {
    await worker.stop();
  }
});

async function assertKept(orders: readonly string[]): Promise<void> {
  assert.ok(orders.length > 50, `only ${orders.length} orders were captured`);
  assert.equal(new Set(orders).size, orders.length);
  const ids = orders.map((id) => id.slice(4));
  const client = await shop.runtime.app.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('doorstep.tenant', $1, true)`, [shop.tenant.slice(4)]);
    const found = await client.query('select id from orders where id = any ($1::uuid[])', [ids]);
    assert.equal(found.rowCount, orders.length);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function assertNothingOversold(): Promise<void> {
  const { body } = await shop.call('GET', '/v1/stock/levels?limit=200');
  assert.ok(body.items.length > 10);
  for (const { sku, location, onHand, reserved, shortfall } of body.items) {
    assert.ok(reserved >= 0 && reserved <= onHand, `${sku} at ${location}`);
    assert.equal(shortfall, 0);
  }
}

test('the same external id 100 times at both processes is one order, the same key one effect', async () => {
  await shop.call('POST', '/v1/skus', { code: 'PLENTY', title: 'Plenty' });
  const lines = [{ sku: 'PLENTY', quantity: 100 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'L1', lines });
  const send = (body: object, headers: object) =>
    Promise.all(
      Array.from({ length: 100 }, (_, place) =>
        (place % 2 === 0 ? processes[0] : processes[1])('POST', '/v1/orders', body, headers),
      ),
    );
  const named = await send(orderOf({ PLENTY: 1 }, { externalId: 'the one' }), {});
  assert.equal(new Set(named.map((told) => told.body.id)).size, 1, JSON.stringify(named[0]));
  assert.equal(named.filter((told) => told.status === 201).length, 1);
  const keyed = await send(orderOf({ PLENTY: 1 }), { 'idempotency-key': 'the one' });
  assert.deepEqual(new Set(keyed.map((told) => told.status)), new Set([201]));
  assert.equal(new Set(keyed.map((told) => JSON.stringify(told.body))).size, 1);
  const { body } = await shop.call('GET', '/v1/stock/levels?sku=PLENTY&location=L1');
  assert.equal(body.items[0].reserved, 2);
});

test('the last units are sold once, and what a channel leaves behind stays, at both processes', async () => {
  for (let round = 0; round < 20; round += 1) {
    const sku = `LAST-${round}`;
    await shop.call('POST', '/v1/skus', { code: sku, title: sku });
    // L4 keeps one unit for safety, and two from this channel.
    const [location, quantity] = round % 2 === 0 ? ['L1', 2] : ['L4', 5];
    await shop.call('POST', '/v1/stock/receipts', { location, lines: [{ sku, quantity }] });
    const told = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        (place % 2 === 0 ? processes[0] : processes[1])(
          'POST',
          '/v1/orders',
          orderOf({ [sku]: 1 }),
        ),
      ),
    );
    assert.equal(told.filter(({ status }) => status === 201).length, 2, sku);
    assert.ok(told.every(({ status }) => status === 201 || status === 409));
  }
});

test('what a process that froze in the middle of a batch holds is free before others give up', async () => {
  const sku = 'FROZEN';
  const { body: made } = await shop.call('POST', '/v1/skus', { code: sku, title: sku });
  const lines = [{ sku, quantity: 5 }];
  await shop.call('POST', '/v1/stock/receipts', { location: 'L1', lines });
  const locked = Promise.withResolvers<void>();
  const thawed = Promise.withResolvers<void>();
  const frozen = inTransaction(second.runtime.capture, shop.tenant, async (tx) => {
    await tx.run(lockLevelsOfSkus, [[uuidOf(made.id)]]);
    locked.resolve();
    await thawed.promise;
  });
  await locked.promise;
  const told = await Promise.all(
    Array.from({ length: 3 }, () => processes[0]('POST', '/v1/orders', orderOf({ [sku]: 1 }))),
  );
  thawed.resolve();
  assert.deepEqual(
    told.map(({ status }) => status),
    [201, 201, 201],
  );
  await assert.rejects(frozen, isUnreachable);
});
