// doorstep reports sales: what was sold, split as you like.

import { reportSales, type SalesReport } from '@doorstep/contract/reports.ts';
import {
  SALES_SORTS,
  SALES_SPLITS,
  type SalesSort,
} from '@doorstep/core/analytics/sales-measures.ts';
import { type Command, Option } from 'commander';
import { answer } from '../answer.ts';
import { given, type JsonOption, positiveNumber, verb } from '../options.ts';
import { counted, hint, money, say, sayTable } from '../print.ts';

interface Options extends JsonOption {
  readonly by: SalesReport['by'];
  readonly sort?: SalesSort;
  readonly from?: string;
  readonly to?: string;
  readonly channel?: string;
  readonly country?: string;
  readonly currency?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export function reportCommands(reports: Command): void {
  verb(reports, 'sales', 'what was sold, canceled, returned and credited')
    .addOption(
      new Option('--by <key>', 'a row for each of these').choices(SALES_SPLITS).default('month'),
    )
    .option('--from <day>', 'the first day, such as 2026-11-01')
    .option('--to <day>', 'the last day')
    .option('--channel <code>', 'only of this channel')
    .option('--country <code>', 'only to this country, such as DE')
    .option('--currency <code>', 'in this currency instead of your own')
    .addOption(new Option('--sort <measure>', 'highest first by it').choices(SALES_SORTS))
    .option('--limit <number>', 'how many rows, up to 1000', positiveNumber)
    .option('--cursor <cursor>', 'the next page')
    .action(async ({ json, ...query }: Options) =>
      answer(reportSales, { query: { ...given(query), by: query.by } }, { json }, sayReport),
    );
}

type Row = SalesReport['rows'][number];
type Figures = Omit<Row, 'key' | 'label' | 'externalId'>;

function sayReport(report: SalesReport): void {
  const { by, currency, rows, totals, asOf } = report;
  const figures = (row: Figures) => [
    ...[row.orders, row.units, amount(row.salesMinor, currency)],
    ...[row.canceledUnits, row.returnedUnits, row.credits, amount(row.creditsMinor, currency)],
    ...[amount(row.adjustmentsMinor, currency), amount(row.netMinor, currency)],
  ];
  const head = ['orders', 'units', `sales ${currency}`, 'canceled', 'returned', 'credits'];
  sayTable(
    [by, ...head, 'credited', 'adjusted', 'net'],
    [...rows.map((row) => [nameOf(row, by), ...figures(row)]), ['in all', ...figures(totals)]],
    { numbersFrom: 1 },
  );
  say();
  if (report.nextCursor !== null) hint(`There are more: --cursor ${report.nextCursor}`);
  for (const other of report.otherCurrencies)
    hint(`Something was sold in ${other} as well: --currency ${other}`);
  if (asOf.behind > 0)
    hint(`${counted(asOf.behind, 'event')} of the log not counted yet (as of ${asOf.position})`);
}

function nameOf({ key, label, externalId }: Row, by: SalesReport['by']): string | null {
  if (key === null) return null;
  if (by === 'customer') return label ?? externalId ?? key;
  return by === 'sku' && label !== null ? `${key} ${label}` : key;
}

/** The currency stands in the head. */
function amount(amountMinor: number, currency: string): string {
  return money(amountMinor, currency).slice(0, -currency.length - 1);
}
