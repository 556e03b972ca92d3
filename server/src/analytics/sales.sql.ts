// SQL of the sales report. Everything is added up from the projection: years and months where the
// period holds whole ones or most of one, days at its ends. A test explains each as the server's role.

import type { SalesSort } from '@doorstep/core/analytics/sales-measures.ts';
import { type Statement, statement } from '../db/statement.ts';
import { MEASURE_COLUMNS } from './sql.ts';

/** $1 the currency, $2 a channel, $3 a country; null where any will do. */
const FILTERS = `case when $2::uuid is null then true else channel_id = $2 end
       and case when $3::text is null then true else country = $3 end`;

const sums = (from = '') =>
  MEASURE_COLUMNS.map((column) => `add_up(${from}${column}) as ${column}`).join(',\n       ');

export type SalesRow = {
  readonly key: string;
  readonly rank: bigint;
} & Readonly<Record<string, bigint | string>>;

// A period names stretches, the first day of each in $7 and the day after its last in $8: days,
// months, years, months, days. $9 says whether one counts or is taken away.
const stretch = (column: string, place: number) =>
  `${column} >= ($7::date[])[${place}] and ${column} < ($8::date[])[${place}]`;
const counted = (place: number) =>
  MEASURE_COLUMNS.map((column) => `($9::int[])[${place}] * ${column} as ${column}`).join(', ');

const IN_SPANS = ['day', 'month', 'year', 'month', 'day'] as const;

const union = (parts: readonly string[]) => parts.join('\n       union all ');
const spansOf = (select: (span: (typeof IN_SPANS)[number], place: number) => string) =>
  union(IN_SPANS.map((span, index) => select(span, index + 1)));

const places = (table: string, starts: string, place: number) =>
  `select ${starts} as starts_on, channel_id, country, ${counted(place)} from ${table}
       where tenant_id = (select current_tenant()) and currency = $1 and ${stretch(starts, place)}
         and ${FILTERS}`;
const DAYS = places('sales_by_day', 'day', 1);
const MONTHS = union([
  DAYS,
  places('sales_by_month', 'month', 2),
  places('sales_by_day', 'day', 5),
]);

// In one channel, one country or all of either, $11 and $12, there are sums of months and years.
const cells = (table: string, span: string, place: number) =>
  `select sku_code, ${counted(place)} from ${table}
       where tenant_id = (select current_tenant()) and span = '${span}' and currency = $1
         and ${stretch('starts_on', place)}`;
const IN_BOTH = spansOf(
  (span, place) => `${cells('sales_by_sku', span, place)} and channel_id = $2 and country = $3`,
);
/** @param filter as plain conditions, which an index takes: days are read of all places */
const skusIn = (filter: string) =>
  spansOf((span, place) =>
    span === 'day'
      ? `${cells('sales_by_sku', span, place)} and ${filter}`
      : `${cells('sales_of_sku', span, place)} and dimension = $11 and member = $12`,
  );

const SOMETHING = MEASURE_COLUMNS.map((column) => `${column} <> 0`).join(' or ');

// Sums are ranked, the highest first, and by key where they are equal; $4 and $5 are the rank and the
// key of the row before this page. To rank by key, every rank is 0.
const RANK = `case $10::text when 'sales' then sales_minor when 'units' then units
                    when 'orders' then orders else 0 end as rank`;
const BEHIND = `case when $4::bigint is null then true
                else rank < $4 or (rank = $4 and key > $5 collate "C") end`;

/** @param by what is grouped, and `key` how a group is told; nothing is told of where nothing was */
function ranked(name: string, from: string, { by, key = by }: { by: string; key?: string }) {
  return statement<SalesRow>(
    `analytics.${name}`,
    `select * from (
       select ${key} as key, ${RANK}, ${MEASURE_COLUMNS.join(', ')}
       from (select ${by}, ${sums()}
             from (${from}) as sold
             group by 1
       ) as summed
       where ${SOMETHING}
     ) as told
     where ${BEHIND}
     order by rank desc, key collate "C" limit $6`,
  );
}

