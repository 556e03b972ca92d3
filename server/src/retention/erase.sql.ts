// SQL of what is too old, kind by kind: how much there is, and a step of erasing it. Each finds what is
// old by an index and takes at most $2 of it.

import { statement } from '../db/statement.ts';

interface Counted {
  readonly count: number;
}

const counting = (name: string, some: string) =>
  statement<Counted>(
    `retention.count${name}`,
    `select count(*)::integer as count from (${some} limit $2) as old`,
  );

// ---- requests: $1 an id that is younger ----

const OLD_REQUESTS = `select id from api_requests
  where tenant_id = (select current_tenant()) and id < $1::uuid`;

export const countRequests = counting('Requests', OLD_REQUESTS);

export const eraseRequests = statement(
  'retention.eraseRequests',
  `delete from api_requests
   where tenant_id = (select current_tenant())
     and id in (${OLD_REQUESTS} order by id limit $2)`,
);

// ---- deliveries: $1 a moment. They are forgotten thirty days after they ended at the latest. ----

const OLD_DELIVERIES = `select endpoint_id, id from webhook_deliveries
  where tenant_id = (select current_tenant()) and state <> 'pending'
    and forget_at < $1::timestamptz + interval '30 days' and finished_at < $1::timestamptz`;

export const countDeliveries = counting('Deliveries', OLD_DELIVERIES);

export const eraseDeliveries = statement(
  'retention.eraseDeliveries',
  `delete from webhook_deliveries as delivery
   using (${OLD_DELIVERIES} order by forget_at limit $2 for update skip locked) as old
   where delivery.tenant_id = (select current_tenant())
     and delivery.endpoint_id = old.endpoint_id and delivery.id = old.id`,
);

// ---- sessions: $1 a moment. A tenant has users by the dozen, and a user a few sessions. ----

const OLD_SESSIONS = `select session_id from credentials
  where tenant_id = (select current_tenant()) and principal_kind = 'user'
    and least(revoked_at, expires_at) < $1::timestamptz`;

export const countSessions = counting('Sessions', OLD_SESSIONS);

export const eraseSessions = statement(
  'retention.eraseSessions',
  `with old as (${OLD_SESSIONS} limit $2),
   ended as (
     delete from credentials
     where tenant_id = (select current_tenant()) and principal_kind = 'user'
       and session_id in (select session_id from old)
   )
   delete from sessions
   where tenant_id = (select current_tenant()) and id in (select session_id from old)`,
);

// ---- notes: $1 an id that is younger ----

const OLD_NOTES = `select order_id, id from order_notes
  where tenant_id = (select current_tenant()) and body <> '[erased]' and id < $1::uuid`;

export const countNotes = counting('Notes', OLD_NOTES);

export const eraseNotes = statement(
  'retention.eraseNotes',
  `update order_notes as note set body = '[erased]'
   from (${OLD_NOTES} order by id limit $2 for update skip locked) as old
   where note.tenant_id = (select current_tenant())
     and note.order_id = old.order_id and note.id = old.id`,
);

// ---- orders: $1 an id that is younger. What was written on one since it was erased is as old as that, and
// not as the order: $3 a moment. ----

const OLD_ORDERS = `select id from orders
  where tenant_id = (select current_tenant()) and id < $1::uuid
    and status in ('completed', 'canceled') and personal_since is distinct from 'infinity'
    and (personal_since is null or personal_since < $3::timestamptz)`;

export const countOrders = counting('Orders', OLD_ORDERS);

// In the order of their ids, as every command on several orders locks them.
export const lockOldOrders = statement<{ id: string }>(
  'retention.lockOldOrders',
  `${OLD_ORDERS} order by id limit $2 for update skip locked`,
);
