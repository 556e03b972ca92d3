// One order goes a road, and is struck on the way where it is told. What came of it is compared with
// what came of an order that nobody disturbed: one effect of each step, whatever was sent again.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aim, PointRig, StepEnd } from './point-rig.ts';
import { type Body, paidAs, type Road, type Walk } from './roads.ts';
import { sendUntilAnswered } from './send-until-answered.ts';

export interface Walked {
  /** How each step ended. */
  readonly ends: ReadonlyMap<string, StepEnd>;
  /** All that can be seen of the order, without names and times. */
  readonly trace: unknown;
}

const STOCK = 5;
let walks = 0;

/** @param aims by step */
export async function walkRoad(
  rig: PointRig,
  road: Road,
  aims: ReadonlyMap<string, Aim> = new Map(),
): Promise<Walked> {
  walks += 1;
  const walk = await beginWalk(rig, road, walks);
  const ends = new Map<string, StepEnd>();
  for (const step of road.steps) {
    rig.begin(aims.get(step.name) ?? null);
    walk.step = step.name;
    const answer = await step.run(walk);
    if (answer !== undefined) walk.known.set(step.name, answer);
    ends.set(step.name, await rig.end());
  }
  const order = await paidAs(walk, road.end['paymentStatus'] ?? '');
  for (const [status, expected] of Object.entries(road.end))
    assert.equal(order[status], expected, status);
  const more = withoutNames(walk, (await road.looks?.(walk)) ?? {});
  return { ends, trace: { order: await traceOf(rig, walk, order), more } };
}

interface OnRoad extends Walk {
  step: string;
}

async function beginWalk(rig: PointRig, road: Road, number: number): Promise<OnRoad> {
  const [name, sku] = [`road ${number}`, `ROAD-${number}`];
  rig.begin(null);
  if (!openedIn.has(rig)) await openShop(rig);
  await rig.api('POST', '/v1/skus', { code: sku, title: 'A thing' });
  await rig.api('POST', '/v1/stock/receipts', {
    location: 'ROAD',
    lines: [{ sku, quantity: STOCK }],
  });
  await rig.end();
  const request = (method: string, key: string, path: string, body?: object) =>
    sendUntilAnswered(rig, `${name} ${key}`, { method, path, body });
  const walk: OnRoad = {
    name,
    sku,
    step: '',
    payments: [paymentOf(rig, road)],
    known: new Map(),
    send: (path, body) => request('POST', walk.step, path, body),
    look: (path) => request('GET', 'look', path),
  };
  return walk;
}

function paymentOf({ doubles }: PointRig, { provider, stated }: Road): object {
  if (provider === undefined) return { provider: 'sandbox', token: 'tok_ok+delay_40', ...stated };
  if (provider === 'manual' || provider === 'store-credit') return { provider, ...stated };
  if (doubles === null) throw new Error(`the rig has no ${provider}`);
  return doubles.payment(provider);
}

const openedIn = new WeakSet<PointRig>();

async function openShop(rig: PointRig): Promise<void> {
  openedIn.add(rig);
  for (const account of rig.doubles?.accounts ?? [])
    await rig.api('POST', '/v1/provider-connections', account);
  await rig.api('POST', '/v1/channels', { code: 'web', name: 'Web' });
  await rig.api('POST', '/v1/locations', {
    code: 'ROAD',
    name: 'Warehouse',
    kind: 'warehouse',
    address: { country: 'DE' },
    timeZone: 'Europe/Berlin',
    channels: [{ channel: 'web' }],
  });
}

/** The order, its log, its work, its money here and at the provider, its stock, its exceptions. */
async function traceOf(rig: PointRig, walk: Walk, order: Body): Promise<unknown> {
  const id = String(order['id']);
  const list = async (path: string) => {
    const { items } = await walk.look(path);
    return (items as Body[]).map((one) => withoutNames(walk, one)).sort(byText);
  };
  // A search for "road 1" finds "road 12" as well.
  const { items: found } = await walk.look(
    `/v1/orders?limit=200&search=${encodeURIComponent(walk.name)}`,
  );
  const namesakes = (found as Body[]).filter((one) => one['externalId'] === walk.name);
  const payments = await walk.look(`/v1/orders/${id}/payments`);
  return {
    order: withoutNames(walk, order),
    orders: namesakes.length,
    timeline: await list(`/v1/orders/${id}/timeline?limit=500`),
    work: await list(`/v1/fulfillment-orders?order=${id}`),
    parcels: await list(`/v1/parcels?order=${id}`),
    returns: await list(`/v1/returns?order=${id}`),
    payments: withoutNames(walk, payments),
    deeds: await deedsOf(rig, payments['payments'] as Body[]),
    movements: await list(`/v1/stock/movements?sku=${walk.sku}&location=ROAD&limit=200`),
    levels: await list(`/v1/stock/levels?sku=${walk.sku}`),
    reservations: await list(`/v1/reservations?sku=${walk.sku}&location=ROAD`),
    exceptions: await list(`/v1/exceptions?order=${id}`),
  };
}

async function deedsOf({ home, doubles }: PointRig, payments: readonly Body[]): Promise<string[]> {
  const ids = payments.map((one) => one['id']);
  if (doubles !== null) return doubles.deedsOf(ids.map(String));
  const path = join(home, 'sandbox-payments', 'book.jsonl');
  // Who pays by hand leaves nothing in it, not even the book.
  const book = existsSync(path) ? await readFile(path, 'utf8') : '';
  return book
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Body)
    .filter((deed) => ids.includes(deed['payment']))
    .map((deed) => `${deed['kind']} ${deed['amountMinor']} ${deed['outcome']}`);
}

/** Names, times and places in the log differ; so does how often a provider was asked. */
const VARYING = new Set(['number', 'orderNumber', 'position', 'attempts', 'version']);

function withoutNames(walk: Walk, value: unknown): Body {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    VARYING.has(key) && typeof inner !== 'object' ? undefined : inner,
  );
  return JSON.parse(
    text
      .replaceAll(walk.name, 'the walk')
      .replaceAll(walk.sku, 'the SKU')
      .replaceAll(walk.sku.toLowerCase(), 'the buyer')
      .replace(/\b([a-z]{3})_[0-9a-f]{32}\b/g, '$1')
      .replace(/\border \d+/g, 'the order')
      .replace(/"sbx_(\w+?)_[0-9a-f]{12}"/g, '"its $1"')
      .replace(/"(pi|ch|re)_[0-9a-f]{20}/g, '"its $1')
      .replace(/"[0-9A-F]{16}("|\/)/g, '"its id$1')
      .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"some time"'),
  ) as Body;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
