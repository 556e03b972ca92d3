// What providers booked, on the wire: statements, payouts, and where they differ from the ledger.

import { LEDGER_KINDS } from '@doorstep/core/payments/payment.ts';
import { PAYOUT_STATUSES, STATEMENT_LINE_KINDS } from '@doorstep/core/payments/statement.ts';
import { DIFFERENCE_CAUSES, RESOLUTIONS } from '@doorstep/core/reconciliation/match.ts';
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

const money = { amountMinor: AmountMinor, currency: Currency };
const Money = Type.Object(money);

const StatementSchema = Type.Object(
  {
    id: id('statement'),
    connection: id('providerConnection'),
    origin: Type.Enum(['api', 'file']),
    fileName: nullable(Type.String()),
    from: nullable(Timestamp),
    to: nullable(Timestamp),
    state: Type.Enum(['reading', 'checking', 'recalling', 'done', 'failed'], {
      description:
        '`checking`: whether the ledger knows of more; `recalling`: whether open differences still stand',
    }),
    lines: Type.Integer({ description: 'Bookings it held' }),
    newLines: Type.Integer({ description: 'Of those, told for the first time' }),
    differences: Type.Integer({ description: 'Found for the first time' }),
    failure: nullable(Type.String()),
    createdAt: Timestamp,
    createdBy: Type.String(),
    finishedAt: nullable(Timestamp),
  },
  { $id: 'ProviderStatement' },
);
export type StatementAnswer = Shape<typeof StatementSchema>;

const PayoutSchema = Type.Object(
  {
    id: id('payout'),
    connection: id('providerConnection'),
    reference: Type.String({ description: 'What the provider calls it' }),
    status: Type.Enum([...PAYOUT_STATUSES]),
    ...money,
    createdAt: Timestamp,
    arrivesAt: nullable(Timestamp),
    isItemized: Type.Boolean({ description: 'The provider tells what it is made of' }),
    lines: nullable(
      Type.Object({
        count: Type.Integer(),
        sumMinor: Type.Integer({ ...AmountMinor, description: 'Less fees; equals the payout' }),
        matched: Type.Integer({ description: 'Of those that the ledger should know' }),
        expected: Type.Integer({ description: 'That the ledger should know' }),
      }),
    ),
  },
  { $id: 'Payout' },
);
export type PayoutAnswer = Shape<typeof PayoutSchema>;

const StatementLineSchema = Type.Object({
  reference: Type.String(),
  kind: Type.Enum([...STATEMENT_LINE_KINDS]),
  ...money,
  feeMinor: nullable(AmountMinor),
  original: nullable(Money),
  source: nullable(Type.String()),
  occurredAt: Timestamp,
  ledgerEntry: nullable(id('ledgerEntry')),
  payment: nullable(id('payment')),
  order: nullable(id('order')),
});
export type StatementLineAnswer = Shape<typeof StatementLineSchema>;

const DifferenceSchema = Type.Object(
  {
    id: id('difference'),
    connection: id('providerConnection'),
    provider: Type.String(),
    cause: Type.Enum([...DIFFERENCE_CAUSES], { description: 'What is likely the matter' }),
    status: Type.Enum(['open', 'resolved']),
    about: Type.Enum(['line', 'entry', 'payout']),
    kind: Type.Enum([...STATEMENT_LINE_KINDS, ...LEDGER_KINDS]),
    reference: Type.String({ description: 'What the provider calls it' }),
    payment: nullable(id('payment')),
    order: nullable(id('order')),
    orderNumber: nullable(Type.String()),
    ledger: nullable(Money),
    providerSays: nullable(Money),
    occurredAt: Timestamp,
    foundAt: Timestamp,
    resolutions: Type.Array(Type.Enum([...RESOLUTIONS]), {
      description: 'What can be done about it, what mends it most likely first',
    }),
    resolution: nullable(Type.Enum([...RESOLUTIONS, 'cause-gone'])),
    note: nullable(Type.String()),
    resolvedAt: nullable(Timestamp),
    resolvedBy: nullable(Type.String()),
    version: Type.Integer(),
  },
  { $id: 'Difference' },
);
export type DifferenceAnswer = Shape<typeof DifferenceSchema>;

const connection = { connection: id('providerConnection') };

export const listProviderStatements = operation({
  id: 'listProviderStatements',
  method: 'GET',
  path: '/v1/provider-connections/{connection}/statements',
  room: 'reconciliation',
  summary: 'List what was read of the balance at a provider',
  scope: 'payments:read',
  params: closed(connection),
  query: closed(ListQuery),
  status: 200,
  answer: page(StatementSchema),
  refusals: ['not-found'],
});

export const getProviderStatement = operation({
  id: 'getProviderStatement',
  method: 'GET',
  path: '/v1/provider-statements/{statement}',
  room: 'reconciliation',
  summary: 'See how far the reading of a statement is',
  scope: 'payments:read',
  params: closed({ statement: id('statement') }),
  status: 200,
  answer: StatementSchema,
  refusals: ['not-found'],
});

