// SQL of bulk actions: the set, what it would do, and how far it is.

import type { BulkAction } from '@doorstep/contract/bulk-actions.ts';
import { statement } from '../db/statement.ts';
import { GATHERED, LISTED, MATCHES, MATCHES_GATHERED } from './find.sql.ts';

export interface BulkRow {
  readonly id: string;
  readonly action: BulkAction;
  readonly state: 'preview' | 'running' | 'done' | 'canceled';
  readonly orders: number;
  readonly eligible: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly started_by: string | null;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

const BULK = `id, action, state, orders, eligible, done, skipped, failed, created_by, created_at,
          started_by, started_at, finished_at`;

// ---- the set: one statement, so it is that of one moment ----

const chosen = (from: string) => `${from}
   insert into bulk_action_orders (tenant_id, bulk_id, order_id)
   select current_tenant(), `;

export const chooseNamed = statement(
  'desk.chooseNamed',
  `insert into bulk_action_orders (tenant_id, bulk_id, order_id)
   select current_tenant(), $1, ord.id from orders as ord
   where ord.tenant_id = (select current_tenant()) and ord.id = any ($2::uuid[])
   order by ord.id`,
);

// $1 to $25 as in find.sql.ts, $26 the bulk action.
export const chooseGathered = statement(
  'desk.chooseGathered',
  `${chosen(`with ${GATHERED}`)} $26::uuid, order_id from listed where ${MATCHES_GATHERED} order by order_id`,
);

// Where no filter leaves few: the list is read. $21 the bulk action, $22 how many at most.
export const chooseAmongAll = statement(
  'desk.chooseAmongAll',
  `${chosen('')} $21::uuid, order_id from (
     select ${LISTED} from order_list as listed
     where tenant_id = (select current_tenant()) and ${MATCHES} limit $22
   ) as found order by order_id`,
);

// ---- what it would do ----

/** Why the action $1 leaves the order `ord` alone; null when it does something. */
const SKIP = `case $1::jsonb ->> 'kind'
     when 'tag' then case when exists (
         select from order_tags where tenant_id = (select current_tenant())
           and tag = $1::jsonb ->> 'tag' and order_id = ord.id) then 'already-tagged' end
     when 'untag' then case when not exists (
         select from order_tags where tenant_id = (select current_tenant())
           and tag = $1::jsonb ->> 'tag' and order_id = ord.id) then 'not-tagged' end
     when 'hold' then case when ord.status in ('completed', 'canceled') then 'order-finished' end
     when 'release-hold' then case when not exists (
         select from order_holds where tenant_id = (select current_tenant())
           and order_id = ord.id and released_at is null
           and case when $1::jsonb ? 'reason' then reason = $1::jsonb ->> 'reason' else true end)
         then 'no-open-hold' end
     when 'cancel' then case ord.status when 'canceled' then 'already-canceled'
                                        when 'completed' then 'order-finished' end
     when 'release' then case when ord.status in ('completed', 'canceled') then 'order-finished'
                              when ord.open_holds > 0 then 'on-hold'
                              when ord.reserved = 0 then 'nothing-to-release' end
   end`;

export const countSkips = statement<{ reason: string | null; orders: number }>(
  'desk.countSkips',
  `select ${SKIP} as reason, count(*)::int as orders
   from bulk_action_orders as chosen
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = chosen.order_id
   where chosen.tenant_id = (select current_tenant()) and chosen.bulk_id = $2
   group by 1 order by 2 desc`,
);

export const insertBulk = statement<BulkRow>(
  'desk.insertBulk',
  `insert into bulk_actions (tenant_id, id, action, state, orders, eligible, created_by, created_at,
     forget_at)
   values (current_tenant(), $1, $2, 'preview', $3, $4, $5, $6, $7) returning ${BULK}`,
);

// ---- looking ----

export const selectBulk = statement<BulkRow>(
  'desk.selectBulk',
  `select ${BULK} from bulk_actions where tenant_id = (select current_tenant()) and id = $1`,
);

export const lockBulk = statement<BulkRow>(
  'desk.lockBulk',
  `select ${BULK} from bulk_actions
   where tenant_id = (select current_tenant()) and id = $1 for update`,
);

export const listBulks = statement<BulkRow>(
  'desk.listBulks',
  `select ${BULK} from bulk_actions
   where tenant_id = (select current_tenant()) and id < $1 and state <> 'preview'
   order by id desc limit $2`,
);

export interface BulkOrderRow {
  readonly order_id: string;
  readonly number: string;
  readonly outcome: 'done' | 'skipped' | 'failed' | null;
  readonly reason: string | null;
  readonly detail: string | null;
}

const rows = (name: string, where: string) =>
  statement<BulkOrderRow>(
    `desk.${name}`,
    `select chosen.order_id, coalesce(ord.number_text, ord.number::text) as number, chosen.outcome, chosen.reason, chosen.detail
     from (select * from bulk_action_orders
           where tenant_id = (select current_tenant()) and bulk_id = $1 and order_id > $2 ${where}
           order by order_id limit $3) as chosen
     join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = chosen.order_id
     order by chosen.order_id`,
  );
export const listBulkOrders = rows('listBulkOrders', '');
export const listBulkOrdersByOutcome = rows('listBulkOrdersByOutcome', 'and outcome = $4');

// ---- running ----

export const startBulk = statement<BulkRow>(
  'desk.startBulk',
  `update bulk_actions set state = 'running', started_by = $2, started_at = $3, forget_at = $4
   where tenant_id = (select current_tenant()) and id = $1 and state = 'preview'
   returning ${BULK}`,
);

export const cancelBulk = statement<BulkRow>(
  'desk.cancelBulk',
  `update bulk_actions set state = 'canceled', finished_at = $2, lease = null
   where tenant_id = (select current_tenant()) and id = $1 and state in ('preview', 'running')
   returning ${BULK}`,
);

// As doorstep_clock: whose bulk actions wait for a worker. Running ones are few.
export const selectTenantsWithDueBulks = statement<{ tenant_id: string }>(
  'desk.selectTenantsWithDueBulks',
  `select distinct tenant_id from bulk_actions
   where state = 'running' and (leased_until is null or leased_until <= $1)`,
);

export const leaseBulk = statement<BulkRow>(
  'desk.leaseBulk',
  `update bulk_actions set lease = $2, leased_until = $3
   where tenant_id = (select current_tenant())
     and id = (
       select id from bulk_actions
       where tenant_id = (select current_tenant()) and state = 'running'
         and (leased_until is null or leased_until <= $1)
       order by id limit 1 for update skip locked)
   returning ${BULK}`,
);

/** Nothing when it was canceled, or another process took it over. */
export const renewBulkLease = statement<{ id: string }>(
  'desk.renewBulkLease',
  `update bulk_actions set leased_until = $3
   where tenant_id = (select current_tenant()) and id = $1 and lease = $2 and state = 'running'
   returning id`,
);

export const dropBulkLease = statement(
  'desk.dropBulkLease',
  `update bulk_actions set lease = null, leased_until = null
   where tenant_id = (select current_tenant()) and id = $1 and lease = $2`,
);

// The next that wait, each with why it is left alone by now.
export const takeWaiting = statement<{ order_id: string; reason: string | null }>(
  'desk.takeWaiting',
  `select waiting.order_id, ${SKIP} as reason
   from (select order_id from bulk_action_orders
         where tenant_id = (select current_tenant()) and bulk_id = $2 and outcome is null
         order by order_id limit $3) as waiting
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = waiting.order_id
   order by waiting.order_id`,
);

export const recordOutcomes = statement(
  'desk.recordOutcomes',
  `with told as (
     select * from jsonb_to_recordset($2::jsonb)
       as told(order_id uuid, outcome text, reason text, detail text)
   ), recorded as (
     update bulk_action_orders as chosen
     set outcome = told.outcome, reason = told.reason, detail = told.detail
     from told
     where chosen.tenant_id = (select current_tenant()) and chosen.bulk_id = $1
       and chosen.order_id = told.order_id and chosen.outcome is null
     returning chosen.outcome
   )
   update bulk_actions
   set done = done + (select count(*) from recorded where outcome = 'done'),
       skipped = skipped + (select count(*) from recorded where outcome = 'skipped'),
       failed = failed + (select count(*) from recorded where outcome = 'failed')
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const finishBulk = statement(
  'desk.finishBulk',
  `update bulk_actions set state = 'done', finished_at = $3, lease = null, leased_until = null
   where tenant_id = (select current_tenant()) and id = $1 and lease = $2`,
);

// ---- forgetting ----

// As doorstep_clock.
export const selectTenantsWithDueForgottenBulks = statement<{ tenant_id: string }>(
  'desk.selectTenantsWithDueForgottenBulks',
  `select distinct tenant_id from bulk_actions where forget_at <= $1`,
);

export const forgetBulkOrders = statement(
  'desk.forgetBulkOrders',
  `delete from bulk_action_orders
   where tenant_id = (select current_tenant()) and (bulk_id, order_id) in (
     select chosen.bulk_id, chosen.order_id
     from (select id from bulk_actions
           where tenant_id = (select current_tenant()) and forget_at <= $1
             and state <> 'running' order by forget_at limit 1) as old
     join bulk_action_orders as chosen
       on chosen.tenant_id = (select current_tenant()) and chosen.bulk_id = old.id
     limit $2)`,
);

export const forgetBulks = statement(
  'desk.forgetBulks',
  `delete from bulk_actions as old
   where tenant_id = (select current_tenant()) and forget_at <= $1 and state <> 'running'
     and not exists (select from bulk_action_orders as chosen
                     where chosen.tenant_id = (select current_tenant())
                       and chosen.bulk_id = old.id)`,
);
