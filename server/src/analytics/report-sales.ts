// The sales report: a page of rows, and the totals of all of them, at one moment.

import type { QueryOf } from '@doorstep/contract/operation.ts';
import type { reportSales as operation, SalesReport } from '@doorstep/contract/reports.ts';
import { dayAfter, reportSpans } from '@doorstep/core/analytics/report-spans.ts';
import {
  netMinor,
  SALES_MEASURES,
  type SalesFigures,
  type SalesSplit,
} from '@doorstep/core/analytics/sales-measures.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import type { Statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf } from '../http/cursor.ts';
import { nameKeys } from './name-keys.ts';
import {
  type SalesRow,
  salesByChannel,
  salesByCountry,
  salesByCustomer,
  salesByDay,
  salesByMonth,
  salesBySku,
  selectSalesTotals,
  selectTenantCurrency,
} from './sales.sql.ts';
import { MEASURE_COLUMNS, selectSalesProgress } from './sql.ts';

type Query = QueryOf<typeof operation>;

const LIMIT_DEFAULT = 100;

const SPLITS: Readonly<Record<SalesSplit, Statement<SalesRow>>> = {
  day: salesByDay,
  month: salesByMonth,
  channel: salesByChannel,
  country: salesByCountry,
  sku: salesBySku,
  customer: salesByCustomer,
};

/**
 * @param tx a snapshot, so that rows, totals and how far they are belong together
 * @param mayName whether names and external ids of customers are told
 */
export async function reportSales(
  tx: Tx,
  query: Query,
  mayName: boolean,
): Promise<SalesReport | Refusal> {
  const { by, from = null, to = null } = query;
  if (from !== null && to !== null && from > to)
    return refuse('validation-failed', `The last day ${to} is before the first, ${from}.`);
  const place = decodeCursor(query.cursor, [/^-?\d{1,18}$/, /^[^\0]*$/]);
  if (isRefusal(place)) return place;
  const channel = await channelOf(tx, query.channel);
  if (isRefusal(channel)) return channel;
  const currency = query.currency ?? (await tx.row(selectTenantCurrency))?.currency ?? '';
  const limit = query.limit ?? LIMIT_DEFAULT;
  const sort = query.sort ?? (by === 'day' || by === 'month' ? 'key' : 'sales');
  const ends = stretchesOf(by, from, to);
  const filters = [channel, query.country ?? null];
  const [progress, totals, found] = await Promise.all([
    tx.row(selectSalesProgress),
    tx.rows(selectSalesTotals, [ends.first, ...filters, ends.after]),
    tx.rows(SPLITS[by], [
      ...[currency, ...filters, sort],
      ...(place ?? [null, null]),
      ...[limit + 1, ends.from, ends.before],
    ]),
  ]);
  const page = pageOf(
    found,
    limit,
    (row) => row,
    ({ rank, key }) => [String(rank), key],
  );
  const names = await nameKeys(tx, by, page.items, mayName);
  return {
    by,
    currency,
    otherCurrencies: totals.flatMap((row) => (row.currency === currency ? [] : [row.currency])),
    from,
    to,
    asOf: { position: Number(progress?.position ?? 0), behind: Number(progress?.behind ?? 0) },
    totals: presented(totals.find((row) => row.currency === currency) ?? {}),
    rows: page.items.map((row) => ({ ...names(row.key), ...presented(row, by) })),
    nextCursor: page.nextCursor,
  };
}

/** Days where there are days only; SKUs and customers have months and years as well. */
function stretchesOf(by: SalesSplit, from: string | null, to: string | null) {
  const whole = reportSpans(from, to);
  const parts = [
    ...[whole.firstDays, whole.firstMonths, whole.years, whole.lastMonths, whole.lastDays],
  ];
  const isSpanned = by === 'sku' || by === 'customer';
  const first = from ?? '-infinity';
  const after = to === null ? 'infinity' : dayAfter(to);
  return {
    first,
    after,
    from: isSpanned ? parts.map((part) => part.from) : [first],
    before: isSpanned ? parts.map((part) => part.before) : [after],
  };
}

function presented(row: Readonly<Record<string, bigint | string>>, by?: SalesSplit) {
  const entries = SALES_MEASURES.map((measure, place) => [
    measure,
    Number(row[MEASURE_COLUMNS[place] ?? ''] ?? 0),
  ]);
  const figures = Object.fromEntries(entries) as Required<SalesFigures>;
  return {
    ...figures,
    ...(by === 'sku' ? { refundedMinor: null } : {}),
    netMinor: netMinor(figures),
  };
}

async function channelOf(tx: Tx, code: string | undefined): Promise<string | null | Refusal> {
  if (code === undefined) return null;
  const [channel] = await tx.rows(selectChannelsByCode, [[code]]);
  return channel?.id ?? refuse('channel-unknown', `There is no channel ${code}.`);
}
