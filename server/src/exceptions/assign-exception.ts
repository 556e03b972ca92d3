// Gives an exception to somebody, or back to everybody.

import type {
  ExceptionAnswer,
  assignException as operation,
} from '@doorstep/contract/exceptions.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type Id, idFromUuid, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { callingUser } from './calling-user.ts';
import { emitOfException } from './emit-of-exception.ts';
import { lockOpenException } from './lock-open-exception.ts';
import { presentException } from './present-exceptions.ts';
import { selectActiveUser, setOwner } from './sql.ts';

export async function assignException(
  tx: CommandTx,
  id: Id<'exception'>,
  input: BodyOf<typeof operation>,
): Promise<ExceptionAnswer | Refusal> {
  const owner = input.owner === null ? null : await findOwner(tx, input.owner);
  if (isRefusal(owner)) return owner;
  const row = await lockOpenException(tx, id, input.version);
  if (isRefusal(row)) return row;
  const before = row.owner === null ? null : idFromUuid('user', row.owner);
  if (before === owner) return presentException(tx, row, tx.now);
  const changed = await tx.row(setOwner, [uuidOf(id), owner === null ? null : uuidOf(owner)]);
  if (changed === undefined) throw new Error(`exception ${id} was locked and is gone`);
  emitOfException(tx, changed, 'exception.assigned.v1', { owner });
  return presentException(tx, changed, tx.now);
}

async function findOwner(tx: CommandTx, reference: string): Promise<Id<'user'> | Refusal> {
  if (reference === 'me') return callingUser(tx.actor);
  const id = parseId('user', reference);
  const user = await tx.row(selectActiveUser, [id === undefined ? null : uuidOf(id), reference]);
  return user === undefined
    ? refuse('user-unknown', `There is no active user ${reference}.`, { user: reference })
    : idFromUuid('user', user.id);
}
