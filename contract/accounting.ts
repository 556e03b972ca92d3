// The books on the wire: the chart of accounts, closed periods, and the journal as a file.

import { ACCOUNT_ROLES } from '@doorstep/core/accounting/chart.ts';
import { ENTRY_KINDS } from '@doorstep/core/accounting/journal.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  ActorNames,
  AmountMinor,
  Currency,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Day = Type.String({
  pattern: '^(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  description: 'A day by UTC: 2026-11-23',
});

const AccountSchema = Type.Object({
  role: Type.Enum([...ACCOUNT_ROLES]),
  provider: nullable(text(50, { description: 'Null: of every provider that has none of its own' })),
  code: text(50),
  name: text(200),
});

const ChartSchema = Type.Object(
  {
    accounts: Type.Array(AccountSchema),
    isDefault: Type.Boolean({ description: 'Nobody has set another one' }),
    closedThrough: nullable(Day),
    version: Type.Integer(),
  },
  { $id: 'ChartOfAccounts' },
);
export type ChartAnswer = Shape<typeof ChartSchema>;

export const JournalEntrySchema = Type.Object(
  {
    id: id('journalEntry'),
    day: Day,
    kind: Type.Enum([...ENTRY_KINDS]),
    occurredAt: Timestamp,
    provider: Type.String(),
    order: nullable(id('order')),
    orderNumber: nullable(Type.String()),
    payment: nullable(id('payment')),
    payout: nullable(Type.String({ description: 'What the provider calls it' })),
    reference: Type.String({ description: 'What the provider calls the movement' }),
    lines: Type.Array(
      Type.Object({
        role: Type.Enum([...ACCOUNT_ROLES]),
        account: Type.String(),
        accountName: Type.String(),
        currency: Currency,
        debitMinor: AmountMinor,
        creditMinor: AmountMinor,
      }),
      { description: 'Debits equal credits in each currency' },
    ),
  },
  { $id: 'JournalEntry' },
);
export type JournalEntryAnswer = Shape<typeof JournalEntrySchema>;

const ClosingSchema = Type.Object({
  id: id('bookClosing'),
  from: Day,
  through: Day,
  entries: Type.Integer(),
  createdAt: Timestamp,
  createdBy: Type.String(),
});
export type ClosingAnswer = Shape<typeof ClosingSchema>;

export const getChart = operation({
  id: 'getChart',
  method: 'GET',
  path: '/v1/accounting/chart',
  room: 'accounting',
  summary: 'The accounts of the books that entries stand on',
  scope: 'payments:read',
  status: 200,
  answer: ChartSchema,
  refusals: [],
});

export const setChart = operation({
  id: 'setChart',
  method: 'PUT',
  path: '/v1/accounting/chart',
  room: 'accounting',
  summary: 'Set the accounts of the books, all at once',
  description:
    'Roles that are left out keep the account that Doorstep begins with. Periods that are closed ' +
    'keep the accounts that they were closed with.',
  scope: 'payments:write',
  body: closed({
    accounts: Type.Array(closed(AccountSchema.properties), { maxItems: 200 }),
    version: Type.Optional(Type.Integer({ description: 'The version you saw' })),
  }),
  status: 200,
  answer: ChartSchema,
  refusals: ['version-conflict', 'chart-invalid'],
});

export const closeBooks = operation({
  id: 'closeBooks',
  method: 'POST',
  path: '/v1/accounting/closings',
  room: 'accounting',
  summary: 'Close the books through a day',
  description:
    'Nothing is entered any more on a day that is closed: what becomes known later stands on the ' +
    'first open day. So a closed period is exported again and again as the same file, to the byte.',
  scope: 'payments:write',
  body: closed({ through: Day }),
  status: 201,
  answer: ClosingSchema,
  refusals: ['books-closed', 'period-invalid'],
});

export const listClosings = operation({
  id: 'listClosings',
  method: 'GET',
  path: '/v1/accounting/closings',
  room: 'accounting',
  summary: 'List the periods that are closed, newest first',
  scope: 'payments:read',
  query: closed(ListQuery),
  status: 200,
  answer: Type.Object({ ...page(ClosingSchema).properties, names: ActorNames }),
  refusals: [],
});

export const exportJournal = operation({
  id: 'exportJournal',
  method: 'GET',
  path: '/v1/exports/journal',
  room: 'accounting',
  summary: 'Export journal entries of a period',
  description:
    'Balanced entries of captures, refunds, fees, disputes, payouts and currency exchange, oldest ' +
    'first, as a stream of any length. NDJSON has a `JournalEntry` per line; CSV and XLSX have a ' +
    'row per account. Of a closed period the file is always the same.',
  scope: 'payments:read',
  query: closed({
    from: Day,
    through: Day,
    format: Type.Optional(Type.Enum(['ndjson', 'csv', 'xlsx'], { default: 'ndjson' })),
    columns: Type.Optional(text(5000, { description: 'Only these, in this order' })),
    gzip: Type.Optional(Type.Boolean({ default: false })),
  }),
  status: 200,
  answers: [
    'application/x-ndjson',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/gzip',
  ],
  refusals: ['period-invalid'],
});
