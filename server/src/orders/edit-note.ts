// Writes a note of one's own anew.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockOwnNote } from './lock-own-note.ts';
import { updateNote } from './notes.sql.ts';
import { readOrderById } from './read-order.ts';
import { readMentioned, writeMentions } from './write-mentions.ts';

export async function editNote(
  tx: CommandTx,
  reference: string,
  note: Id<'note'>,
  { body, version }: { readonly body: string; readonly version?: number },
): Promise<OrderAnswer | Refusal> {
  const own = await lockOwnNote(tx, reference, note, version);
  if (isRefusal(own)) return own;
  const { order, row } = own;
  const mentions = await readMentioned(tx, body);
  if (isRefusal(mentions)) return mentions;
  if (row.body !== body) {
    await tx.run(updateNote, [uuidOf(order), uuidOf(note), body, tx.now]);
    await writeMentions(tx, order, note, mentions);
    await emitOfOrder(tx, order, 'order.note_edited.v1', { note, mentions });
  }
  return readOrderById(tx, order);
}
