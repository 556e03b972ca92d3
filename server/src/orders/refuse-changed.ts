// Somebody changed the order since the caller looked at it: who, and what they did.

import type { OrderId } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { readSubject } from '../log/read-log.ts';

/** Changes that are named one by one: enough to see what happened. */
const NAMED_MAX = 20;

/** `version-conflict` when the caller read another version; undefined when it gave none. */
export async function refuseChanged(
  tx: Tx,
  order: OrderId,
  read: number | undefined,
  version: number,
): Promise<Refusal | undefined> {
  if (read === undefined || read === version) return undefined;
  const events = await readSubject(tx, order, read, NAMED_MAX);
  const names = await nameActors(
    tx,
    events.map(({ actor }) => actor),
  );
  const changes = events.map((event) => ({
    version: event.version,
    type: event.type,
    actor: event.actor,
    actorName: names[event.actor] ?? event.actor,
    occurredAt: event.occurredAt,
  }));
  const who = [...new Set(changes.map(({ actorName }) => actorName))].join(', ');
  const by = who === '' ? '' : `, by ${who}`;
  return refuse(
    'version-conflict',
    `You saw version ${read} of the order; it is at ${version} now${by}.`,
    { version, seen: read, changes, othersCount: Math.max(0, version - read - changes.length) },
  );
}
