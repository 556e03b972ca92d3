// What a tenant may try with the returns and parcels on their way of another: see foreign-calls.ts.

import type { Caller } from '../shop.ts';
import type { Attempt, Foreign } from './foreign.ts';

const found = { condition: 'unknown', disposition: 'discard', quantity: 1 };

/** A return of an order of the other tenant, with the words of people in it. */
export async function returnOfForeign(
  shop: Caller,
  order: string,
  mark: string,
): Promise<Pick<Foreign, 'return'>> {
  const { body } = await shop.call('POST', '/v1/return-receipts', {
    order,
    location: 'A_BER',
    trackingNumber: 'A-RETURN',
    note: mark,
    items: [
      { ...found, sku: 'A_MUG', note: mark },
      { ...found, label: mark },
    ],
  });
  return { return: body.return.id };
}

export function returnAttempts(a: Foreign, ours: string): Record<string, Attempt[]> {
  const back = { return: a.return };
  const items = [{ ...found, label: 'b' }];
  const lines = [{ line: a.line, quantity: 1, reason: 'other' }];
  const told = { carrier: 'b', status: 'delivered', occurredAt: '2026-11-23T10:00:00Z' };
  return {
    // A number of theirs is a number of nobody's parcel.
    recordTrackingEvents: [
      { body: { events: [{ ...told, trackingNumber: 'A-TRACK' }] }, told: 'own' },
    ],
    getParcelTracking: [{ params: { parcel: a.parcel }, told: 'not-found' }],
    requestReturn: [
      { params: { order: a.order }, body: { lines }, told: 'not-found' },
      { params: { order: ours }, body: { lines }, told: 'line-unknown' },
      {
        params: { order: ours },
        body: { lines: [{ ...lines[0], line: 1 }], location: a.location },
        told: 'location-unknown',
      },
    ],
    listReturns: [
      { told: 'own' },
      { query: { order: a.order }, told: 'own' },
      { query: { search: 'A-RETURN' }, told: 'own' },
      { query: { location: a.location }, told: 'location-unknown' },
    ],
    approveReturn: [{ params: back, told: 'not-found' }],
    declineReturn: [{ params: back, body: { note: 'b' }, told: 'not-found' }],
    previewReturnRefund: [{ params: back, body: {}, told: 'not-found' }],
    getOrderPage: [{ told: 'own' }],
    setOrderPage: [
      {
        body: { open: true, returnDays: 9, approvesReturns: true, contactUrl: null },
        told: 'own',
      },
    ],
    createOrderLink: [{ params: { order: a.order }, body: {}, told: 'not-found' }],
    getReturn: [{ params: back, told: 'not-found' }],
    receiveReturn: [{ params: back, body: { location: 'BER', items }, told: 'not-found' }],
    receiveUnannounced: [
      { body: { order: a.order, location: 'BER', items }, told: 'not-found' },
      { body: { location: a.location, items }, told: 'location-unknown' },
      { body: { location: 'BER', trackingNumber: 'A-RETURN', items }, told: 'own' },
      { body: { location: 'BER', items: [{ ...found, sku: 'A_MUG' }] }, told: 'own' },
    ],
    refundReturn: [{ params: back, body: {}, told: 'not-found' }],
    cancelReturn: [{ params: back, told: 'not-found' }],
  };
}