export const fetchProviderStatement = operation({
  id: 'fetchProviderStatement',
  method: 'POST',
  path: '/v1/provider-connections/{connection}/statements',
  room: 'reconciliation',
  summary: 'Read what a provider booked in a period',
  description:
    'Read page by page in the background, and matched against the ledger. Once a day it is read by ' +
    'itself. What is known already changes nothing.',
  scope: 'payments:write',
  params: closed(connection),
  body: closed({ from: Timestamp, to: Timestamp }),
  status: 201,
  answer: StatementSchema,
  refusals: ['not-found', 'payment-provider-unknown', 'period-invalid'],
});

export const sendProviderReport = operation({
  id: 'sendProviderReport',
  method: 'POST',
  path: '/v1/provider-connections/{connection}/reports',
  room: 'reconciliation',
  summary: 'Match a report file of a provider against the ledger',
  description:
    'Stripe: the itemized balance or payout reconciliation report, or the balance history. PayPal: ' +
    'the activity report, the settlement report or the transaction report. CSV in UTF-8 of any length, read as it comes, ' +
    '500 rows at a time; what is known already changes nothing. Only with `from` and `to`, for which ' +
    'the file must be complete, is it told what the ledger knows and the file does not.',
  scope: 'payments:write',
  params: closed(connection),
  query: closed({
    fileName: text(200),
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
  }),
  accepts: ['text/csv'],
  status: 201,
  answer: Type.Object(
    {
      statement: StatementSchema,
      unread: Type.Array(Type.Object({ row: Type.Integer(), problem: Type.String() }), {
        description: 'Rows that could not be read, at most 100 of them',
      }),
    },
    { $id: 'ReceivedReport' },
  ),
  refusals: ['not-found', 'payment-provider-unknown', 'report-unreadable', 'period-invalid'],
});

export const listPayouts = operation({
  id: 'listPayouts',
  method: 'GET',
  path: '/v1/payouts',
  room: 'reconciliation',
  summary: 'List what providers paid to the bank, newest first',
  scope: 'payments:read',
  query: closed({ ...ListQuery, connection: Type.Optional(id('providerConnection')) }),
  status: 200,
  answer: page(PayoutSchema),
  refusals: [],
});

export const listPayoutLines = operation({
  id: 'listPayoutLines',
  method: 'GET',
  path: '/v1/payouts/{payout}/lines',
  room: 'reconciliation',
  summary: 'List what a payout is made of',
  description: 'Empty where the provider does not tell, as PayPal.',
  scope: 'payments:read',
  params: closed({ payout: id('payout') }),
  query: closed(ListQuery),
  status: 200,
  answer: page(StatementLineSchema),
  refusals: ['not-found'],
});

export const listDifferences = operation({
  id: 'listDifferences',
  method: 'GET',
  path: '/v1/differences',
  room: 'reconciliation',
  summary: 'List where a provider and the ledger say different things, newest first',
  scope: 'payments:read',
  query: closed({
    ...ListQuery,
    status: Type.Optional(Type.Enum(['open', 'resolved'], { default: 'open' })),
    cause: Type.Optional(Type.Enum([...DIFFERENCE_CAUSES])),
    connection: Type.Optional(id('providerConnection')),
  }),
  status: 200,
  answer: Type.Object({ ...page(DifferenceSchema).properties, names: ActorNames }),
  refusals: [],
});

export const getDifference = operation({
  id: 'getDifference',
  method: 'GET',
  path: '/v1/differences/{difference}',
  room: 'reconciliation',
  summary: 'Look at a difference',
  scope: 'payments:read',
  params: closed({ difference: id('difference') }),
  status: 200,
  answer: DifferenceSchema,
  refusals: ['not-found'],
});

export const resolveDifference = operation({
  id: 'resolveDifference',
  method: 'POST',
  path: '/v1/differences/{difference}/resolutions',
  room: 'reconciliation',
  summary: 'Do something about a difference',
  description:
    '`record-fact` records in the ledger what the provider says; `fetch-again` reads the day once ' +
    'more; `explain` says in a note why it is right so; `raise-exception` puts it before people. ' +
    'After the second and the last it stays open until the cause is gone. `payment` names the ' +
    'payment that a fact is of, where the provider does not.',
  scope: 'payments:write',
  params: closed({ difference: id('difference') }),
  body: closed({
    how: Type.Enum([...RESOLUTIONS]),
    note: Type.Optional(text(1000)),
    payment: Type.Optional(id('payment')),
    version: Type.Optional(Type.Integer({ description: 'The version you saw' })),
  }),
  status: 201,
  answer: DifferenceSchema,
  refusals: [
    'not-found',
    'version-conflict',
    'difference-resolved',
    'difference-not-recordable',
    'note-missing',
  ],
});
