// The bookings of events, made once for all the sums that want them.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { Look } from '../log/log-sum.ts';
import { type Booking, bookingOf, type SalesFacts } from './booking.ts';
import { readSalesFacts } from './read-sales-facts.ts';

export interface Booked {
  readonly facts: SalesFacts;
  /** Undefined when nothing is booked for it. */
  of(event: LogEvent): Booking | undefined;
}

/** @param events of those that are booked, in their order */
export type BookEvents = (look: Look, events: readonly LogEvent[]) => Promise<Booked>;

/** Remembers the last events it was asked for: sums that are read together are given the same. */
export function bookEvents(): BookEvents {
  let last: { readonly events: readonly LogEvent[]; readonly booked: Booked } | undefined;
  return async (look, events) => {
    if (last !== undefined && isSame(last.events, events)) return last.booked;
    const booked = bookedOf(await look((tx) => readSalesFacts(tx, events)));
    last = { events, booked };
    return booked;
  };
}

function bookedOf(facts: SalesFacts): Booked {
  const made = new Map<LogEvent, Booking>();
  return {
    facts,
    of(event) {
      const booking = made.get(event) ?? bookingOf(event, facts);
      // Nothing is kept of the others: while nothing is booked, thousands of them may come by.
      if (booking !== undefined) made.set(event, booking);
      return booking;
    },
  };
}

function isSame(some: readonly LogEvent[], others: readonly LogEvent[]): boolean {
  return some.length === others.length && some.every((event, place) => event === others[place]);
}
