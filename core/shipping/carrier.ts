// The port to carriers: what we need of one.

import type { ParcelId } from '../ids.ts';
import type { TrackingStatus } from './tracking.ts';

export interface CarrierParcel {
  readonly id: ParcelId;
  /** When it is handed over. */
  readonly shippedAt: Date;
}

/** One thing a carrier says of a parcel; `id` is the carrier's own, the same when told again. */
export interface CarrierEvent {
  readonly id: string;
  readonly status: TrackingStatus;
  readonly occurredAt: Date;
  readonly description: string;
  readonly place: string;
}

export interface CarrierLabel {
  readonly trackingNumber: string;
}

export interface Carrier {
  /** As it stands in `carrier` of parcels and tracking events. */
  readonly name: string;
  label(parcel: CarrierParcel): Promise<CarrierLabel>;
  /** All it has to say of a parcel up to a moment, oldest first. */
  eventsUntil(parcel: CarrierParcel, moment: Date): Promise<readonly CarrierEvent[]>;
}
