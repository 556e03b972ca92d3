// What an event adds to the sums of what flows, and the rows it is told by.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { FlowKind } from '@doorstep/core/analytics/flow.ts';
import type { SalesFigures } from '@doorstep/core/analytics/sales-measures.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import type { Booked } from './book-events.ts';
import type { Booking } from './booking.ts';
import type { FlowOrderRow, SentLineRow } from './flow.sql.ts';

export interface FlowFigures {
  readonly times: number;
  readonly units: number;
  readonly amountMinor: number;
}

export interface FlowItem {
  readonly kind: FlowKind;
  readonly at: string;
  readonly position: number;
  /** Bare UUIDs. */
  readonly order: string | null;
  readonly channel: string;
  readonly country: string;
  readonly location: string | null;
  readonly currency: string;
  readonly reason: string;
  readonly whole: FlowFigures;
  readonly skus: ReadonlyMap<string, FlowFigures>;
}

/** What the rows know besides the events; none of it changes. */
export interface FlowFacts {
  readonly flowOrders: ReadonlyMap<string, FlowOrderRow>;
  /** By order and line. */
  readonly sentLines: ReadonlyMap<string, SentLineRow>;
  /** Why a line of a return came, by return and line. */
  readonly reasons: ReadonlyMap<string, string>;
}

export function flowItems(event: LogEvent, booked: Booked, facts: FlowFacts): FlowItem[] {
  if (event.type === 'parcel.shipped.v1') return [sent(event, facts)];
  if (event.type === 'return.received.v1') return cameBack(event, booked, facts);
  const booking = booked.of(event);
  if (booking === undefined) return [];
  const reason = event.type === 'order.canceled.v1' ? String(event.data['reason']) : '';
  return BOOKED.flatMap(([kind, figuresOf]) => {
    const whole = figuresOf(booking.whole);
    if (isNothing(whole)) return [];
    const skus = new Map<string, FlowFigures>();
    for (const [sku, figures] of booking.skus) {
      const own = figuresOf(figures);
      if (!isNothing(own)) skus.set(sku, own);
    }
    return [itemOf(event, booking, { kind, reason, location: null, whole, skus })];
  });
}

const BOOKED: readonly (readonly [FlowKind, (figures: SalesFigures) => FlowFigures])[] = [
  ['sale', ({ orders, units, salesMinor }) => figuresOf(orders, units, salesMinor)],
  [
    'cancellation',
    ({ cancellations, canceledUnits, canceledMinor }) =>
      figuresOf(cancellations, canceledUnits, canceledMinor),
  ],
  // Of an imported order: what came back before, and nobody says why.
  ['return', ({ returnedUnits }) => figuresOf(returnedUnits ? 1 : 0, returnedUnits)],
  ['refund', ({ refundedMinor }) => figuresOf(refundedMinor ? 1 : 0, 0, refundedMinor)],
  [
    'credit',
    ({ credits, creditedUnits, creditsMinor }) => figuresOf(credits, creditedUnits, creditsMinor),
  ],
];

function figuresOf(times = 0, units = 0, amountMinor = 0): FlowFigures {
  return { times, units, amountMinor };
}

function isNothing({ times, units, amountMinor }: FlowFigures): boolean {
  return times === 0 && units === 0 && amountMinor === 0;
}

function itemOf(
  event: LogEvent,
  { at, channel, country, currency }: Pick<Booking, 'at' | 'channel' | 'country' | 'currency'>,
  part: Pick<FlowItem, 'kind' | 'reason' | 'location' | 'whole' | 'skus'>,
): FlowItem {
  const isOfOrder = event.subject.startsWith('ord_');
  const order = isOfOrder ? orderOf(event) : null;
  const position = event.position ?? 0;
  return { ...part, at, position, order, channel, country, currency };
}

/** A parcel that left: what was in it, at what it was sold for. */
function sent(event: LogEvent, facts: FlowFacts): FlowItem {
  const order = orderOf(event);
  const data = event.data as unknown as Sent;
  const skus = new Map<string, FlowFigures>();
  for (const { line, shipped = 0, overshipped = 0 } of data.lines) {
    const known = facts.sentLines.get(`${order} ${line}`);
    if (known === undefined) continue;
    const units = shipped + overshipped;
    const amount = known.ordered === 0 ? 0 : (Number(known.amount_minor) * units) / known.ordered;
    const before = skus.get(known.sku_code) ?? figuresOf(1);
    skus.set(known.sku_code, {
      times: 1,
      units: before.units + units,
      amountMinor: before.amountMinor + Math.round(amount),
    });
  }
  return itemOf(
    event,
    { ...placeOf(order, facts), at: event.occurredAt },
    {
      kind: 'shipment',
      reason: '',
      location: uuidOf(data.location),
      whole: { ...summed(skus.values()), times: 1 },
      skus,
    },
  );
}

interface Sent {
  readonly location: Id<'location'>;
  readonly lines: readonly {
    readonly line: number;
    readonly shipped?: number;
    readonly overshipped?: number;
  }[];
}

/** By the reason of each line; the return itself counts once, with the first of them. */
function cameBack(event: LogEvent, booked: Booked, facts: FlowFacts): FlowItem[] {
  const order = orderOf(event);
  const { return: id, location, lines } = event.data as unknown as CameBack;
  const byReason = Map.groupBy(
    lines.filter(({ returned }) => returned !== 0),
    ({ line }) => facts.reasons.get(`${uuidOf(id)} ${line}`) ?? '',
  );
  return [...byReason].map(([reason, group], place) => {
    const skus = new Map<string, FlowFigures>();
    for (const { line, returned } of group) {
      const sku = booked.facts.lines.get(order)?.get(line)?.sku_code ?? '';
      const before = skus.get(sku)?.units ?? 0;
      skus.set(sku, figuresOf(1, before + returned));
    }
    const whole = { ...summed(skus.values()), times: place === 0 ? 1 : 0 };
    const at = event.occurredAt;
    return itemOf(
      event,
      { ...placeOf(order, facts), at },
      {
        kind: 'return',
        reason,
        location: uuidOf(location),
        whole,
        skus,
      },
    );
  });
}

interface CameBack {
  readonly return: Id<'return'>;
  readonly location: Id<'location'>;
  readonly lines: readonly { readonly line: number; readonly returned: number }[];
}

function summed(all: Iterable<FlowFigures>): FlowFigures {
  let [units, amountMinor] = [0, 0];
  for (const one of all) {
    units += one.units;
    amountMinor += one.amountMinor;
  }
  return { times: 0, units, amountMinor };
}

function placeOf(order: string, { flowOrders }: FlowFacts) {
  const found = flowOrders.get(order);
  if (found === undefined) throw new Error('something flows of an order that is not there');
  const { channel_id: channel, country, currency } = found;
  return { channel, country: country ?? '', currency };
}

function orderOf({ subject }: LogEvent): string {
  return uuidOf(subject as Id<IdKind>);
}
