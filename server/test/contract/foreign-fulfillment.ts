// What a tenant may try with the fulfillment orders and parcels of another.

import { floorOf } from '../floor.ts';
import type { Caller } from '../shop.ts';

interface ForeignWork {
  readonly fulfillmentOrder: string;
  readonly parcel: string;
}

interface WorkAttempt {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly told: string;
}

/** An order of the other tenant that a location works on. */
export async function workOfForeign(shop: Caller): Promise<ForeignWork> {
  const floor = floorOf(shop);
  const order = await floor.buy({ A_MUG: 2 }, { channel: 'a-web' });
  const [asked] = Object.values(await floor.release(order));
  await floor.pick(asked, [{ line: 1, picked: 1 }]);
  const { body: parcel } = await floor.pack(asked, { trackingNumber: 'A-TRACK' });
  return { fulfillmentOrder: asked.id, parcel: parcel.id };
}

export function fulfillmentAttempts(
  a: ForeignWork & { readonly order: string; readonly line: string; readonly location: string },
  ours: string,
): Record<string, WorkAttempt[]> {
  const order = { order: a.order };
  const work = { fulfillmentOrder: a.fulfillmentOrder };
  const parcel = { parcel: a.parcel };
  const lines = [{ line: a.line, quantity: 1 }];
  return {
    releaseOrder: [{ params: order, told: 'not-found' }],
    sourceOrder: [{ params: order, told: 'not-found' }],
    getFulfillmentOrder: [{ params: work, told: 'not-found' }],
    listFulfillmentOrders: [
      { told: 'own' },
      { query: { order: a.order }, told: 'own' },
      { query: { location: a.location }, told: 'location-unknown' },
    ],
    recordPicks: [
      { params: work, body: {}, told: 'not-found' },
      { params: work, body: { lines: [{ line: 1, short: 1 }] }, told: 'not-found' },
    ],
    packParcel: [{ params: work, body: { lines }, told: 'not-found' }],
    getParcel: [{ params: parcel, told: 'not-found' }],
    listParcels: [
      { told: 'own' },
      { query: { order: a.order }, told: 'own' },
      { query: { trackingNumber: 'A-TRACK' }, told: 'own' },
    ],
    getFulfillmentBoard: [
      { params: { location: a.location }, told: 'location-unknown' },
      { params: { location: 'BER' }, query: { carrier: 'a' }, told: 'own' },
      { params: { location: 'BER' }, query: { sku: 'A_MUG' }, told: 'sku-unknown' },
    ],
    listBoardCards: [
      { params: { location: a.location, column: 'open' }, told: 'location-unknown' },
      { params: { location: 'BER', column: 'open' }, told: 'own' },
      { params: { location: 'BER', column: 'shipped' }, told: 'own' },
    ],
    listCarriers: [{ told: 'own' }],
    getParcelLabel: [{ params: parcel, body: { carrier: 'sandbox-carrier' }, told: 'not-found' }],
    shipParcel: [{ params: parcel, body: {}, told: 'not-found' }],
    recordShipment: [
      { params: order, body: {}, told: 'not-found' },
      { params: { order: ours }, body: { lines }, told: 'line-unknown' },
      { params: { order: ours }, body: { location: a.location }, told: 'location-unknown' },
    ],
  };
}
