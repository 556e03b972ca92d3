// SQL of differences between providers and the ledger.

import type { DifferenceCause } from '@doorstep/core/reconciliation/match.ts';
import { type Statement, statement } from '../db/statement.ts';

export type DifferenceSubject = 'line' | 'entry' | 'payout';

export interface DifferenceRow {
  readonly id: string;
  readonly connection_id: string;
  readonly subject: DifferenceSubject;
  readonly subject_id: string;
  readonly cause: DifferenceCause;
  readonly status: 'open' | 'resolved';
  readonly kind: string;
  readonly reference: string;
  readonly payment_id: string | null;
  readonly order_id: string | null;
  readonly ledger_minor: bigint | null;
  readonly ledger_currency: string | null;
  readonly provider_minor: bigint | null;
  readonly provider_currency: string | null;
  readonly occurred_at: Date;
  readonly found_at: Date;
  readonly resolution: string | null;
  readonly note: string | null;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
  readonly version: number;
}

const COLUMNS = `difference.id, difference.connection_id, difference.subject,
          difference.subject_id, difference.cause, difference.status, difference.kind,
          difference.reference, difference.payment_id, difference.order_id,
          difference.ledger_minor, difference.ledger_currency, difference.provider_minor,
          difference.provider_currency, difference.occurred_at, difference.found_at,
          difference.resolution, difference.note, difference.resolved_at, difference.resolved_by,
          difference.version`;

// Found again it is changed only where it looks different; one that is resolved stays so. What was due by
// now is late still when an earlier period is read, at whose end it was a matter of time.
export const upsertDifferences = statement<DifferenceRow>(
  'reconciliation.upsertDifferences',
  `insert into differences as difference (tenant_id, id, connection_id, subject, subject_id, cause,
     kind, reference, payment_id, order_id, ledger_minor, ledger_currency, provider_minor,
     provider_currency, occurred_at, found_at)
   select current_tenant(), row.id, $1, row.subject, row."subjectId", row.cause, row.kind,
          row.reference, row.payment, row."order", row.ledger, row."ledgerCurrency",
          row.provider, row."providerCurrency", row.at, $3
   from jsonb_to_recordset($2::jsonb) as row(
     id uuid, subject text, "subjectId" uuid, cause text, kind text, reference text,
     payment uuid, "order" uuid, ledger bigint, "ledgerCurrency" text, provider bigint,
     "providerCurrency" text, at timestamptz)
   order by row."subjectId"
   on conflict (tenant_id, subject, subject_id) do update
   set cause = excluded.cause, payment_id = excluded.payment_id, order_id = excluded.order_id,
       ledger_minor = excluded.ledger_minor, ledger_currency = excluded.ledger_currency,
       provider_minor = excluded.provider_minor, provider_currency = excluded.provider_currency,
       version = difference.version + 1
   where difference.status = 'open'
     and not (difference.cause = 'missing-at-provider' and excluded.cause = 'timing')
     and (difference.cause, difference.ledger_minor, difference.provider_minor,
          difference.payment_id)
         is distinct from (excluded.cause, excluded.ledger_minor, excluded.provider_minor,
                           excluded.payment_id)
   returning ${COLUMNS}`,
);

export const clearDifferences = statement<DifferenceRow>(
  'reconciliation.clearDifferences',
  `update differences as difference
   set status = 'resolved', resolution = 'cause-gone', resolved_at = $3, resolved_by = $4,
       version = difference.version + 1
   where difference.tenant_id = (select current_tenant()) and difference.subject = $1
     and difference.subject_id = any($2::uuid[]) and difference.status = 'open'
   returning ${COLUMNS}`,
);

export const lockDifference = statement<DifferenceRow>(
  'reconciliation.lockDifference',
  `select ${COLUMNS} from differences as difference
   where difference.tenant_id = (select current_tenant()) and difference.id = $1 for update`,
);

export const resolveRow = statement<DifferenceRow>(
  'reconciliation.resolveRow',
  `update differences as difference
   set status = 'resolved', resolution = $2, note = $3, resolved_at = $4, resolved_by = $5,
       version = difference.version + 1
   where difference.tenant_id = (select current_tenant()) and difference.id = $1
   returning ${COLUMNS}`,
);

