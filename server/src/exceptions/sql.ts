// SQL of exceptions: look, change, count.

import type { ExceptionType, Severity } from '@doorstep/core/exceptions/exception-types.ts';
import { statement } from '../db/statement.ts';

export interface ExceptionRow {
  readonly id: string;
  readonly type: ExceptionType;
  readonly cause: string;
  readonly status: 'open' | 'snoozed' | 'closed';
  readonly severity: Severity;
  readonly urgency: number;
  readonly title: string | null;
  readonly order_id: string | null;
  readonly sku_id: string | null;
  readonly location_id: string | null;
  readonly fulfillment_order_id: string | null;
  readonly parcel_id: string | null;
  readonly payment_id: string | null;
  readonly return_id: string | null;
  readonly webhook_endpoint_id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly raised_at: Date;
  readonly raised_by: string;
  readonly times: number;
  readonly seen_at: Date;
  readonly deadline: Date;
  readonly owner: string | null;
  readonly snoozed_until: Date | null;
  readonly closed_at: Date | null;
  readonly closed_by: string | null;
  readonly resolution: 'cause-gone' | 'resolved' | 'dismissed' | null;
  readonly note: string | null;
  readonly version: number;
}

export const COLUMNS = `exc.id, exc.type, exc.cause, exc.status, exc.severity, exc.urgency,
          exc.title, exc.order_id, exc.sku_id, exc.location_id, exc.fulfillment_order_id,
          exc.parcel_id, exc.payment_id, exc.return_id, exc.webhook_endpoint_id, exc.data,
          exc.raised_at, exc.raised_by, exc.times, exc.seen_at, exc.deadline, exc.owner,
          exc.snoozed_until, exc.closed_at, exc.closed_by, exc.resolution, exc.note, exc.version`;

export const selectException = statement<ExceptionRow>(
  'exceptions.selectException',
  `select ${COLUMNS} from exceptions as exc
   where exc.tenant_id = (select current_tenant()) and exc.id = $1`,
);

export const lockException = statement<ExceptionRow>(
  'exceptions.lockException',
  `select ${COLUMNS} from exceptions as exc
   where exc.tenant_id = (select current_tenant()) and exc.id = $1 for update`,
);

export const setOwner = statement<ExceptionRow>(
  'exceptions.setOwner',
  `update exceptions as exc set owner = $2, version = version + 1
   where exc.tenant_id = (select current_tenant()) and exc.id = $1
   returning ${COLUMNS}`,
);

export const setSnooze = statement<ExceptionRow>(
  'exceptions.setSnooze',
  `update exceptions as exc set snoozed_until = $2, version = version + 1
   where exc.tenant_id = (select current_tenant()) and exc.id = $1
   returning ${COLUMNS}`,
);

export const closeException = statement<ExceptionRow>(
  'exceptions.closeException',
  `update exceptions as exc
   set closed_at = $2, closed_by = $3, resolution = $4, note = $5, snoozed_until = null,
       version = version + 1
   where exc.tenant_id = (select current_tenant()) and exc.id = $1
   returning ${COLUMNS}`,
);

// In key order like every lock of many; who holds one is about to change it anyway.
export const wakeDue = statement<{
  id: string;
  type: string;
  order_id: string | null;
  version: number;
}>(
  'exceptions.wakeDue',
  `update exceptions as exc set snoozed_until = null, version = version + 1
   from (
     select id from exceptions
     where tenant_id = (select current_tenant()) and snoozed_until <= $1
     order by id limit $2 for update skip locked
   ) as due
   where exc.tenant_id = (select current_tenant()) and exc.id = due.id
   returning exc.id, exc.type, exc.order_id, exc.version`,
);

// As doorstep_clock: who has a snoozed one whose time has come.
export const selectTenantsWithDueExceptions = statement<{ tenant_id: string }>(
  'exceptions.selectTenantsWithDueExceptions',
  `select distinct tenant_id from exceptions
   where snoozed_until is not null and snoozed_until <= $1`,
);

// A user by id or by e-mail address; $1 is null where it is no id.
export const selectActiveUser = statement<{ id: string }>(
  'exceptions.selectActiveUser',
  `select id from users
   where tenant_id = (select current_tenant()) and id = $1 and disabled_at is null
   union all
   select id from users
   where tenant_id = (select current_tenant()) and lower(email) = lower($2)
     and disabled_at is null`,
);

export interface CountRow {
  readonly what: string;
  readonly key: string;
  readonly open: number;
}

// Counts stop at $1: what is counted is what one looks at, not what there is. $2 types, $3 the
// moment, $4 the caller, null for none.
export const countExceptions = statement<CountRow>(
  'exceptions.countExceptions',
  `select 'status' as what, counted.key, (
     select count(*)::int from (
       select from exceptions where tenant_id = (select current_tenant())
         and status = counted.key limit $1) as counting) as open
   from unnest(array['open', 'snoozed']) as counted(key)
   union all
   select 'urgency', counted.key::text, (
     select count(*)::int from (
       select from exceptions where tenant_id = (select current_tenant())
         and status = 'open' and urgency = counted.key limit $1) as counting)
   from unnest(array[1, 2, 3, 4]::smallint[]) as counted(key)
   union all
   select 'type', counted.key, (
     select count(*)::int from (
       select from exceptions where tenant_id = (select current_tenant())
         and type = counted.key and status = 'open' limit $1) as counting)
   from unnest($2::text[]) as counted(key)
   union all
   select 'overdue', '', (
     select count(*)::int from (
       select from exceptions where tenant_id = (select current_tenant())
         and status = 'open' and deadline < $3 limit $1) as counting)
   union all
   select 'mine', '', (
     select count(*)::int from (
       select from exceptions where tenant_id = (select current_tenant())
         and owner = $4 and status = 'open' limit $1) as counting)`,
);
