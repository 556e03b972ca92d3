// SQL of deliveries: queueing, leasing, recording, forgetting.

import { statement } from '../db/statement.ts';

// In key order, so that two readers that queue the same do not deadlock. $2 now, $3 when it is
// forgotten, $4 when it is sent: by the real clock, as every `next_attempt_at` here.
export const insertDeliveries = statement(
  'webhooks.insertDeliveries',
  `insert into webhook_deliveries (tenant_id, endpoint_id, id, event_id, replay_id, event_type,
     subject, subject_version, recorded_at, position, next_attempt_at, created_at, forget_at)
   select current_tenant(), row.endpoint, row.id, row.event, row.replay, row.type, row.subject,
          row.version, row."recordedAt", row.position, $4, $2, $3
   from jsonb_to_recordset($1::jsonb) as row(
     endpoint uuid, id uuid, event uuid, replay uuid, type text, subject uuid, version integer,
     "recordedAt" timestamptz, position bigint)
   order by row.endpoint, row.event
   on conflict (tenant_id, endpoint_id, event_id, replay_id) do nothing`,
);

// ---- what is due, as doorstep_clock ----

// Leaps from endpoint to endpoint over the index, however many deliveries each has.
export const selectTenantsWithDueDeliveries = statement<{
  tenant_id: string;
  endpoint_id: string;
}>(
  'webhooks.selectTenantsWithDueDeliveries',
  `with recursive first_due as (
     (select tenant_id, endpoint_id, next_attempt_at from webhook_deliveries
      where state = 'pending' order by tenant_id, endpoint_id, next_attempt_at limit 1)
     union all
     select further.* from first_due cross join lateral (
       select tenant_id, endpoint_id, next_attempt_at from webhook_deliveries
       where state = 'pending'
         and (tenant_id, endpoint_id) > (first_due.tenant_id, first_due.endpoint_id)
       order by tenant_id, endpoint_id, next_attempt_at limit 1) as further
   )
   select tenant_id, endpoint_id from first_due where next_attempt_at <= $1`,
);

export const selectTenantsWithDueForgetting = statement<{ tenant_id: string }>(
  'webhooks.selectTenantsWithDueForgetting',
  `with recursive oldest as (
     (select tenant_id, forget_at from webhook_deliveries order by tenant_id, forget_at limit 1)
     union all
     select further.* from oldest cross join lateral (
       select tenant_id, forget_at from webhook_deliveries
       where tenant_id > oldest.tenant_id order by tenant_id, forget_at limit 1) as further
   )
   select tenant_id from oldest where forget_at <= $1`,
);

// ---- leasing ----

export interface SendableRow {
  readonly id: string;
  readonly url: string;
  readonly secret_sealed: Buffer;
  readonly previous_secret_sealed: Buffer | null;
  readonly previous_secret_until: Date | null;
  readonly failures_in_row: number;
}

// Who holds the health of an endpoint leases for it; others leave it for the next time.
export const lockSendable = statement<SendableRow>(
  'webhooks.lockSendable',
  `select endpoint.id, endpoint.url, endpoint.secret_sealed, endpoint.previous_secret_sealed,
          endpoint.previous_secret_until, health.failures_in_row
   from webhook_endpoint_health as health
   join webhook_endpoints as endpoint
     on endpoint.tenant_id = (select current_tenant()) and endpoint.id = health.endpoint_id
   where health.tenant_id = (select current_tenant()) and health.endpoint_id = any ($1::uuid[])
     and endpoint.active and endpoint.removed_at is null
     and (health.paused_until is null or health.paused_until <= $2)
   order by health.endpoint_id for no key update of health skip locked`,
);

export interface LeasedRow {
  readonly endpoint_id: string;
  readonly id: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly subject: string;
  readonly subject_version: number;
  readonly recorded_at: Date;
  readonly position: bigint;
  readonly attempts: number;
}

