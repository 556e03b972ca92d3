// The journal of a period as a file: balanced entries, oldest first, each day with the accounts that it
// was closed with. Read in pages, so it may be of any length.

import type {
  JournalEntryAnswer,
  exportJournal as operation,
} from '@doorstep/contract/accounting.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import {
  type AccountRole,
  accountOf,
  type ChartAccount,
  DEFAULT_CHART,
} from '@doorstep/core/accounting/chart.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { formatMajor } from '@doorstep/core/money.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { PartOf, Table } from '../history/export-column.ts';
import { exportPages, readInTurn, type Source } from '../history/export-pages.ts';
import { dayAfter, isDay } from './close-books.ts';
import { type EntryRow, listEntries, selectBooks, selectChartsOfPeriod } from './sql.ts';

const TOGETHER = 500;
const DAYS_MAX = 400;
const LAST_ID = 'f'.repeat(32);

/** @returns refusal: `period-invalid` */
export async function exportJournal(
  source: Source,
  { from, through }: QueryOf<typeof operation>,
): Promise<AsyncIterable<readonly JournalEntryAnswer[]> | Refusal> {
  if (!isDay(from) || !isDay(through) || from > through || dayAfter(from, DAYS_MAX) < through)
    return refuse('period-invalid', `${from} to ${through} is no period of at most 400 days.`);
  const charts = await readInTurn(source, async (tx) => {
    const closed = await tx.rows(selectChartsOfPeriod, [from]);
    const books = await tx.row(selectBooks);
    return { closed, open: books?.chart ?? DEFAULT_CHART };
  });
  const chartOn = (day: string): readonly ChartAccount[] =>
    charts.closed.find(({ through_day }) => day <= through_day)?.chart ?? charts.open;
  const start = { day: dayAfter(from, -1), id: LAST_ID };
  return exportPages(source, start, async (tx, { day, id }) => {
    const rows = await tx.rows(listEntries, [day, id, through, TOGETHER]);
    const last = rows.length < TOGETHER ? undefined : rows.at(-1);
    const next = last === undefined ? undefined : { day: last.posted_on, id: last.id };
    return { items: rows.map((row) => presentEntry(row, chartOn(row.posted_on))), next };
  });
}

function presentEntry(row: EntryRow, chart: readonly ChartAccount[]): JournalEntryAnswer {
  return {
    id: idFromUuid('journalEntry', row.id),
    day: row.posted_on,
    kind: row.kind as JournalEntryAnswer['kind'],
    occurredAt: row.occurred_at.toISOString(),
    provider: row.provider,
    order: row.order_id === null ? null : idFromUuid('order', row.order_id),
    orderNumber: row.order_number,
    payment: row.payment_id === null ? null : idFromUuid('payment', row.payment_id),
    payout: row.payout_reference,
    reference: row.reference,
    lines: row.lines.map(({ role, currency, debit, credit }) => {
      const account = accountOf(chart, role as AccountRole, row.provider);
      return {
        role: role as AccountRole,
        account: account.code,
        accountName: account.name,
        currency,
        debitMinor: Number(debit),
        creditMinor: Number(credit),
      };
    }),
  };
}

type Line = JournalEntryAnswer['lines'][number];

const major = (amountMinor: number, currency: string) =>
  amountMinor === 0 ? null : formatMajor(BigInt(amountMinor), currency);

/** A row per account; what the entry is about stands on each. */
export const journalTable: Table<JournalEntryAnswer, Line> = {
  columns: [
    { name: 'entry', kind: 'text', of: (entry) => entry.id },
    { name: 'day', kind: 'text', of: (entry) => entry.day },
    { name: 'kind', kind: 'text', of: (entry) => entry.kind },
    { name: 'provider', kind: 'text', of: (entry) => entry.provider },
    { name: 'order', kind: 'text', of: (entry) => entry.order },
    { name: 'orderNumber', kind: 'text', of: (entry) => entry.orderNumber },
    { name: 'payment', kind: 'text', of: (entry) => entry.payment },
    { name: 'payout', kind: 'text', of: (entry) => entry.payout },
    { name: 'reference', kind: 'text', of: (entry) => entry.reference },
    { name: 'occurredAt', kind: 'time', of: (entry) => entry.occurredAt },
  ],
  partColumns: [
    part('account', 'text', (line) => line.account),
    part('accountName', 'text', (line) => line.accountName),
    part('currency', 'text', (line) => line.currency),
    part('debit', 'amount', (line) => major(line.debitMinor, line.currency)),
    part('credit', 'amount', (line) => major(line.creditMinor, line.currency)),
  ],
  partsOf: (entry) => entry.lines,
};

function part(name: string, kind: 'text' | 'amount', of: (line: Line) => string | null) {
  return { name, kind, of: (of_: PartOf<JournalEntryAnswer, Line>) => of(of_.part) };
}
