// Kills the server or its PostgreSQL with -9 while orders are paid, picked, packed, shipped,
// delivered and refunded. Whatever was cut short is sent again under its idempotency key; in the end
// every order has lived its whole life, and every step had one effect: in our books, and in those
// of the payment provider.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, type CrashRig, type Victim, verified } from './crash-rig.ts';
import { sendUntilAnswered } from './send-until-answered.ts';

export interface LifeReport {
  readonly killed: Victim;
  readonly afterMs: number;
  readonly lives: number;
  /** Requests that got no answer and were sent again. */
  readonly resent: number;
  readonly downMs: number;
}

const WORKERS = 8;
const SETTLE_MS_MAX = 60_000;

let round = 0;

/** One crash among lives; throws an AssertionError when a step was lost or had two effects. */
export async function crashUnderLife(
  rig: CrashRig,
  killed: Victim,
  afterMs: number,
): Promise<LifeReport> {
  round += 1;
  const api = await rig.api();
  await api('POST', '/v1/stock/receipts', {
    location: 'LEJ-1',
    lines: [{ sku: 'BOWL-WHITE', quantity: 2000 }],
  });
  const factory = lives(rig, `life ${round}`);
  await sleep(afterMs);
  const downMs = await rig.kill(killed);
  await sleep(300);
  const { orders, resent } = await factory.stop();
  await assertLivedOnce(await rig.api(), orders);
  await assertBookAgrees(rig, orders);
  await verified(await rig.api());
  return { killed, afterMs, lives: orders.length, resent, downMs };
}

/** Orders from several hands, each taken from capture to refund before the next. */
function lives(rig: CrashRig, name: string) {
  const orders: string[] = [];
  let resent = 0;
  let stopped = false;
  const again = () => {
    resent += 1;
  };
  const send: Send = async (key, method, path, body) =>
    sendUntilAnswered(
      { port: rig.port, apiKey: await rig.key() },
      key,
      { method, path, body },
      again,
    );
  async function live(hand: number): Promise<void> {
    for (let count = 0; !stopped; count += 1) {
      const id = `${name} ${hand} ${count}`;
      const order = await send(`${id} capture`, 'POST', '/v1/orders', orderOf(id));
      orders.push(String(order.id));
      await walk((step, method, path, body) => send(`${id} ${step}`, method, path, body), order);
    }
  }
  const all = Promise.all(Array.from({ length: WORKERS }, (_, hand) => live(hand)));
  return {
    async stop() {
      stopped = true;
      await all;
      return { orders, resent };
    },
  };
}

type Send = (
  step: string,
  method: string,
  path: string,
  body?: object,
) => Promise<Record<string, unknown>>;

async function walk(send: Send, captured: Record<string, unknown>): Promise<void> {
  const path = `/v1/orders/${captured.id}`;
  for (;;) {
    const order = await send('look', 'GET', path);
    if (order.paymentStatus === 'authorized') break;
    assert.equal(order.paymentStatus, 'pending');
    await sleep(20);
  }
  const released = await send('release', 'POST', `${path}/releases`, {});
  const [work] = released.fulfillmentOrders as { id: string }[];
  const place = `/v1/fulfillment-orders/${work?.id}`;
  await send('pick', 'POST', `${place}/picks`, {});
  const parcel = await send('pack', 'POST', `${place}/parcels`, {});
  const label = { carrier: 'crash', trackingNumber: `T${String(captured.number)}` };
  await send('ship', 'POST', `/v1/parcels/${parcel.id}/shipments`, label);
  await send('deliver', 'POST', '/v1/tracking-events', {
    events: [{ ...label, status: 'delivered', occurredAt: new Date().toISOString(), id: 'd' }],
  });
  const grant = { amountMinor: REFUND_MINOR, reason: 'goodwill' };
  await send('refund', 'POST', `${path}/refunds`, grant);
}

const PRICE_MINOR = 1490;
const REFUND_MINOR = 490;

function orderOf(id: string): object {
  return {
    channel: 'web',
    externalId: id,
    currency: 'EUR',
    lines: [{ sku: 'BOWL-WHITE', quantity: 1, unitPriceMinor: PRICE_MINOR }],
    shippingAddress: { country: 'DE', postalCode: '04109' },
    payments: [{ provider: 'sandbox', token: 'tok_lost' }],
  };
}

/** Counted units and money of every life are those of one of each step. */
async function assertLivedOnce(api: Api, orders: readonly string[]): Promise<void> {
  const until = performance.now() + SETTLE_MS_MAX;
  for (const order of orders) {
    let seen = await api('GET', `/v1/orders/${order}`);
    while (seen.paymentStatus !== 'partially-refunded' || seen.fulfillmentStatus !== 'delivered') {
      assert.ok(performance.now() < until, `${order} did not come to its end: ${state(seen)}`);
      await sleep(50);
      seen = await api('GET', `/v1/orders/${order}`);
    }
    const [line] = seen.lines as Record<string, number>[];
    assert.deepEqual(
      [line?.shipped, line?.delivered, line?.canceled, line?.overshipped, seen.grantedMinor],
      [1, 1, 0, 0, REFUND_MINOR],
      state(seen),
    );
  }
}

function state(order: Record<string, unknown>): string {
  return `${order.status}, ${order.paymentStatus}, ${order.fulfillmentStatus}`;
}

interface Deed {
  readonly payment: string;
  readonly kind: string;
  readonly amountMinor: string;
}

/** The provider keeps a book of its own: each order was authorized, captured and refunded once. */
async function assertBookAgrees(rig: CrashRig, orders: readonly string[]): Promise<void> {
  const api = await rig.api();
  const book = await readFile(join(rig.home, 'sandbox-payments', 'book.jsonl'), 'utf8');
  const deeds = book
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Deed);
  const byPayment = Map.groupBy(deeds, (deed) => deed.payment);
  for (const order of orders) {
    const { payments } = await api('GET', `/v1/orders/${order}/payments`);
    const [payment] = payments as { id: string }[];
    assert.deepEqual(
      (byPayment.get(payment?.id ?? '') ?? []).map((deed) => `${deed.kind} ${deed.amountMinor}`),
      [`authorize ${PRICE_MINOR}`, `capture ${PRICE_MINOR}`, `refund ${REFUND_MINOR}`],
      `what the provider did for ${order}`,
    );
  }
}
