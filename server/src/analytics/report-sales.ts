// The sales report: a page of rows, and the totals of all of them, at one moment.

import type { QueryOf } from '@doorstep/contract/operation.ts';
import type { reportSales as operation, SalesReport } from '@doorstep/contract/reports.ts';
import { reportSpans } from '@doorstep/core/analytics/report-spans.ts';
import {
  netMinor,
  SALES_MEASURES,
  type SalesFigures,
  type SalesSort,
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
  salesBySkuInBoth,
  selectSalesTotals,
  selectTenantCurrency,
} from './sales.sql.ts';
import { MEASURE_COLUMNS, selectSalesProgress } from './sql.ts';
import { stretches } from './stretches.ts';

type Query = QueryOf<typeof operation>;

const LIMIT_DEFAULT = 100;

const SPLITS: Readonly<Record<Exclude<SalesSplit, 'sku' | 'customer'>, Statement<SalesRow>>> = {
  day: salesByDay,
  month: salesByMonth,
  channel: salesByChannel,
  country: salesByCountry,
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
  const behind = decodeCursor(query.cursor, [/^-?\d{1,18}$/, /^[^\0]*$/]);
  if (isRefusal(behind)) return behind;
  const channel = await channelOf(tx, query.channel);
  if (isRefusal(channel)) return channel;
  const currency = query.currency ?? (await tx.row(selectTenantCurrency))?.currency ?? '';
  const limit = query.limit ?? LIMIT_DEFAULT;
  const sort = query.sort ?? (by === 'day' || by === 'month' ? 'key' : 'sales');
  const place = { channel, country: query.country ?? null };
  const [progress, totals, found] = await Promise.all([
    tx.row(selectSalesProgress),
    tx.rows(selectSalesTotals, [
      ...[channel, place.country],
      ...stretches(reportSpans(from, to, { widest: 'month' })),
    ]),
    readRows(tx, by, {
      ...{ place, sort, from, to },
      asked: [currency, channel, place.country, ...(behind ?? [null, null]), limit + 1],
    }),
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

interface RowsQuestion {
  readonly place: { readonly channel: string | null; readonly country: string | null };
  readonly sort: SalesSort;
  readonly from: string | null;
  readonly to: string | null;
  /** What every statement is told first. */
  readonly asked: readonly unknown[];
}

/** Channels and countries have days and months; SKUs and customers have years as well. */
function readRows(
  tx: Tx,
  by: SalesSplit,
  { place, sort, from, to, asked }: RowsQuestion,
): Promise<SalesRow[]> {
  if (by === 'customer') {
    // Their days are about as many as orders: months would be no fewer, and to take some away is no
    // less to read, and leaves customers of nothing.
    const spans = reportSpans(from, to, { hasMonths: false, mayTakeAway: false });
    const [starts, ends] = stretches(spans);
    return tx.rows(salesByCustomer[sort], [...asked, starts, ends]);
  }
  if (by !== 'sku') {
    const widest = by === 'day' ? 'day' : 'month';
    return tx.rows(SPLITS[by], [...asked, ...stretches(reportSpans(from, to, { widest })), sort]);
  }
  const sorted = [...asked, ...stretches(reportSpans(from, to)), sort];
  const { channel, country } = place;
  if (channel !== null && country !== null) return tx.rows(salesBySkuInBoth, sorted);
  const [dimension, member] =
    channel !== null
      ? (['channel', channel.replaceAll('-', '')] as const)
      : country !== null
        ? (['country', country] as const)
        : (['all', ''] as const);
  return tx.rows(salesBySku[dimension], [...sorted, dimension, member]);
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
