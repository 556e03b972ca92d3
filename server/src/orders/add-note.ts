// Writes a note on an order. The words stay in an erasable row; the log has the note's id and whom it
// names.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { addNote as operation } from '@doorstep/contract/order-notes.ts';
import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { MENTIONS_MAX, NOTES_MAX } from '@doorstep/core/orders/note.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockOrder } from './lock-order.ts';
import { countNotes, insertNote } from './notes.sql.ts';
import { readOrderById } from './read-order.ts';
import { readMentioned, writeMentions } from './write-mentions.ts';

export async function addNote(
  tx: CommandTx,
  reference: string,
  { body, version }: BodyOf<typeof operation>,
): Promise<OrderAnswer | Refusal> {
  const order = await lockOrder(tx, reference, version);
  if (isRefusal(order)) return order;
  const mentions = await readMentioned(tx, body);
  if (isRefusal(mentions)) return mentions;
  const count = await tx.row(countNotes, [uuidOf(order)]);
  if ((count?.notes ?? 0) >= NOTES_MAX)
    return refuse('too-many-notes', `The order has ${NOTES_MAX} notes already.`, {
      notesMax: NOTES_MAX,
      mentionsMax: MENTIONS_MAX,
    });
  const note = newId('note');
  await tx.run(insertNote, [uuidOf(order), uuidOf(note), body, actorText(tx.actor), tx.now]);
  await writeMentions(tx, order, note, mentions);
  await emitOfOrder(tx, order, 'order.note_added.v1', { note, mentions });
  return readOrderById(tx, order);
}
