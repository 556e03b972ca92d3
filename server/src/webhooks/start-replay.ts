// Has what happened since a time sent to an endpoint once more.

import type { WebhookReplayAnswer } from '@doorstep/contract/webhooks.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { DAYS_DEAD_KEPT } from '@doorstep/core/webhooks/attempt.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpEndpoint } from './endpoints.sql.ts';
import { presentReplay } from './present.ts';
import { type EndpointId, lockKnownEndpoint } from './read-endpoint.ts';
import { refuseFilters } from './refuse-target.ts';
import { deleteOldReplays, insertReplay } from './replays.sql.ts';

export interface NewReplay {
  readonly since: string;
  readonly until?: string;
  readonly eventTypes?: readonly string[];
}

const KEPT_MS = DAYS_DEAD_KEPT * 86_400_000;

/** @returns refusals: `not-found`, `event-type-unknown`, `webhook-endpoint-inactive`, `validation-failed` */
export async function startReplay(
  tx: CommandTx,
  endpoint: EndpointId,
  { since, until, eventTypes }: NewReplay,
): Promise<WebhookReplayAnswer | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  if (!known.active) return refuse('webhook-endpoint-inactive', 'The endpoint is off.');
  const wrong = refuseFilters(eventTypes ?? []);
  if (wrong !== undefined) return wrong;
  const from = new Date(since);
  // What comes later is sent anyway.
  const to = new Date(Math.min(tx.now.getTime(), Date.parse(until ?? tx.now.toISOString())));
  if (from >= to) return refuse('validation-failed', '`since` must lie before `until` and now.');

  await tx.run(deleteOldReplays, [uuidOf(endpoint), new Date(tx.now.getTime() - KEPT_MS)]);
  const replay = newId('webhookReplay');
  const types = eventTypes ?? known.event_types;
  const keys = [uuidOf(replay), uuidOf(endpoint)];
  const row = await tx.row(insertReplay, [...keys, from, to, types, tx.now, actorText(tx.actor)]);
  if (row === undefined) throw new Error('a replay was not written');
  const bumped = await tx.row(bumpEndpoint, [uuidOf(endpoint)]);
  tx.emit({
    type: 'webhook-endpoint.replay_started.v1',
    subject: endpoint,
    version: bumped?.version ?? 0,
    data: { replay, since: from, until: to, eventTypes: types },
  });
  return presentReplay(row);
}
