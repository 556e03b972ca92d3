// What was said about an exception, and by whom.

import type { listExceptionComments as operation } from '@doorstep/contract/exception-comments.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { selectComments } from './comments.sql.ts';
import { exceptionNotFound } from './lock-open-exception.ts';
import { selectException } from './sql.ts';

export async function listComments(
  tx: Tx,
  exception: Id<'exception'>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const row = await tx.row(selectException, [uuidOf(exception)]);
  if (row === undefined) return exceptionNotFound(exception);
  const rows = await tx.rows(selectComments, [uuidOf(exception)]);
  return {
    order: row.order_id === null ? null : idFromUuid('order', row.order_id),
    items: rows.map(({ id, body, author, created_at }) => ({
      id: idFromUuid('note', id),
      body,
      author,
      createdAt: created_at.toISOString(),
    })),
    names: await nameActors(
      tx,
      rows.map(({ author }) => author),
    ),
  };
}
