// Writes a note on an order. The words stay in an erasable row; the log has the note's id.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpOrderVersion } from '../log/sql.ts';
import { findOrder, orderNotFound } from './find-order.ts';
import { insertNote } from './notes.sql.ts';
import { readOrderById } from './read-order.ts';

export async function addNote(
  tx: CommandTx,
  reference: string,
  body: string,
): Promise<OrderAnswer | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const changed = await tx.row(bumpOrderVersion, [uuidOf(order)]);
  if (changed === undefined) return orderNotFound(reference);
  const note = newId('note');
  await tx.run(insertNote, [uuidOf(order), uuidOf(note), body, actorText(tx.actor), tx.now]);
  tx.emit({
    type: 'order.note_added.v1',
    subject: order,
    version: changed.version,
    data: { note },
  });
  return readOrderById(tx, order);
}
