// Two people, or a hundred, at the same order at once: every unit ends up in one place, and what is
// told twice happens once.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TenantId } from '@doorstep/core/ids.ts';
import fc from 'fast-check';
import { verifyTenant } from '../../src/verify/verify-tenant.ts';
import { type Floor, floorOf, placesOf, stockAt } from '../floor.ts';
import { type Answer, type Caller, openShop, type Shop } from '../shop.ts';
import { orderOf, stockUp } from '../stock.ts';

let shop: Shop;
let floor: Floor;
before(async () => {
  shop = await openShop();
  floor = floorOf(shop);
  await stockUp(shop, { BER: { MUG: 5000 }, HAM: { MUG: 5000 } });
});
after(() => shop.close());

const eventsOf = async (order: { id: string }, type: string) =>
  (await shop.call('GET', `/v1/orders/${order.id}/timeline?limit=500`)).body.items.filter(
    (event: { type: string }) => event.type === type,
  );

describe('told many times', () => {
  test('100 parallel releases: one set of fulfillment orders', async () => {
    const order = await floor.buy({ MUG: 3 });
    const answers = await Promise.all(Array.from({ length: 100 }, () => floor.tryRelease(order)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const { status, body } of answers)
      if (status !== 201) assert.equal(body.code, 'nothing-to-release');
    const { body } = await shop.call('GET', `/v1/fulfillment-orders?order=${order.id}`);
    assert.equal(body.items.length, 1);
  });

  test('the same parcel shipped 100 times in parallel: one effect', async () => {
    const order = await floor.buy({ MUG: 2 });
    const { BER } = await floor.release(order);
    const { body: parcel } = await floor.pack(BER, { lines: [{ line: 1, quantity: 2 }] });
    const [onHand, reserved, allocated] = await stockAt(shop, 'MUG', 'BER');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => floor.ship(parcel, { trackingNumber: 'ONE' })),
    );
    const told = new Set(answers.map(({ status, body }) => `${status} ${body.shippedAt}`));
    assert.equal(told.size, 1);
    assert.equal((await eventsOf(order, 'parcel.shipped.v1')).length, 1);
    assert.deepEqual(await stockAt(shop, 'MUG', 'BER'), [onHand - 2, reserved - 2, allocated - 2]);
  });

  test('a hold against the release: one of them came first, and it shows', async () => {
    for (let round = 0; round < 20; round += 1) {
      const order = await floor.buy({ MUG: 1 });
      const [held, released] = await Promise.all([
        shop.call('POST', `/v1/orders/${order.id}/holds`, { reason: 'other' }),
        floor.tryRelease(order),
      ]);
      assert.equal(held.status, 201);
      const { items } = (await shop.call('GET', `/v1/orders/${order.id}/timeline`)).body;
      const types = items.map(({ type }: { type: string }) => type);
      const isFirst = types.indexOf('order.held.v1') === 1;
      assert.deepEqual(
        [released.status, types.includes('order.released.v1')],
        isFirst ? [409, false] : [201, true],
      );
    }
  });
});

