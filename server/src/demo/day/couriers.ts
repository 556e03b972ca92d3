// The carrier's side of the day: labels, and what it says of each parcel while that is on its way.

import type { ParcelId } from '@doorstep/core/ids.ts';
import type { Carrier, CarrierEvent } from '@doorstep/core/shipping/carrier.ts';
import { between, type Day, happens, inMinutes } from './day.ts';
import type { Shipped } from './floor.ts';

const UNKNOWN_SHARE = 0.002;
/** By then a carrier has said all it will ever say of a parcel. */
const DAYS_MAX = 21;

export interface Couriers {
  handOut(parcel: Shipped): Promise<{ carrier: string; trackingNumber: string }>;
}

export function couriers(day: Day, carrier: Carrier, delivered: (order: string) => void): Couriers {
  return {
    async handOut({ parcel, order }) {
      const shippedAt = day.plan.now();
      const box = { id: parcel as ParcelId, shippedAt };
      const { trackingNumber } = await carrier.label(box);
      const end = new Date(shippedAt.getTime() + DAYS_MAX * 86_400_000);
      for (const event of await carrier.eventsUntil(box, end))
        day.plan.at(event.occurredAt, async () => {
          await tell(day, { ...event, carrier: carrier.name, trackingNumber });
          if (event.status === 'delivered') delivered(order);
        });
      if (happens(day, UNKNOWN_SHARE))
        inMinutes(day, between(day, 10, 600), () => tellOfAStranger(day, carrier.name));
      return { carrier: carrier.name, trackingNumber };
    },
  };
}

type Told = Omit<CarrierEvent, 'id' | 'description' | 'place'> & {
  readonly carrier: string;
  readonly trackingNumber: string;
};

async function tell(day: Day, event: Told): Promise<void> {
  const told = { ...event, occurredAt: event.occurredAt.toISOString() };
  await day.call('POST', '/v1/tracking-events', { events: [told] });
}

/** Carriers mix up their customers now and then. */
function tellOfAStranger(day: Day, carrier: string): Promise<void> {
  return tell(day, {
    carrier,
    trackingNumber: `XX${Math.floor(day.random() * 1e9)}`,
    status: 'in-transit',
    occurredAt: day.plan.now(),
  });
}
