// What the demo shop sold in the weeks before its first day: imported, as a shop that moves here
// imports its own past, so that reports have something to tell and today something to be compared to.

import { demoOrders } from './demo-orders.ts';
import { seededRandom } from './seeded-random.ts';

const WEEKS = 5;
const DAY_MS = 86_400_000;
/** Of a hundred orders, by the hour of the day in UTC. */
const BY_HOUR = [2, 1, 1, 0, 0, 1, 2, 4, 5, 5, 5, 5, 5, 4, 4, 4, 5, 6, 8, 11, 10, 6, 4, 2];
/** Monday to Sunday, of a usual day. */
const BY_WEEKDAY = [1.1, 0.95, 0.9, 0.95, 1, 1.05, 1.3];
/** It grows: the last week sells so much more than the first. */
const GROWTH = 0.35;

export const PAST_PROFILE = {
  name: 'demo-past',
  title: 'What the demo shop sold before',
  kind: 'orders',
  recordPaths: [''],
  itemsPath: 'lines',
  documentKey: ['id'],
  channel: 'web',
  timeZone: 'UTC',
  dates: 'year-first',
  decimalMark: '.',
  currency: 'EUR',
  pricesIncludeTax: true,
  fate: 'delivered',
  fates: { canceled: 'canceled', returned: 'returned', shipped: 'shipped' },
  fields: {
    externalId: 'id',
    placedAt: 'placedAt',
    channel: 'channel',
    status: 'status',
    shippingAmount: 'postage',
    'customer.email': 'email',
    'customer.name': 'name',
    'shipping.name': 'name',
    'shipping.city': 'city',
    'shipping.postalCode': 'postalCode',
    'shipping.country': 'country',
    'line.sku': 'sku',
    'line.quantity': 'quantity',
    'line.unitPrice': 'unitPrice',
  },
} as const;

/**
 * @param perDay orders of a usual day
 * @returns NDJSON for `PAST_PROFILE`, oldest first, nothing of the day of `now`
 */
export function pastOrders(perDay: number, now: Date): string {
  const random = seededRandom(23);
  const today = new Date(now).setUTCHours(0, 0, 0, 0);
  const records: string[] = [];
  for (let daysAgo = WEEKS * 7; daysAgo >= 1; daysAgo -= 1) {
    const midnight = today - daysAgo * DAY_MS;
    const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
    const grown = 1 - GROWTH * (daysAgo / (WEEKS * 7));
    const count = Math.round(perDay * grown * (BY_WEEKDAY[weekday] ?? 1));
    const moments = Array.from({ length: count }, () => midnight + momentOfDay(random)).sort(
      (a, b) => a - b,
    );
    demoOrders(count, random).forEach((order, index) => {
      const placedAt = new Date(moments[index] ?? midnight);
      records.push(recordOf(order, placedAt, statusOf(daysAgo, random)));
    });
  }
  return `${records.join('\n')}\n`;
}

/** When so many orders of today were placed, oldest first: as a day goes, but not after `now`. */
export function momentsOfToday(count: number, now: Date, random: () => number): Date[] {
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
  const elapsed = now.getTime() - midnight;
  const moment = (): number => {
    // Tried again where it would be in the future; early in the morning anything will do.
    for (let tries = 0; tries < 20; tries += 1) {
      const after = momentOfDay(random);
      if (after < elapsed) return midnight + after;
    }
    return midnight + Math.floor(random() * elapsed);
  };
  return Array.from({ length: count }, moment)
    .sort((a, b) => a - b)
    .map((time) => new Date(time));
}

/** When in a day somebody orders, in milliseconds: mostly in the evening. */
function momentOfDay(random: () => number): number {
  const whole = BY_HOUR.reduce((sum, share) => sum + share, 0);
  let left = random() * whole;
  const hour = BY_HOUR.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.floor((Math.max(hour, 0) + random()) * 3_600_000);
}

function statusOf(daysAgo: number, random: () => number): string {
  const chance = random();
  if (chance < 0.04) return 'canceled';
  if (daysAgo <= 2) return 'shipped';
  return chance < 0.1 ? 'returned' : 'delivered';
}

type DemoOrder = ReturnType<typeof demoOrders>[number];

function recordOf(order: DemoOrder, placedAt: Date, status: string): string {
  const { name, ...address } = order.shippingAddress;
  return JSON.stringify({
    id: `PAST-${placedAt.getTime()}-${order.externalId.slice('DEMO-'.length)}`,
    placedAt: placedAt.toISOString(),
    channel: order.channel,
    status,
    postage: order.shipping.length === 0 ? '0' : '4.90',
    email: order.customer.email,
    name,
    ...address,
    lines: order.lines.map(({ sku, quantity, unitPriceMinor }) => ({
      sku,
      quantity,
      unitPrice: (unitPriceMinor / 100).toFixed(2),
    })),
  });
}
