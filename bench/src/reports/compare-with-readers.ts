// Whether the sums that were filled in are those that the readers of the log would have kept.

import type { FlowStage } from '@doorstep/core/analytics/flow.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { Booking } from '@doorstep/server/src/analytics/booking.ts';
import { gatherFlowCells, gatherStageCells } from '@doorstep/server/src/analytics/flow-cells.ts';
import type { FlowItem } from '@doorstep/server/src/analytics/flow-items.ts';
import type { StageReached } from '@doorstep/server/src/analytics/mark-stages.ts';
import { gatherSalesCells } from '@doorstep/server/src/analytics/sales-cells.ts';
import type pg from 'pg';
import type { Filling } from './fill-reports.ts';

/** So many orders can be summed up here, one by one. */
export const ORDERS_TO_COMPARE_MAX = 5000;

/** @throws Error naming the table that differs */
export async function compareWithReaders(books: pg.Client, { tenant }: Filling): Promise<void> {
  const compare = async (table: string, wanted: readonly object[]): Promise<void> => {
    const { rows } = await books.query<{ row: object }>(
      `select to_jsonb(kept) - 'tenant_id' as row from ${table} as kept where tenant_id = $1`,
      [uuidOf(tenant)],
    );
    const found = rows.map(({ row }) => spelled(row)).toSorted();
    const expected = wanted.map(spelled).toSorted();
    const place = expected.findIndex((row, index) => row !== found[index]);
    if (place >= 0 || found.length !== expected.length)
      throw new Error(`${table} has ${found[place]}, readers ${expected[place]}`);
  };
  const sales = gatherSalesCells();
  for (const row of await readRows<BookingRow>(books, BOOKINGS)) sales.add(asBooking(row));
  await compare('sales_by_day', await sales.days());
  await compare('sales_by_month', await sales.months());
  await compare('sales_by_sku', await sales.skus());
  await compare('sales_of_sku', await sales.wholeSkus());
  await compare('sales_by_customer', await sales.customers());
  const flow = gatherFlowCells(dayOf);
  for (const row of await readRows<ItemRow>(books, ITEMS)) flow.add(asItem(row));
  await compare('flow_sums', await flow.rows());
  const stages = gatherStageCells(dayOf);
  for (const row of await readRows<ReachedRow>(books, REACHED)) stages.add(asReached(row));
  await compare('stage_times', stages.rows());
}

const dayOf = (at: string | Date): string => new Date(at).toISOString().slice(0, 10);

/** Columns in one order, ids in one spelling, and without what is 0. */
function spelled(row: object): string {
  const entries = Object.entries(row)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => [name, name.endsWith('_id') ? bare(value) : value]);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const bare = (id: unknown): string => String(id).replaceAll('-', '');

async function readRows<Row>(books: pg.Client, sql: string): Promise<Row[]> {
  return (await books.query<{ row: Row }>(sql)).rows.map(({ row }) => row);
}

interface SkuRow {
  readonly sku: string;
  readonly lines: number;
  readonly units: number;
  readonly amount: number;
}

const PARTS = `(select n, jsonb_agg(jsonb_build_object(
           'sku', sku_code, 'lines', lines, 'units', units, 'amount', amount)) as skus
         from (select n, sku_code, count(*) as lines, sum(units) as units, sum(amount) as amount
               from bench_lines group by n, sku_code) as part
         group by n) as parts`;

interface BookingRow {
  readonly placed: {
    readonly placed_at: string;
    readonly channel_id: string;
    readonly customer_id: string;
    readonly country: string;
  };
  readonly skus: readonly SkuRow[];
}

const BOOKINGS = `select jsonb_build_object('placed', to_jsonb(placed), 'skus', skus) as row
  from bench_orders as placed join ${PARTS} using (n)`;

function asBooking({ placed, skus }: BookingRow): Booking {
  const figures = (rows: readonly SkuRow[]) => ({
    orders: 1,
    lines: summed(rows, 'lines'),
    units: summed(rows, 'units'),
    salesMinor: summed(rows, 'amount'),
  });
  return {
    ...{ day: dayOf(placed.placed_at), at: placed.placed_at, currency: 'EUR' },
    ...{ channel: bare(placed.channel_id), customer: bare(placed.customer_id) },
    country: placed.country,
    whole: figures(skus),
    skus: new Map(skus.map((row) => [row.sku, figures([row])])),
  };
}

const summed = (rows: readonly SkuRow[], measure: 'lines' | 'units' | 'amount'): number =>
  rows.reduce((sum, row) => sum + row[measure], 0);

interface ItemRow {
  readonly flow: Pick<FlowItem, 'kind' | 'at' | 'country' | 'reason'> & {
    readonly channel_id: string;
    readonly location_id: string | null;
    readonly units: number;
    readonly amount: number;
  };
  readonly skus: readonly SkuRow[];
}

const ITEMS = `select jsonb_build_object('flow', to_jsonb(flow), 'skus', coalesce(skus, '[]')) as row
  from bench_flows as flow left join ${PARTS} on parts.n = flow.n and kind <> 'refund'`;

function asItem({ flow, skus }: ItemRow): FlowItem {
  const { kind, at, country, reason, units, amount } = flow;
  return {
    ...{ kind, at, country, reason, position: 0, order: null, currency: 'EUR' },
    channel: bare(flow.channel_id),
    location: flow.location_id === null ? null : bare(flow.location_id),
    whole: { times: 1, units, amountMinor: amount },
    skus: new Map(
      skus.map((row) => {
        const amountMinor = kind === 'return' ? 0 : row.amount;
        return [row.sku, { times: 1, units: row.units, amountMinor }];
      }),
    ),
  };
}

interface ReachedRow {
  readonly stage: FlowStage;
  readonly at: string;
  readonly bucket: number;
  readonly channel_id: string;
  readonly country: string;
  readonly location_id: string;
}

const REACHED = `select to_jsonb(reached) as row from bench_reached as reached`;

function asReached({ stage, at, bucket, country, ...ids }: ReachedRow): StageReached {
  const moment = new Date(at);
  return {
    ...{ stage, at: moment, bucket },
    mark: {
      ...{ id: '', order_id: '', country },
      ...{ channel_id: bare(ids.channel_id), location_id: bare(ids.location_id) },
      ...{ captured_at: moment, released_at: moment },
      ...{ picked_at: null, packed_at: null, shipped_at: null, delivered_at: null },
    },
  };
}
