// Gives an endpoint a new secret. The one before signs as well for a while, so that the receiver
// can change over without a gap.

import type { NewWebhookEndpointAnswer } from '@doorstep/contract/webhooks.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { OVERLAP_HOURS_DEFAULT } from '@doorstep/core/webhooks/signature.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { CommandTx } from '../db/run-command.ts';
import { newEndpointSecret } from './endpoint-secret.ts';
import { rotateEndpointSecret } from './endpoints.sql.ts';
import { type EndpointId, lockKnownEndpoint, readWritten } from './read-endpoint.ts';

const HOUR_MS = 3_600_000;

/** @returns refusals: `not-found`, `webhook-secret-overlaps` */
export async function rotateSecret(
  tx: CommandTx,
  secrets: SecretBox,
  endpoint: EndpointId,
  overlapHours: number = OVERLAP_HOURS_DEFAULT,
): Promise<NewWebhookEndpointAnswer | Refusal> {
  const before = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(before)) return before;
  const { previous_secret_until: overlapEnds } = before;
  // A third secret would put out the first, which receivers were told that they may still use.
  if (overlapHours > 0 && overlapEnds !== null && overlapEnds > tx.now)
    return refuse(
      'webhook-secret-overlaps',
      `The secret before this one signs until ${overlapEnds.toISOString()}.`,
      { previousSecretUntil: overlapEnds.toISOString() },
    );
  const { secret, sealed } = newEndpointSecret(secrets, tx.tenant, endpoint);
  const until = new Date(tx.now.getTime() + overlapHours * HOUR_MS);
  const previous = overlapHours === 0 ? [null, null] : [before.secret_sealed, until];
  const row = await tx.row(rotateEndpointSecret, [uuidOf(endpoint), sealed, ...previous]);
  tx.emit({
    type: 'webhook-endpoint.secret_rotated.v1',
    subject: endpoint,
    version: row?.version ?? 0,
    data: { previousSecretUntil: until },
  });
  return { ...(await readWritten(tx, endpoint)), secret };
}
