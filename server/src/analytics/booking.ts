// What events mean for the sums: each gives a booking of the whole, and one for each SKU.

import type { LogEvent } from '@doorstep/contract/log.ts';
import type { SalesFigures } from '@doorstep/core/analytics/sales-measures.ts';
import { type Id, type IdKind, uuidOf } from '@doorstep/core/ids.ts';
import { allocate } from '@doorstep/core/money.ts';
import { dayIn } from '@doorstep/core/time-zone.ts';
import type { CancellationFactsRow, LineFactsRow, OrderFactsRow } from './sql.ts';

/** Where figures are added: a day, a place, a buyer. */
export interface Booking {
  readonly day: string;
  /** When it counts: reports of another day than that of UTC take theirs from it. */
  readonly at: string;
  readonly currency: string;
  /** Bare UUIDs. */
  readonly channel: string;
  readonly customer: string;
  /** '' when unknown. */
  readonly country: string;
  readonly whole: SalesFigures;
  readonly skus: ReadonlyMap<string, SalesFigures>;
}

/** What the rows know besides the events, by bare ids. */
export interface SalesFacts {
  readonly orders: ReadonlyMap<string, OrderFactsRow>;
  /** By order, then number. */
  readonly lines: ReadonlyMap<string, ReadonlyMap<number, LineFactsRow>>;
  readonly cancellations: ReadonlyMap<string, CancellationFactsRow>;
}

export const NOBODY = '0'.repeat(32);

type Book = (event: LogEvent, facts: SalesFacts) => Booking;

const BOOKS: ReadonlyMap<string, Book> = new Map<string, Book>([
  ['order.captured.v1', captured],
  ['order.imported.v1', captured],
  ['order.canceled.v1', canceled],
  ['order.reimported.v1', reimported],
  ['order.refund_granted.v1', refunded],
  ['return.received.v1', returned],
  ['past-document.imported.v1', documented],
]);

/** Moves what was booked. */
export const MERGED = 'customer.merged.v1';

export const BOOKED_TYPES: readonly string[] = [...BOOKS.keys(), MERGED];

/** @returns undefined when nothing is booked for it */
export function bookingOf(event: LogEvent, facts: SalesFacts): Booking | undefined {
  return BOOKS.get(event.type)?.(event, facts);
}

interface Placed {
  readonly placedAt: string;
  readonly canceledMinor?: number;
  readonly lines: readonly {
    readonly line: number;
    readonly kind: string;
    readonly skuCode: string;
    readonly amountMinor: number;
    readonly ordered: number;
    /** Of an imported order. */
    readonly canceled?: number;
    readonly returned?: number;
  }[];
}

/** A kit counts once: its components share its money. */
function captured(event: LogEvent, facts: SalesFacts): Booking {
  const { placedAt, canceledMinor = 0, ...data } = event.data as unknown as Placed;
  const lines = data.lines.filter(({ kind }) => kind !== 'component');
  const sums = summing();
  for (const line of lines) {
    const { amountMinor, ordered, canceled = 0, returned = 0 } = line;
    const isFree = amountMinor === 0 && !lineOf(event, facts, line.line).is_priced;
    sums.add(line.skuCode, {
      ...(isFree ? { freeUnits: ordered } : {}),
      ...(isFree || amountMinor < 0 ? {} : { lines: 1, units: ordered }),
      salesMinor: amountMinor,
      ...(canceled === 0 ? {} : { canceledUnits: canceled }),
      ...(returned === 0 ? {} : { returnedUnits: returned }),
    });
  }
  sums.once('orders', ({ lines = 0 }) => lines > 0);
  const shares = lines.map(({ skuCode, amountMinor, ordered, canceled = 0 }) => ({
    skuCode,
    weight: (amountMinor * canceled) / ordered,
  }));
  cancel(sums, canceledMinor, shares);
  return booked(event, facts, placedAt, sums);
}

interface Canceled {
  readonly cancellation: Id<'cancellation'>;
  readonly amountMinor: number;
}

function canceled(event: LogEvent, facts: SalesFacts): Booking {
  const { cancellation, amountMinor } = event.data as unknown as Canceled;
  const sums = summing();
  const made = facts.cancellations.get(uuidOf(cancellation));
  if (made === undefined) throw new Error('a cancellation that is not there');
  for (const line of made.lines) {
    const { kind, sku_code } = lineOf(event, facts, line.line);
    if (kind !== 'component')
      sums.add(sku_code, { canceledUnits: line.quantity, canceledMinor: line.amountMinor });
  }
  sums.once('cancellations', () => true);
  sums.whole.canceledMinor = amountMinor; // with the shipping
  return booked(event, facts, event.occurredAt, sums);
}

interface Reimported {
  readonly canceledMinor: number;
  readonly lines: readonly {
    readonly line: number;
    readonly canceled?: number;
    readonly returned?: number;
  }[];
}

function reimported(event: LogEvent, facts: SalesFacts): Booking {
  const { canceledMinor, lines } = event.data as unknown as Reimported;
  const sums = summing();
  const shares = lines.map(({ line, canceled = 0, returned = 0 }) => {
    const { sku_code } = lineOf(event, facts, line);
    sums.add(sku_code, { canceledUnits: canceled, returnedUnits: returned });
    return { skuCode: sku_code, weight: Math.max(0, canceled) };
  });
  cancel(sums, canceledMinor, shares);
  return booked(event, facts, event.occurredAt, sums);
}

