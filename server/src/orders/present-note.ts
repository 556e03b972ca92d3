// Notes as people read them: with the names of those they name.

import type { OrderAnswer } from '@doorstep/contract/orders.ts';
import { type Id, idFromUuid } from '@doorstep/core/ids.ts';
import { mentionsIn, noteInWords } from '@doorstep/core/orders/note.ts';
import type { NoteRow } from './notes.sql.ts';

/** Actor → name, as `nameActors` answers. */
type Names = Readonly<Record<string, string>>;

export function presentNote(row: NoteRow, names: Names): OrderAnswer['notes'][number] {
  return {
    id: idFromUuid('note', row.id),
    body: row.body,
    text: noteInWords(row.body, (user) => nameOfUser(user, names)),
    mentions: mentionsIn(row.body).map((user) => ({ user, name: nameOfUser(user, names) })),
    author: row.author,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
  };
}

/** Everybody whose name a note needs. */
export function actorsOfNote({ author, body }: Pick<NoteRow, 'author' | 'body'>): string[] {
  return [author, ...mentionsIn(body).map((user) => `user:${user}`)];
}

export function nameOfUser(user: Id<'user'>, names: Names): string {
  return names[`user:${user}`] ?? user;
}
