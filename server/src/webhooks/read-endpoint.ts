// Reads a webhook endpoint and how it does.

import type { WebhookEndpointAnswer } from '@doorstep/contract/webhooks.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import {
  existsEndpoint,
  type LockedEndpointRow,
  lockEndpoint,
  selectEndpoint,
} from './endpoints.sql.ts';
import { presentEndpoint } from './present.ts';

export type EndpointId = Id<'webhookEndpoint'>;

/** @returns refusal: `not-found` */
export async function readEndpoint(
  tx: Tx,
  endpoint: EndpointId,
): Promise<WebhookEndpointAnswer | Refusal> {
  const row = await tx.row(selectEndpoint, [uuidOf(endpoint)]);
  return row === undefined ? refuseUnknown(endpoint) : presentEndpoint(row);
}

/** What a command answers that has just written it. */
export async function readWritten(tx: Tx, endpoint: EndpointId): Promise<WebhookEndpointAnswer> {
  const answer = await readEndpoint(tx, endpoint);
  if (isRefusal(answer)) throw new Error('a webhook endpoint just written was not found');
  return answer;
}

/** @returns refusal: `not-found` */
export async function lockKnownEndpoint(
  tx: Tx,
  endpoint: EndpointId,
): Promise<LockedEndpointRow | Refusal> {
  return (await tx.row(lockEndpoint, [uuidOf(endpoint)])) ?? refuseUnknown(endpoint);
}

/** @returns undefined, or the refusal `not-found` */
export async function refuseUnlessKnown(
  tx: Tx,
  endpoint: EndpointId,
): Promise<Refusal | undefined> {
  const known = await tx.row(existsEndpoint, [uuidOf(endpoint)]);
  return known === undefined ? refuseUnknown(endpoint) : undefined;
}

function refuseUnknown(endpoint: EndpointId): Refusal {
  return refuse('not-found', `There is no webhook endpoint ${endpoint}.`);
}
