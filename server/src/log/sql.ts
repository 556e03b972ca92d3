// SQL of the log: sequencing, reading, following.

import { statement } from '../db/statement.ts';

// ---- sequencing, as doorstep_clock ----

export const selectPending = statement<{ pending: boolean }>(
  'log.selectPending',
  `select exists (select from event_batches where batch_position is null) as pending`,
);

// The head's row is the lock: one process sequences at a time, the others find it taken.
export const lockHead = statement<{ last_position: bigint }>(
  'log.lockHead',
  `select last_position from log_heads
   where tenant_id = '00000000-0000-0000-0000-000000000000' for update skip locked`,
);

export interface SequencedTenant {
  readonly tenant_id: string;
  readonly last_position: bigint;
  /** Of all tenants: the place of the last batch that was numbered, and the types in all of them. */
  readonly through: bigint;
  /** Null: there may be any. */
  readonly types: readonly string[] | null;
}

// Committed batches in commit order get the next places: one over all, one within their tenant.
export const sequencePending = statement<SequencedTenant>(
  'log.sequencePending',
  `with pending as (
     select tenant_id, id, commit_order, event_count, types
     from event_batches where batch_position is null
     order by commit_order limit $2
   ), numbered as (
     select tenant_id, id, event_count,
            row_number() over (order by commit_order) as place,
            sum(event_count) over (partition by tenant_id order by commit_order) as through
     from pending
   ), heads as (
     insert into log_heads as head (tenant_id, last_position)
     select tenant_id, max(through) from numbered group by tenant_id
     on conflict (tenant_id) do update set last_position = head.last_position + excluded.last_position
     returning tenant_id, last_position
   ), totals as (
     select tenant_id, max(through) as added from numbered group by tenant_id
   ), placed as (
     update event_batches as batch
     set batch_position = $1::bigint + numbered.place,
         first_position = heads.last_position - totals.added + numbered.through
                          - numbered.event_count + 1
     from numbered join heads using (tenant_id) join totals using (tenant_id)
     where batch.tenant_id = numbered.tenant_id and batch.id = numbered.id
     returning batch.batch_position
   ), whole as (
     update log_heads set last_position = (select max(batch_position) from placed)
     where tenant_id = '00000000-0000-0000-0000-000000000000'
       and exists (select from placed)
   )
   select tenant_id, last_position, (select max(batch_position) from placed) as through,
          case when (select bool_and(types is not null) from pending)
            then array(select distinct type from pending, unnest(pending.types) as type) end as types
   from heads`,
);

// Readers that stand right before what was numbered, $1, and want none of it. One that is at work is
// let be: it comes this way by itself.
export const passReaders = statement(
  'log.passReaders',
  `update log_readers as passing set batch_position = $2
   from (select reader from log_readers
         where reader = any ($3::text[]) and batch_position = $1
         for update skip locked) as idle
   where passing.reader = idle.reader`,
);

// ---- reading, as doorstep_app ----

export interface EventRow {
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly subject_kind: string;
  readonly subject: string;
  readonly version: number;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly data: Record<string, unknown>;
}

const HEAD_COLUMNS = `batch.first_position + event.ordinal as position,
          event.id, event.type, event.subject_kind, event.subject, event.version,
          event.occurred_at, event.recorded_at, event.actor`;
const EVENT_COLUMNS = `${HEAD_COLUMNS}, event.data`;

// From the batch that holds the cursor to the last that a page can reach. Both bounds are bare
// subqueries: row-level security keeps a comparison with coalesce() from using the index.
export const selectEventsAfter = statement<EventRow>(
  'log.selectEventsAfter',
  `select ${EVENT_COLUMNS}
   from (
     select id, recorded_at, first_position from event_batches
     where tenant_id = (select current_tenant())
       and first_position >= (
         select coalesce(max(first_position), 0) from event_batches
         where tenant_id = (select current_tenant()) and first_position <= $1::bigint + 1)
       and first_position <= (
         select greatest($1::bigint, min(first_position)) + $2::bigint from event_batches
         where tenant_id = (select current_tenant()) and first_position > $1::bigint)
   ) as batch
   join events as event on event.tenant_id = (select current_tenant())
     and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
   where batch.first_position + event.ordinal > $1::bigint
   order by position limit $2`,
);

// Of a stretch of the log only what a reader wants, by the beginnings of the types in $3: most of a
// surge is of one type, and most readers want another.
const wantedEvents = (columns: string) => `select ${columns}
   from (
     select id, recorded_at, first_position from event_batches
     where tenant_id = (select current_tenant())
       and first_position >= (
         select coalesce(max(first_position), 0) from event_batches
         where tenant_id = (select current_tenant()) and first_position <= $1::bigint + 1)
       and first_position <= $2::bigint
   ) as batch
   join events as event on event.tenant_id = (select current_tenant())
     and event.recorded_at = batch.recorded_at and event.batch_id = batch.id
   where batch.first_position + event.ordinal > $1::bigint
     and batch.first_position + event.ordinal <= $2::bigint
     and exists (select from unnest($3::text[]) as wanted where starts_with(event.type, wanted))`;

