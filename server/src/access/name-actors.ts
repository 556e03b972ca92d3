// Names those who did something, for people: users and keys by their names, Doorstep by its part.

import { systemName } from '@doorstep/core/access/actor-name.ts';
import { ID_PREFIXES, parseId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { selectActorNames } from './sql.ts';

/**
 * @param actors as events have them: `user:usr_…`, `api-key:key_…`, `system:…`
 * @returns actor → name; of one that is gone, the actor itself
 */
export async function nameActors(
  tx: Tx,
  actors: readonly (string | null)[],
): Promise<Record<string, string>> {
  const all = [...new Set(actors.filter((actor) => actor !== null))];
  const users = all.flatMap((actor) => idsOf('user', actor, 'user:'));
  const keys = all.flatMap((actor) => idsOf('apiKey', actor, 'api-key:'));
  const rows =
    users.length + keys.length === 0 ? [] : await tx.rows(selectActorNames, [users, keys]);
  const nameOf = new Map(
    rows.map(({ kind, id, name }) => [
      `${kind}:${ID_PREFIXES[kind === 'user' ? 'user' : 'apiKey']}_${id.replaceAll('-', '')}`,
      name,
    ]),
  );
  return Object.fromEntries(
    all.map((actor) => [actor, nameOf.get(actor) ?? systemName(actor) ?? actor]),
  );
}

function idsOf(kind: 'user' | 'apiKey', actor: string, prefix: string): string[] {
  if (!actor.startsWith(prefix)) return [];
  const id = parseId(kind, actor.slice(prefix.length));
  return id === undefined ? [] : [uuidOf(id)];
}
