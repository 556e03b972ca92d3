// What people on the floor do, for tests: release, pick, pack, ship, and looks at what came of it.

import assert from 'node:assert/strict';
import type { Answer, Caller } from './shop.ts';
import { orderOf } from './stock.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; each is checked against the contract
type Body = any;

export interface Floor {
  /** Captures an order; @returns it as it is read. */
  buy(units: Readonly<Record<string, number>>, more?: object): Promise<Body>;
  read(order: Body): Promise<Body>;
  /** The fulfillment orders, by location. */
  release(order: Body): Promise<Record<string, Body>>;
  tryRelease(order: Body): Promise<Answer>;
  pick(work: Body, lines?: readonly object[]): Promise<Answer>;
  pack(work: Body, more?: object): Promise<Answer>;
  ship(parcel: Body, more?: object): Promise<Answer>;
  record(order: Body, more?: object): Promise<Answer>;
  cancel(order: Body, lines?: readonly object[]): Promise<Answer>;
  /** The open exceptions of an order, as `type units`. */
  exceptions(order: Body): Promise<string[]>;
}

export function floorOf(shop: Caller): Floor {
  const post = (path: string, body?: object) => shop.call('POST', path, body);
  const read = async (order: Body) => (await shop.call('GET', `/v1/orders/${order.id}`)).body;
  const tryRelease = (order: Body) => post(`/v1/orders/${order.id}/releases`);
  return {
    read,
    tryRelease,
    async buy(units, more = {}) {
      const made = await post('/v1/orders', orderOf(units, more));
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return read(made.body);
    },
    async release(order) {
      const { status, body } = await tryRelease(order);
      assert.equal(status, 201, JSON.stringify(body));
      return Object.fromEntries(body.fulfillmentOrders.map((one: Body) => [one.location, one]));
    },
    pick: (work, lines) =>
      post(`/v1/fulfillment-orders/${work.id}/picks`, lines === undefined ? undefined : { lines }),
    pack: (work, more = {}) => post(`/v1/fulfillment-orders/${work.id}/parcels`, more),
    ship: (parcel, more) => post(`/v1/parcels/${parcel.id}/shipments`, more),
    record: (order, more = {}) => post(`/v1/orders/${order.id}/shipments`, more),
    cancel: (order, lines) =>
      post(`/v1/orders/${order.id}/cancellations`, {
        reason: 'customer',
        ...(lines === undefined ? {} : { lines }),
      }),
    async exceptions(order) {
      const { body } = await shop.call('GET', `/v1/exceptions?order=${order.id}&status=open`);
      return body.items.map((one: Body) => `${one.type} ${one.data.units}`).sort();
    },
  };
}

/** On hand, reserved and allocated of a SKU at a location. */
export async function stockAt(
  shop: Caller,
  sku: string,
  location: string,
): Promise<[onHand: number, reserved: number, allocated: number]> {
  const { body } = await shop.call('GET', `/v1/stock/levels?sku=${sku}&location=${location}`);
  const { onHand = 0, reserved = 0, allocated = 0 } = body.items[0] ?? {};
  return [onHand, reserved, allocated];
}

/** Where the units of a line are: only the places that have some. */
export function placesOf(order: Body, line = 1): Record<string, number> {
  const found = order.lines.find((one: Body) => one.number === line);
  const places = [
    'canceled',
    'unpromised',
    'backordered',
    'reserved',
    'allocated',
    'picked',
    'packed',
    'shipped',
    'overshipped',
  ];
  return Object.fromEntries(
    places.map((place) => [place, found[place]]).filter(([, units]) => units > 0),
  );
}
