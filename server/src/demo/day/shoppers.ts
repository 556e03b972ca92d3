// The buyers: they order in the web shop, on the marketplace, at the till and during a livestream,
// pay in every way, and some of them change their mind.

import { demoOrders } from '../demo-orders.ts';
import { BESTSELLERS } from '../demo-skus.ts';
import { between, type Day, happens, inMinutes, oneOf } from './day.ts';

type DemoOrder = ReturnType<typeof demoOrders>[number];

/** Orders per hour of the day, from midnight, as shares: a usual day of a shop. */
const CURVE = [1, 1, 0, 0, 0, 1, 2, 3, 5, 6, 6, 6, 7, 6, 5, 5, 6, 7, 8, 9, 10, 8, 5, 2];
const LIVESTREAM_SHARE = 0.06;
const LIVESTREAM_HOUR = 20;
const LIVESTREAM_MINUTES = 4;
const CANCELED_SHARE = 0.06;

/** How often a buyer's card is which. The tokens tell the sandbox provider what to play. */
const CARDS: readonly (readonly [share: number, token: string])[] = [
  [0.88, 'tok_ok'],
  [0.05, 'tok_decline'],
  [0.02, 'tok_later_60000'],
  [0.02, 'tok_lost'],
  [0.02, 'tok_fail_2'],
  [0.01, 'tok_decline-capture'],
];

/** Puts the day's orders on the plan. */
export function shoppers(day: Day, count: number): void {
  const start = day.plan.now();
  const orders = demoOrders(count, day.random);
  orders.forEach((order, index) => {
    const isLive = index < count * LIVESTREAM_SHARE;
    const minute = isLive
      ? LIVESTREAM_HOUR * 60 + day.random() * LIVESTREAM_MINUTES
      : minuteOfDay(day);
    const ready = isLive ? liveOrder(order) : order;
    day.plan.at(new Date(start.getTime() + minute * 60_000), () => place(day, ready));
  });
}

function minuteOfDay(day: Day): number {
  const all = CURVE.reduce((sum, share) => sum + share, 0);
  let left = day.random() * all;
  const hour = CURVE.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return (hour + day.random()) * 60;
}

/** Everybody wants the one thing that is held into the camera. */
function liveOrder(order: DemoOrder): DemoOrder {
  const [line] = order.lines;
  return line === undefined
    ? order
    : { ...order, channel: 'livestream', lines: [{ ...line, sku: BESTSELLERS[0] ?? line.sku }] };
}

async function place(day: Day, order: DemoOrder): Promise<void> {
  const isPaidThere = order.channel === 'marketplace' || order.channel === 'pos';
  const payments = isPaidThere
    ? [{ provider: 'manual', received: { reference: `${order.channel} ${order.externalId}` } }]
    : [{ provider: 'sandbox', token: card(day) }];
  const { status, body } = await day.call('POST', '/v1/orders', { ...order, payments });
  if (status >= 400) return; // sold out: the buyer is told at once
  if (order.channel === 'pos') await handOver(day, body.id, order.externalId);
  else if (happens(day, CANCELED_SHARE))
    inMinutes(day, between(day, 1, 300), () => changeMind(day, body.id));
}

function card(day: Day): string {
  let left = day.random();
  for (const [share, token] of CARDS) {
    left -= share;
    if (left < 0) return token;
  }
  return 'tok_ok';
}

/** At the till the goods leave with the buyer: shipped and delivered in one moment. */
async function handOver(day: Day, order: string, receipt: string): Promise<void> {
  const carrier = 'counter';
  const occurredAt = day.plan.now().toISOString();
  await day.call('POST', `/v1/orders/${order}/shipments`, { carrier, trackingNumber: receipt });
  await day.call('POST', '/v1/tracking-events', {
    events: [{ carrier, trackingNumber: receipt, status: 'delivered', occurredAt }],
  });
}

async function changeMind(day: Day, order: string): Promise<void> {
  const { body } = await day.call('GET', `/v1/orders/${order}`);
  const lines = (body.lines as { kind: string; number: number }[]).filter(
    ({ kind }) => kind !== 'component',
  );
  const isWhole = lines.length === 1 || happens(day, 0.6);
  const one = oneOf(day, lines);
  await day.call('POST', `/v1/orders/${order}/cancellations`, {
    reason: 'customer',
    ...(isWhole ? {} : { lines: [{ line: one.number, quantity: 1 }] }),
  });
}
