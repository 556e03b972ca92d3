// What came of trying an exception again, in words of now.

import type { retryExceptions } from '@doorstep/contract/exception-groups.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { EXCEPTION_KINDS } from '@doorstep/core/exceptions/exception-types.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { readFacts } from './read-facts.ts';
import type { Retried } from './retry-exception.ts';
import { type ExceptionRow, selectException } from './sql.ts';

type Row = AnswerOf<typeof retryExceptions>['rows'][number];

export async function sayRetried(
  tx: Tx,
  exception: Id<'exception'>,
  outcome: Retried | Refusal,
): Promise<Row> {
  const row = await tx.row(selectException, [uuidOf(exception)]);
  if (row === undefined)
    return { exception, status: null, outcome: 'not-found', reason: 'There is no such exception.' };
  const { status } = row;
  if (status === 'closed')
    return { exception, status, outcome: 'cleared', reason: 'Its cause is gone.' };
  if (isRefusal(outcome)) return { exception, status, outcome: 'kept', reason: outcome.detail };
  if (outcome.tried === 'ask')
    return { exception, status, outcome: 'asked', reason: 'The provider is asked again.' };
  return { exception, status, outcome: 'kept', reason: await whyKept(tx, row) };
}

async function whyKept(tx: Tx, row: ExceptionRow): Promise<string> {
  const facts = await readFacts(tx, [row]);
  const waiting = facts.linesOf(row);
  const what = waiting.map(({ quantity, sku }) => `${quantity} × ${sku}`).join(', ');
  if (row.type === 'cannot-source' && what !== '') return `No location has ${what} to give.`;
  if (row.type === 'unknown-sku' && what !== '') return `The catalog does not have it: ${what}.`;
  return `Nothing can be tried from here: it closes ${EXCEPTION_KINDS[row.type].closes}.`;
}
