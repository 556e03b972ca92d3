// Who is named in a note: told to them, and no more than a note may name.

import { type Id, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { MENTIONS_MAX, mentionsIn, NOTES_MAX } from '@doorstep/core/orders/note.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { deleteMentions, insertMentions, selectMentionable } from './mentions.sql.ts';

/** The users that a note names, or why it may not name them. */
export async function readMentioned(tx: Tx, body: string): Promise<Id<'user'>[] | Refusal> {
  const users = mentionsIn(body);
  if (users.length > MENTIONS_MAX)
    return refuse('too-many-notes', `A note names ${MENTIONS_MAX} users at most.`, {
      notesMax: NOTES_MAX,
      mentionsMax: MENTIONS_MAX,
    });
  if (users.length === 0) return [];
  const known = new Set((await tx.rows(selectMentionable, [users.map(uuidOf)])).map(bare));
  const unknown = users.find((user) => !known.has(uuidOf(user)));
  return unknown === undefined
    ? users
    : refuse('user-unknown', `There is no active user ${unknown}.`, { user: unknown });
}

export async function writeMentions(
  tx: CommandTx,
  order: OrderId,
  note: Id<'note'>,
  users: readonly Id<'user'>[],
): Promise<void> {
  const at = [uuidOf(order), uuidOf(note), users.map(uuidOf)];
  await tx.run(deleteMentions, at);
  if (users.length > 0) await tx.run(insertMentions, [...at, tx.now]);
}

function bare({ id }: { readonly id: string }): string {
  return id.replaceAll('-', '');
}
