// Plays a day of the demo shop: everybody does their part through the API while the worker does
// its own, and then as many days more as parcels and returns need to come to their end.

import type { Carrier } from '@doorstep/core/shipping/carrier.ts';
import type { CallApi } from '../../http/call-in-process.ts';
import { seededRandom } from '../seeded-random.ts';
import { couriers } from './couriers.ts';
import type { Day, DayAnswer } from './day.ts';
import { type DayEnd, endOfDay } from './end-of-day.ts';
import { floor, type Place } from './floor.ts';
import { maybeReturn, receiveUndelivered } from './returns-desk.ts';
import type { Schedule } from './schedule.ts';
import { serviceDesk } from './service-desk.ts';
import { shoppers } from './shoppers.ts';
import { type Tally, tally } from './tally.ts';

export interface DayOptions {
  readonly call: CallApi;
  readonly plan: Schedule;
  readonly carrier: Carrier;
  readonly orders: number;
  readonly seed: number;
  /** Told every simulated quarter of an hour. */
  readonly show: (counts: Tally, now: Date) => void;
}

/** Who works where, by which hours (UTC), and how much they get done in a quarter of an hour. */
const PLACES: readonly Place[] = [
  { code: 'LEJ-1', open: [5, 21], hands: 60 },
  { code: 'RTM-1', open: [6, 20], hands: 40 },
  { code: 'LYS-1', open: [6, 18], hands: 30 },
  { code: 'BER-STORE', open: [9, 18], hands: 3 },
  { code: 'MUC-STORE', open: [9, 18], hands: 3 },
  { code: 'LIMOGES-DS', open: [8, 16], hands: 2 },
];

/** Parcels and returns of the day have come to their end by then. */
const DAYS_AFTER = 12;
const DAY_MS = 86_400_000;
const SHOW_EVERY_MS = 15 * 60_000;

export async function playDay(options: DayOptions): Promise<DayEnd> {
  const { plan, call, carrier, orders, seed, show } = options;
  const day: Day = { plan, call: strict(call), random: seededRandom(seed) };
  const counts = tally(day);
  const start = plan.now();
  shoppers(day, orders);
  serviceDesk(day);
  const road = couriers(day, carrier, {
    delivered: ({ order }) => maybeReturn(day, order),
    broughtBack: (parcel) => receiveUndelivered(day, parcel),
  });
  for (const place of PLACES)
    floor(
      day,
      place,
      PLACES.filter((one) => one !== place),
      road.handOut,
    );
  async function tell(): Promise<void> {
    await counts.read();
    show(counts, plan.now());
    plan.round(new Date(plan.now().getTime() + SHOW_EVERY_MS), tell);
  }
  plan.round(start, tell);
  // The next day, and as many more as something is still on its way.
  let days = 2;
  do {
    await plan.run(new Date(start.getTime() + days * DAY_MS));
    days += 1;
  } while (!plan.isQuiet && days <= 1 + DAYS_AFTER);
  await counts.read();
  show(counts, plan.now());
  return endOfDay(day);
}

/** A refusal is part of the day; an error of the server ends it. */
function strict(call: CallApi): Day['call'] {
  return async (method, path, body) => {
    const answer = await call(method, path, body);
    if (answer.status >= 500)
      throw new Error(
        `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
      );
    return answer as DayAnswer;
  };
}
