// SQL of the sales report. Everything is added up from the projection: years and months where the
// period holds whole ones, days at its ends. A test explains each as the server's role.

import { type Statement, statement } from '../db/statement.ts';
import { MEASURE_COLUMNS } from './sql.ts';

/** $1 the currency, $2 a channel, $3 a country; null where any will do. */
const FILTERS = `case when $2::uuid is null then true else channel_id = $2 end
       and case when $3::text is null then true else country = $3 end`;

const sums = (from = '') =>
  MEASURE_COLUMNS.map((column) => `sum(${from}${column})::bigint as ${column}`).join(',\n       ');

export type SalesRow = {
  readonly key: string;
  readonly rank: bigint;
} & Readonly<Record<string, bigint | string>>;

// A period names stretches, the first day of each in $8 and the day after its last in $9: one stretch
// where there are days only, else days, months, years, months, days.
const stretch = (column: string, place: number) =>
  `${column} >= ($8::date[])[${place}] and ${column} < ($9::date[])[${place}]`;

const DAYS = `select day, channel_id, country, ${MEASURE_COLUMNS.join(', ')} from sales_by_day
       where tenant_id = (select current_tenant()) and currency = $1 and ${stretch('day', 1)}
         and ${FILTERS}`;

const IN_SPANS = ['day', 'month', 'year', 'month', 'day'] as const;

const spansOf = (select: (span: (typeof IN_SPANS)[number], place: number) => string) =>
  IN_SPANS.map((span, index) => select(span, index + 1)).join('\n       union all ');

const cells = (table: string, key: string, span: string, place: number) =>
  `select ${key}, ${MEASURE_COLUMNS.join(', ')} from ${table}
       where tenant_id = (select current_tenant()) and span = '${span}' and currency = $1
         and ${stretch('starts_on', place)}`;

// Decided once, before anything is read.
const ALL_OF_THEM = '($2::uuid is null and $3::text is null)';

const SKUS = spansOf((span, place) => {
  const parts = `${cells('sales_by_sku', 'sku_code', span, place)}
         and ${FILTERS}`;
  if (span === 'day') return parts;
  return `${parts} and not ${ALL_OF_THEM}
       union all ${cells('sales_of_sku', 'sku_code', span, place)} and ${ALL_OF_THEM}`;
});

const CUSTOMERS = spansOf(
  (span, place) => `${cells('sales_by_customer', 'customer_id', span, place)}
         and ${FILTERS}`,
);

// Sums are ranked, the highest first, and by key where they are equal; $5 and $6 are the rank and the
// key of the row before this page. To rank by key, every rank is 0.
const RANK = `case $4::text when 'sales' then sum(sales_minor) when 'units' then sum(units)
                     when 'orders' then sum(orders) else 0 end::bigint as rank`;
const BEHIND = `case when $5::bigint is null then true
                else rank < $5 or (rank = $5 and key > $6 collate "C") end`;

/** Days, months, channels, countries are few: all of them are summed up. */
function rankedAll(by: string, key: string): Statement<SalesRow> {
  return statement<SalesRow>(
    `analytics.salesBy${by}`,
    `select * from (
       select ${key} as key,
       ${sums()},
       ${RANK}
       from (${DAYS}) as sold
       group by 1
     ) as summed
     where ${BEHIND}
     order by rank desc, key collate "C" limit $7`,
  );
}

/**
 * SKUs and customers are many: only what ranks them is summed for all, and everything else for those
 * of the page. Of a million customers a hundred are told.
 */
function rankedPage(by: string, key: string, from: string): Statement<SalesRow> {
  return statement<SalesRow>(
    `analytics.salesBy${by}`,
    `with sold as not materialized (select ${key} as key, ${MEASURE_COLUMNS.join(', ')}
       from (${from}) as cells
     ), page as materialized (
       select key, rank from (select key, ${RANK} from sold group by key) as summed
       where ${BEHIND}
       order by rank desc, key collate "C" limit $7
     )
     select page.key, page.rank,
       ${sums('sold.')}
     from page join sold using (key)
     group by page.key, page.rank
     order by page.rank desc, page.key collate "C"`,
  );
}

export const salesByDay = rankedAll('Day', `to_char(day, 'YYYY-MM-DD')`);
export const salesByMonth = rankedAll('Month', `to_char(day, 'YYYY-MM')`);
export const salesByChannel = rankedAll('Channel', 'channel_id::text');
export const salesByCountry = rankedAll('Country', 'country');
export const salesBySku = rankedPage('Sku', 'sku_code', SKUS);
export const salesByCustomer = rankedPage('Customer', 'customer_id::text', CUSTOMERS);

export type TotalsRow = { readonly currency: string } & Readonly<Record<string, bigint | string>>;

// Of every currency: they are never added to each other, but a report says which there are.
export const selectSalesTotals = statement<TotalsRow>(
  'analytics.selectSalesTotals',
  `select currency, ${sums()}
   from sales_by_day
   where tenant_id = (select current_tenant()) and day >= $1::date and day < $4::date
     and ${FILTERS}
   group by currency order by currency`,
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