describe('canceling against', () => {
  const UNITS = 4;
  const work = async (order: object) => (await floor.release(order))['BER'];
  /** How far the order has come, and what is done to it while it is canceled. */
  const races: Record<string, (order: object) => Promise<() => Promise<Answer>>> = {
    release: async (order) => () => floor.tryRelease(order),
    pick: async (order) => {
      const asked = await work(order);
      return () => floor.pick(asked);
    },
    'a short pick': async (order) => {
      const asked = await work(order);
      return () => floor.pick(asked, [{ line: 1, picked: 2, short: 2 }]);
    },
    pack: async (order) => {
      const asked = await work(order);
      await floor.pick(asked);
      return () => floor.pack(asked);
    },
    ship: async (order) => {
      const asked = await work(order);
      await floor.pick(asked);
      const { body: parcel } = await floor.pack(asked);
      return () => floor.ship(parcel);
    },
    'a shipment made elsewhere': async (order) => () =>
      floor.record(order, { location: 'HAM', lines: [{ line: 1, quantity: UNITS }] }),
  };
  for (const [name, prepare] of Object.entries(races))
    for (const lines of [undefined, [{ line: 1, quantity: 1 }]])
      test(`${name}: ${lines === undefined ? 'the whole order' : 'one unit'}`, async () => {
        for (let round = 0; round < 6; round += 1) await race(prepare, lines, round);
      });

  async function race(
    prepare: (typeof races)[string],
    lines: readonly object[] | undefined,
    round: number,
  ): Promise<void> {
    const order = await floor.buy({ MUG: UNITS });
    const act = await prepare(order);
    const cancel = () => floor.cancel(order, lines);
    const [first, second] = round % 2 === 0 ? [act, cancel] : [cancel, act];
    const answers = await Promise.all([first(), second()]);
    for (const { status, body } of answers)
      assert.ok(status === 201 || status === 409, JSON.stringify(body));
    const after = await floor.read(order);
    const places = placesOf(after);
    const { overshipped = 0, ...counted } = places;
    const all = Object.values(counted).reduce((sum, units) => sum + units, 0);
    assert.equal(all, UNITS + overshipped, JSON.stringify(places));
    // The refund is exactly that of what was canceled, 10.00 each.
    assert.equal(after.canceledMinor, (places['canceled'] ?? 0) * 1000);
    // Canceled before it left, a parcel that leaves all the same is beyond what was asked.
    assert.equal((places['canceled'] ?? 0) + (places['shipped'] ?? 0) - overshipped <= UNITS, true);
  }

  test('all of it at once leaves nothing promised', async () => {
    const before = await stockAt(shop, 'MUG', 'HAM');
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const order = await floor.buy({ MUG: UNITS });
        const asked = await work(order);
        await Promise.all([
          floor.pick(asked, [{ line: 1, picked: 1 }]),
          floor.pack(asked, { lines: [{ line: 1, quantity: 2 }] }),
          floor.cancel(order, [{ line: 1, quantity: 2 }]),
          floor.record(order, { location: 'HAM', lines: [{ line: 1, quantity: 1 }] }),
        ]);
        await floor.cancel(order);
      }),
    );
    const [, ...promised] = await stockAt(shop, 'MUG', 'HAM');
    assert.deepEqual(promised, before.slice(1));
  });
});

const LIVES = 12 * Number(process.env['PROVE_RUNS'] ?? 1);
const SEED = Number(process.env['PROVE_SEED'] ?? Date.now() % 2_147_483_647);

