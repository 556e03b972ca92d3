// The columns of a location's board, counted as they are in this moment.

import type { getFulfillmentBoard as operation } from '@doorstep/contract/fulfillment-board.ts';
import type { AnswerOf, ParamsOf, QueryOf } from '@doorstep/contract/operation.ts';
import { BOARD_COLUMNS, WORK_COLUMNS } from '@doorstep/core/fulfillment/board.ts';
import { nextCutOff } from '@doorstep/core/locations/calendar.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import {
  type ColumnRow,
  countBoard,
  countFiltered,
  countShipped,
  countShippedFiltered,
} from './board.sql.ts';
import { type BoardFilter, boardFilter, LOOKED_AT_MAX } from './board-filter.ts';

/** A location with more open work than this has other worries than the exact number. */
const COUNT_MAX = 200_000;

type Answer = AnswerOf<typeof operation>;

export async function readBoard(
  tx: Tx,
  params: ParamsOf<typeof operation>,
  query: QueryOf<typeof operation>,
  now: Date,
): Promise<Answer | Refusal> {
  const filter = await boardFilter(tx, params.location, query, now);
  if (isRefusal(filter)) return filter;
  const { rows, isExact } = filter.isFiltered
    ? await counted(tx, filter)
    : await countedWhole(tx, filter);
  return {
    location: filter.row.code,
    name: filter.row.name,
    timeZone: filter.row.time_zone,
    cutOffAt: nextCutOff(filter.hours, now)?.toISOString() ?? null,
    columns: BOARD_COLUMNS.map((column) => {
      const row = rows.find((one) => one.column_name === column);
      return {
        column,
        count: row?.count ?? 0,
        oldestAt: row?.oldest_at?.toISOString() ?? null,
        nextDueAt: row?.next_due_at?.toISOString() ?? null,
      };
    }),
    isExact,
    countMax: COUNT_MAX,
    lookedAtMax: LOOKED_AT_MAX,
  };
}

interface Counted {
  readonly rows: readonly ColumnRow[];
  readonly isExact: boolean;
}

async function countedWhole(tx: Tx, { location, dayBegan }: BoardFilter): Promise<Counted> {
  const [rows, shipped] = await Promise.all([
    tx.rows(countBoard, [location, WORK_COLUMNS, COUNT_MAX]),
    tx.row(countShipped, [location, dayBegan, COUNT_MAX]),
  ]);
  const all = [...rows, shippedRow(shipped?.count ?? 0)];
  return { rows: all, isExact: all.every(({ count }) => count < COUNT_MAX) };
}

async function counted(tx: Tx, { location, dayBegan, values }: BoardFilter): Promise<Counted> {
  const [rows, shipped] = await Promise.all([
    tx.rows(countFiltered, [location, WORK_COLUMNS, LOOKED_AT_MAX, ...values]),
    tx.row(countShippedFiltered, [location, dayBegan, LOOKED_AT_MAX, ...values]),
  ]);
  return {
    rows: [...rows, shippedRow(shipped?.count ?? 0)],
    isExact: [...rows, shipped].every((row) => (row?.looked_at ?? 0) < LOOKED_AT_MAX),
  };
}

function shippedRow(count: number): ColumnRow {
  return { column_name: 'shipped', count, oldest_at: null, next_due_at: null };
}
