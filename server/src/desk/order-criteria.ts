// What a query asks for, as the list's tables know it.

import type { QueryOf } from '@doorstep/contract/operation.ts';
import type { countOrders } from '@doorstep/contract/orders.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import type { PromiseRisk } from '@doorstep/core/orders/promise-risk.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { exactCodeToken, searchWords } from '@doorstep/core/search.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import { beginnings } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import { findLocation } from '../locations/find-location.ts';
import { NO_DATE, type ShapeRow, selectShapes } from './find.sql.ts';
import { type RiskDates, riskDates } from './risk-dates.ts';

export type OrderFilters = QueryOf<typeof countOrders>;

export interface OrderCriteria {
  /** Those of the filters by status, channel, exception and origin; null where there is none. */
  readonly shapes: readonly ShapeRow[] | null;
  readonly allShapes: readonly ShapeRow[];
  /** Which values of each axis are wanted. */
  readonly axes: ReadonlyMap<Axis, ReadonlySet<string>>;
  readonly countries: readonly string[] | null;
  readonly customer: string | null;
  readonly updated: Range;
  readonly placed: Range;
  readonly total: Range;
  readonly shipBy: Range;
  readonly risk: RiskDates | null;
  /** It has all of the one, */
  readonly tags: readonly string[] | null;
  /** and one of the other. */
  readonly anyTags: readonly string[] | null;
  /** The token of its code. */
  readonly sku: string | null;
  readonly location: string | null;
  readonly holds: readonly string[] | null;
  readonly exceptions: readonly string[] | null;
  /** As statements take them. */
  readonly words: readonly string[] | null;
}

/** From the one up to before the other. */
export interface Range {
  readonly from: bigint | null;
  readonly to: bigint | null;
}

export const AXES = {
  status: (shape: ShapeRow) => shape.status,
  fulfillmentStatus: (shape: ShapeRow) => shape.fulfillment_status,
  stockStatus: (shape: ShapeRow) => shape.stock_status,
  paymentStatus: (shape: ShapeRow) => shape.payment_status,
  returnStatus: (shape: ShapeRow) => shape.return_status,
  currency: (shape: ShapeRow) => shape.currency,
  channel: (shape: ShapeRow) => shape.channel_id,
  hasException: (shape: ShapeRow) => String(shape.has_exception),
  origin: (shape: ShapeRow) => (shape.is_imported ? 'imported' : 'captured'),
} as const;
export type Axis = keyof typeof AXES;
export const AXIS_NAMES = Object.keys(AXES) as Axis[];

export async function orderCriteria(
  tx: Tx,
  filters: OrderFilters,
  now: Date,
): Promise<OrderCriteria | Refusal> {
  const [allShapes, channels, location] = await Promise.all([
    tx.rows(selectShapes),
    channelsOf(tx, filters.channel),
    locationOf(tx, filters.location),
  ]);
  if (isRefusal(channels)) return channels;
  if (isRefusal(location)) return location;
  const axes = axesOf(filters, channels);
  const { placedFrom, placedTo, totalFrom, totalTo, search } = filters;
  const risks = filters.promiseRisk?.split(',') as PromiseRisk[] | undefined;
  const risk = risks === undefined ? null : riskDates(allShapes, risks, now);
  return {
    allShapes,
    axes,
    shapes:
      axes.size === 0 && risk === null
        ? null
        : allShapes.filter(
            (shape) =>
              isWanted(shape, axes) && (risk === null || risk.shapes.includes(shape.shape)),
          ),
    countries: filters.country?.split(',') ?? null,
    customer: filters.customer === undefined ? null : uuidOf(filters.customer as CustomerId),
    updated: { from: microsOf(filters.updatedFrom), to: null },
    placed: { from: microsOf(placedFrom), to: microsOf(placedTo) },
    total: {
      from: totalFrom === undefined ? null : BigInt(totalFrom),
      to: totalTo === undefined ? null : BigInt(totalTo) + 1n,
    },
    shipBy: {
      from: microsOf(filters.shipByFrom),
      to: microsOf(filters.shipByTo) ?? (filters.shipByFrom === undefined ? null : NO_DATE),
    },
    risk,
    tags: tagsOf(filters),
    anyTags: filters.anyTag?.split(',') ?? null,
    sku: filters.sku === undefined ? null : exactCodeToken(filters.sku),
    location,
    holds: filters.holdReason?.split(',') ?? null,
    exceptions: filters.exceptionType?.split(',') ?? null,
    words: search === undefined ? null : searchWords(search).map(beginnings),
  };
}

export function isWanted(
  shape: ShapeRow,
  axes: OrderCriteria['axes'],
  but: Axis | null = null,
): boolean {
  for (const [axis, values] of axes)
    if (axis !== but && !values.has(AXES[axis](shape))) return false;
  return true;
}

function tagsOf({ tag, allTags }: OrderFilters): readonly string[] | null {
  const tags = [...(tag === undefined ? [] : [tag]), ...(allTags?.split(',') ?? [])];
  return tags.length === 0 ? null : [...new Set(tags)];
}

function axesOf(
  filters: OrderFilters,
  channels: readonly string[] | null,
): Map<Axis, ReadonlySet<string>> {
  const wanted: Readonly<Record<Axis, readonly string[] | null | undefined>> = {
    status: filters.status?.split(','),
    fulfillmentStatus: filters.fulfillmentStatus?.split(','),
    stockStatus: filters.stockStatus?.split(','),
    paymentStatus: filters.paymentStatus?.split(','),
    returnStatus: filters.returnStatus?.split(','),
    currency: filters.currency?.split(','),
    channel: channels,
    hasException: filters.hasException === undefined ? null : [String(filters.hasException)],
    origin: filters.origin === undefined ? null : [filters.origin],
  };
  const axes = new Map<Axis, ReadonlySet<string>>();
  for (const axis of AXIS_NAMES) {
    const values = wanted[axis];
    if (values !== null && values !== undefined) axes.set(axis, new Set(values));
  }
  return axes;
}

/** A code may hold commas: what is one as a whole is not taken apart. */
async function channelsOf(tx: Tx, codes: string | undefined): Promise<string[] | null | Refusal> {
  if (codes === undefined) return null;
  const parts = codes.split(',');
  const rows = await tx.rows(selectChannelsByCode, [[codes, ...parts]]);
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  const whole = ids.get(codes);
  if (whole !== undefined) return [whole];
  const found: string[] = [];
  for (const code of parts) {
    const id = ids.get(code);
    if (id === undefined) return refuse('channel-unknown', `There is no channel ${code}.`);
    found.push(id);
  }
  return found;
}

async function locationOf(tx: Tx, code: string | undefined): Promise<string | null | Refusal> {
  if (code === undefined) return null;
  const found = await findLocation(tx, code);
  return isRefusal(found) ? found : uuidOf(found.id);
}

function microsOf(time: string | undefined): bigint | null {
  return time === undefined ? null : BigInt(Date.parse(time)) * 1000n;
}
