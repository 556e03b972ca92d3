// Closes an exception because somebody says so. What the server can see for itself it believes
// nobody: that is only dismissed, and raised anew when its cause is seen again.

import type {
  ExceptionAnswer,
  resolveException as operation,
} from '@doorstep/contract/exceptions.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { EXCEPTION_KINDS } from '@doorstep/core/exceptions/exception-types.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfException } from './emit-of-exception.ts';
import { lockOpenException } from './lock-open-exception.ts';
import { presentException } from './present-exceptions.ts';
import { closeException } from './sql.ts';

export async function resolveException(
  tx: CommandTx,
  id: Id<'exception'>,
  input: BodyOf<typeof operation>,
): Promise<ExceptionAnswer | Refusal> {
  const row = await lockOpenException(tx, id, input.version);
  if (isRefusal(row)) return row;
  const { closedBy, closes } = EXCEPTION_KINDS[row.type];
  if (closedBy === 'cause' && input.resolution === 'resolved')
    return refuse('exception-cause-stands', `It closes by itself ${closes}.`, { closes });
  const closed = await tx.row(closeException, [
    uuidOf(id),
    tx.now,
    actorText(tx.actor),
    input.resolution,
    input.note ?? null,
  ]);
  if (closed === undefined) throw new Error(`exception ${id} was locked and is gone`);
  emitOfException(tx, closed, 'exception.closed.v1', { resolution: input.resolution });
  return presentException(tx, closed, tx.now);
}
