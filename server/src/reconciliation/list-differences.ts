// Where providers and the ledger say different things, newest first.

import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import type { listDifferences as operation } from '@doorstep/contract/reconciliation.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { pageById } from '../http/list-page.ts';
import {
  listDifferencesByCause,
  listDifferencesByStatus,
  listDifferencesOfConnection,
} from './differences.sql.ts';
import { presentDifference } from './present-difference.ts';

export async function listDifferences(
  tx: Tx,
  query: QueryOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const { status = 'open', cause = null } = query;
  const connection =
    query.connection === undefined ? null : uuidOf(query.connection as Id<'providerConnection'>);
  const list =
    connection !== null
      ? listDifferencesOfConnection
      : cause !== null
        ? listDifferencesByCause
        : listDifferencesByStatus;
  const page = await pageById(
    query,
    (before, limit) => tx.rows(list, [limit, before, status, cause, connection]),
    presentDifference,
  );
  if (isRefusal(page)) return page;
  const names = await nameActors(
    tx,
    page.items.map(({ resolvedBy }) => resolvedBy),
  );
  return { ...page, names };
}
