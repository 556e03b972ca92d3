// Any life of a drop leaves books that add up: random steps, some of them at once, with the worker at
// work. PROVE_RUNS multiplies how many lives are tried, PROVE_SEED repeats one set of them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TenantId } from '@doorstep/core/ids.ts';
import fc from 'fast-check';
import { verifyTenant } from '../../src/verify/verify-tenant.ts';
import { startWorker, type Worker } from '../../src/worker.ts';
import { type Answer, type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const LIVES = 12 * Number(process.env['PROVE_RUNS'] ?? 1);
const SEED = Number(process.env['PROVE_SEED'] ?? Date.now() % 2_147_483_647);
const HOUR_MS = 3_600_000;
const LIMIT = 4;

let shop: Shop;
let worker: Worker;
before(async () => {
  shop = await openShop();
  worker = startWorker(shop.runtime);
});
after(async () => {
  await worker.stop();
  await shop.close();
});

const buyer = fc.constantFrom('ada', 'bob', 'cleo', 'dan');
const sku = fc.constantFrom('A', 'B');
const units = fc.integer({ min: 1, max: 3 });
const which = fc.nat(20);
const bought = fc.dictionary(fc.constantFrom('A', 'B', 'C'), units, { minKeys: 1 });

const steps = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('hold' as const), buyer, sku, units }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('buy' as const), buyer, bought }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('buy-held' as const), which, sku, units }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('give-back' as const), which }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('wait' as const), buyer, sku, units }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('leave' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('cancel' as const), which, units: fc.option(units) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('release' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('change-pool' as const),
      sku,
      units: fc.integer({ min: -3, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('receive' as const), sku, units }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('count' as const), sku, units }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('pause' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('resume' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('stop' as const), releaseHolds: fc.boolean() }),
  },
);
type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never;

/** What stands in one step happens at once. */
const lives = fc.array(fc.array(steps, { minLength: 1, maxLength: 6 }), {
  minLength: 3,
  maxLength: 12,
});

interface Life extends Caller {
  readonly tenant: TenantId;
  readonly drop: string;
  readonly orders: { id: string; lines: { id: string }[] }[];
  readonly holds: string[];
  readonly places: string[];
}

let livesBegun = 0;

async function beginLife(): Promise<Life> {
  livesBegun += 1;
  const own = await shop.anotherTenant(`life-${livesBegun}`);
  await stockUp(own, { L1: { A: 9, B: 4, C: 20 }, L2: { A: 5 } });
  const { status, body } = await own.call('POST', '/v1/drops', {
    name: 'Launch',
    startsAt: new Date(Date.now() - HOUR_MS).toISOString(),
    endsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    limitPerBuyer: LIMIT,
    offerSeconds: 1,
    items: [
      {
        sku: 'A',
        preorderCap: 3,
        pool: [
          { location: 'L1', units: 4 },
          { location: 'L2', units: 2 },
        ],
      },
      { sku: 'B', pool: [{ location: 'L1', units: 3 }] },
    ],
  });
  assert.equal(status, 201, JSON.stringify(body));
  return { ...own, drop: body.id, orders: [], holds: [], places: [] };
}

async function carryOut(life: Life, step: Step): Promise<void> {
  const answer = await send(life, step);
  if (answer === undefined) return;
  assert.ok(
    answer.status < 300 || [404, 409, 422].includes(answer.status),
    `${JSON.stringify(step)}: ${JSON.stringify(answer.body)}`,
  );
  if (answer.status !== 201) return;
  if (step.does === 'buy' || step.does === 'buy-held') life.orders.push(answer.body);
  if (step.does === 'hold') life.holds.push(answer.body.id);
  if (step.does === 'wait') {
    life.places.push(answer.body.id);
    if (answer.body.offer !== null) life.holds.push(answer.body.offer.id);
  }
}

function send(life: Life, step: Step): Promise<Answer> | undefined {
  const at = `/v1/drops/${life.drop}`;
  const post = (path: string, body?: object) => life.call('POST', path, body);
  const picked = <T>(all: readonly T[], number: number) => all[number % Math.max(1, all.length)];
  switch (step.does) {
    case 'hold':
      return post(`${at}/holds`, {
        buyer: step.buyer,
        lines: [{ sku: step.sku, quantity: step.units }],
        seconds: 1,
      });
    case 'buy':
      return post(
        '/v1/orders',
        orderOf(step.bought, { drop: { id: life.drop, buyer: step.buyer } }),
      );
    case 'buy-held': {
      const hold = picked(life.holds, step.which);
      if (hold === undefined) return undefined;
      const drop = { id: life.drop, hold };
      return post('/v1/orders', orderOf({ [step.sku]: step.units }, { drop }));
    }
    case 'give-back': {
      const hold = picked(life.holds, step.which);
      return hold === undefined ? undefined : life.call('DELETE', `${at}/holds/${hold}`);
    }
    case 'wait':
      return post(`${at}/queue`, { buyer: step.buyer, sku: step.sku, quantity: step.units });
    case 'leave': {
      const place = picked(life.places, step.which);
      return place === undefined ? undefined : life.call('DELETE', `${at}/queue/${place}`);
    }
    default:
      return sendMore(life, step);
  }
}

function sendMore(life: Life, step: Step): Promise<Answer> | undefined {
  const at = `/v1/drops/${life.drop}`;
  const post = (path: string, body?: object) => life.call('POST', path, body);
  switch (step.does) {
    case 'cancel':
    case 'release': {
      const order = life.orders[step.which % Math.max(1, life.orders.length)];
      if (order === undefined) return undefined;
      if (step.does === 'release') return post(`/v1/orders/${order.id}/releases`);
      const lines = [{ line: order.lines[0]?.id, quantity: step.units }];
      return post(`/v1/orders/${order.id}/cancellations`, {
        reason: 'customer',
        ...(step.units === null ? {} : { lines }),
      });
    }
    case 'change-pool':
      return post(`${at}/pool-changes`, {
        sku: step.sku,
        pool: step.units === 0 ? [] : [{ location: 'L1', units: step.units }],
      });
    case 'receive':
      return post('/v1/stock/receipts', {
        location: 'L1',
        lines: [{ sku: step.sku, quantity: step.units }],
      });
    case 'count':
      return post('/v1/stock/counts', {
        location: 'L1',
        lines: [{ sku: step.sku, counted: step.units }],
      });
    case 'pause':
      return post(`${at}/pause`);
    case 'resume':
      return post(`${at}/resumption`);
    case 'stop':
      return post(`${at}/stop`, { releaseHolds: step.releaseHolds });
    default:
      return undefined;
  }
}

test('after any life of a drop every unit is where the books say, and no limit was beaten', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const own = await beginLife();
      for (const step of life) {
        await Promise.all(step.map((one) => carryOut(own, one)));
        await verified(own.tenant);
      }
    }),
    { numRuns: LIVES, seed: SEED, endOnFailure: true },
  );
});

/** What waits to be sequenced is no fault of the drop. */
async function verified(tenant: TenantId): Promise<void> {
  const { checks } = await verifyTenant(shop.runtime.app, tenant);
  const broken = checks.filter(({ ok, name }) => !ok && !/Positions|report/i.test(name));
  assert.deepEqual(broken, []);
}