function refunded(event: LogEvent, facts: SalesFacts): Booking {
  const { amountMinor } = event.data as { amountMinor: number };
  const sums = summing();
  sums.whole.refundedMinor = amountMinor;
  return booked(event, facts, event.occurredAt, sums);
}

/** What came back, as it came: of a kit its components. */
function returned(event: LogEvent, facts: SalesFacts): Booking {
  const { lines } = event.data as { lines: { line: number; returned: number }[] };
  const sums = summing();
  for (const line of lines)
    sums.add(lineOf(event, facts, line.line).sku_code, { returnedUnits: line.returned });
  return booked(event, facts, event.occurredAt, sums);
}

interface Documented {
  readonly kind: 'credit' | 'adjustment' | 'write-off';
  readonly channel: Id<'channel'>;
  readonly customer: Id<'customer'> | null;
  readonly country: string | null;
  readonly issuedAt: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly lines: readonly {
    readonly skuCode: string;
    readonly quantity: number;
    readonly amountMinor: number;
  }[];
}

function documented(event: LogEvent): Booking {
  const data = event.data as unknown as Documented;
  const { kind, customer, issuedAt, currency, totalMinor } = data;
  const sums = summing();
  for (const { skuCode, quantity, amountMinor } of data.lines)
    if (kind === 'credit')
      sums.add(skuCode, { creditedUnits: 0 - quantity, creditsMinor: amountMinor });
    else if (kind === 'adjustment') sums.add(skuCode, { adjustmentsMinor: amountMinor });
    else sums.add(skuCode, { writtenOffUnits: 0 - quantity });
  if (kind !== 'write-off') {
    sums.once(kind === 'credit' ? 'credits' : 'adjustments', () => true);
    sums.whole[kind === 'credit' ? 'creditsMinor' : 'adjustmentsMinor'] = totalMinor;
  }
  return {
    day: dayOf(issuedAt),
    at: issuedAt,
    currency,
    channel: uuidOf(data.channel),
    customer: customer === null ? NOBODY : uuidOf(customer),
    country: data.country ?? '',
    whole: sums.whole,
    skus: sums.skus,
  };
}

/** Money that was canceled as a whole goes to the SKUs whose units were canceled. */
function cancel(
  sums: ReturnType<typeof summing>,
  canceledMinor: number,
  shares: readonly { readonly skuCode: string; readonly weight: number }[],
): void {
  const units = sums.whole.canceledUnits ?? 0;
  if (units === 0 && canceledMinor === 0) return;
  const parts = shares.filter(({ skuCode }) => sums.skus.get(skuCode)?.canceledUnits);
  sums.once('cancellations', ({ canceledUnits = 0 }) => canceledUnits !== 0);
  if (parts.length > 0) {
    const weights = parts.map(({ weight }) => BigInt(Math.max(0, Math.round(weight))));
    const split = allocate(BigInt(canceledMinor), weights);
    parts.forEach(({ skuCode }, place) => {
      sums.add(skuCode, { canceledMinor: Number(split[place] ?? 0n) });
    });
  }
  sums.whole.cancellations = 1;
  sums.whole.canceledMinor = canceledMinor;
}

type Figures = { -readonly [M in keyof SalesFigures]: SalesFigures[M] };

/** Adds lines up to SKUs, and to the whole. */
function summing() {
  const whole: Figures = {};
  const skus = new Map<string, Figures>();
  return {
    whole,
    skus,
    add(sku: string, figures: SalesFigures): void {
      const known = skus.get(sku) ?? {};
      skus.set(sku, known);
      addFigures(known, figures);
      addFigures(whole, figures);
    },
    /** Counts the event itself: once in all, and once for each SKU it is about. */
    once(measure: keyof SalesFigures, isAbout: (figures: SalesFigures) => boolean): void {
      if (isAbout(whole)) whole[measure] = 1;
      for (const figures of skus.values()) if (isAbout(figures)) figures[measure] = 1;
    },
  };
}

export function addFigures(known: Figures, more: SalesFigures): void {
  for (const measure in more) {
    const name = measure as keyof SalesFigures;
    known[name] = (known[name] ?? 0) + (more[name] ?? 0);
  }
}

function booked(
  event: LogEvent,
  facts: SalesFacts,
  at: string,
  { whole, skus }: ReturnType<typeof summing>,
): Booking {
  const order = facts.orders.get(uuidOf(event.subject as Id<IdKind>));
  if (order === undefined) throw new Error(`${event.type} of an order that is not there`);
  return {
    day: dayOf(at),
    at,
    currency: order.currency,
    channel: order.channel_id,
    customer: order.customer_id ?? NOBODY,
    country: order.country ?? '',
    whole,
    skus,
  };
}

function lineOf(event: LogEvent, facts: SalesFacts, number: number): LineFactsRow {
  const line = facts.lines.get(uuidOf(event.subject as Id<IdKind>))?.get(number);
  if (line === undefined) throw new Error(`${event.type} of a line that is not there`);
  return line;
}

const dayOf = dayIn('UTC');
