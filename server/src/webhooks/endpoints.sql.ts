// SQL of webhook endpoints and how they do.

import { statement } from '../db/statement.ts';

/** Counts are told up to this many. */
const COUNT_MAX = 1000;

const COLUMNS = `endpoint.id, endpoint.url, endpoint.description, endpoint.event_types,
          endpoint.active, endpoint.active_after, endpoint.disabled_reason, endpoint.disabled_at,
          endpoint.previous_secret_until, endpoint.created_at, endpoint.version`;

export interface EndpointRow {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly event_types: string[];
  readonly active: boolean;
  readonly active_after: bigint;
  readonly disabled_reason: 'gone' | 'failing' | null;
  readonly disabled_at: Date | null;
  readonly previous_secret_until: Date | null;
  readonly created_at: Date;
  readonly version: number;
}

export interface EndpointWithHealthRow extends EndpointRow {
  readonly last_success_at: Date | null;
  readonly last_failure_at: Date | null;
  readonly last_failure: string | null;
  readonly failing_since: Date | null;
  readonly paused_until: Date | null;
  readonly pending: number;
  readonly dead: number;
}

const counted = (state: 'pending' | 'dead') => `(
            select count(*)::int from (
              select from webhook_deliveries as delivery
              where delivery.tenant_id = (select current_tenant())
                and delivery.endpoint_id = endpoint.id and delivery.state = '${state}'
              limit ${COUNT_MAX}) as counted) as ${state}`;

const WITH_HEALTH = `select ${COLUMNS}, health.last_success_at, health.last_failure_at,
          health.last_failure, health.failing_since, health.paused_until,
          ${counted('pending')},
          ${counted('dead')}
   from webhook_endpoints as endpoint
   join webhook_endpoint_health as health
     on health.tenant_id = endpoint.tenant_id and health.endpoint_id = endpoint.id`;

export const selectEndpoints = statement<EndpointWithHealthRow>(
  'webhooks.selectEndpoints',
  `${WITH_HEALTH}
   where endpoint.tenant_id = (select current_tenant()) and endpoint.id < $1
     and endpoint.removed_at is null
   order by endpoint.id desc limit $2`,
);

export const selectEndpoint = statement<EndpointWithHealthRow>(
  'webhooks.selectEndpoint',
  `${WITH_HEALTH}
   where endpoint.tenant_id = (select current_tenant()) and endpoint.id = $1
     and endpoint.removed_at is null`,
);

export const existsEndpoint = statement<{ id: string }>(
  'webhooks.existsEndpoint',
  `select id from webhook_endpoints
   where tenant_id = (select current_tenant()) and id = $1 and removed_at is null`,
);

// In key order: one who makes an endpoint waits for another who does, and then counts again.
export const lockEndpoints = statement<{ id: string }>(
  'webhooks.lockEndpoints',
  `select id from webhook_endpoints
   where tenant_id = (select current_tenant()) and removed_at is null
   order by id for no key update`,
);

export const countEndpoints = statement<{ endpoints: number }>(
  'webhooks.countEndpoints',
  `select count(*)::int as endpoints from webhook_endpoints
   where tenant_id = (select current_tenant()) and removed_at is null`,
);

export interface LockedEndpointRow extends EndpointRow {
  readonly secret_sealed: Buffer;
}

export const lockEndpoint = statement<LockedEndpointRow>(
  'webhooks.lockEndpoint',
  `select ${COLUMNS}, endpoint.secret_sealed from webhook_endpoints as endpoint
   where endpoint.tenant_id = (select current_tenant()) and endpoint.id = $1
     and endpoint.removed_at is null
   for no key update`,
);

