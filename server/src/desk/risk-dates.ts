// Which orders are late, at risk or on time, as the list knows them: for each shape a range of dates.

import {
  datesAtRisk,
  type OrderStage,
  type PromiseRisk,
} from '@doorstep/core/orders/promise-risk.ts';
import { BEYOND, NO_DATE, type ShapeRow } from './find.sql.ts';

/** Shapes, and the dates to ship by that are wanted of each. */
export interface RiskDates {
  readonly shapes: readonly number[];
  readonly from: readonly bigint[];
  readonly to: readonly bigint[];
}

export function riskDates(
  shapes: readonly ShapeRow[],
  risks: readonly PromiseRisk[],
  now: Date,
): RiskDates {
  const dates = shapes.flatMap((row) =>
    risks.flatMap((risk) => {
      const range = datesAtRisk(stageOf(row), risk, now);
      if (range === null) return [];
      const from = range.from === null ? -BEYOND : microsOf(range.from);
      return [{ shape: row.shape, from, to: range.to === null ? NO_DATE : microsOf(range.to) }];
    }),
  );
  return {
    shapes: dates.map(({ shape }) => shape),
    from: dates.map(({ from }) => from),
    to: dates.map(({ to }) => to),
  };
}

function stageOf({ status, fulfillment_status, stock_status }: ShapeRow): OrderStage {
  return { status, fulfillmentStatus: fulfillment_status, stockStatus: stock_status } as OrderStage;
}

function microsOf(date: Date): bigint {
  return BigInt(date.getTime()) * 1000n;
}
