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

export const insertTokens = rowsStatement(
  'db.insertTokens',
  { token: 'text', id: 'uuid' },
  (rows) => `insert into search_tokens (tenant_id, kind, token, entity)
   select current_tenant(), ${rows.after(1)}, row.token, row.id from ${rows.sql}
   on conflict do nothing`,
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

/** Between the beginnings that one word of a search stands for. */
export const BETWEEN = '\u0001';
const beginningsOf = (word: string) => `string_to_array(${word}, U&'\\0001')`;

/** The beginnings of a word, as rows. */
export const eitherOf = (word: string) => `unnest(${beginningsOf(word)}) as either(beginning)`;

/** Every token sorts below the word followed by the last character there is. */
export const beginsWith = (token: string) =>
  `${token} >= either.beginning and ${token} < either.beginning || U&'\\+10FFFF'`;

/** A thing has a token that begins like the word. */
export const hasWord = (entity: string, kinds: string, word: string) =>
  `exists (
           select from search_tokens as its
           where its.tenant_id = (select current_tenant()) and its.entity = ${entity}
             and its.kind = any (${kinds})
             and its.token ^@ any (${beginningsOf(word)}))`;

// Newest first: ids rise with time. $2 is the longest word and leads the scan; the others are looked up
// per entity found, in all the kinds of $6.
export const selectEntitiesByWords = statement<{ entity: string }>(
  'db.selectEntitiesByWords',
  `select distinct found.entity
   from ${eitherOf('$2::text')}
   cross join lateral (
     select entity from search_tokens
     where tenant_id = (select current_tenant()) and kind = $1
       and ${beginsWith('token')} and entity < $7
     order by token desc, entity desc limit $4
   ) as found
   where not exists (
     select from unnest($3::text[]) as word
     where not ${hasWord('found.entity', '$6::text[]', 'word')})
   order by found.entity desc limit $5`,
);