export const selectWantedEvents = statement<EventRow>(
  'log.selectWantedEvents',
  `${wantedEvents(EVENT_COLUMNS)} order by position`,
);

export const selectWantedHeads = statement<Omit<EventRow, 'data'>>(
  'log.selectWantedHeads',
  `${wantedEvents(HEAD_COLUMNS)} order by position`,
);

// In any order: who reads them asks of the subjects how they are now.
export const selectTouches = statement<
  Pick<EventRow, 'type' | 'subject_kind' | 'subject' | 'recorded_at'>
>(
  'log.selectTouches',
  wantedEvents('event.type, event.subject_kind, event.subject, event.recorded_at'),
);

// A subject's own history: in order of its versions, whether sequenced yet or not.
export const selectEventsOfSubject = statement<EventRow>(
  'log.selectEventsOfSubject',
  `select ${EVENT_COLUMNS}
   from events as event
   join event_batches as batch on batch.tenant_id = event.tenant_id and batch.id = event.batch_id
   where event.tenant_id = (select current_tenant()) and event.subject = $1
     and event.version > $2
   order by event.version limit $3`,
);

// The same of some types only ($4, by their beginnings; none: all), from either end.
const historyOf = (order: 'asc' | 'desc') =>
  `select ${EVENT_COLUMNS}
   from events as event
   join event_batches as batch on batch.tenant_id = event.tenant_id and batch.id = event.batch_id
   where event.tenant_id = (select current_tenant()) and event.subject = $1
     and event.version > $2 and event.version < $3
     and (cardinality($4::text[]) = 0 or exists (
       select from unnest($4::text[]) as wanted where starts_with(event.type, wanted)))
   order by event.version ${order} limit $5`;

export const selectHistory = statement<EventRow>('log.selectHistory', historyOf('asc'));

export const selectHistoryNewest = statement<EventRow>(
  'log.selectHistoryNewest',
  historyOf('desc'),
);

export const selectHead = statement<{ last_position: bigint }>(
  'log.selectHead',
  `select last_position from log_heads where tenant_id = (select current_tenant())`,
);

// ---- the order, subject of all that happens to its parts ----

// Every change of an order takes this lock first, then stock: the same way round everywhere.
export const lockOrderRow = statement<{ version: number }>(
  'log.lockOrderRow',
  `select version from orders
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const bumpOrderVersion = statement<{ version: number }>(
  'log.bumpOrderVersion',
  `update orders set version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);

// ---- the server's own readers, as doorstep_clock ----

export interface BatchRow {
  readonly tenant_id: string;
  readonly batch_position: bigint;
  readonly first_position: bigint;
  readonly event_count: number;
  /** Null: it may hold any. */
  readonly types: readonly string[] | null;
}

// One process at a time runs a reader. No row is locked: that would give the transaction a number, and as
// long as the reader is at work nothing that was changed since could be cleaned up, in any table.
// It tells how long the reader still rests: each process that rested by itself made a round as often as one,
// and together they made as many times the rounds. A rest that ends later than any may is of a clock that was
// set back since.
export const lockReader = statement<{ locked: boolean; rest_ms: number }>(
  'log.lockReader',
  `select pg_try_advisory_xact_lock(1702389094, hashtext($1)) as locked,
          coalesce((select extract(epoch from rests_until - clock_timestamp())::float8 * 1000
                    from log_readers
                    where reader = $1 and rests_until < clock_timestamp() + interval '15 seconds'),
            0) as rest_ms`,
);

export const selectUnread = statement<BatchRow>(
  'log.selectUnread',
  `select tenant_id, batch_position, first_position, event_count, types from event_batches
   where batch_position > (select batch_position from log_readers where reader = $1)
   order by batch_position limit $2`,
);

// Whoever asks nothing for half a minute is thought frozen, and another process takes the reader over. It
// also ends the query before it: a transaction sees the moment of its last one for as long as that is open.
export const stillReading = statement('log.stillReading', 'show lock_timeout');

export const advanceReader = statement(
  'log.advanceReader',
  `update log_readers set batch_position = $2,
          rests_until = clock_timestamp() + $3::float8 * interval '1 millisecond'
   where reader = $1 and batch_position < $2`,
);

export const selectIsLogRead = statement<{ read: boolean }>(
  'log.selectIsLogRead',
  `select not exists (
     select from log_readers where batch_position < (
       select last_position from log_heads
       where tenant_id = '00000000-0000-0000-0000-000000000000')) as read`,
);

export const selectLaggingReaders = statement<{ reader: string }>(
  'log.selectLaggingReaders',
  `select reader from log_readers where batch_position < (
     select last_position from log_heads
     where tenant_id = '00000000-0000-0000-0000-000000000000')`,
);

export const notifyLog = statement('log.notify', `select pg_notify('doorstep_log', $1)`);
