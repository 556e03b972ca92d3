// Reads the replays of an endpoint, or one of them.

import type { WebhookReplayAnswer } from '@doorstep/contract/webhooks.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import { presentReplay } from './present.ts';
import { type EndpointId, refuseUnlessKnown } from './read-endpoint.ts';
import { selectReplay, selectReplays } from './replays.sql.ts';

export type ReplayId = Id<'webhookReplay'>;

/** @returns refusal: `not-found` */
export async function readReplays(
  tx: Tx,
  endpoint: EndpointId,
  request: ListRequest,
): Promise<Page<WebhookReplayAnswer> | Refusal> {
  const unknown = await refuseUnlessKnown(tx, endpoint);
  if (unknown !== undefined) return unknown;
  return pageById(
    request,
    (before, limit) => tx.rows(selectReplays, [uuidOf(endpoint), before, limit]),
    presentReplay,
  );
}

/** @returns refusal: `not-found` */
export async function readReplay(
  tx: Tx,
  endpoint: EndpointId,
  replay: ReplayId,
): Promise<WebhookReplayAnswer | Refusal> {
  const unknown = await refuseUnlessKnown(tx, endpoint);
  if (unknown !== undefined) return unknown;
  const row = await tx.row(selectReplay, [uuidOf(endpoint), uuidOf(replay)]);
  return row === undefined
    ? refuse('not-found', `The endpoint has no replay ${replay}.`)
    : presentReplay(row);
}
