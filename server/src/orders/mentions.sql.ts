// SQL of who is named in a note.

import { statement } from '../db/statement.ts';

// Of these users, those that may be named: active ones of this tenant.
export const selectMentionable = statement<{ id: string }>(
  'orders.selectMentionable',
  `select id from users
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[]) and disabled_at is null`,
);

// Who was named before stays as they were: a note edited is no second mention.
export const insertMentions = statement(
  'orders.insertMentions',
  `insert into note_mentions (tenant_id, user_id, note_id, order_id, mentioned_at)
   select current_tenant(), named.id, $2, $1, $4 from unnest($3::uuid[]) as named(id)
   on conflict do nothing`,
);

// $3: the users it still names.
export const deleteMentions = statement(
  'orders.deleteMentions',
  `delete from note_mentions
   where tenant_id = (select current_tenant()) and order_id = $1 and note_id = $2
     and not user_id = any ($3::uuid[])`,
);

export interface MentionRow {
  readonly id: string;
  readonly order_id: string;
  readonly order_number: string;
  readonly body: string;
  readonly author: string;
  readonly mentioned_at: Date;
  readonly read_at: Date | null;
}

const listing = (which: string) =>
  `select mention.note_id as id, mention.order_id, coalesce(ord.number_text, ord.number::text) as order_number, note.body,
          note.author, mention.mentioned_at, mention.read_at
   from (
     select note_id, order_id, mentioned_at, read_at from note_mentions
     where tenant_id = (select current_tenant()) and user_id = $1 and note_id < $2 ${which}
     order by note_id desc limit $3
   ) as mention
   join order_notes as note on note.tenant_id = (select current_tenant())
     and note.order_id = mention.order_id and note.id = mention.note_id
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = mention.order_id
   order by mention.note_id desc`;

export const listMentionsOf = statement<MentionRow>('orders.listMentionsOf', listing(''));

export const listUnreadMentions = statement<MentionRow>(
  'orders.listUnreadMentions',
  listing('and read_at is null'),
);

// $2 null: all of them, as many as $4 at once.
export const readMentionRows = statement(
  'orders.readMentionRows',
  `update note_mentions as mention set read_at = $3
   from (
     select note_id from note_mentions
     where tenant_id = (select current_tenant()) and user_id = $1 and read_at is null
       and ($2::uuid[] is null or note_id = any ($2::uuid[]))
     order by note_id desc limit $4 for update
   ) as unread
   where mention.tenant_id = (select current_tenant()) and mention.user_id = $1
     and mention.note_id = unread.note_id`,
);

export const countUnread = statement<{ unread: number }>(
  'orders.countUnread',
  `select count(*)::int as unread from (
     select from note_mentions
     where tenant_id = (select current_tenant()) and user_id = $1 and read_at is null
     limit 100) as counting`,
);
