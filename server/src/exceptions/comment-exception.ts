// Says something about an exception. The words stay in their row; the log tells only that somebody
// said something.

import type { commentException as operation } from '@doorstep/contract/exception-comments.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { countComment, insertComment, selectComments } from './comments.sql.ts';
import { emitOfException } from './emit-of-exception.ts';
import { listComments } from './list-comments.ts';
import { exceptionNotFound } from './lock-open-exception.ts';
import { lockException } from './sql.ts';

const COMMENTS_MAX = 200;

export async function commentException(
  tx: CommandTx,
  exception: Id<'exception'>,
  { body }: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const id = uuidOf(exception);
  if ((await tx.row(lockException, [id])) === undefined) return exceptionNotFound(exception);
  const said = await tx.rows(selectComments, [id]);
  if (said.length >= COMMENTS_MAX)
    return refuse('too-many-notes', `The exception has ${COMMENTS_MAX} comments already.`, {
      notesMax: COMMENTS_MAX,
    });
  const comment = newId('note');
  await tx.run(insertComment, [id, uuidOf(comment), body, actorText(tx.actor), tx.now]);
  const row = await tx.row(countComment, [id]);
  if (row === undefined) throw new Error(`exception ${exception} was locked and is gone`);
  emitOfException(tx, row, 'exception.commented.v1', { comment });
  return listComments(tx, exception);
}
