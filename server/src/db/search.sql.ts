// SQL of the search tokens that every room's lists share.

import { rowsStatement } from './row-set.ts';
import { statement } from './statement.ts';

// The second statement sees what the first took away; a token that stays is not written again.
export const deleteStaleTokens = statement(
  'db.deleteStaleTokens',
  `delete from search_tokens as token
   using jsonb_to_recordset($2::jsonb) as row(id uuid, tokens text[])
   where token.tenant_id = (select current_tenant()) and token.entity = row.id
     and token.kind = $1 and not token.token = any (row.tokens)`,
);

const insertInto = (after: string) =>
  `insert into search_tokens (tenant_id, kind, token, entity)
   select current_tenant(), ${after}, row.token, row.id from `;

export const insertTokens = rowsStatement(
  'db.insertTokens',
  { token: 'text', id: 'uuid' },
  (rows) => `${insertInto(rows.after(1))}${rows.sql} on conflict do nothing`,
);

/** Fails where one is there already; without looking for it first. */
export const insertNewTokens = rowsStatement(
  'db.insertNewTokens',
  { token: 'text', id: 'uuid' },
  (rows) => `${insertInto(rows.after(1))}${rows.sql}`,
);

// Who makes tokens of personal words shares this lock, and who erases them takes it alone: it must
// find the tokens of all that somebody is reading. A lock on each row would cost a write each.
export const sharePersonalTokens = statement(
  'db.sharePersonalTokens',
  `select pg_advisory_xact_lock_shared(1702389093, hashtext(concat(current_tenant())))`,
);

export const lockPersonalTokens = statement(
  'db.lockPersonalTokens',
  `select pg_advisory_xact_lock(1702389093, hashtext(concat(current_tenant())))`,
);

// Newest first: ids rise with time. $2 is the longest word and leads the scan; the others are looked up per entity found, in
// all the kinds of $6. Every
// token sorts below the word followed by the last character there is.
export const selectEntitiesByWords = statement<{ entity: string }>(
  'db.selectEntitiesByWords',
  `select distinct found.entity
   from (
     select entity from search_tokens
     where tenant_id = (select current_tenant()) and kind = $1
       and token >= $2 and token < $2 || U&'\\+10FFFF' and entity < $7
     order by token desc, entity desc limit $4
   ) as found
   where not exists (
     select from unnest($3::text[]) as word
     where not exists (
       select from search_tokens as other
       where other.tenant_id = (select current_tenant()) and other.entity = found.entity
         and other.kind = any ($6::text[])
         and other.token >= word and other.token < word || U&'\\+10FFFF'))
   order by found.entity desc limit $5`,
);
