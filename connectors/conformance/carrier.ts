// What every carrier must bear: a parcel has one number, and what was said of it stays said.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ParcelId } from '@doorstep/core/ids.ts';
import type { Carrier, CarrierParcel } from '@doorstep/core/shipping/carrier.ts';

const DAY_MS = 86_400_000;
const shippedAt = new Date('2026-11-23T16:00:00Z');

/** @param open called for each test */
export function proveCarrier(name: string, open: () => Promise<Carrier>): void {
  describe(`${name} conforms to the port of carriers`, () => {
    test('it has a name that records can use', async () => {
      assert.match((await open()).name, /^[a-z0-9][a-z0-9-]{0,49}$/);
    });

    test('a parcel asked for twice has one number, and another parcel another', async () => {
      const carrier = await open();
      const first = await carrier.label(parcelOf(1));
      assert.deepEqual(await carrier.label(parcelOf(1)), first);
      assert.notEqual((await carrier.label(parcelOf(2))).trackingNumber, first.trackingNumber);
    });

    test('what it said once it says again, oldest first, each event with an id of its own', async () => {
      const carrier = await open();
      const parcel = parcelOf(3);
      await carrier.label(parcel);
      let before: readonly { id: string }[] = [];
      for (let day = 0; day <= 20; day += 1) {
        const until = new Date(shippedAt.getTime() + day * DAY_MS);
        const events = await carrier.eventsUntil(parcel, until);
        assert.deepEqual(events.slice(0, before.length), before);
        assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
        const times = events.map(({ occurredAt }) => occurredAt.getTime());
        assert.deepEqual(
          times,
          times.toSorted((a, b) => a - b),
        );
        assert.ok(times.every((time) => time <= until.getTime()));
        before = events;
      }
    });
  });
}

function parcelOf(number: number): CarrierParcel {
  return { id: `pcl_${String(number).padStart(32, '0')}` as ParcelId, shippedAt };
}
