// SQL of replays: what happened since a time, sent once more.

import { statement } from '../db/statement.ts';

export interface ReplayRow {
  readonly id: string;
  readonly endpoint_id: string;
  readonly since: Date;
  readonly until: Date;
  readonly event_types: string[];
  readonly state: 'running' | 'done' | 'canceled';
  readonly cursor_recorded_at: Date;
  readonly cursor_batch: string;
  readonly cursor_ordinal: number;
  readonly looked_at: number;
  readonly queued: number;
  readonly created_at: Date;
  readonly created_by: string;
  readonly finished_at: Date | null;
}

const REPLAY = `id, endpoint_id, since, until, event_types, state, cursor_recorded_at,
          cursor_batch, cursor_ordinal, looked_at, queued, created_at, created_by, finished_at`;

// The cursor starts before the first event that can have been recorded at `since`.
export const insertReplay = statement<ReplayRow>(
  'webhooks.insertReplay',
  `insert into webhook_replays (tenant_id, id, endpoint_id, since, until, event_types,
     cursor_recorded_at, cursor_batch, cursor_ordinal, next_step_at, created_at, created_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $3, '00000000-0000-0000-0000-000000000000', -1,
           $6, $6, $7)
   returning ${REPLAY}`,
);

export const selectReplays = statement<ReplayRow>(
  'webhooks.selectReplays',
  `select ${REPLAY} from webhook_replays
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and id < $2
   order by id desc limit $3`,
);

export const selectReplay = statement<ReplayRow>(
  'webhooks.selectReplay',
  `select ${REPLAY} from webhook_replays
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and id = $2`,
);

export const finishReplay = statement<ReplayRow>(
  'webhooks.finishReplay',
  `update webhook_replays set state = $2, finished_at = $3
   where tenant_id = (select current_tenant()) and id = $1 and state = 'running'
   returning ${REPLAY}`,
);

// As doorstep_clock: whose replays have a step to make. Running ones are few.
export const selectTenantsWithDueReplays = statement<{ tenant_id: string }>(
  'webhooks.selectTenantsWithDueReplays',
  `select distinct tenant_id from webhook_replays
   where state = 'running' and next_step_at <= $1`,
);

export const lockDueReplay = statement<ReplayRow>(
  'webhooks.lockDueReplay',
  `select ${REPLAY} from webhook_replays
   where tenant_id = (select current_tenant()) and state = 'running' and next_step_at <= $1
   order by next_step_at limit 1 for no key update skip locked`,
);

export const postponeReplay = statement(
  'webhooks.postponeReplay',
  `update webhook_replays set next_step_at = $2
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const advanceReplay = statement(
  'webhooks.advanceReplay',
  `update webhook_replays
   set cursor_recorded_at = $2, cursor_batch = $3, cursor_ordinal = $4,
       looked_at = looked_at + $5, queued = queued + $6, next_step_at = $7
   where tenant_id = (select current_tenant()) and id = $1`,
);

export interface ReplayedEventRow {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly version: number;
  readonly recorded_at: Date;
  readonly batch_id: string;
  readonly ordinal: number;
  /** Null for a moment after the commit: then it is on its way to everybody anyway. */
  readonly position: bigint | null;
}

// In the order of the key, from the cursor: $1 to $3, until before $4.
export const selectEventsToReplay = statement<ReplayedEventRow>(
  'webhooks.selectEventsToReplay',
  `select event.id, event.type, event.subject, event.version, event.recorded_at, event.batch_id,
          event.ordinal, batch.first_position + event.ordinal as position
   from (
     select id, type, subject, version, recorded_at, batch_id, ordinal from events
     where tenant_id = (select current_tenant()) and recorded_at >= $1 and recorded_at < $4
       and (recorded_at, batch_id, ordinal) > ($1, $2, $3)
     order by recorded_at, batch_id, ordinal limit $5
   ) as event
   join event_batches as batch
     on batch.tenant_id = (select current_tenant()) and batch.id = event.batch_id
   order by event.recorded_at, event.batch_id, event.ordinal`,
);

// Counted up to $2.
export const countWaiting = statement<{ waiting: number }>(
  'webhooks.countWaiting',
  `select count(*)::int as waiting from (
     select from webhook_deliveries
     where tenant_id = (select current_tenant()) and endpoint_id = $1 and state = 'pending'
     limit $2) as counted`,
);

export const deleteOldReplays = statement(
  'webhooks.deleteOldReplays',
  `delete from webhook_replays
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and finished_at < $2`,
);
