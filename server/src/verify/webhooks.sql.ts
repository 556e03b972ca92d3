// What endpoints want is on its way to them.

import { PING_TYPE } from '@doorstep/core/webhooks/event-filter.ts';
import { type Invariant, invariant, OWN } from './sql.ts';

/** Of the log's end, so that a shop of years is verified as fast as a young one. */
const POSITIONS_MAX = 10_000;
/** Delivered ones are forgotten after 7. */
const DAYS_MAX = 6;

export const webhookInvariants: readonly Invariant[] = [
  // Since the endpoint was made or last changed: what it wanted before is not known any more. Up to
  // where the reader that queues has come: the log may be ahead of it. By the log's own time, which
  // a simulated clock may have brought ahead of the database's.
  invariant(
    'wantedEventsAreQueued',
    'Every recent event that an endpoint wants is queued for it, delivered or dead',
    `with wanting as (
       select endpoint.id, endpoint.event_types,
              greatest(endpoint.active_after, changed.position) as after
       from webhook_endpoints as endpoint
       cross join lateral (
         select max(batch.first_position + event.ordinal) as position,
                bool_or(batch.first_position is null) as is_changing
         from events as event
         join event_batches as batch
           on batch.tenant_id = event.tenant_id and batch.id = event.batch_id
         where event.tenant_id = (select current_tenant()) and event.subject = endpoint.id
           and event.type in ('webhook-endpoint.created.v1', 'webhook-endpoint.changed.v1')
       ) as changed
       where endpoint.tenant_id = (select current_tenant()) and endpoint.active
         and endpoint.removed_at is null and not changed.is_changing
     ), recent as (
       select event.id, event.type, batch.first_position + event.ordinal as position
       from (
         select id, recorded_at, first_position from event_batches
         where ${OWN}
           and first_position
               > (select last_position from log_heads where ${OWN}) - ${POSITIONS_MAX}
           and recorded_at > (
             select greatest(now(), max(recorded_at)) from event_batches
             where ${OWN}) - interval '${DAYS_MAX} days'
           and batch_position <= (
             select batch_position from log_readers where reader = 'queue-webhooks')
       ) as batch
       join events as event on event.tenant_id = (select current_tenant())
         and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
       where event.actor <> 'system:import-history' and event.type <> '${PING_TYPE}'
     )
     select wanting.id as subject,
            concat('nothing of ', recent.type, ' at position ', recent.position) as found,
            'a delivery' as expected
     from wanting
     join recent on recent.position > wanting.after
       and (cardinality(wanting.event_types) = 0 or exists (
         select from unnest(wanting.event_types) as filter
         where recent.type = filter or (filter like '%.' and starts_with(recent.type, filter))))
     left join webhook_deliveries as delivery
       on delivery.tenant_id = (select current_tenant()) and delivery.endpoint_id = wanting.id
       and delivery.event_id = recent.id
       and delivery.replay_id = '00000000-0000-0000-0000-000000000000'
     where delivery.id is null`,
  ),
];
