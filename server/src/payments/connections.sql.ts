// SQL of a tenant's accounts at payment providers.

import { statement } from '../db/statement.ts';

const COLUMNS = `id, provider, name, settings, active, created_at, secrets_changed_at, version,
          last_success_at, last_failure_at, last_failure, failing_since, last_notice_at,
          next_statement_at, statements_read_to, tried_at, tried_failure, tried_detail`;

const CALLS = `(select coalesce(sum(calls), 0)::integer from provider_calls
           where tenant_id = (select current_tenant()) and connection_id = provider_connections.id
             and hour > now() - interval '24 hours') as calls,
          (select coalesce(sum(failures), 0)::integer from provider_calls
           where tenant_id = (select current_tenant()) and connection_id = provider_connections.id
             and hour > now() - interval '24 hours') as failures`;

export interface ConnectionRow {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly active: boolean;
  readonly created_at: Date;
  readonly secrets_changed_at: Date;
  readonly version: number;
  readonly last_success_at: Date | null;
  readonly last_failure_at: Date | null;
  readonly last_failure: string | null;
  readonly failing_since: Date | null;
  readonly last_notice_at: Date | null;
  readonly next_statement_at: Date | null;
  readonly statements_read_to: Date | null;
  readonly tried_at: Date | null;
  readonly tried_failure: string | null;
  readonly tried_detail: string | null;
}

export interface CountedConnectionRow extends ConnectionRow {
  readonly calls: number;
  readonly failures: number;
}

export const selectConnections = statement<CountedConnectionRow>(
  'payments.selectConnections',
  `select ${COLUMNS}, ${CALLS} from provider_connections
   where tenant_id = (select current_tenant()) and id < $1 and removed_at is null
   order by id desc limit $2`,
);

export const selectConnection = statement<CountedConnectionRow>(
  'payments.selectConnection',
  `select ${COLUMNS}, ${CALLS} from provider_connections
   where tenant_id = (select current_tenant()) and id = $1 and removed_at is null`,
);

export interface SealedConnectionRow extends ConnectionRow {
  readonly secrets_sealed: Buffer;
}

export const lockConnection = statement<SealedConnectionRow>(
  'payments.lockConnection',
  `select ${COLUMNS}, secrets_sealed from provider_connections
   where tenant_id = (select current_tenant()) and id = $1 and removed_at is null
   for no key update`,
);

export const selectSealedConnection = statement<SealedConnectionRow>(
  'payments.selectSealedConnection',
  `select ${COLUMNS}, secrets_sealed from provider_connections
   where tenant_id = (select current_tenant()) and id = $1 and removed_at is null`,
);

// In key order: of two who want to be the one in use, one waits for the other and then looks.
export const lockConnections = statement<{ id: string; provider: string; active: boolean }>(
  'payments.lockConnections',
  `select id, provider, active from provider_connections
   where tenant_id = (select current_tenant()) and removed_at is null
   order by id for no key update`,
);

export const insertConnection = statement(
  'payments.insertConnection',
  `insert into provider_connections (tenant_id, id, provider, name, settings, secrets_sealed,
     active, created_at, secrets_changed_at, next_statement_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $7, $7::timestamptz + interval '1 day')
   on conflict do nothing`,
);

export const updateConnection = statement<{ version: number }>(
  'payments.updateConnection',
  `update provider_connections set name = $2, settings = $3, active = $4, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

export const updateConnectionSecrets = statement<{ version: number }>(
  'payments.updateConnectionSecrets',
  `update provider_connections
   set secrets_sealed = $2, secrets_changed_at = $3, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

// Its secrets go at once; the row stays, for payments name it.
export const removeConnectionRow = statement<{ version: number }>(
  'payments.removeConnectionRow',
  `update provider_connections
   set removed_at = $2, active = false, secrets_sealed = null, next_statement_at = null,
     version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

// Money that is still held or to be moved through it.
export const countOpenOfConnection = statement<{ open: boolean }>(
  'payments.countOpenOfConnection',
  `select exists (
     select from payment_intents as intent
     join payments as payment
       on payment.tenant_id = (select current_tenant()) and payment.id = intent.payment_id
     where intent.tenant_id = (select current_tenant()) and intent.next_attempt_at is not null
       and payment.connection_id = $1) as open`,
);

// As doorstep_gate: whose door is a provider knocking at?
export const selectAddressee = statement<{ tenant_id: string; provider: string }>(
  'payments.selectAddressee',
  `select tenant_id, provider from provider_connections where id = $1 and removed_at is null`,
);

// A payment keeps the account that it began with, whatever is in use later.
export const pinConnection = statement<{ connection_id: string | null }>(
  'payments.pinConnection',
  `update payments as payment
   set connection_id = coalesce(payment.connection_id, (
     select id from provider_connections
     where tenant_id = (select current_tenant()) and provider = payment.provider and active))
   where payment.tenant_id = (select current_tenant()) and payment.id = $1
   returning connection_id`,
);

// Its statement says that their money is there. In the order of their ids, as two pages may name the same.
export const pinToAccount = statement(
  'payments.pinToAccount',
  `update payments as payment set connection_id = $2
   from (
     select id from payments
     where tenant_id = (select current_tenant()) and id = any($1::uuid[])
       and connection_id is null
     order by id for update
   ) as found
   where payment.tenant_id = (select current_tenant()) and payment.id = found.id`,
);

// Says how it does, once a minute at most while nothing changes: every call would otherwise wait
// for the one before it.
export const recordConnectionSuccess = statement(
  'payments.recordConnectionSuccess',
  `update provider_connections
   set last_success_at = $2::timestamptz, failing_since = null
   where tenant_id = (select current_tenant()) and id = $1
     and (failing_since is not null or last_success_at is null
          or last_success_at < $2::timestamptz - interval '1 minute')`,
);

export const recordConnectionFailure = statement(
  'payments.recordConnectionFailure',
  `update provider_connections
   set last_failure_at = $2::timestamptz, last_failure = $3::text,
       failing_since = coalesce(failing_since, $2::timestamptz)
   where tenant_id = (select current_tenant()) and id = $1
     and (failing_since is null or last_failure is distinct from $3::text
          or last_failure_at < $2::timestamptz - interval '1 minute')`,
);

export const recordConnectionNotice = statement(
  'payments.recordConnectionNotice',
  `update provider_connections set last_notice_at = $2::timestamptz
   where tenant_id = (select current_tenant()) and id = $1
     and (last_notice_at is null or last_notice_at < $2::timestamptz - interval '1 minute')`,
);

// In one of sixteen rows, by chance: calls that are recorded at once do not wait for each other. By the
// machine's clock, as calls are made.
export const countCall = statement(
  'payments.countCall',
  `insert into provider_calls (tenant_id, connection_id, hour, slot, calls, failures)
   values (current_tenant(), $1, date_trunc('hour', now()), floor(random() * 16)::smallint, 1, $2)
   on conflict (tenant_id, connection_id, hour, slot) do update
   set calls = provider_calls.calls + 1, failures = provider_calls.failures + excluded.failures`,
);

export const forgetCalls = statement(
  'payments.forgetCalls',
  `delete from provider_calls
   where tenant_id = (select current_tenant()) and connection_id = $1
     and hour < now() - interval '7 days'`,
);

export const recordTrial = statement<{ version: number }>(
  'payments.recordTrial',
  `update provider_connections
   set tried_at = $2, tried_failure = $3, tried_detail = $4, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);
