// Lives of several orders on the whole road, in random order and partly at once, on the real
// database. Every invariant holds after every step; in the end nothing stays promised, and the money
// here is the money in the book of the provider.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { verifyTenant } from '../../src/verify/verify-tenant.ts';
import { openShop } from '../shop.ts';
import { lives, type Told } from './road-commands.ts';
import { beginLife, carryOut, type Life, type World } from './road-life.ts';
import type { Body } from './road-requests.ts';

export interface LivesReport {
  readonly lives: number;
  readonly steps: number;
  /** How often something like it happened. */
  readonly happened: ReadonlyMap<string, number>;
}

/**
 * Throws with the shortest life that breaks something, and the seed that repeats it.
 *
 * @param onBroken told at once what broke first: to find the shortest life takes a while
 */
export async function liveAtRandom(
  runs: number,
  seed: number,
  onBroken: (error: unknown) => void = () => {},
): Promise<LivesReport> {
  let aheadMs = 0;
  const shop = await openShop({ now: () => new Date(Date.now() + aheadMs) });
  const world: World = {
    shop,
    pass(ms) {
      aheadMs += ms;
    },
  };
  let isBroken = false;
  const report = { lives: 0, steps: 0, happened: new Map<string, number>() };
  try {
    await fc.assert(
      fc.asyncProperty(lives, async (steps) => {
        try {
          await live(world, steps, report);
        } catch (error) {
          if (!isBroken) onBroken(error);
          isBroken = true;
          throw error;
        }
      }),
      { numRuns: runs, seed },
    );
  } finally {
    await shop.close();
  }
  return report;
}

async function live(
  world: World,
  steps: readonly Told[][],
  report: { lives: number; steps: number; readonly happened: Map<string, number> },
): Promise<void> {
  const life = await beginLife(world);
  for (const step of [FIRST, ...steps]) {
    await Promise.all(step.map((told) => carryOut(life, told)));
    await assertBooksAddUp(life, step);
    report.steps += 1;
  }
  await count(life, report.happened);
  await endLife(life);
  report.lives += 1;
}

const ONCE = { twice: false };
/** So that no life is empty. */
const FIRST: readonly Told[] = [
  {
    command: {
      does: 'buy',
      units: { A: 2, KIT: 1 },
      channel: 'web',
      ways: ['ok'],
      shippingMinor: 490,
      splits: true,
    },
    ...ONCE,
  },
  { command: { does: 'providers' }, ...ONCE },
];

async function assertBooksAddUp(life: Life, step: unknown): Promise<void> {
  const { shop } = life.world;
  await shop.sequence();
  const { checks } = await verifyTenant(shop.runtime.app, life.tenant);
  const broken = checks.filter((check) => !check.ok);
  assert.deepEqual(broken, [], JSON.stringify(step));
  for (const { id } of life.orders) {
    const { body } = await life.call('GET', `/v1/orders/${id}`);
    for (const line of body.lines as Body[]) assertCounted(line, step);
    assertDue(body, (await life.call('GET', `/v1/orders/${id}/payments`)).body, step);
  }
}

const PLACES = [
  'canceled',
  'unpromised',
  'backordered',
  'reserved',
  'allocated',
  'picked',
  'packed',
  'shipped',
];

/** Every unit is in one place; those that left unasked come on top. */
function assertCounted(line: Body, step: unknown): void {
  if (line.kind === 'kit') return;
  const all = PLACES.reduce((sum, place) => sum + line[place], 0);
  assert.equal(all, line.ordered + line.overshipped, JSON.stringify([line, step]));
  assert.ok(line.delivered <= line.shipped, JSON.stringify([line, step]));
}

