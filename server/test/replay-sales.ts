// Replays the imported sales of a channel through the live path: captured, paid, released, picked,
// packed, shipped and delivered, from opening stock at six locations that is just enough.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExportedOrder } from '@doorstep/contract/export-forms.ts';
import { replayedOrder } from '@doorstep/contract/replayed-order.ts';
import { startWorker } from '../src/worker.ts';
import type { Shop } from './shop.ts';

export interface ReplayEnd {
  readonly captured: number;
  readonly delivered: number;
  /** Not at their end; an open exception says why. */
  readonly explained: number;
  readonly capturedPerSecond: number;
  readonly deliveredPerSecond: number;
}

const PLACES = [
  ['LDN', 'London', 'EC1A 1BB', 'GB'],
  ['BHX', 'Birmingham', 'B1 1AA', 'GB'],
  ['MAN', 'Manchester', 'M1 1AE', 'GB'],
  ['EDI', 'Edinburgh', 'EH1 1YZ', 'GB'],
  ['AMS', 'Amsterdam', '1012', 'NL'],
  ['CGN', 'Cologne', '50667', 'DE'],
] as const;

const TOGETHER = 100;
const LANES = 8;
/** Looked for work so often in vain, with nothing left to release, to pay or to ship. */
const LOOKS_IN_VAIN = 20;

export async function replaySales(
  shop: Shop,
  channel: string,
  say: (line: string) => void,
): Promise<ReplayEnd> {
  const orders = await exportedOrders(shop, channel);
  await openShelves(shop, orders);
  const worker = startWorker(shop.runtime);
  const start = performance.now();
  try {
    const captured = await captureAll(shop, orders, say);
    const capturedPerSecond = captured / seconds(start);
    say(`  ${captured} captured, ${capturedPerSecond.toFixed(0)} orders/s`);
    const { delivered, endedAt } = await workTheFloor(shop, captured, say);
    const deliveredPerSecond = delivered / ((endedAt - start) / 1000);
    const explained = await explainRest(shop, captured - delivered);
    return { captured, delivered, explained, capturedPerSecond, deliveredPerSecond };
  } finally {
    await worker.stop();
  }
}

const seconds = (start: number) => (performance.now() - start) / 1000;

/** Those that sell something for money. */
async function exportedOrders(shop: Shop, channel: string): Promise<ExportedOrder[]> {
  const { body } = await shop.call('GET', `/v1/exports/orders?origin=imported&channel=${channel}`);
  const lines = String(body).trim().split('\n');
  const orders = lines.map((line) => JSON.parse(line) as ExportedOrder);
  return orders.filter(({ itemsMinor }) => itemsMinor > 0);
}

/** What all of them want of each SKU, spread over the places; not a unit more. */
async function openShelves(shop: Shop, orders: readonly ExportedOrder[]): Promise<void> {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of orders.flatMap(({ lines }) => lines))
    wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  await ok(
    shop.call('POST', '/v1/channels', { code: 'replay', name: 'Replay', releaseAfterMinutes: 0 }),
  );
  for (const [code, city, postalCode, country] of PLACES)
    await ok(
      shop.call('POST', '/v1/locations', {
        code,
        name: city,
        kind: 'warehouse',
        address: { city, postalCode, country },
        timeZone: 'Europe/London',
        channels: [{ channel: 'replay' }],
      }),
    );
  const codes = [...wanted.keys()];
  for (const some of chunks(codes, 1000))
    await ok(
      shop.call('PUT', '/v1/skus/bulk', { items: some.map((code) => ({ code, title: code })) }),
    );
  for (const [index, [code]] of PLACES.entries())
    for (const some of chunks(codes, 1000)) {
      const lines = some
        .map((sku) => ({ sku, quantity: shareOf(wanted.get(sku) ?? 0, index) }))
        .filter(({ quantity }) => quantity > 0);
      if (lines.length > 0)
        await ok(shop.call('POST', '/v1/stock/receipts', { location: code, lines }));
    }
}

