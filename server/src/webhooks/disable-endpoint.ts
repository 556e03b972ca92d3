// Switches off an endpoint that does not want events any more, or took none for days.

import { uuidOf } from '@doorstep/core/ids.ts';
import { GIVEN_UP_AFTER_MS } from '@doorstep/core/webhooks/endpoint-health.ts';
import type { CommandTx } from '../db/run-command.ts';
import { disableEndpointRow, lockEndpoint, lockHealth, markReported } from './endpoints.sql.ts';
import type { GivenUp } from './record-tries.ts';

/**
 * Somebody may have changed it since: then it gets another chance.
 *
 * @returns whether it was switched off
 */
export async function disableEndpoint(
  tx: CommandTx,
  { endpoint, reason, url }: GivenUp,
): Promise<boolean> {
  const row = await tx.row(lockEndpoint, [uuidOf(endpoint)]);
  if (row === undefined || !row.active || row.url !== url) return false;
  const health = await tx.row(lockHealth, [[uuidOf(endpoint)]]);
  const failingSince = health?.failing_since ?? null;
  if (failingSince === null) return false;
  if (reason === 'failing' && tx.now.getTime() - failingSince.getTime() < GIVEN_UP_AFTER_MS)
    return false;
  const disabled = await tx.row(disableEndpointRow, [uuidOf(endpoint), reason, tx.now]);
  await tx.run(markReported, [uuidOf(endpoint)]);
  tx.raise({
    type: 'webhook-failing',
    cause: endpoint,
    about: { webhookEndpoint: endpoint },
    data: { endpoint, failure: health?.last_failure ?? null, failingSince, disabled: reason },
  });
  tx.emit({
    type: 'webhook-endpoint.disabled.v1',
    subject: endpoint,
    version: disabled?.version ?? 0,
    data: { reason },
  });
  return true;
}