export const salesByDay = ranked('salesByDay', DAYS, {
  by: 'starts_on',
  key: `to_char(starts_on, 'YYYY-MM-DD')`,
});
export const salesByMonth = ranked('salesByMonth', MONTHS, {
  by: `date_trunc('month', starts_on)::date as month`,
  key: `to_char(month, 'YYYY-MM')`,
});
export const salesByChannel = ranked('salesByChannel', MONTHS, {
  by: 'channel_id',
  key: 'channel_id::text',
});
export const salesByCountry = ranked('salesByCountry', MONTHS, { by: 'country' });
const SKU = { by: 'sku_code' };
export const salesBySku: Readonly<Record<'all' | 'channel' | 'country', Statement<SalesRow>>> = {
  all: ranked('salesBySku', skusIn('$2::uuid is null and $3::text is null'), SKU),
  channel: ranked('salesBySkuInChannel', skusIn('channel_id = $2 and $3::text is null'), SKU),
  country: ranked('salesBySkuInCountry', skusIn('country = $3 and $2::uuid is null'), SKU),
};
export const salesBySkuInBoth = ranked('salesBySkuInBoth', IN_BOTH, SKU);

/**
 * Customers are many: only what ranks them is summed for all, from the index alone, and everything else
 * for those of the page, from all rows of each. Of a million customers a hundred are told.
 */
function rankedCustomers(sort: string, rank: string): Statement<SalesRow> {
  const part = (span: string, place: number) =>
    `select customer_id, orders, units, sales_minor from sales_by_customer
       where tenant_id = (select current_tenant()) and span = '${span}' and currency = $1
         and ${stretch('starts_on', place)} and ${FILTERS}`;
  const bought = union([part('day', 1), part('year', 3), part('day', 5)]);
  return statement<SalesRow>(
    `analytics.salesByCustomer${sort}`,
    `with page as materialized (
       select customer_id, key, rank
       from (select customer_id, customer_id::text as key, ${rank} as rank
             from (${bought}) as sold
             group by customer_id) as summed
       where ${BEHIND}
       order by rank desc, customer_id limit $6
     )
     select page.key, page.rank, told.*
     from page
     cross join lateral (
       select ${sums()}
       from (select * from sales_by_customer
             where tenant_id = (select current_tenant()) and customer_id = page.customer_id
             offset 0) as own
       where currency = $1 and ${FILTERS}
         and case span when 'day' then ${stretch('starts_on', 1)} or ${stretch('starts_on', 5)}
                       when 'year' then ${stretch('starts_on', 3)} end
     ) as told
     order by page.rank desc, page.customer_id`,
  );
}

export const salesByCustomer: Readonly<Record<SalesSort, Statement<SalesRow>>> = {
  sales: rankedCustomers('BySales', 'add_up(sales_minor)'),
  units: rankedCustomers('ByUnits', 'add_up(units)'),
  orders: rankedCustomers('ByOrders', 'add_up(orders)'),
  key: rankedCustomers('ByKey', '0::bigint'),
};

export type TotalsRow = { readonly currency: string } & Readonly<Record<string, bigint | string>>;

// Of every currency: they are never added to each other, but a report says which there are. $1 a
// channel, $2 a country, $3 to $5 the stretches.
const totals = (table: string, starts: string, place: number) =>
  `select currency, ${MEASURE_COLUMNS.map((column) => `($5::int[])[${place}] * ${column} as ${column}`).join(', ')}
   from ${table}
   where tenant_id = (select current_tenant())
     and ${starts} >= ($3::date[])[${place}] and ${starts} < ($4::date[])[${place}]
     and case when $1::uuid is null then true else channel_id = $1 end
     and case when $2::text is null then true else country = $2 end`;

export const selectSalesTotals = statement<TotalsRow>(
  'analytics.selectSalesTotals',
  `select * from (
     select currency, ${sums()}
     from (${union([
       totals('sales_by_day', 'day', 1),
       totals('sales_by_month', 'month', 2),
       totals('sales_by_day', 'day', 5),
     ])}) as sold
     group by currency) as summed
   where ${SOMETHING} order by currency`,
);

export const selectTenantCurrency = statement<{ currency: string }>(
  'analytics.selectTenantCurrency',
  `select currency from tenants where tenant_id = (select current_tenant())`,
);

// ---- what the keys of a page are called, now ----

export interface NamedRow {
  readonly key: string;
  readonly label: string | null;
}

export const selectChannelNames = statement<NamedRow & { code: string }>(
  'analytics.selectChannelNames',
  `select id::text as key, code, name as label from channels
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);

export const selectSkuTitles = statement<NamedRow>(
  'analytics.selectSkuTitles',
  `select code as key, title as label from skus
   where tenant_id = (select current_tenant()) and code = any ($1::text[])`,
);

// An erased customer has neither.
export const selectCustomerNames = statement<NamedRow & { external_id: string | null }>(
  'analytics.selectCustomerNames',
  `select id::text as key, external_id, name as label from customers
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])`,
);