// $1 rows of {endpoint, atOnce, most}; $2 now, $3 the end of the lease, $4 the lease. What is leased
// already counts against `atOnce`: its next attempt is the end of its lease.
export const leaseDueDeliveries = statement<LeasedRow>(
  'webhooks.leaseDueDeliveries',
  `with chosen as materialized (
     select wanted.endpoint, due.id
     from jsonb_to_recordset($1::jsonb) as wanted(endpoint uuid, "atOnce" integer, most integer)
     cross join lateral (
       select count(*)::int as deliveries from webhook_deliveries as under_way
       where under_way.tenant_id = (select current_tenant())
         and under_way.endpoint_id = wanted.endpoint and under_way.state = 'pending'
         and under_way.next_attempt_at > $2 and under_way.next_attempt_at <= $3
         and under_way.leased_until > $2
     ) as leased
     cross join lateral (
       select delivery.id from webhook_deliveries as delivery
       where delivery.tenant_id = (select current_tenant())
         and delivery.endpoint_id = wanted.endpoint and delivery.state = 'pending'
         and delivery.next_attempt_at <= $2
       order by delivery.next_attempt_at
       limit greatest(least(wanted.most, wanted."atOnce" - leased.deliveries), 0)
       for update skip locked
     ) as due
   )
   update webhook_deliveries as delivery
   set lease = $4, leased_until = $3, next_attempt_at = $3
   from chosen
   where delivery.tenant_id = (select current_tenant())
     and delivery.endpoint_id = chosen.endpoint and delivery.id = chosen.id
   returning delivery.endpoint_id, delivery.id, delivery.event_id, delivery.event_type,
             delivery.subject, delivery.subject_version, delivery.recorded_at, delivery.position,
             delivery.attempts`,
);

export interface SentEventRow {
  readonly id: string;
  readonly subject_kind: string;
  readonly occurred_at: Date;
  readonly data: unknown;
}

export const selectSentEvents = statement<SentEventRow>(
  'webhooks.selectSentEvents',
  `select event.id, event.subject_kind, event.occurred_at, event.data
   from jsonb_to_recordset($1::jsonb) as sent(
     subject uuid, version integer, "recordedAt" timestamptz)
   cross join lateral (
     select id, subject_kind, occurred_at, data from events
     where tenant_id = (select current_tenant()) and recorded_at = sent."recordedAt"
       and subject = sent.subject and version = sent.version
     limit 1) as event`,
);

// Nothing is sent to what was removed: a part of what waits for it at a time.
export const deletePendingOfRemoved = statement(
  'webhooks.deletePendingOfRemoved',
  `delete from webhook_deliveries as delivery
   using (
     select waiting.endpoint_id, waiting.id
     from webhook_endpoints as endpoint
     join webhook_deliveries as waiting on waiting.tenant_id = (select current_tenant())
       and waiting.endpoint_id = endpoint.id and waiting.state = 'pending'
     where endpoint.tenant_id = (select current_tenant()) and endpoint.id = any ($1::uuid[])
       and endpoint.removed_at is not null
     limit $2
   ) as chosen
   where delivery.tenant_id = (select current_tenant())
     and delivery.endpoint_id = chosen.endpoint_id and delivery.id = chosen.id`,
);

export const releaseLeases = statement(
  'webhooks.releaseLeases',
  `update webhook_deliveries as delivery
   set lease = null, leased_until = null, next_attempt_at = $2
   from jsonb_to_recordset($1::jsonb) as row(endpoint uuid, id uuid, lease uuid)
   where delivery.tenant_id = (select current_tenant())
     and delivery.endpoint_id = row.endpoint and delivery.id = row.id
     and delivery.state = 'pending' and delivery.lease = row.lease`,
);

// ---- recording ----

// A failure counts only under its own lease; that something arrived is always true.
export const recordTries = statement<{ endpoint_id: string; id: string; state: string }>(
  'webhooks.recordTries',
  `update webhook_deliveries as delivery
   set state = row.state, attempts = delivery.attempts + 1, next_attempt_at = row."nextAttemptAt",
       lease = null, leased_until = null, last_attempt_at = row.at, last_status = row.status,
       last_error = row.failure, last_answer = row.answer, last_took_ms = row."tookMs",
       finished_at = row."finishedAt", forget_at = row."forgetAt"
   from jsonb_to_recordset($1::jsonb) as row(
     endpoint uuid, id uuid, lease uuid, state text, "nextAttemptAt" timestamptz, at timestamptz,
     status integer, failure text, answer text, "tookMs" integer, "finishedAt" timestamptz,
     "forgetAt" timestamptz)
   where delivery.tenant_id = (select current_tenant())
     and delivery.endpoint_id = row.endpoint and delivery.id = row.id
     and delivery.state = 'pending' and (delivery.lease = row.lease or row.state = 'delivered')
   returning delivery.endpoint_id, delivery.id, delivery.state`,
);

