// What a tenant may try with the drops of another: see foreign-calls.ts.

import type { Caller } from '../shop.ts';
import type { Attempt, Foreign } from './foreign.ts';

const startsAt = '2026-01-01T00:00:00Z';
const endsAt = '2999-01-01T00:00:00Z';

/** A running drop of the other tenant with a hold, an order and somebody who waits. */
export async function dropOfForeign(
  shop: Caller,
  post: (path: string, body: unknown) => Promise<{ readonly id: string }>,
  mark: string,
): Promise<Pick<Foreign, 'drop' | 'dropHold' | 'dropPlace'>> {
  const terms = { name: mark, reference: mark, startsAt, endsAt, limitPerBuyer: 2 };
  const pool = [{ location: 'A_BER', units: 4 }];
  const drop = await post('/v1/drops', { ...terms, items: [{ sku: 'A_MUG', pool }] });
  const at = `/v1/drops/${drop.id}`;
  const lines = [{ sku: 'A_MUG', quantity: 2 }];
  const hold = await post(`${at}/holds`, { buyer: mark, lines });
  await post('/v1/orders', {
    channel: 'a-web',
    currency: 'EUR',
    lines: [{ sku: 'A_MUG', quantity: 2, unitPrice: '1.00' }],
    drop: { id: drop.id, buyer: 'another' },
  });
  const place = await post(`${at}/queue`, { buyer: 'waits', sku: 'A_MUG', quantity: 1 });
  await shop.call('POST', `${at}/engagement`, { counts: [{ at: startsAt, viewers: 7 }] });
  return { drop: drop.id, dropHold: hold.id, dropPlace: place.id };
}

export function dropAttempts(a: Foreign): Record<string, Attempt[]> {
  const params = { drop: a.drop };
  const theirs = (body?: unknown): Attempt[] => [{ params, body, told: 'not-found' }];
  const ofHold = [{ params: { ...params, hold: a.dropHold }, told: 'not-found' }];
  const ofPlace = [{ params: { ...params, place: a.dropPlace }, told: 'not-found' }];
  const plan = (item: object) => ({ name: 'b', startsAt, endsAt, items: [item] });
  const units = 1;
  return {
    createDrop: [
      { body: plan({ sku: a.sku }), told: 'sku-unknown' },
      {
        body: plan({ sku: 'MUG', pool: [{ location: a.location, units }] }),
        told: 'location-unknown',
      },
      { body: plan({ sku: 'MUG' }), told: 'own' },
    ],
    listDrops: [{ told: 'own' }],
    getDrop: theirs(),
    changeDrop: theirs({ name: 'stolen' }),
    changePool: [
      ...theirs({ sku: 'MUG', preorderCap: 9 }),
      { params, body: { sku: a.sku }, told: 'sku-unknown' },
    ],
    pauseDrop: theirs(),
    resumeDrop: theirs(),
    stopDrop: theirs({ releaseHolds: true }),
    holdUnits: [
      ...theirs({ buyer: 'b', lines: [{ sku: 'MUG', quantity: 1 }] }),
      { params, body: { buyer: 'b', lines: [{ sku: a.sku, quantity: 1 }] }, told: 'not-found' },
    ],
    getDropHold: ofHold,
    releaseDropHold: ofHold,
    joinQueue: theirs({ buyer: 'b', sku: 'MUG', quantity: 1 }),
    getQueuePlace: ofPlace,
    leaveQueue: ofPlace,
    getDropFigures: theirs(),
    listEngagement: theirs(),
    recordEngagement: theirs({ counts: [{ at: startsAt, viewers: 1 }] }),
  };
}
