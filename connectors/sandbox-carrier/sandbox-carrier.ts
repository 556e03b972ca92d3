// A carrier to try things with: it carries nothing, and remembers nothing. What it says of a parcel
// follows from the seed and the parcel alone, so it says the same whenever it is asked.

import { createHash } from 'node:crypto';
import type { ParcelId } from '@doorstep/core/ids.ts';
import type { Carrier, CarrierEvent, CarrierParcel } from '@doorstep/core/shipping/carrier.ts';
import { type Course, courseFor, stopsOf } from './courses.ts';

export interface SandboxCarrierOptions {
  readonly seed: number | string;
  /** The way each parcel takes; left out, most take the usual one. */
  readonly courseOf?: (parcel: ParcelId) => Course;
}

const HOUR_MS = 3_600_000;
/** How much earlier or later than planned a stop may be; less than any two are apart. */
const SHIFT_HOURS = 1.5;

export function sandboxCarrier({ seed, courseOf }: SandboxCarrierOptions): Carrier {
  const chanceOf = (parcel: ParcelId, about: string) =>
    Number.parseInt(hashOf(`${seed} ${parcel} ${about}`).slice(0, 8), 16) / 2 ** 32;
  const courseTaken = (parcel: ParcelId): Course =>
    courseOf?.(parcel) ?? courseFor(chanceOf(parcel, 'course'));

  function eventsOf({ id, shippedAt }: CarrierParcel): CarrierEvent[] {
    return stopsOf(courseTaken(id)).map(({ status, afterHours, description, place }, index) => {
      const shift = index === 0 ? 0 : SHIFT_HOURS * chanceOf(id, `stop ${index}`);
      const occurredAt = new Date(shippedAt.getTime() + (afterHours + shift) * HOUR_MS);
      return { id: `${numberOf(id)}-${index + 1}`, status, occurredAt, description, place };
    });
  }

  const numberOf = (parcel: ParcelId) =>
    `SBX${BigInt(`0x${hashOf(`${seed} ${parcel}`).slice(0, 12)}`)
      .toString()
      .padStart(15, '0')}`;

  return {
    name: 'sandbox-carrier',
    label: async ({ id }) => ({ trackingNumber: numberOf(id) }),
    eventsUntil: async (parcel, moment) =>
      eventsOf(parcel).filter((event) => event.occurredAt <= moment),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
