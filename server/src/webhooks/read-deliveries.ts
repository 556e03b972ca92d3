// Reads what is sent to an endpoint: one delivery, all of them newest first, or only what could not
// be delivered.

import type { WebhookDeliveryAnswer } from '@doorstep/contract/webhooks.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ListRequest, type Page, pageById } from '../http/list-page.ts';
import {
  selectDeadDeliveries,
  selectDeliveredDeliveries,
  selectDeliveries,
  selectDelivery,
  selectPendingDeliveries,
} from './deliveries.sql.ts';
import { presentDelivery } from './present.ts';
import { type EndpointId, refuseUnlessKnown } from './read-endpoint.ts';

const OF_STATE = {
  pending: selectPendingDeliveries,
  delivered: selectDeliveredDeliveries,
  dead: selectDeadDeliveries,
} as const;

/** @returns refusal: `not-found` */
export async function readDeliveries(
  tx: Tx,
  endpoint: EndpointId,
  request: ListRequest,
  state: keyof typeof OF_STATE | undefined,
): Promise<Page<WebhookDeliveryAnswer> | Refusal> {
  const unknown = await refuseUnlessKnown(tx, endpoint);
  if (unknown !== undefined) return unknown;
  const sql = state === undefined ? selectDeliveries : OF_STATE[state];
  return pageById(
    request,
    (before, limit) => tx.rows(sql, [uuidOf(endpoint), before, limit]),
    presentDelivery,
  );
}

/** @returns refusal: `not-found` */
export async function readDelivery(
  tx: Tx,
  endpoint: EndpointId,
  delivery: Id<'webhookDelivery'>,
): Promise<WebhookDeliveryAnswer | Refusal> {
  const unknown = await refuseUnlessKnown(tx, endpoint);
  if (unknown !== undefined) return unknown;
  const row = await tx.row(selectDelivery, [uuidOf(endpoint), uuidOf(delivery)]);
  return row === undefined
    ? refuse('not-found', `The endpoint has no delivery ${delivery}.`)
    : presentDelivery(row);
}
