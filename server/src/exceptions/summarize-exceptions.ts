// How many exceptions are open, for a badge: counted up to a point, so that it costs the same when
// there are many.

import type { summarizeExceptions as operation } from '@doorstep/contract/exceptions.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import {
  EXCEPTION_KINDS,
  EXCEPTION_TYPES,
  SEVERITIES,
} from '@doorstep/core/exceptions/exception-types.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { callingUser } from './calling-user.ts';
import { countExceptions } from './sql.ts';

const COUNT_MAX = 1000;

export async function summarizeExceptions(
  tx: Tx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<AnswerOf<typeof operation>> {
  const user = callingUser(actor);
  const rows = await tx.rows(countExceptions, [
    COUNT_MAX,
    EXCEPTION_TYPES,
    now,
    isRefusal(user) ? null : uuidOf(user),
  ]);
  const count = (what: string, key = '') =>
    rows.find((row) => row.what === what && row.key === key)?.open ?? 0;
  const worstFirst = [...SEVERITIES].reverse();
  return {
    open: count('status', 'open'),
    snoozed: count('status', 'snoozed'),
    overdue: count('overdue'),
    mine: count('mine'),
    bySeverity: worstFirst.map((severity, place) => ({
      severity,
      open: count('urgency', String(place + 1)),
    })),
    byType: EXCEPTION_TYPES.map((type) => ({
      type,
      title: EXCEPTION_KINDS[type].title,
      severity: EXCEPTION_KINDS[type].severity,
      open: count('type', type),
    })).filter(({ open }) => open > 0),
    countMax: COUNT_MAX,
  };
}