function shareOf(units: number, place: number): number {
  const each = Math.floor(units / PLACES.length);
  return place === 0 ? units - each * (PLACES.length - 1) : each;
}

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

async function ok(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  assert.ok(status < 300, JSON.stringify(body));
}

async function captureAll(
  shop: Shop,
  orders: readonly ExportedOrder[],
  say: (line: string) => void,
): Promise<number> {
  const payment = { provider: 'sandbox', token: 'tok_ok' };
  const requests = orders.flatMap(
    (order) => replayedOrder(order, { channel: 'replay', run: 'replay', payment }) ?? [],
  );
  const waiting = [...chunks(requests, TOGETHER)];
  let captured = 0;
  const lane = async () => {
    for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
      const { body } = await shop.call('POST', '/v1/orders/bulk', some);
      for (const line of String(body).trim().split('\n')) {
        const { status, problem } = JSON.parse(line);
        assert.equal(status, 201, JSON.stringify(problem));
        captured += 1;
        if (captured % 2000 === 0) say(`  ${captured} of ${requests.length} captured …`);
      }
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return captured;
}

interface Work {
  readonly id: string;
}

/** @returns how many orders are delivered in the end, and when the last parcel was */
async function workTheFloor(
  shop: Shop,
  orders: number,
  say: (line: string) => void,
): Promise<{ delivered: number; endedAt: number }> {
  const begun = new Set<string>();
  let movedAt = performance.now();
  let shipped = 0;
  const lane = async (work: Work) => {
    const path = `/v1/fulfillment-orders/${work.id}`;
    await ok(shop.call('POST', `${path}/picks`, {}));
    const { body: parcel } = await shop.call('POST', `${path}/parcels`, { weightGrams: 900 });
    const trackingNumber = `RE${work.id.slice(-20)}`;
    const label = { carrier: 'sandbox', trackingNumber };
    await ok(shop.call('POST', `/v1/parcels/${parcel.id}/shipments`, label));
    const occurredAt = new Date().toISOString();
    const event = { ...label, status: 'delivered', occurredAt };
    await ok(shop.call('POST', '/v1/tracking-events', { events: [event] }));
    shipped += 1;
    movedAt = performance.now();
  };
  let inVain = 0;
  while (inVain < LOOKS_IN_VAIN) {
    const { body } = await shop.call('GET', '/v1/fulfillment-orders?status=released&limit=200');
    const fresh = (body.items as Work[]).filter(({ id }) => !begun.has(id));
    for (const { id } of fresh) begun.add(id);
    inVain = fresh.length === 0 ? inVain + 1 : 0;
    if (fresh.length === 0) await sleep(200);
    for (const some of chunks(fresh, LANES)) await Promise.all(some.map(lane));
    if (shipped > 0 && fresh.length > 0 && begun.size % 5000 < 200)
      say(`  ${shipped} parcels of ${orders} orders delivered …`);
  }
  return { delivered: await countOrders(shop, 'fulfillmentStatus=delivered'), endedAt: movedAt };
}

async function countOrders(shop: Shop, filter: string): Promise<number> {
  const { body } = await shop.call(
    'GET',
    `/v1/exports/orders?origin=captured&channel=replay&columns=number&${filter}`,
  );
  return String(body)
    .trim()
    .split('\n')
    .filter((line) => line !== '').length;
}

/** Each that is not at its end has an open exception. */
async function explainRest(shop: Shop, rest: number): Promise<number> {
  const explained = new Set<string>();
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await shop.call('GET', `/v1/exceptions?status=open&limit=200${more}`);
    for (const one of body.items) if (one.about.order !== null) explained.add(one.about.order.id);
    cursor = body.nextCursor;
  } while (cursor !== null);
  assert.ok(explained.size >= rest, `${rest} are not delivered, ${explained.size} are explained`);
  return rest;
}
