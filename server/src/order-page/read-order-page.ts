// What the page tells of an order, gathered: how far it is, its parcels, and what may come back.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { returnableUntil } from '@doorstep/core/returns/return-window.ts';
import type { Reason } from '@doorstep/core/settings/reason.ts';
import type { Tx } from '../db/transaction.ts';
import { readReasons } from '../settings/read-settings.ts';
import {
  type PageLineRow,
  type PageOrderRow,
  type PageParcelRow,
  type PageReturnRow,
  type PageScanRow,
  type PageWorkRow,
  selectPageLines,
  selectPageOrder,
  selectPageParcels,
  selectPageRefunds,
  selectPageReturns,
  selectPageScans,
  selectPageWork,
} from './sql.ts';

export interface ReturnableLine {
  readonly line: number;
  readonly title: string;
  readonly most: number;
  readonly until: Date;
}

export interface OrderOnPage {
  readonly order: PageOrderRow;
  readonly lines: readonly PageLineRow[];
  readonly parcels: readonly PageParcelRow[];
  readonly scans: readonly PageScanRow[];
  readonly work: readonly PageWorkRow[];
  readonly returns: readonly PageReturnRow[];
  readonly refunds: readonly { readonly amount_minor: bigint; readonly granted_at: Date }[];
  /** What the buyer may ask to send back now. */
  readonly returnable: readonly ReturnableLine[];
  /** Why, as the shop has them. */
  readonly returnReasons: readonly Reason[];
}

/** @returns undefined: there is no such order, or its buyer is forgotten */
export async function readOrderPage(
  tx: Tx,
  order: OrderId,
  { returnDays, now }: { readonly returnDays: number | null; readonly now: Date },
): Promise<OrderOnPage | undefined> {
  const id = [uuidOf(order)];
  const [row, lines, parcels, work, returns, refunds, reasons] = await Promise.all([
    tx.row(selectPageOrder, id),
    tx.rows(selectPageLines, id),
    tx.rows(selectPageParcels, id),
    tx.rows(selectPageWork, id),
    tx.rows(selectPageReturns, id),
    tx.rows(selectPageRefunds, id),
    readReasons(tx, 'return'),
  ]);
  if (row === undefined) return undefined;
  const scans = await tx.rows(selectPageScans, [parcels.map((parcel) => parcel.id)]);
  const returnable = lines.flatMap((line) => returnableOf(line, parcels, returnDays, now));
  const returnReasons = reasons.filter(({ retired }) => !retired);
  return { order: row, lines, parcels, scans, work, returns, refunds, returnable, returnReasons };
}

/** Counted units only: a kit comes back by its components. */
function returnableOf(
  line: PageLineRow,
  parcels: readonly PageParcelRow[],
  returnDays: number | null,
  now: Date,
): ReturnableLine[] {
  const most = line.shipped - line.returned - line.awaited;
  if (line.kind === 'kit' || most <= 0) return [];
  const boxes = parcels.filter((box) => box.lines.some((one) => one.line === line.number));
  const sent = boxes.map((box) => ({ shippedAt: box.shipped_at, deliveredAt: box.delivered_at }));
  const until = returnableUntil(sent, returnDays);
  if (until === null || until < now) return [];
  return [{ line: line.number, title: line.title, most, until }];
}
