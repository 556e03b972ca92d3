// SQL of the projection of sales: how far it is, what events leave unsaid, and the sums.

import { SALES_MEASURES } from '@doorstep/core/analytics/sales-measures.ts';
import { type ColumnType, rowsStatement } from '../db/row-set.ts';
import { statement } from '../db/statement.ts';
import type { SumsStatement } from './write-sums.ts';

/** The columns of the measures, in their order: `freeUnits` is `free_units`. */
export const MEASURE_COLUMNS = SALES_MEASURES.map((measure) =>
  measure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

export const ensureSalesProjection = statement(
  'analytics.ensureSalesProjection',
  `insert into sales_projections (tenant_id, position) values (current_tenant(), 0)
   on conflict do nothing`,
);

// The lock: two processes at the same events add them once.
export const lockSalesProjection = statement<{ position: bigint }>(
  'analytics.lockSalesProjection',
  `select position from sales_projections
   where tenant_id = (select current_tenant()) for update`,
);

export const advanceSalesProjection = statement(
  'analytics.advanceSalesProjection',
  `update sales_projections set position = $1 where tenant_id = (select current_tenant())`,
);

export const selectSalesProgress = statement<{ position: bigint; behind: bigint }>(
  'analytics.selectSalesProgress',
  `with read as (
     select coalesce((select position from sales_projections
                      where tenant_id = (select current_tenant())), 0) as position
   )
   select position, coalesce((select last_position from log_heads
                              where tenant_id = (select current_tenant())), 0) - position as behind
   from read`,
);

// ---- what events leave unsaid; it never changes. Ids without dashes, as events spell them: two
// spellings of one key would be two rows of one statement ----

export interface OrderFactsRow {
  readonly id: string;
  readonly channel_id: string;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly country: string | null;
}

export const selectOrderFacts = statement<OrderFactsRow>(
  'analytics.selectOrderFacts',
  `select replace(id::text, '-', '') as id, replace(channel_id::text, '-', '') as channel_id,
          replace(customer_id::text, '-', '') as customer_id, currency,
          destination_country as country
   from orders where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export interface LineFactsRow {
  readonly order_id: string;
  readonly number: number;
  readonly kind: string;
  readonly sku_code: string;
  /** It has a price above 0; the amount of a few cheap units may still be rounded to 0. */
  readonly is_priced: boolean;
}

export const selectLineFacts = statement<LineFactsRow>(
  'analytics.selectLineFacts',
  `select replace(line.order_id::text, '-', '') as order_id, line.number, line.kind, line.sku_code,
          coalesce(line.unit_price ~ '[1-9]' and line.unit_price !~ '^-', false) as is_priced
   from json_to_recordset($1::json) as named(order_id uuid, number integer)
   join order_lines as line on line.tenant_id = (select current_tenant())
     and line.order_id = named.order_id and line.number = named.number`,
);

export interface CancellationFactsRow {
  readonly id: string;
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: number;
    readonly amountMinor: number;
  }[];
}

export const selectCancellationFacts = statement<CancellationFactsRow>(
  'analytics.selectCancellationFacts',
  `select replace(made.id::text, '-', '') as id, made.lines
   from json_to_recordset($1::json) as named(order_id uuid, id uuid)
   join order_cancellations as made on made.tenant_id = (select current_tenant())
     and made.order_id = named.order_id and made.id = named.id`,
);

// ---- the sums ----

/** Rows come in the order of the key; measures that are 0 are left out of them. */
function adding(table: string, keys: Readonly<Record<string, ColumnType>>): SumsStatement {
  const names = Object.keys(keys).join(', ');
  const measures = MEASURE_COLUMNS.join(', ');
  const columns = MEASURE_COLUMNS.map((column) => [column, 'bigint'] as const);
  return rowsStatement(
    `analytics.add_${table}`,
    { ...keys, ...Object.fromEntries(columns) },
    (rows) => `insert into ${table} as known (tenant_id, ${names}, ${measures})
     select current_tenant(), ${names},
            ${MEASURE_COLUMNS.map((column) => `coalesce(${column}, 0)`).join(', ')}
     from ${rows.sql}
     on conflict (tenant_id, ${names}) do update set
       ${MEASURE_COLUMNS.map((column) => `${column} = known.${column} + excluded.${column}`).join(',\n       ')}`,
  );
}

export const addSalesByDay = adding('sales_by_day', {
  day: 'date',
  currency: 'text',
  channel_id: 'uuid',
  country: 'text',
});
export const addSalesByMonth = adding('sales_by_month', {
  month: 'date',
  currency: 'text',
  channel_id: 'uuid',
  country: 'text',
});
export const addSalesBySku = adding('sales_by_sku', {
  span: 'text',
  currency: 'text',
  starts_on: 'date',
  sku_code: 'text',
  channel_id: 'uuid',
  country: 'text',
});
export const addSalesOfSku = adding('sales_of_sku', {
  dimension: 'text',
  member: 'text',
  span: 'text',
  currency: 'text',
  starts_on: 'date',
  sku_code: 'text',
});
export const addSalesByCustomer = adding('sales_by_customer', {
  span: 'text',
  currency: 'text',
  starts_on: 'date',
  customer_id: 'uuid',
  channel_id: 'uuid',
  country: 'text',
});

const KEYS = 'span, currency, starts_on, channel_id, country';

// Of who was merged, $1, into another, $2.
export const copySalesOfCustomer = statement(
  'analytics.copySalesOfCustomer',
  `insert into sales_by_customer as known (tenant_id, customer_id, ${KEYS},
     ${MEASURE_COLUMNS.join(', ')})
   select current_tenant(), $2, ${KEYS}, ${MEASURE_COLUMNS.join(', ')}
   from sales_by_customer
   where tenant_id = (select current_tenant()) and customer_id = $1
   order by span, currency, starts_on, channel_id, country
   on conflict (tenant_id, span, currency, starts_on, customer_id, channel_id, country)
   do update set
     ${MEASURE_COLUMNS.map((column) => `${column} = known.${column} + excluded.${column}`).join(',\n     ')}`,
);

export const deleteSalesOfCustomer = statement(
  'analytics.deleteSalesOfCustomer',
  `delete from sales_by_customer
   where tenant_id = (select current_tenant()) and customer_id = $1`,
);
