// What is told of statements, differences, payouts and the books.

import { PAYOUT_STATUSES } from '@doorstep/core/payments/statement.ts';
import { DIFFERENCE_CAUSES, RESOLUTIONS } from '@doorstep/core/reconciliation/match.ts';
import { Type } from 'typebox';
import { AmountMinor, Currency, id, nullable } from './schema.ts';

const payout = Type.Object({
  connection: id('providerConnection'),
  status: Type.Enum([...PAYOUT_STATUSES]),
  amountMinor: AmountMinor,
  currency: Currency,
});

const cause = Type.Enum([...DIFFERENCE_CAUSES]);

export const reconciliationEvents = {
  'statement.read.v1': {
    subject: 'statement',
    summary: 'What a provider booked in a period was read and matched against the ledger',
    data: Type.Object({
      connection: id('providerConnection'),
      lines: Type.Integer(),
      newLines: Type.Integer(),
      differences: Type.Integer(),
    }),
  },
  'difference.found.v1': {
    subject: 'difference',
    summary: 'A provider and the ledger say different things',
    data: Type.Object({ cause, payment: nullable(id('payment')), order: nullable(id('order')) }),
  },
  'difference.changed.v1': {
    subject: 'difference',
    summary: 'A difference looks different, or somebody had it looked at again',
    data: Type.Object({ cause }),
  },
  'difference.resolved.v1': {
    subject: 'difference',
    summary: 'A difference was resolved, or its cause is gone',
    data: Type.Object({ cause, resolution: Type.Enum([...RESOLUTIONS, 'cause-gone']) }),
  },
  'payout.recorded.v1': {
    subject: 'payout',
    summary: 'A provider paid out, or is about to',
    data: payout,
  },
  'payout.changed.v1': {
    subject: 'payout',
    summary: 'A payout arrived, failed or was canceled',
    data: payout,
  },
  'chart.changed.v1': {
    subject: 'chart',
    summary: 'The accounts of the books were set',
    data: Type.Object({ accounts: Type.Integer() }),
  },
  'books.closed.v1': {
    subject: 'bookClosing',
    summary: 'The books were closed through a day',
    data: Type.Object({ from: Type.String(), through: Type.String(), entries: Type.Integer() }),
  },
} as const;
