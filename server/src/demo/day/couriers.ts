// The carrier's side of the day: labels, and what it says of each parcel while that is on its way.

import type { ParcelId } from '@doorstep/core/ids.ts';
import type { Carrier, CarrierEvent, CarrierParcel } from '@doorstep/core/shipping/carrier.ts';
import { between, type Day, happens, inMinutes } from './day.ts';

/** A driver scans the label before the desk has told us of it: the scan waits for its parcel. */
const EARLY_SHARE = 0.02;
const UNKNOWN_SHARE = 0.002;
/** By then a carrier has said all it will ever say of a parcel. */
const DAYS_MAX = 21;

export interface Parcel {
  readonly parcel: string;
  readonly order: string;
}

export interface Label {
  readonly carrier: string;
  readonly trackingNumber: string;
}

export interface Couriers {
  /** Prints the label, and takes the parcel along once its shipment is recorded. */
  handOut(parcel: Parcel, record: (label: Label) => Promise<void>): Promise<void>;
}

/** Who is told of what becomes of a parcel. */
export interface Ends {
  delivered(parcel: Parcel): void;
  broughtBack(parcel: Parcel): void;
}

export function couriers(day: Day, carrier: Carrier, ends: Ends): Couriers {
  async function take(parcel: Parcel, box: CarrierParcel, label: Label): Promise<void> {
    const end = new Date(box.shippedAt.getTime() + DAYS_MAX * 86_400_000);
    for (const event of await carrier.eventsUntil(box, end))
      day.plan.at(event.occurredAt, async () => {
        await tell(day, { ...event, ...label });
        if (event.status === 'delivered') ends.delivered(parcel);
        if (event.status === 'returned-to-sender') ends.broughtBack(parcel);
      });
  }

  return {
    async handOut(parcel, record) {
      const box = { id: parcel.parcel as ParcelId, shippedAt: day.plan.now() };
      const { trackingNumber } = await carrier.label(box);
      const label = { carrier: carrier.name, trackingNumber };
      if (happens(day, EARLY_SHARE)) {
        await take(parcel, box, label);
        inMinutes(day, between(day, 5, 30), () => record(label));
      } else {
        await record(label);
        await take(parcel, box, label);
      }
      if (happens(day, UNKNOWN_SHARE))
        inMinutes(day, between(day, 10, 600), () => tellOfAStranger(day, carrier.name));
    },
  };
}

type Told = Omit<CarrierEvent, 'id' | 'description' | 'place'> & Label;

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
