// Takes a note of one's own off an order.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockOwnNote } from './lock-own-note.ts';
import { deleteNoteRow } from './notes.sql.ts';
import { readOrderById } from './read-order.ts';
import { writeMentions } from './write-mentions.ts';

export async function deleteNote(
  tx: CommandTx,
  reference: string,
  note: Id<'note'>,
  version: number | undefined,
): Promise<OrderAnswer | Refusal> {
  const own = await lockOwnNote(tx, reference, note, version);
  if (isRefusal(own)) return own;
  const { order } = own;
  await tx.run(deleteNoteRow, [uuidOf(order), uuidOf(note)]);
  await writeMentions(tx, order, note, []);
  await emitOfOrder(tx, order, 'order.note_deleted.v1', { note });
  return readOrderById(tx, order);
}
