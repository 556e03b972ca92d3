// One drop, sold by two servers at once, each with its own queues: the row of the drop is the judge.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { buildApp } from '../../src/http/app.ts';
import { bindRoutes } from '../../src/routes.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { startWorker, type Worker } from '../../src/worker.ts';
import { openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';
import { until } from '../until.ts';

const SEED = Number(process.env['PROVE_SEED'] ?? 20_261_128);
const HOUR_MS = 3_600_000;
const UNITS = 60;
const LIMIT = 2;

let shop: Shop;
let second: { runtime: Runtime; app: FastifyInstance };
let workers: Worker[];
before(async () => {
  shop = await openShop();
  await stockUp(shop, { BER: { SHOE: UNITS } });
  const log = pino({ level: 'silent' });
  const runtime = openRuntime({ url: shop.url, log });
  const app = buildApp(log);
  bindRoutes(app, runtime);
  await app.ready();
  second = { runtime, app };
  workers = [startWorker(shop.runtime), startWorker(runtime)];
});
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await second.app.close();
  await second.runtime.close();
  await shop.close();
});

async function ask(app: FastifyInstance, url: string, payload: object, key: string) {
  const headers = { authorization: `Bearer ${shop.secret}`, 'idempotency-key': key };
  const response = await app.inject({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, body: response.json() };
}

test('two servers sell what there is once, within the limit, whichever is asked again', async () => {
  const { body: drop } = await shop.call('POST', '/v1/drops', {
    name: 'Launch',
    startsAt: new Date(Date.now() - HOUR_MS).toISOString(),
    endsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    limitPerBuyer: LIMIT,
    items: [{ sku: 'SHOE', pool: [{ location: 'BER', units: UNITS }] }],
  });
  const random = seededRandom(SEED);
  const steps = Array.from({ length: 400 }, (_, number) => ({
    key: `step ${number}`,
    buyer: `buyer ${Math.floor(random() * 50)}`,
    holds: random() < 0.4,
    seconds: random() < 0.3 ? 1 : 60,
  }));
  const orders = new Map<string, string>();
  const step = async ({ key, buyer, holds, seconds }: (typeof steps)[number]) => {
    const lines = [{ sku: 'SHOE', quantity: 1 }];
    const at = `/v1/drops/${drop.id}/holds`;
    // Both are asked the same, at the same time, under the same key.
    const both = (url: string, payload: object, name: string) =>
      Promise.all([shop.app, second.app].map((app) => ask(app, url, payload, name)));
    const hold = holds ? (await both(at, { buyer, lines, seconds }, `hold ${key}`))[0] : undefined;
    const claim = { id: drop.id, buyer, ...(hold?.status === 201 ? { hold: hold.body.id } : {}) };
    if (hold?.status === 201 && seconds === 1) return;
    const answers = await both('/v1/orders', orderOf({ SHOE: 1 }, { drop: claim }), key);
    const [one, other] = answers;
    assert.equal(one?.status, other?.status, JSON.stringify(answers));
    assert.equal(one?.body.id, other?.body.id);
    if (one?.status === 201) orders.set(one.body.id, buyer);
  };
  const lane = async () => {
    for (let next = steps.shift(); next !== undefined; next = steps.shift()) await step(next);
  };
  await Promise.all(Array.from({ length: 24 }, lane));
  const figures = async () => (await shop.call('GET', `/v1/drops/${drop.id}/figures`)).body;
  await until(async () => (await figures()).held === 0, 'the holds did not lapse');
  const { pooled, sold } = await figures();
  assert.deepEqual([pooled + sold, sold], [UNITS, orders.size]);
  for (const [buyer, all] of Map.groupBy(orders.values(), (one) => one))
    assert.ok([...all].length <= LIMIT, `${buyer} bought ${[...all].length}`);
});