/** It stays open, and somebody did something about it. */
export const touchDifference = statement<DifferenceRow>(
  'reconciliation.touchDifference',
  `update differences as difference
   set statement_id = coalesce($2, difference.statement_id), version = difference.version + 1
   where difference.tenant_id = (select current_tenant()) and difference.id = $1
   returning ${COLUMNS}`,
);

export const listOpenLineDifferences = statement<{ id: string; subject_id: string }>(
  'reconciliation.listOpenLineDifferences',
  `select id, subject_id from differences
   where tenant_id = (select current_tenant()) and connection_id = $1 and status = 'open'
     and subject = 'line' and id > $2
   order by id limit $3`,
);

/** With what is shown beside it: its order, its provider, and whether it can be recorded. */
export interface ShownDifferenceRow extends DifferenceRow {
  readonly provider: string;
  readonly order_number: string | null;
  readonly is_recordable: boolean | null;
}

const SHOWN = `${COLUMNS}, connection.provider,
          coalesce(ord.number_text, ord.number::text) as order_number,
          case when line.kind in ('charge', 'refund') then line.fact_reference is not null
               when line.kind = 'refund-reversal'
               then coalesce(line.source, line.relates) is not null
               else line.source is not null end as is_recordable`;

const BESIDE = `join provider_connections as connection
     on connection.tenant_id = (select current_tenant())
    and connection.id = difference.connection_id
   left join orders as ord
     on ord.tenant_id = (select current_tenant()) and ord.id = difference.order_id
   left join statement_lines as line
     on line.tenant_id = (select current_tenant()) and difference.subject = 'line'
    and line.id = difference.subject_id`;

export const selectDifference = statement<ShownDifferenceRow>(
  'reconciliation.selectDifference',
  `select ${SHOWN} from differences as difference ${BESIDE}
   where difference.tenant_id = (select current_tenant()) and difference.id = $1`,
);

/** $1 limit, $2 before which id, $3 status, $4 cause, $5 connection; null for any. */
function listing(name: string, where: string): Statement<ShownDifferenceRow> {
  return statement<ShownDifferenceRow>(
    `reconciliation.listDifferences${name}`,
    `select ${SHOWN}
     from (
       select * from differences
       where tenant_id = (select current_tenant()) and id < $2 and status = $3
         and ${where}
       order by id desc limit $1
     ) as difference ${BESIDE}
     order by difference.id desc`,
  );
}

export const listDifferencesByStatus = listing(
  'ByStatus',
  `case when $4::text is null then true else cause = $4::text end
         and case when $5::uuid is null then true else connection_id = $5::uuid end`,
);

export const listDifferencesByCause = listing(
  'ByCause',
  `cause = $4 and case when $5::uuid is null then true else connection_id = $5::uuid end`,
);

export const listDifferencesOfConnection = listing(
  'OfConnection',
  `connection_id = $5 and case when $4::text is null then true else cause = $4::text end`,
);

export interface PaidPayoutRow {
  readonly id: string;
  readonly reference: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly created_at: Date;
  /** What its lines come to. */
  readonly sum_minor: bigint;
}

// A page of those that can be checked, from behind a time and an id.
export const listPaidPayouts = statement<PaidPayoutRow>(
  'reconciliation.listPaidPayouts',
  `select payout.id, payout.reference, payout.amount_minor, payout.currency, payout.created_at,
          coalesce(line.sum, 0)::bigint as sum_minor
   from (
     select * from payouts
     where tenant_id = (select current_tenant()) and connection_id = $1
       and (created_at, id) > ($2::timestamptz, $3::uuid)
       and is_itemized and status = 'paid'
     order by created_at, id limit $4
   ) as payout
   left join lateral (
     select sum(amount_minor - coalesce(fee_minor, 0)) as sum from statement_lines
     where tenant_id = (select current_tenant()) and connection_id = payout.connection_id
       and payout_reference = payout.reference and kind not in ('payout', 'payout-reversal')
   ) as line on true
   order by payout.created_at, payout.id`,
);
