// Assigns or snoozes many exceptions at once: what is refused is named, the others are done.

import type { assignExceptions as operation } from '@doorstep/contract/exception-groups.ts';
import type { ExceptionAnswer } from '@doorstep/contract/exceptions.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';

type Outcomes = AnswerOf<typeof operation>;

/** Refusals of the request itself: they would be the same for every exception. */
const OF_ALL = ['user-unknown', 'not-a-user', 'validation-failed'];

/** In order of their ids: whoever else changes some of them locks them the same way round. */
export async function changeTogether(
  exceptions: readonly string[],
  change: (exception: Id<'exception'>) => Promise<ExceptionAnswer | Refusal>,
): Promise<Outcomes | Refusal> {
  const rows: Outcomes['rows'] = [];
  for (const exception of [...exceptions].sort() as Id<'exception'>[]) {
    const outcome = await change(exception);
    if (!isRefusal(outcome)) {
      rows.push({ exception, status: outcome.status, outcome: 'done', code: null, reason: null });
      continue;
    }
    const { refused, detail } = outcome;
    if (OF_ALL.includes(refused)) return outcome;
    const status = refused === 'exception-closed' ? 'closed' : null;
    rows.push({ exception, status, outcome: 'refused', code: refused, reason: detail });
  }
  return { rows, done: rows.filter(({ outcome }) => outcome === 'done').length };
}
