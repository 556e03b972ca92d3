// What of a board is looked at: the location, its day, and what filters leave.

import type { getFulfillmentBoard } from '@doorstep/contract/fulfillment-board.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { instantOf, localDate, type WorkingHours } from '@doorstep/core/locations/calendar.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import type { Tx } from '../db/transaction.ts';
import { findLocation } from '../locations/find-location.ts';
import { type BoardLocationRow, selectBoardLocation } from './board.sql.ts';

/** Works of a column that a filter looks at in one go. */
export const LOOKED_AT_MAX = 20_000;

export interface BoardFilter {
  /** Bare, as SQL takes it. */
  readonly location: string;
  readonly row: BoardLocationRow;
  readonly hours: WorkingHours;
  /** When the day began where the location is. */
  readonly dayBegan: Date;
  /** Released before, carrier, service, SKU; null where it does not matter. */
  readonly values: readonly (string | null)[];
  readonly isFiltered: boolean;
}

type Query = QueryOf<typeof getFulfillmentBoard>;

export async function boardFilter(
  tx: Tx,
  reference: string,
  { carrier, service, sku, releasedBefore }: Query,
  now: Date,
): Promise<BoardFilter | Refusal> {
  const found = await findLocation(tx, reference);
  if (isRefusal(found)) return found;
  const skus = sku === undefined ? null : await findSkus(tx, [sku]);
  if (isRefusal(skus)) return skus;
  const skuId = sku === undefined ? undefined : skus?.get(sku)?.id;
  const location = uuidOf(found.id);
  const row = await tx.row(selectBoardLocation, [location]);
  if (row === undefined)
    return refuse('location-unknown', `There is no stock location ${reference}.`);
  const { time_zone: timeZone, cut_off: cutOff, calendar } = row;
  const values = [
    releasedBefore ?? null,
    carrier ?? null,
    service ?? null,
    skuId === undefined ? null : uuidOf(skuId),
  ];
  return {
    location,
    row,
    hours: { timeZone, cutOff: cutOff?.slice(0, 5) ?? null, calendar },
    dayBegan: instantOf(localDate(now, timeZone), '00:00', timeZone),
    values,
    isFiltered: values.some((value) => value !== null),
  };
}