// ---- reading and retrying ----

export interface DeliveryRow {
  readonly id: string;
  readonly event_id: string;
  readonly replay_id: string;
  readonly event_type: string;
  readonly position: bigint;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly next_attempt_at: Date;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly last_attempt_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly last_answer: string | null;
  readonly last_took_ms: number | null;
}

export const DELIVERY = `id, event_id, replay_id, event_type, position, state, attempts, next_attempt_at,
          created_at, finished_at, last_attempt_at, last_status, last_error, last_answer,
          last_took_ms`;

export const selectDeliveries = statement<DeliveryRow>(
  'webhooks.selectDeliveries',
  `select ${DELIVERY} from webhook_deliveries
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and id < $2
   order by id desc limit $3`,
);

export const selectDeadDeliveries = statement<DeliveryRow>(
  'webhooks.selectDeadDeliveries',
  `select ${DELIVERY} from webhook_deliveries
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and state = 'dead'
     and id < $2
   order by id desc limit $3`,
);

export const selectDeliveredDeliveries = statement<DeliveryRow>(
  'webhooks.listDelivered',
  `select ${DELIVERY} from webhook_deliveries
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and state = 'delivered'
     and id < $2
   order by id desc limit $3`,
);

// Those due first, in the order of the other lists.
export const selectPendingDeliveries = statement<DeliveryRow>(
  'webhooks.listPending',
  `with due as materialized (
     select id from webhook_deliveries
     where tenant_id = (select current_tenant()) and endpoint_id = $1 and state = 'pending'
     order by next_attempt_at limit 1000
   )
   select ${DELIVERY} from webhook_deliveries
   where tenant_id = (select current_tenant()) and endpoint_id = $1
     and id in (select id from due) and id < $2
   order by id desc limit $3`,
);

export const selectDelivery = statement<DeliveryRow>(
  'webhooks.selectDelivery',
  `select ${DELIVERY} from webhook_deliveries
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and id = $2`,
);

export const reviveDelivery = statement<DeliveryRow>(
  'webhooks.reviveDelivery',
  `update webhook_deliveries
   set state = 'pending', attempts = 0, next_attempt_at = $3, finished_at = null, forget_at = $4
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and id = $2
     and state = 'dead'
   returning ${DELIVERY}`,
);

// One that is on its way is left alone: it is being sent.
export const resendDeliveryRow = statement<DeliveryRow>(
  'webhooks.resendDelivery',
  `update webhook_deliveries
   set state = 'pending', attempts = 0, next_attempt_at = $3, finished_at = null, forget_at = $4,
       lease = null, leased_until = null
   where tenant_id = (select current_tenant()) and endpoint_id = $1 and id = $2
     and (leased_until is null or leased_until <= $3)
   returning ${DELIVERY}`,
);

export const reviveDeliveries = statement(
  'webhooks.reviveDeliveries',
  `with chosen as materialized (
     select id from webhook_deliveries
     where tenant_id = (select current_tenant()) and endpoint_id = $1 and state = 'dead'
     order by id limit $4 for update skip locked
   )
   update webhook_deliveries as delivery
   set state = 'pending', attempts = 0, next_attempt_at = $2, finished_at = null, forget_at = $3
   from chosen
   where delivery.tenant_id = (select current_tenant()) and delivery.endpoint_id = $1
     and delivery.id = chosen.id`,
);

// ---- forgetting ----

export const deleteOldDeliveries = statement(
  'webhooks.deleteOldDeliveries',
  `delete from webhook_deliveries as delivery
   using (
     select endpoint_id, id from webhook_deliveries
     where tenant_id = (select current_tenant()) and forget_at <= $1
     order by forget_at limit $2 for update skip locked
   ) as old
   where delivery.tenant_id = (select current_tenant())
     and delivery.endpoint_id = old.endpoint_id and delivery.id = old.id`,
);
