// What became of every order: it is at its end, or an open exception says why not.

import { all } from './all.ts';
import type { Day } from './day.ts';

export interface DayEnd {
  /** Orders by how they ended. */
  readonly ends: ReadonlyMap<string, number>;
  /** The same of the livestream's, which had but minutes to be paid. */
  readonly livestream: ReadonlyMap<string, number>;
  /** Open exceptions by type. */
  readonly exceptions: ReadonlyMap<string, number>;
  /** Orders that are neither at their end nor explained: there must be none. */
  readonly unexplained: readonly { readonly number: string; readonly state: string }[];
}

interface ListedOrder {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly status: string;
  readonly fulfillmentStatus: string;
  readonly paymentStatus: string;
  readonly returnStatus: string;
}

interface ListedException {
  readonly type: string;
  readonly about: { readonly order: { readonly id: string } | null };
}

export async function endOfDay(day: Day): Promise<DayEnd> {
  const ends = new Map<string, number>();
  const livestream = new Map<string, number>();
  const exceptions = new Map<string, number>();
  const explained = new Set<string>();
  for await (const one of all(day, '/v1/exceptions?status=open')) {
    const exception = one as ListedException;
    count(exceptions, exception.type);
    if (exception.about.order !== null) explained.add(exception.about.order.id);
  }
  const unexplained: { number: string; state: string }[] = [];
  for await (const one of all(day, '/v1/orders?')) {
    const order = one as ListedOrder;
    const end =
      endOf(order) ?? (explained.has(order.id) ? 'waits, an exception says why' : undefined);
    if (end === undefined) {
      const { number, status, fulfillmentStatus, paymentStatus, returnStatus } = order;
      const state = `${status}, ${fulfillmentStatus}, ${paymentStatus}, return ${returnStatus}`;
      unexplained.push({ number, state });
      continue;
    }
    count(ends, end);
    if (order.channel === 'livestream') count(livestream, end);
  }
  return { ends, livestream, exceptions, unexplained };
}

/** With nothing authorized that will never be captured, and nothing owed to anybody. */
const MONEY_AT_REST = ['none', 'paid', 'partially-refunded', 'refunded', 'voided'];

/** Undefined: it is not at its end. */
function endOf(order: ListedOrder): string | undefined {
  if (!MONEY_AT_REST.includes(order.paymentStatus)) return undefined;
  if (order.status === 'canceled') return 'canceled';
  // It left, and the carrier never handed it over; where the card refused, there was none to refund.
  const hasMoneyBack = order.paymentStatus.endsWith('refunded') || order.paymentStatus === 'voided';
  if (order.fulfillmentStatus === 'fulfilled' && hasMoneyBack)
    return order.returnStatus === 'none'
      ? 'lost on the way, money back'
      : 'brought back, money back';
  if (order.fulfillmentStatus !== 'delivered') return undefined;
  return order.returnStatus === 'none' ? 'delivered' : 'delivered, some of it returned';
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
