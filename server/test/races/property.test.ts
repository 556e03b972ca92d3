// Any life of a small shop leaves books that add up: random commands, some of them at once, on the
// real database, while the worker runs. PROVE_RUNS multiplies how many lives are tried, PROVE_SEED
// repeats one set of them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TenantId } from '@doorstep/core/ids.ts';
import fc from 'fast-check';
import { verifyTenant } from '../../src/verify/verify-tenant.ts';
import { startWorker, type Worker } from '../../src/worker.ts';
import { type Answer, type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

const LIVES = 20 * Number(process.env['PROVE_RUNS'] ?? 1);
const SEED = Number(process.env['PROVE_SEED'] ?? Date.now() % 2_147_483_647);

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

const skus = fc.constantFrom('A', 'B', 'C');
const locations = fc.constantFrom('L1', 'L2');
const units = fc.integer({ min: 1, max: 9 });
const which = fc.nat(30);

const commands = fc.oneof(
  fc.record({ does: fc.constant('receive' as const), sku: skus, at: locations, units }),
  fc.record({
    does: fc.constant('adjust' as const),
    sku: skus,
    at: locations,
    units: fc.integer({ min: -6, max: 6 }),
  }),
  fc.record({
    does: fc.constant('count' as const),
    sku: skus,
    at: locations,
    units: fc.integer({ min: 0, max: 20 }),
  }),
  fc.record({ does: fc.constant('reserve' as const), sku: skus, at: locations, units }),
  fc.record({ does: fc.constant('release' as const), which }),
  fc.record({
    does: fc.constant('capture' as const),
    lines: fc.dictionary(fc.constantFrom('A', 'B', 'C', 'KIT', 'UNKNOWN'), units, { minKeys: 1 }),
    waits: fc.boolean(),
    splits: fc.boolean(),
  }),
  fc.record({ does: fc.constant('cancel' as const), which, line: fc.option(fc.nat(4)), units }),
  fc.record({ does: fc.constant('hold' as const), which }),
  fc.record({ does: fc.constant('damage' as const), sku: skus, at: locations, units }),
  fc.record({ does: fc.constant('transfer' as const), sku: skus, from: locations, units }),
  fc.record({
    does: fc.constant('arrive' as const),
    which,
    sku: skus,
    units: fc.option(fc.nat(9)),
  }),
  fc.record({ does: fc.constant('call back' as const), which }),
);
type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never;

/** Steps of a life; what stands in one step happens at once. */
const lives = fc.array(fc.array(commands, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});

interface Life extends Caller {
  readonly tenant: TenantId;
  readonly orders: { id: string; lines: { id: string }[] }[];
  readonly reservations: string[];
  readonly transfers: string[];
}

let livesBegun = 0;

async function beginLife(): Promise<Life> {
  livesBegun += 1;
  const own = await shop.anotherTenant(`life-${livesBegun}`);
  await stockUp(own, { L1: { A: 9, B: 4 }, L2: { A: 3, C: 7 } });
  const components = [
    { sku: 'A', quantity: 2 },
    { sku: 'C', quantity: 1 },
  ];
  await own.call('POST', '/v1/skus', { code: 'KIT', title: 'Kit', components });
  await own.call('PUT', '/v1/skus/A/backorder-limit', { cap: 12 });
  await own.call('PUT', '/v1/stock/safety-stock', { sku: 'A', location: 'L2', safetyStock: 1 });
  return { ...own, orders: [], reservations: [], transfers: [] };
}

async function carryOut(life: Life, command: Command): Promise<void> {
  const answer = await send(life, command);
  if (answer === undefined) return;
  const refusals = [404, 409];
  assert.ok(
    answer.status < 300 || refusals.includes(answer.status),
    `${JSON.stringify(command)}: ${JSON.stringify(answer.body)}`,
  );
  if (answer.status !== 201) return;
  if (command.does === 'capture') life.orders.push(answer.body);
  if (command.does === 'reserve') life.reservations.push(answer.body.id);
  if (command.does === 'transfer') life.transfers.push(answer.body.id);
}

function send(life: Life, command: Command): Promise<Answer> | undefined {
  const post = (path: string, body: object) => life.call('POST', path, body);
  if (command.does === 'capture')
    return post(
      '/v1/orders',
      orderOf(command.lines, {
        stockPolicy: command.waits ? 'partial-with-backorder' : 'all-or-nothing',
        splitPolicy: command.splits ? 'allow' : 'forbid',
      }),
    );
  if (command.does === 'cancel' || command.does === 'hold') return onOrder(life, command, post);
  if (command.does === 'release') {
    const id = pick(life.reservations, command.which);
    return id === undefined ? undefined : life.call('DELETE', `/v1/reservations/${id}`);
  }
  if (command.does === 'call back') {
    const id = pick(life.transfers, command.which);
    return id === undefined ? undefined : post(`/v1/transfers/${id}/cancellation`, {});
  }
  if (command.does === 'arrive') {
    const id = pick(life.transfers, command.which);
    const body =
      command.units === null ? {} : { lines: [{ sku: command.sku, quantity: command.units }] };
    return id === undefined ? undefined : post(`/v1/transfers/${id}/receipt`, body);
  }
  return onStock(command, post);
}

type Post = (path: string, body: object) => Promise<Answer>;

function onOrder(
  life: Life,
  command: Extract<Command, { does: 'cancel' | 'hold' }>,
  post: Post,
): Promise<Answer> | undefined {
  const order = pick(life.orders, command.which);
  if (order === undefined) return undefined;
  if (command.does === 'hold')
    return post(`/v1/orders/${order.id}/holds`, { reason: 'other', handle: 'one' });
  const line = command.line === null ? undefined : order.lines[command.line]?.id;
  return post(`/v1/orders/${order.id}/cancellations`, {
    reason: 'other',
    ...(line === undefined ? {} : { lines: [{ line, quantity: command.units }] }),
  });
}

type OfStock = 'receive' | 'adjust' | 'count' | 'reserve' | 'damage' | 'transfer';

function onStock(command: Extract<Command, { does: OfStock }>, post: Post): Promise<Answer> {
  const { does, sku } = command;
  const quantity = command.units;
  const lines = [{ sku, quantity }];
  if (does === 'transfer') {
    const to = command.from === 'L1' ? 'L2' : 'L1';
    return post('/v1/transfers', { from: command.from, to, lines });
  }
  const location = command.at;
  if (does === 'receive') return post('/v1/stock/receipts', { location, lines });
  if (does === 'adjust') return post('/v1/stock/adjustments', { location, reason: 'x', lines });
  if (does === 'count')
    return post('/v1/stock/counts', { location, lines: [{ sku, counted: quantity }] });
  if (does === 'damage')
    return post('/v1/stock/reclassifications', {
      location,
      from: 'available',
      to: 'damaged',
      reason: 'x',
      lines,
    });
  const owner = { kind: 'cart', reference: 'cart' };
  return post('/v1/reservations', { sku, location, quantity, owner });
}

function pick<One>(from: readonly One[], place: number): One | undefined {
  return from.length === 0 ? undefined : from[place % from.length];
}

/** Every invariant holds, among them that what is reserved is what open reservations hold. */
async function assertBooksAddUp({ tenant }: Life): Promise<void> {
  const { checks } = await verifyTenant(shop.runtime.app, tenant);
  assert.ok(checks.some((check) => check.name === 'Reserved equals the open reservations'));
  const broken = checks.filter((check) => !check.ok);
  assert.deepEqual(broken, []);
}

async function endLife(life: Life): Promise<void> {
  for (const { id } of life.orders)
    await life.call('POST', `/v1/orders/${id}/cancellations`, { reason: 'other' });
  for (const id of life.reservations) await life.call('DELETE', `/v1/reservations/${id}`);
  const { body } = await life.call('GET', '/v1/stock/levels');
  for (const level of body.items) assert.equal(level.reserved, 0, level.sku);
}

test('whatever happens to a shop, its books add up, and all promises end', async (t) => {
  t.diagnostic(`PROVE_SEED=${SEED}, ${LIVES} lives`);
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      const life = await beginLife();
      for (const step of steps) await Promise.all(step.map((command) => carryOut(life, command)));
      await assertBooksAddUp(life);
      await endLife(life);
      await assertBooksAddUp(life);
    }),
    { numRuns: LIVES, seed: SEED },
  );
});
