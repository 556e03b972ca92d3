// The notes that name a user, and that they have read them.

import type { MentionAnswer, readMentions as readOperation } from '@doorstep/contract/mentions.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { Actor } from '@doorstep/core/access/actor.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { noteInWords } from '@doorstep/core/orders/note.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import {
  countUnread,
  listMentionsOf,
  listUnreadMentions,
  type MentionRow,
  readMentionRows,
} from './mentions.sql.ts';
import { actorsOfNote, nameOfUser } from './present-note.ts';

/** Mentions read at once. */
const READ_MAX = 1000;

export async function listMentions(
  tx: Tx,
  actor: Actor,
  query: ListRequest & { readonly unread?: boolean },
): Promise<Page<MentionAnswer> | Refusal> {
  const user = userOf(actor);
  if (isRefusal(user)) return { items: [], nextCursor: null };
  const sql = query.unread === true ? listUnreadMentions : listMentionsOf;
  const page = await pageById(
    query,
    (before, limit) => tx.rows(sql, [uuidOf(user), before, limit]),
    (row) => row,
  );
  if (isRefusal(page)) return page;
  const names = await nameActors(tx, page.items.flatMap(actorsOfNote));
  return { ...page, items: page.items.map((row) => present(row, names)) };
}

function present(row: MentionRow, names: Readonly<Record<string, string>>): MentionAnswer {
  return {
    note: idFromUuid('note', row.id),
    order: { id: idFromUuid('order', row.order_id), number: row.order_number },
    text: noteInWords(row.body, (user) => nameOfUser(user, names)),
    author: row.author,
    authorName: names[row.author] ?? row.author,
    mentionedAt: row.mentioned_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}

/** What a user has read is theirs alone: it changes no order, and no event tells of it. */
export async function readMentions(
  tx: CommandTx,
  notes: readonly string[] | undefined,
): Promise<AnswerOf<typeof readOperation> | Refusal> {
  const user = userOf(tx.actor);
  if (isRefusal(user)) return user;
  const ids = notes?.map((note) => uuidOf(note as Id<'note'>)) ?? null;
  const read = await tx.run(readMentionRows, [uuidOf(user), ids, tx.now, READ_MAX]);
  const left = await tx.row(countUnread, [uuidOf(user)]);
  return { read, unread: left?.unread ?? 0 };
}

function userOf(actor: Actor): Id<'user'> | Refusal {
  return actor.kind === 'user'
    ? (actor.id as Id<'user'>)
    : refuse('not-a-user', 'An API key is nobody: no note can name it.');
}
