// Orders on their way, for tests: released, packed, sent, delivered.

import assert from 'node:assert/strict';
import type { Caller } from './shop.ts';
import { orderOf } from './stock.ts';

export interface Sent {
  readonly order: string;
  readonly parcel: string;
  readonly trackingNumber: string;
}

export type Scan = readonly [status: string, hour: number, more?: object];

const today = new Date();
const yesterday = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - 1] as const;

/** An hour of yesterday: of a number that a parcel gets now, what was said long ago is of another. */
export const at = (hour: number): string => new Date(Date.UTC(...yesterday, hour)).toISOString();

let parcelCount = 0;

/** An order of SKU → quantity in one parcel of the carrier DHL. */
export async function packed(
  shop: Caller,
  units: Readonly<Record<string, number>>,
  more: object = {},
): Promise<Sent> {
  parcelCount += 1;
  const trackingNumber = `JD${parcelCount}`;
  const order = await made(shop, '/v1/orders', orderOf(units, more));
  const { fulfillmentOrders } = await made(shop, `/v1/orders/${order.id}/releases`, {});
  assert.equal(fulfillmentOrders.length, 1, 'one location has all of it');
  const at = `/v1/fulfillment-orders/${fulfillmentOrders[0].id}`;
  await made(shop, `${at}/picks`, {});
  const parcel = await made(shop, `${at}/parcels`, { carrier: 'DHL', trackingNumber });
  return { order: order.id, parcel: parcel.id, trackingNumber };
}

export async function sent(...of: Parameters<typeof packed>): Promise<Sent> {
  const [shop] = of;
  const one = await packed(...of);
  await made(shop, `/v1/parcels/${one.parcel}/shipments`, {});
  return one;
}

export async function delivered(...of: Parameters<typeof packed>): Promise<Sent> {
  const [shop] = of;
  const one = await sent(...of);
  await tell(shop, one.trackingNumber, ['delivered', 10]);
  return one;
}

export const scansOf = (trackingNumber: string, ...scans: readonly Scan[]): object[] =>
  scans.map(([status, hour, more]) => ({
    carrier: 'dhl',
    trackingNumber,
    status,
    occurredAt: at(hour),
    ...more,
  }));

/** What the carrier DHL says; @returns the outcomes */
export async function tell(
  shop: Caller,
  trackingNumber: string,
  ...scans: readonly Scan[]
): Promise<string[]> {
  const events = scansOf(trackingNumber, ...scans);
  const { status, body } = await shop.call('POST', '/v1/tracking-events', { events });
  assert.equal(status, 200, JSON.stringify(body));
  return body.outcomes.map(({ outcome }: { outcome: string }) => outcome);
}

/** Types of the open exceptions that name this text. */
export async function openExceptions(shop: Caller, of: string): Promise<string[]> {
  const { body } = await shop.call('GET', '/v1/exceptions?status=open&limit=200');
  return body.items
    .filter((one: object) => JSON.stringify(one).includes(of))
    .map(({ type }: { type: string }) => type);
}

async function made(shop: Caller, path: string, body: object) {
  const answer = await shop.call('POST', path, body);
  assert.equal(answer.status, 201, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
