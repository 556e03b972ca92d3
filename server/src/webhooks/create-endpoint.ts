// Makes a webhook endpoint. Its secret is answered once and kept sealed.

import type { NewWebhookEndpointAnswer } from '@doorstep/contract/webhooks.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { SecretBox } from '../access/secret-box.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { OutboundRules } from '../http/outbound-rules.ts';
import { selectHead } from '../log/sql.ts';
import { newEndpointSecret } from './endpoint-secret.ts';
import { countEndpoints, insertEndpoint, insertHealth, lockEndpoints } from './endpoints.sql.ts';
import { readWritten } from './read-endpoint.ts';
import { refuseFilters, refuseTarget } from './refuse-target.ts';

export const ENDPOINTS_MAX = 50;

export interface EndpointDeps {
  readonly secrets: SecretBox;
  readonly rules: OutboundRules;
}

export interface NewEndpoint {
  readonly url: string;
  readonly description?: string | null;
  readonly eventTypes?: readonly string[];
  readonly active?: boolean;
}

/** @returns refusals: `webhook-url-not-allowed`, `event-type-unknown`, `too-many-webhook-endpoints` */
export async function createEndpoint(
  tx: CommandTx,
  { secrets, rules }: EndpointDeps,
  { url, description = null, eventTypes = [], active = true }: NewEndpoint,
): Promise<NewWebhookEndpointAnswer | Refusal> {
  const wrong = refuseTarget(url, rules) ?? refuseFilters(eventTypes);
  if (wrong !== undefined) return wrong;
  await tx.run(lockEndpoints);
  const counted = await tx.row(countEndpoints);
  if ((counted?.endpoints ?? 0) >= ENDPOINTS_MAX)
    return refuse('too-many-webhook-endpoints', `There are ${ENDPOINTS_MAX} already.`);

  const id = newId('webhookEndpoint');
  const { secret, sealed } = newEndpointSecret(secrets, tx.tenant, id);
  const head = await tx.row(selectHead);
  const fields = [url, description, eventTypes, active, head?.last_position ?? 0n];
  await tx.run(insertEndpoint, [uuidOf(id), ...fields, sealed, tx.now]);
  await tx.run(insertHealth, [uuidOf(id)]);
  tx.emit({
    type: 'webhook-endpoint.created.v1',
    subject: id,
    version: 1,
    data: { eventTypes, active },
  });
  return { ...(await readWritten(tx, id)), secret };
}

/** What is kept of the answer: a secret is stored nowhere but sealed. */
export function withoutSecret(answer: NewWebhookEndpointAnswer): NewWebhookEndpointAnswer {
  return { ...answer, secret: null };
}