/** What the buyer is to pay is the price, less what was canceled, less what was granted back. */
function assertDue(order: Body, { account, ledger }: Body, step: unknown): void {
  if (account === null) return;
  const what = JSON.stringify([account, step]);
  // Who was granted something, and then cancels all of it, owes nothing.
  const due = Math.max(0, order.totalMinor - order.canceledMinor - order.grantedMinor);
  assert.equal(account.dueMinor, due, what);
  assert.ok(due >= 0 && account.earnedMinor <= due, what);
  for (const kind of ['authorized', 'captured', 'refunded', 'voided']) {
    const told = (ledger as Body[]).filter((entry) => entry.kind === kind);
    const sum = told.reduce((total, { amountMinor }) => total + amountMinor, 0);
    assert.equal(account[`${kind}Minor`], sum, `${kind} ${what}`);
  }
}

/** All that is open comes to its end. */
async function endLife(life: Life): Promise<void> {
  for (const { order, id } of life.holds)
    await life.call('PUT', `/v1/orders/${order}/holds/${id}/release`);
  for (const { id } of life.orders)
    await life.call('POST', `/v1/orders/${id}/cancellations`, { reason: 'other' });
  await letProvidersAnswer(life);
  await assertBooksAddUp(life, 'the end');
  const { body } = await life.call('GET', '/v1/stock/levels');
  for (const level of body.items) assert.equal(level.reserved, 0, `${level.sku} stays promised`);
  const deeds = await life.world.shop.sandbox.deeds();
  for (const { id } of life.orders) {
    const money = (await life.call('GET', `/v1/orders/${id}/payments`)).body;
    for (const payment of money.payments) assertBookAgrees(life, payment, deeds);
    assertSettled(life, money);
  }
}

const ASKED_AGAIN_MAX = 40;

/** Whoever was asked in vain is asked again, as long as it takes; some take a moment of real time. */
async function letProvidersAnswer(life: Life): Promise<void> {
  for (let round = 0; ; round += 1) {
    await life.world.shop.runPayments();
    const open: Body[] = [];
    for (const { id } of life.orders) {
      const { body } = await life.call('GET', `/v1/orders/${id}/payments`);
      open.push(...body.intents.filter((intent: Body) => intent.state === 'open'));
    }
    if (open.length === 0) return;
    assert.ok(round < ASKED_AGAIN_MAX, `it is asked for ever: ${JSON.stringify(open)}`);
    life.world.pass(10 * 60_000);
    await sleep(5);
  }
}

type Deeds = Awaited<ReturnType<Life['world']['shop']['sandbox']['deeds']>>;

/** What the provider did is what we know it did, once each. */
function assertBookAgrees(life: Life, payment: Body, deeds: Deeds): void {
  if (payment.provider !== 'sandbox' || life.toldOf.has(payment.id)) return;
  const own = deeds.filter((deed) => deed.payment === payment.id && deed.outcome === 'succeeded');
  const sum = (kind: string) =>
    own.reduce((all, deed) => all + (deed.kind === kind ? Number(deed.amountMinor) : 0), 0);
  assert.deepEqual(
    [payment.authorizedMinor, payment.capturedMinor, payment.refundedMinor, payment.voidedMinor],
    [sum('authorize'), sum('capture'), sum('refund'), sum('void')],
    JSON.stringify(payment),
  );
}

const SOUND = new Set(['ok', 'lost', 'busy_1', 'later_20']);

/** Where every provider did what it was asked, nothing is left to do, and nobody paid too much. */
function assertSettled(life: Life, { account, payments, intents }: Body): void {
  const isSound = (payments as Body[]).every(
    ({ id }) => SOUND.has(life.ways.get(id) ?? '') && !life.toldOf.has(id),
  );
  if (account === null || !isSound) return;
  const what = JSON.stringify([account, payments, intents]);
  assert.deepEqual(intents, [], what);
  const { authorizedMinor, voidedMinor, capturedMinor, refundedMinor, dueMinor } = account;
  assert.equal(authorizedMinor - voidedMinor - capturedMinor, 0, what);
  assert.ok(capturedMinor - refundedMinor <= dueMinor, what);
}

async function count(life: Life, happened: Map<string, number>): Promise<void> {
  const { body } = await life.call('GET', '/v1/events?limit=1000');
  for (const { type } of body.items) happened.set(type, (happened.get(type) ?? 0) + 1);
}
