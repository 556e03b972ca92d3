import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ParcelId } from '@doorstep/core/ids.ts';
import { trailOf } from '@doorstep/core/shipping/tracking.ts';
import { proveCarrier } from '../conformance/carrier.ts';
import { COURSES, type Course } from './courses.ts';
import { sandboxCarrier } from './sandbox-carrier.ts';

proveCarrier('sandbox-carrier', async () => sandboxCarrier({ seed: 1 }));

const shippedAt = new Date('2026-11-23T16:00:00Z');
const inAMonth = new Date('2026-12-23T16:00:00Z');
const parcel = { id: `pcl_${'7'.repeat(32)}` as ParcelId, shippedAt };

async function endOf(course: Course) {
  const carrier = sandboxCarrier({ seed: 1, courseOf: () => course });
  const { deliveredAt, trouble } = trailOf(await carrier.eventsUntil(parcel, inAMonth));
  return [deliveredAt === null ? 'not delivered' : 'delivered', trouble];
}

test('every way it may take ends as its name says', async () => {
  const ends = Object.fromEntries(
    await Promise.all(COURSES.map(async (course) => [course, await endOf(course)] as const)),
  );
  assert.deepEqual(ends, {
    usual: ['delivered', null],
    late: ['delivered', null],
    'failed-once': ['delivered', null],
    lost: ['not delivered', 'lost'],
    damaged: ['not delivered', 'damaged'],
    returned: ['not delivered', 'returned'],
  });
});

test('the seed decides the way and the number, and most parcels arrive the next day', async () => {
  const [one, other] = [sandboxCarrier({ seed: 1 }), sandboxCarrier({ seed: 2 })];
  assert.notDeepEqual(await one.label(parcel), await other.label(parcel));
  const nextDay = new Date('2026-11-25T00:00:00Z');
  let arrived = 0;
  for (let number = 0; number < 1000; number += 1) {
    const id = `pcl_${String(number).padStart(32, '0')}` as ParcelId;
    const trail = trailOf(await one.eventsUntil({ id, shippedAt }, nextDay));
    if (trail.deliveredAt !== null) arrived += 1;
  }
  assert.ok(arrived > 870 && arrived < 940, `${arrived} of 1000 arrived`);
});
