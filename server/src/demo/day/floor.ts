// The people of warehouses and stores: they look every few minutes what was released to them, pick
// it, miss some of it, pack it, and hand it to the carrier.

import type { Couriers } from './couriers.ts';
import { between, type Day, happens, inMinutes, roundInMinutes } from './day.ts';

export interface Place {
  readonly code: string;
  /** Hours it is open, in UTC. */
  readonly open: readonly [from: number, to: number];
  /** Fulfillment orders its people can begin in one look around. */
  readonly hands: number;
}

const LOOK_EVERY_MINUTES = 15;
/** Where there was nothing to do, and at night. */
const IDLE_MINUTES = 45;
const SHORT_SHARE = 0.015;
/** A parcel is handed out at another place than planned: a store helps the warehouse. */
const ELSEWHERE_SHARE = 0.01;
/** Of parcels that nobody wants any more, what leaves all the same. */
const OVERLOOKED_SHARE = 0.1;

interface Work {
  readonly id: string;
  readonly lines: readonly { readonly line: number; readonly allocated: number }[];
}

/** Starts a place's rounds; they go on until the plan ends. */
export function floor(
  day: Day,
  place: Place,
  others: readonly Place[],
  handOut: Couriers['handOut'],
): void {
  const begun = new Set<string>();
  async function look(): Promise<void> {
    const hour = day.plan.now().getUTCHours();
    const isOpen = hour >= place.open[0] && hour < place.open[1];
    const found = isOpen ? await begin() : 0;
    roundInMinutes(day, found > 0 ? LOOK_EVERY_MINUTES : IDLE_MINUTES, look);
  }

  /** @returns how many wait there */
  async function begin(): Promise<number> {
    const path = `/v1/fulfillment-orders?location=${place.code}&status=released&limit=200`;
    const { body } = await day.call('GET', path);
    const waiting = (body.items as Work[]).filter(({ id }) => !begun.has(id)).reverse();
    for (const { id } of waiting.slice(0, place.hands)) {
      begun.add(id);
      inMinutes(day, between(day, 1, LOOK_EVERY_MINUTES), () => pick(id));
    }
    return waiting.length;
  }

  async function pick(id: string): Promise<void> {
    const { body } = await day.call('GET', `/v1/fulfillment-orders/${id}`);
    const lines = (body as Work).lines
      .filter(({ allocated }) => allocated > 0)
      .map(({ line, allocated }) =>
        happens(day, SHORT_SHARE)
          ? { line, picked: allocated - 1, short: 1 }
          : { line, picked: allocated },
      );
    if (lines.length === 0) return; // canceled meanwhile
    await day.call('POST', `/v1/fulfillment-orders/${id}/picks`, { lines });
    inMinutes(day, between(day, 2, 30), () => pack(id));
  }

  async function pack(id: string): Promise<void> {
    const weightGrams = Math.round(between(day, 200, 9000));
    const packed = await day.call('POST', `/v1/fulfillment-orders/${id}/parcels`, { weightGrams });
    if (packed.status >= 400) return; // nothing was found, or all of it was canceled
    const { id: parcel, order } = packed.body;
    inMinutes(day, between(day, 5, 120), () => send(parcel, order));
  }

  async function send(parcel: string, order: string): Promise<void> {
    const { body } = await day.call('GET', `/v1/parcels/${parcel}`);
    if (body.voidedAt !== null && !happens(day, OVERLOOKED_SHARE)) return;
    const elsewhere = others[Math.floor(day.random() * others.length)];
    const from = happens(day, ELSEWHERE_SHARE) ? elsewhere : undefined;
    await handOut({ parcel, order }, async (label) => {
      const location = from === undefined ? {} : { location: from.code };
      await day.call('POST', `/v1/parcels/${parcel}/shipments`, { ...label, ...location });
    });
  }

  roundInMinutes(day, between(day, 0, LOOK_EVERY_MINUTES), look);
}