export const insertEndpoint = statement(
  'webhooks.insertEndpoint',
  `insert into webhook_endpoints (tenant_id, id, url, description, event_types, active,
     active_after, secret_sealed, created_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const insertHealth = statement(
  'webhooks.insertHealth',
  `insert into webhook_endpoint_health (tenant_id, endpoint_id) values (current_tenant(), $1)`,
);

export const updateEndpoint = statement<{ version: number }>(
  'webhooks.updateEndpoint',
  `update webhook_endpoints
   set url = $2, description = $3, event_types = $4, active = $5, active_after = $6,
       disabled_reason = null, disabled_at = null, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning version`,
);

export const bumpEndpoint = statement<{ version: number }>(
  'webhooks.bumpEndpoint',
  `update webhook_endpoints set version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

export const rotateEndpointSecret = statement<{ version: number }>(
  'webhooks.rotateEndpointSecret',
  `update webhook_endpoints
   set secret_sealed = $2, previous_secret_sealed = $3, previous_secret_until = $4,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

export const disableEndpointRow = statement<{ version: number }>(
  'webhooks.disableEndpointRow',
  `update webhook_endpoints
   set active = false, disabled_reason = $2, disabled_at = $3, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

// Its secrets go at once; the row stays, for deliveries and exceptions name it.
export const removeEndpointRow = statement<{ version: number }>(
  'webhooks.removeEndpointRow',
  `update webhook_endpoints
   set removed_at = $2, active = false, secret_sealed = null, previous_secret_sealed = null,
       previous_secret_until = null, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 and removed_at is null
   returning version`,
);

export interface FilterRow {
  readonly id: string;
  readonly event_types: string[];
  readonly active: boolean;
  readonly active_after: bigint;
}

export const selectFilters = statement<FilterRow>(
  'webhooks.selectFilters',
  `select id, event_types, active, active_after from webhook_endpoints
   where tenant_id = (select current_tenant()) and removed_at is null
   order by id`,
);

export interface HealthRow {
  readonly endpoint_id: string;
  readonly last_success_at: Date | null;
  readonly last_failure_at: Date | null;
  readonly last_failure: string | null;
  readonly failing_since: Date | null;
  readonly failures_in_row: number;
  readonly paused_until: Date | null;
  readonly is_reported: boolean;
}

const HEALTH = `endpoint_id, last_success_at, last_failure_at, last_failure, failing_since,
          failures_in_row, paused_until, is_reported`;

// In key order.
export const lockHealth = statement<HealthRow>(
  'webhooks.lockHealth',
  `select ${HEALTH} from webhook_endpoint_health
   where tenant_id = (select current_tenant()) and endpoint_id = any ($1::uuid[])
   order by endpoint_id for no key update`,
);

export const updateHealth = statement(
  'webhooks.updateHealth',
  `update webhook_endpoint_health as health
   set last_success_at = row."lastSuccessAt", last_failure_at = row."lastFailureAt",
       last_failure = row."lastFailure", failing_since = row."failingSince",
       failures_in_row = row."failuresInRow", paused_until = row."pausedUntil",
       is_reported = row."isReported"
   from jsonb_to_recordset($1::jsonb) as row(
     endpoint uuid, "lastSuccessAt" timestamptz, "lastFailureAt" timestamptz, "lastFailure" text,
     "failingSince" timestamptz, "failuresInRow" integer, "pausedUntil" timestamptz,
     "isReported" boolean)
   where health.tenant_id = (select current_tenant()) and health.endpoint_id = row.endpoint`,
);

// Switched on by hand it starts afresh; whether it is reported stays until something arrives.
export const forgiveEndpoint = statement(
  'webhooks.forgiveEndpoint',
  `update webhook_endpoint_health
   set failing_since = null, failures_in_row = 0, paused_until = null
   where tenant_id = (select current_tenant()) and endpoint_id = $1`,
);

// Somebody wants to see whether it is well again.
export const endPause = statement(
  'webhooks.endPause',
  `update webhook_endpoint_health set paused_until = null
   where tenant_id = (select current_tenant()) and endpoint_id = $1`,
);

export const markReported = statement(
  'webhooks.markReported',
  `update webhook_endpoint_health set is_reported = true
   where tenant_id = (select current_tenant()) and endpoint_id = $1`,
);
