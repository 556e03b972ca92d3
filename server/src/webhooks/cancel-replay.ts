// Ends a replay early. What it queued already is still sent.

import type { WebhookReplayAnswer } from '@doorstep/contract/webhooks.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { bumpEndpoint } from './endpoints.sql.ts';
import { presentReplay } from './present.ts';
import { type EndpointId, lockKnownEndpoint } from './read-endpoint.ts';
import { type ReplayId, readReplay } from './read-replays.ts';
import { finishReplay, selectReplay } from './replays.sql.ts';

/**
 * Canceling one that is over changes nothing.
 *
 * @returns refusal: `not-found`
 */
export async function cancelReplay(
  tx: CommandTx,
  endpoint: EndpointId,
  replay: ReplayId,
): Promise<WebhookReplayAnswer | Refusal> {
  const known = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(known)) return known;
  if ((await tx.row(selectReplay, [uuidOf(endpoint), uuidOf(replay)])) === undefined)
    return refuse('not-found', `The endpoint has no replay ${replay}.`);
  const row = await tx.row(finishReplay, [uuidOf(replay), 'canceled', tx.now]);
  if (row === undefined) return readReplay(tx, endpoint, replay);
  const bumped = await tx.row(bumpEndpoint, [uuidOf(endpoint)]);
  tx.emit({
    type: 'webhook-endpoint.replay_canceled.v1',
    subject: endpoint,
    version: bumped?.version ?? 0,
    data: { replay },
  });
  return presentReplay(row);
}
