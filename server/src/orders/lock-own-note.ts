// Locks the order of a note that only its author may change.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from './lock-order.ts';
import { type NoteRow, selectNote } from './notes.sql.ts';

export interface OwnNote {
  readonly order: OrderId;
  readonly row: NoteRow;
}

export async function lockOwnNote(
  tx: CommandTx,
  reference: string,
  note: Id<'note'>,
  version: number | undefined,
): Promise<OwnNote | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const row = await tx.row(selectNote, [uuidOf(order), uuidOf(note)]);
  if (row === undefined) return refuse('not-found', `The order has no note ${note}.`);
  if (row.author !== actorText(tx.actor))
    return refuse('note-not-yours', 'Somebody else wrote this note.', { author: row.author });
  return { order, row };
}
