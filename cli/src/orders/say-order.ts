// An order in words: its head, its lines, and what to do next with it.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { colors, hint, moment, money, say, sayTable, status } from '../print.ts';

export function sayHead(order: OrderAnswer): void {
  const { currency } = order;
  say(`${colors.bold(`Order ${order.number}`)}  ${status(order.status)}  ${colors.dim(order.id)}`);
  const external = order.externalId === null ? '' : ` as ${order.externalId}`;
  say(`From ${order.channel}${external}, captured ${moment(order.capturedAt)} UTC`);
  const less = [
    order.canceledMinor === 0 ? '' : `, ${money(order.canceledMinor, currency)} canceled`,
    order.grantedMinor === 0 ? '' : `, ${money(order.grantedMinor, currency)} granted back`,
  ];
  say(`Total ${money(order.totalMinor, currency)}${less.join('')}; ${states(order).join(', ')}`);
  say();
}

function states(order: OrderAnswer): string[] {
  return [
    `stock ${status(order.stockStatus)}`,
    ...(order.paymentStatus === 'none' ? [] : [`payment ${status(order.paymentStatus)}`]),
    ...(order.fulfillmentStatus === 'none' ? [] : [status(order.fulfillmentStatus)]),
    ...(order.returnStatus === 'none' ? [] : [status(order.returnStatus)]),
  ];
}

type Line = OrderAnswer['lines'][number];

/** Shown only where an order has some. */
const LATER: readonly (readonly [string, (line: Line) => number])[] = [
  ['canceled', (line) => line.canceled],
  ['waiting', (line) => line.backordered + line.unpromised],
  ['in work', (line) => line.allocated + line.picked + line.packed],
  ['shipped', (line) => line.shipped],
  ['delivered', (line) => line.delivered],
  ['returned', (line) => line.returned],
];

export function sayLines({ lines }: OrderAnswer): void {
  const columns = LATER.filter(([, units]) => lines.some((line) => units(line) > 0));
  sayTable(
    ['line', 'SKU', 'title', 'ordered', ...columns.map(([name]) => name), 'reserved'],
    lines.map((line) => [
      line.number,
      line.sku,
      line.kind === 'component' ? `└ ${line.title}` : line.title,
      line.ordered,
      ...columns.map(([, units]) => units(line)),
      line.reservations.map((one) => `${one.quantity} at ${one.location}`).join(', ') || null,
    ]),
  );
  say();
}

export function sayHolds({ holds }: OrderAnswer): void {
  for (const hold of holds.filter((one) => one.releasedAt === null))
    say(`On hold: ${hold.reason}, ${hold.handle}${hold.note === null ? '' : ` – ${hold.note}`}`);
}

/** The one thing that would bring it further. */
export function sayNextStep(order: OrderAnswer): void {
  const { number, lines } = order;
  const hold = order.holds.find((one) => one.releasedAt === null);
  const some = (units: (line: Line) => number) => lines.some((line) => units(line) > 0);
  if (order.status === 'canceled' || order.status === 'completed') return;
  if (hold !== undefined)
    hint(`Take the hold off: doorstep orders unhold ${number} ${hold.handle}`);
  else if (['pending', 'voided'].includes(order.paymentStatus))
    hint(`See its money: doorstep payments show ${number}`);
  else if (some((line) => line.reserved)) hint(`Release it: doorstep orders release ${number}`);
  else if (some((line) => line.allocated + line.picked + line.packed))
    hint(`See the work: doorstep fulfillment list --order ${number}`);
  else if (some((line) => line.unpromised + line.backordered))
    hint(`Look for stock: doorstep orders source ${number}`);
}
