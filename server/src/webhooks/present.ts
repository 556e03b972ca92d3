// Rows of this room as the wire shows them.

import type {
  WebhookDeliveryAnswer,
  WebhookEndpointAnswer,
  WebhookReplayAnswer,
} from '@doorstep/contract/webhooks.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import type { Failure } from '@doorstep/core/webhooks/attempt.ts';
import type { DeliveryRow } from './deliveries.sql.ts';
import type { EndpointWithHealthRow } from './endpoints.sql.ts';
import type { ReplayRow } from './replays.sql.ts';

/** The replay of what was sent when it happened. */
export const NO_REPLAY = '00000000-0000-0000-0000-000000000000';

export function presentEndpoint(row: EndpointWithHealthRow): WebhookEndpointAnswer {
  return {
    id: idFromUuid('webhookEndpoint', row.id),
    url: row.url,
    description: row.description,
    eventTypes: row.event_types,
    active: row.active,
    disabledReason: row.disabled_reason,
    disabledAt: textOf(row.disabled_at),
    previousSecretUntil: textOf(row.previous_secret_until),
    createdAt: row.created_at.toISOString(),
    version: row.version,
    health: {
      pending: row.pending,
      dead: row.dead,
      lastSuccessAt: textOf(row.last_success_at),
      lastFailureAt: textOf(row.last_failure_at),
      lastFailure: row.last_failure as Failure | null,
      failingSince: textOf(row.failing_since),
      pausedUntil: textOf(row.paused_until),
    },
  };
}

export function presentDelivery(row: DeliveryRow): WebhookDeliveryAnswer {
  return {
    id: idFromUuid('webhookDelivery', row.id),
    event: idFromUuid('event', row.event_id),
    eventType: row.event_type,
    position: Number(row.position),
    replay: row.replay_id === NO_REPLAY ? null : idFromUuid('webhookReplay', row.replay_id),
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.state === 'pending' ? row.next_attempt_at.toISOString() : null,
    createdAt: row.created_at.toISOString(),
    finishedAt: textOf(row.finished_at),
    lastAttempt:
      row.last_attempt_at === null
        ? null
        : {
            at: row.last_attempt_at.toISOString(),
            status: row.last_status,
            error: row.last_error as Failure | null,
            answer: row.last_answer,
            tookMs: row.last_took_ms ?? 0,
          },
  };
}

export function presentReplay(row: ReplayRow): WebhookReplayAnswer {
  return {
    id: idFromUuid('webhookReplay', row.id),
    since: row.since.toISOString(),
    until: row.until.toISOString(),
    eventTypes: row.event_types,
    state: row.state,
    lookedAt: row.looked_at,
    reached: (row.state === 'done' ? row.until : row.cursor_recorded_at).toISOString(),
    queued: row.queued,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    finishedAt: textOf(row.finished_at),
  };
}

function textOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
