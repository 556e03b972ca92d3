// One shop in which commands of chance are carried out, and what it remembers to name things by.

import assert from 'node:assert/strict';
import { systemActor } from '@doorstep/core/access/actor.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { type CommandTx, runCommand } from '../../src/db/run-command.ts';
import { lapseUnpaid } from '../../src/orders/lapse-unpaid.ts';
import { lapseHolds } from '../../src/orders/release-hold.ts';
import type { Answer, Shop } from '../shop.ts';
import { stockUp } from '../stock.ts';
import type { Command, Told } from './road-commands.ts';
import { type Body, type Known, type Request, requestOf } from './road-requests.ts';

export interface World {
  readonly shop: Shop;
  /** Moves the clock of the shop ahead. */
  pass(ms: number): void;
}

export interface Life extends Known {
  readonly tenant: TenantId;
  readonly world: World;
  /** How each payment was to be made. */
  readonly ways: Map<string, string>;
  told: number;
}

let livesBegun = 0;

export async function beginLife(world: World): Promise<Life> {
  livesBegun += 1;
  const own = await world.shop.anotherTenant(`road-${livesBegun}`);
  await stockUp(own, { L1: { A: 9, B: 4 }, L2: { A: 5, B: 9 }, L3: { A: 2 } });
  const components = [
    { sku: 'A', quantity: 2 },
    { sku: 'B', quantity: 1 },
  ];
  await own.call('POST', '/v1/skus', { code: 'KIT', title: 'Kit', components });
  await own.call('PUT', '/v1/skus/A/backorder-limit', { cap: 20 });
  for (const more of [{ code: 'now' }, { code: 'hasty', paymentTimeoutMinutes: 10 }])
    await own.call('POST', '/v1/channels', { name: 'Shop', captureAt: 'authorization', ...more });
  for (const code of ['L1', 'L2', 'L3'])
    await own.call('PATCH', `/v1/locations/${code}`, { channels: CHANNELS });
  return {
    ...own,
    world,
    now: world.shop.runtime.now,
    orders: [],
    works: [],
    parcels: [],
    holds: [],
    returns: [],
    toldOf: new Set(),
    ways: new Map(),
    told: 0,
  };
}

const CHANNELS = ['web', 'now', 'hasty'].map((channel) => ({ channel }));

export async function carryOut(life: Life, { command, twice }: Told): Promise<void> {
  if (command.does === 'providers') return life.world.shop.runPayments();
  if (command.does === 'pass') return pass(life, command.minutes);
  const request = await requestOf(life, command);
  if (request === undefined) return;
  life.told += 1;
  const headers = { 'idempotency-key': `key ${life.told}` };
  const send = () => life.call(request.method ?? 'POST', request.path, request.body, headers);
  const [answer, second] = await Promise.all([send(), ...(twice ? [send()] : [])]);
  if (answer === undefined) return;
  const what = `${JSON.stringify(command)}: ${JSON.stringify(answer.body)}`;
  assert.ok([200, 201, 409, 422].includes(answer.status), what);
  const isInFlight = (one: Answer) => one.body.code === 'idempotency-in-flight';
  if (second !== undefined && !isInFlight(second) && !isInFlight(answer))
    assert.deepEqual(withoutRequest(second), withoutRequest(answer), `twice: ${what}`);
  if (answer.status <= 201) remember(life, command, request, answer.body);
}

const withoutRequest = ({ body }: Answer) => ({ ...body, requestId: null });

/** What the worker does when the time has come. */
async function pass(life: Life, minutes: number): Promise<void> {
  const { runtime } = life.world.shop;
  life.world.pass(minutes * 60_000);
  for (const verb of [lapseUnpaid, lapseHolds] as ((tx: CommandTx) => Promise<number>)[])
    for (let done = 1; done > 0; ) {
      const context = { tenant: life.tenant, actor: systemActor('due'), now: runtime.now() };
      const { outcome } = await runCommand(runtime.app, context, null, verb);
      done = isRefusal(outcome) ? 0 : outcome;
    }
}

function remember(life: Life, command: Command, { path }: Request, body: Body): void {
  const [, , kind = '', id = '', what = ''] = path.split('/');
  if (command.does === 'buy') {
    life.orders.push(body);
    noteWays(life, body.payments, command.ways);
  }
  if (command.does === 'pay') noteWays(life, body.payments.slice(-1), [command.way]);
  if (kind === 'payments' || kind === 'payment-intents') life.toldOf.add(body.id);
  if (kind === 'return-receipts') life.returns.push(body.return);
  if (kind === 'orders' && what === 'holds' && command.does === 'hold')
    life.holds.push({ order: id, id: body.id });
  if (what === 'releases') life.works.push(...body.fulfillmentOrders);
  if (what === 'parcels') life.parcels.push(body);
  if (what === 'shipments' && kind === 'orders') life.parcels.push(...body.parcels);
  if (what === 'returns') life.returns.push(body);
}

function noteWays(life: Life, payments: readonly Body[], ways: readonly string[]): void {
  payments.forEach((payment, place) => {
    life.ways.set(payment.id, ways[place] ?? '');
  });
}
