// How far an order is, in one plain sentence, in four steps, and what comes next.

import type { PageWords } from './english-words.ts';
import type { OrderOnPage } from './read-order-page.ts';

export const STEPS = ['stepOrdered', 'stepPreparing', 'stepShipped', 'stepDelivered'] as const;

export interface PageStatus {
  readonly headline: string;
  /** The last step that is reached; null: it goes no further, it is canceled. */
  readonly step: number | null;
  /** What to expect when; null where nobody can say. */
  readonly expected: string | null;
}

const TROUBLES = ['lost', 'damaged', 'delivery-failed', 'returning', 'returned'];

export function pageStatus(
  found: OrderOnPage,
  words: PageWords,
  time: { readonly now: Date; readonly day: Day },
): PageStatus {
  const { order, parcels } = found;
  if (order.status === 'canceled') return { headline: words.canceled, step: null, expected: null };
  const shipped = parcels.length > 0;
  const expected = expectation(found, words, shipped, time);
  const trouble = parcels.some(({ status }) => TROUBLES.includes(status));
  if (trouble) return { headline: words.trouble, step: 2, expected };
  switch (order.fulfillment_status) {
    case 'delivered':
      return { headline: words.delivered, step: 3, expected: null };
    case 'fulfilled':
      return { headline: words.shipped, step: 2, expected };
    case 'partially-fulfilled':
      return { headline: words.partlyShipped, step: 2, expected };
    case 'in-progress':
      return { headline: words.preparing, step: 1, expected };
    default:
      return { headline: waitingFor(found, words), step: 0, expected };
  }
}

function waitingFor({ order }: OrderOnPage, words: PageWords): string {
  if (order.payment_status === 'pending') return words.waitsForPayment;
  if (order.status === 'on-hold') return words.onHold;
  return order.backordered + order.unpromised > 0 ? words.waitsForStock : words.received;
}

type Day = (at: Date, timeZone?: string) => string;

/** The dates that the buyer was told, or the cut-off that the work is due by. */
function expectation(
  { order, work }: OrderOnPage,
  words: PageWords,
  isRest: boolean,
  { now, day }: { readonly now: Date; readonly day: Day },
): string | null {
  const cutOffs = work
    .filter(({ is_open, ship_by }) => is_open && ship_by !== null)
    .map(({ ship_by, time_zone }) => ({ at: ship_by ?? now, zone: time_zone }))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const isOpen = work.length === 0 || work.some(({ is_open }) => is_open);
  const told = order.ship_by === null ? undefined : { at: order.ship_by, zone: undefined };
  const leaves = isOpen ? (told ?? cutOffs[0]) : undefined;
  const dates = [leaves?.at, order.deliver_by ?? undefined];
  if (dates.some((at) => at !== undefined && at < now)) return words.overdue;
  const sentences = [
    ...(leaves === undefined
      ? []
      : [(isRest ? words.restLeavesBy : words.leavesBy)(day(leaves.at, leaves.zone))]),
    ...(order.deliver_by === null ? [] : [words.arrivesBy(day(order.deliver_by))]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}
