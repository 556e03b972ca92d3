// Changes a webhook endpoint, or switches it on or off.

import type { WebhookEndpointAnswer } from '@doorstep/contract/webhooks.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { OutboundRules } from '../http/outbound-rules.ts';
import { selectHead } from '../log/sql.ts';
import { type EndpointRow, forgiveEndpoint, updateEndpoint } from './endpoints.sql.ts';
import { type EndpointId, lockKnownEndpoint, readWritten } from './read-endpoint.ts';
import { refuseFilters, refuseTarget } from './refuse-target.ts';

interface EndpointFields {
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[];
  readonly active: boolean;
}

export type EndpointChange = Partial<EndpointFields> & { readonly version?: number };

/** @returns refusals: `not-found`, `version-conflict`, `webhook-url-not-allowed`, `event-type-unknown` */
export async function changeEndpoint(
  tx: CommandTx,
  rules: OutboundRules,
  endpoint: EndpointId,
  { version, ...wanted }: EndpointChange,
): Promise<WebhookEndpointAnswer | Refusal> {
  const before = await lockKnownEndpoint(tx, endpoint);
  if (isRefusal(before)) return before;
  const old = fieldsOf(before);
  const fields = { ...old, ...wanted };
  const wrong =
    refuseStale(version, before.version) ??
    (wanted.url === undefined ? undefined : refuseTarget(wanted.url, rules)) ??
    refuseFilters(wanted.eventTypes ?? []);
  if (wrong !== undefined) return wrong;

  const names = Object.keys(old) as (keyof EndpointFields)[];
  const changed = names.filter((name) => String(fields[name]) !== String(old[name]));
  if (wanted.active === true || changed.includes('url'))
    await tx.run(forgiveEndpoint, [uuidOf(endpoint)]);
  if (changed.length > 0) await write(tx, before, fields, changed);
  return readWritten(tx, endpoint);
}

async function write(
  tx: CommandTx,
  before: EndpointRow,
  { url, description, eventTypes, active }: EndpointFields,
  changed: readonly string[],
): Promise<void> {
  const head = active && !before.active ? await tx.row(selectHead) : undefined;
  const activeAfter = head?.last_position ?? before.active_after;
  const values = [before.id, url, description, eventTypes, active, activeAfter];
  const row = await tx.row(updateEndpoint, values);
  tx.emit({
    type: 'webhook-endpoint.changed.v1',
    subject: idFromUuid('webhookEndpoint', before.id),
    version: row?.version ?? 0,
    data: { changed, eventTypes, active },
  });
}

function fieldsOf(row: EndpointRow): EndpointFields {
  return {
    url: row.url,
    description: row.description,
    eventTypes: row.event_types,
    active: row.active,
  };
}
