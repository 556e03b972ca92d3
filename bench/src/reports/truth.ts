// The same sums taken from the lines of orders.

import type { SalesSplit } from '@doorstep/core/analytics/sales-measures.ts';

export type Period = readonly [from: string, to: string];
export type Kind = 'sale' | 'cancellation' | 'shipment' | 'return' | 'refund';

export interface Truth {
  /** Gives a column `sum`, the highest first. */
  readonly sql: string;
  /** What a row of the report calls it. */
  readonly measure: 'salesMinor' | 'amountMinor' | 'units';
}

const ROWS_MAX = 100;

const KEYS: Readonly<Record<SalesSplit, string>> = {
  day: 'day',
  month: `date_trunc('month', day)`,
  channel: 'channel_id',
  country: 'country',
  sku: 'sku_code',
  customer: 'customer_id',
};

export function salesTruth(by: SalesSplit, [from, to]: Period, filter: string): Truth {
  const filters = [...new URLSearchParams(filter)].map(([name, value]) =>
    name === 'country'
      ? ` and country = '${value}'`
      : ` and channel_id = bench_id('channel', ${value.slice(2)})`,
  );
  return {
    measure: 'salesMinor',
    sql: `select sum(amount)::bigint as sum from bench_lines
      where day between '${from}' and '${to}'${filters.join('')}
      group by ${KEYS[by]} order by 1 desc limit ${ROWS_MAX}`,
  };
}

/** Of what came back there is no money. */
export function flowTruth(kind: Kind, by: string, [from, to]: Period): Truth {
  const measure = kind === 'return' ? 'units' : 'amountMinor';
  const key = by === 'location' ? 'location_id' : by in KEYS ? KEYS[by as SalesSplit] : by;
  const column = measure === 'units' ? 'units' : 'amount';
  const lines = by === 'sku' ? 'join bench_lines as line using (n)' : '';
  return {
    measure,
    sql: `select sum(${by === 'sku' ? 'line' : 'flow'}.${column})::bigint as sum
      from bench_flows as flow ${lines}
      where kind = '${kind}' and flow.day between '${from}' and '${to}'
      group by ${key.replace(/\bday\b/, 'flow.day')} order by 1 desc limit ${by === 'day' || by === 'month' ? 1000 : ROWS_MAX}`,
  };
}