const which = fc.nat(20);
const units = fc.integer({ min: 1, max: 5 });
const place = fc.constantFrom('L1', 'L2', 'L3');
const line = fc.integer({ min: 1, max: 5 });
const commands = fc.oneof(
  fc.record({
    does: fc.constant('buy' as const),
    units: fc.dictionary(fc.constantFrom('A', 'B', 'KIT', 'UNKNOWN'), units, { minKeys: 1 }),
  }),
  fc.record({ does: fc.constant('release' as const), which }),
  fc.record({
    does: fc.constant('pick' as const),
    which,
    line,
    picked: fc.nat(4),
    short: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  fc.record({ does: fc.constant('pickAll' as const), which }),
  fc.record({ does: fc.constant('pack' as const), which, line: fc.option(line), units }),
  fc.record({ does: fc.constant('ship' as const), which, place: fc.option(place) }),
  fc.record({ does: fc.constant('record' as const), which, line: fc.option(line), units, place }),
  fc.record({ does: fc.constant('cancel' as const), which, line: fc.option(line), units }),
  fc.record({ does: fc.constant('source' as const), which }),
  fc.record({ does: fc.constant('receive' as const), units, place }),
);
type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never;

interface Life extends Caller {
  readonly tenant: TenantId;
  readonly floor: Floor;
  readonly orders: { id: string }[];
  readonly works: { id: string }[];
  readonly parcels: { id: string }[];
}

let livesBegun = 0;

async function beginLife(): Promise<Life> {
  livesBegun += 1;
  const own = await shop.anotherTenant(`floor-${livesBegun}`);
  await stockUp(own, { L1: { A: 9, B: 4 }, L2: { A: 5, B: 9 }, L3: { A: 2 } });
  const components = [
    { sku: 'A', quantity: 2 },
    { sku: 'B', quantity: 1 },
  ];
  await own.call('POST', '/v1/skus', { code: 'KIT', title: 'Kit', components });
  await own.call('PUT', '/v1/skus/A/backorder-limit', { cap: 20 });
  return { ...own, floor: floorOf(own), orders: [], works: [], parcels: [] };
}

async function carryOut(life: Life, command: Command): Promise<void> {
  const answer = await send(life, command);
  if (answer === undefined) return;
  assert.ok(
    [200, 201, 409, 422].includes(answer.status),
    `${JSON.stringify(command)}: ${JSON.stringify(answer.body)}`,
  );
  if (answer.status > 201) return;
  if (command.does === 'buy') life.orders.push(answer.body);
  if (command.does === 'release') life.works.push(...answer.body.fulfillmentOrders);
  if (command.does === 'pack') life.parcels.push(answer.body);
}

function send(life: Life, command: Command): Promise<Answer> | undefined {
  const one = <Row>(rows: readonly Row[]) =>
    'which' in command && rows.length > 0 ? rows[command.which % rows.length] : undefined;
  if (command.does === 'buy')
    return life.call(
      'POST',
      '/v1/orders',
      orderOf(command.units, { stockPolicy: 'partial-with-backorder' }),
    );
  if (command.does === 'receive') {
    const lines = [{ sku: 'A', quantity: command.units }];
    return life.call('POST', '/v1/stock/receipts', { location: command.place, lines });
  }
  if (command.does === 'ship') {
    const parcel = one(life.parcels);
    const more = command.place === null ? {} : { location: command.place };
    return parcel === undefined ? undefined : life.floor.ship(parcel, more);
  }
  if (command.does === 'pick' || command.does === 'pickAll' || command.does === 'pack') {
    const asked = one(life.works);
    return asked === undefined ? undefined : atWork(life, command, asked);
  }
  const order = one(life.orders);
  return order === undefined ? undefined : onOrder(life, command, order);
}

function atWork(
  { floor: at }: Life,
  command: Extract<Command, { does: 'pick' | 'pickAll' | 'pack' }>,
  asked: object,
): Promise<Answer> {
  if (command.does === 'pickAll') return at.pick(asked);
  if (command.does === 'pack')
    return at.pack(
      asked,
      command.line === null ? {} : { lines: [{ line: command.line, quantity: command.units }] },
    );
  const { line: number, picked, short } = command;
  return at.pick(asked, [{ line: number, picked, short }]);
}

function onOrder(
  life: Life,
  command: Extract<Command, { does: 'release' | 'record' | 'cancel' | 'source' }>,
  order: { id: string },
): Promise<Answer> {
  if (command.does === 'release') return life.floor.tryRelease(order);
  if (command.does === 'source') return life.call('POST', `/v1/orders/${order.id}/sourcings`);
  const lines =
    command.line === null ? {} : { lines: [{ line: command.line, quantity: command.units }] };
  return command.does === 'record'
    ? life.floor.record(order, { location: command.place, ...lines })
    : life.call('POST', `/v1/orders/${order.id}/cancellations`, { reason: 'other', ...lines });
}

async function assertBooksAddUp(life: Life, step: unknown): Promise<void> {
  await shop.sequence();
  const { checks } = await verifyTenant(shop.runtime.app, life.tenant);
  const broken = checks.filter((check) => !check.ok);
  assert.deepEqual(broken, [], JSON.stringify(step));
}

test('whatever happens on the floor, the books add up after every step', async (t) => {
  t.diagnostic(`PROVE_SEED=${SEED}, ${LIVES} lives`);
  const lives = fc.array(fc.array(commands, { minLength: 1, maxLength: 3 }), {
    minLength: 5,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(lives, async (steps) => {
      const life = await beginLife();
      await carryOut(life, { does: 'buy', units: { A: 4, B: 2, KIT: 1 } });
      await carryOut(life, { does: 'release', which: 0 });
      for (const step of steps) {
        await Promise.all(step.map((command) => carryOut(life, command)));
        await assertBooksAddUp(life, step);
      }
    }),
    { numRuns: LIVES, seed: SEED, endOnFailure: true },
  );
});
