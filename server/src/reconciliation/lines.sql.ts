// SQL of what providers booked, and of the entries of the ledger that may mean the same.

import type { LedgerKind } from '@doorstep/core/payments/payment.ts';
import type { StatementLineKind } from '@doorstep/core/payments/statement.ts';
import { statement } from '../db/statement.ts';

const LINE = `connection_id, reference, kind, amount_minor, currency, fee_minor, original_minor,
          original_currency, source, relates, payment_id, intent_id, fact_reference, occurred_at,
          payout_reference, ledger_id`;

export interface LineRow {
  readonly id: string;
  readonly connection_id: string;
  readonly reference: string;
  readonly kind: StatementLineKind;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly fee_minor: bigint | null;
  readonly original_minor: bigint | null;
  readonly original_currency: string | null;
  readonly source: string | null;
  readonly relates: string | null;
  readonly payment_id: string | null;
  readonly intent_id: string | null;
  readonly fact_reference: string | null;
  readonly occurred_at: Date;
  readonly payout_reference: string | null;
  readonly ledger_id: string | null;
}

const ROWS = `jsonb_to_recordset($2::jsonb) as row(
     id uuid, reference text, kind text, amount bigint, currency text, fee bigint,
     original bigint, "originalCurrency" text, source text, relates text, payment uuid,
     intent uuid, fact text, at timestamptz, payout text)`;

// In the order of their names: two who read the same page do not wait for each other in a circle.
export const insertLines = statement<{ id: string }>(
  'reconciliation.insertLines',
  `insert into statement_lines (tenant_id, id, connection_id, reference, kind, amount_minor,
     currency, fee_minor, original_minor, original_currency, source, relates, payment_id,
     intent_id, fact_reference, occurred_at, payout_reference)
   select current_tenant(), row.id, $1, row.reference, row.kind, row.amount, row.currency,
          row.fee, row.original, row."originalCurrency", row.source, row.relates, row.payment,
          row.intent, row.fact, row.at, row.payout
   from ${ROWS}
   order by row.reference
   on conflict (tenant_id, connection_id, reference) do nothing
   returning id`,
);

// Another way of reading may tell more of a line than the first one did.
export const fillLines = statement(
  'reconciliation.fillLines',
  `update statement_lines as line
   set fee_minor = coalesce(line.fee_minor, row.fee),
       payment_id = coalesce(line.payment_id, row.payment),
       intent_id = coalesce(line.intent_id, row.intent),
       fact_reference = coalesce(line.fact_reference, row.fact),
       payout_reference = coalesce(line.payout_reference, row.payout)
   from ${ROWS}
   where line.tenant_id = (select current_tenant()) and line.connection_id = $1
     and line.reference = row.reference
     and (line.fee_minor is null and row.fee is not null
          or line.payment_id is null and row.payment is not null
          or line.intent_id is null and row.intent is not null
          or line.fact_reference is null and row.fact is not null
          or line.payout_reference is null and row.payout is not null)`,
);

// What is to be compared with the ledger: what is not matched yet, and what differs.
export const selectLinesToWeigh = statement<LineRow>(
  'reconciliation.selectLinesToWeigh',
  `select line.id, line.connection_id, line.reference, line.kind, line.amount_minor, line.currency,
          line.fee_minor, line.original_minor, line.original_currency, line.source, line.relates,
          line.payment_id, line.intent_id, line.fact_reference, line.occurred_at,
          line.payout_reference, line.ledger_id
   from unnest($2::text[]) as wanted(name)
   join statement_lines as line
     on line.tenant_id = (select current_tenant()) and line.connection_id = $1
    and line.reference = wanted.name
   where line.ledger_id is null
      or exists (select from differences as difference
         where difference.tenant_id = (select current_tenant()) and difference.subject = 'line'
           and difference.subject_id = line.id and difference.status = 'open')
   order by line.reference`,
);

export const selectLine = statement<LineRow>(
  'reconciliation.selectLine',
  `select id, ${LINE} from statement_lines
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectLinesById = statement<LineRow>(
  'reconciliation.selectLinesById',
  `select id, ${LINE} from statement_lines
   where tenant_id = (select current_tenant()) and id = any($1::uuid[]) order by reference`,
);

export interface CandidateRow {
  readonly id: string;
  readonly payment_id: string;
  readonly order_id: string;
  readonly kind: LedgerKind;
  readonly reference: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly fee_minor: bigint | null;
  readonly fee_currency: string | null;
  readonly line: string | null;
}

const CANDIDATE = `ledger.id, ledger.payment_id, ledger.order_id, ledger.kind,
          ledger.provider_reference as reference, ledger.amount_minor, ledger.currency,
          ledger.fee_minor, ledger.fee_currency, line.reference as line`;

// $1 connection, $3 its provider: what a channel was paid through it is of no account until it is found.
const AND_ITS_LINE = `join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = ledger.payment_id
    and (payment.connection_id = $1
         or payment.connection_id is null and payment.provider = $3)
   left join statement_lines as line
     on line.tenant_id = (select current_tenant()) and line.ledger_id = ledger.id`;

// By the beginning of its name: captures of one charge share it. The bounds are made by the caller, for
// only what is compared with a value as it stands may use an index here.
export const selectCandidates = statement<CandidateRow>(
  'reconciliation.selectCandidates',
  `select ${CANDIDATE}
   from jsonb_to_recordset($2::jsonb) as wanted(low text, high text)
   join payment_ledger as ledger
     on ledger.tenant_id = (select current_tenant())
    and ledger.provider_reference collate "C" >= wanted.low collate "C"
    and ledger.provider_reference collate "C" < wanted.high collate "C"
   ${AND_ITS_LINE}
   order by ledger.id`,
);

export const selectDisputeEntries = statement<CandidateRow>(
  'reconciliation.selectDisputeEntries',
  `select ${CANDIDATE}
   from unnest($2::uuid[]) as wanted(id)
   join payment_ledger as ledger
     on ledger.tenant_id = (select current_tenant()) and ledger.payment_id = wanted.id
    and ledger.kind in ('disputed', 'reinstated')
   ${AND_ITS_LINE}
   order by ledger.id`,
);

export const selectAsked = statement<{ payment_id: string; kind: string }>(
  'reconciliation.selectAsked',
  `select intent.payment_id, intent.kind
   from unnest($1::uuid[]) as wanted(id)
   join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = wanted.id
   join payment_intents as intent
     on intent.tenant_id = (select current_tenant()) and intent.order_id = payment.order_id
    and intent.payment_id = payment.id
   where intent.closed_at is null`,
);

export const matchEntries = statement(
  'reconciliation.matchEntries',
  `update statement_lines as line set ledger_id = row.entry
   from jsonb_to_recordset($1::jsonb) as row(id uuid, entry uuid)
   where line.tenant_id = (select current_tenant()) and line.id = row.id
     and line.ledger_id is distinct from row.entry`,
);

// ---- what the ledger knows and the provider does not ----

export interface LedgerPageRow {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly kind: LedgerKind;
  readonly reference: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly occurred_at: Date;
  readonly is_meant: boolean;
}

// A page of the ledger as it stands, so that the work of one is bounded whatever is found in it.
export const listLedgerPage = statement<LedgerPageRow>(
  'reconciliation.listLedgerPage',
  `select ledger.id, ledger.order_id, ledger.payment_id, ledger.kind,
          ledger.provider_reference as reference, ledger.amount_minor, ledger.currency,
          ledger.occurred_at,
          ledger.kind in ('captured', 'refunded', 'returned', 'disputed', 'reinstated')
          and payment.connection_id = $1
          and not exists (select from statement_lines as line
            where line.tenant_id = (select current_tenant()) and line.ledger_id = ledger.id)
            as is_meant
   from (
     select * from payment_ledger
     where tenant_id = (select current_tenant())
       and (occurred_at, id) > ($2::timestamptz, $3::uuid) and occurred_at < $4
     order by occurred_at, id limit $5
   ) as ledger
   join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = ledger.payment_id
   order by ledger.occurred_at, ledger.id`,
);

// ---- payouts ----

export interface PayoutRow {
  readonly id: string;
  readonly connection_id: string;
  readonly reference: string;
  readonly status: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly created_at: Date;
  readonly arrives_at: Date | null;
  readonly is_itemized: boolean;
  readonly version: number;
}

const PAYOUT = `id, connection_id, reference, status, amount_minor, currency, created_at, arrives_at,
          is_itemized, version`;

export const upsertPayout = statement<PayoutRow>(
  'reconciliation.upsertPayout',
  `insert into payouts (tenant_id, id, connection_id, reference, status, amount_minor, currency,
     created_at, arrives_at, is_itemized, recorded_at)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (tenant_id, connection_id, reference) do update
   set status = excluded.status, amount_minor = excluded.amount_minor,
       arrives_at = coalesce(excluded.arrives_at, payouts.arrives_at),
       is_itemized = payouts.is_itemized or excluded.is_itemized, version = payouts.version + 1
   where not $11::boolean
     and (payouts.status <> excluded.status or payouts.amount_minor <> excluded.amount_minor
          or excluded.is_itemized and not payouts.is_itemized)
   returning ${PAYOUT}`,
);

const SUMS = `(select count(*)::integer from statement_lines as line
           where line.tenant_id = (select current_tenant())
             and line.connection_id = payouts.connection_id
             and line.payout_reference = payouts.reference
             and line.kind not in ('payout', 'payout-reversal')) as count,
          (select coalesce(sum(line.amount_minor - coalesce(line.fee_minor, 0)), 0)::bigint
           from statement_lines as line
           where line.tenant_id = (select current_tenant())
             and line.connection_id = payouts.connection_id
             and line.payout_reference = payouts.reference
             and line.kind not in ('payout', 'payout-reversal')) as sum_minor,
          (select count(*)::integer from statement_lines as line
           where line.tenant_id = (select current_tenant())
             and line.connection_id = payouts.connection_id
             and line.payout_reference = payouts.reference
             and line.kind in ('charge', 'refund', 'refund-reversal', 'dispute',
                               'dispute-reversal')) as expected,
          (select count(line.ledger_id)::integer from statement_lines as line
           where line.tenant_id = (select current_tenant())
             and line.connection_id = payouts.connection_id
             and line.payout_reference = payouts.reference) as matched`;

export interface SummedPayoutRow extends PayoutRow {
  readonly count: number;
  readonly sum_minor: bigint;
  readonly expected: number;
  readonly matched: number;
}

export const listPayouts = statement<SummedPayoutRow>(
  'reconciliation.listPayouts',
  `select ${PAYOUT}, ${SUMS} from payouts
   where tenant_id = (select current_tenant()) and (created_at, id) < ($1::timestamptz, $2::uuid)
   order by created_at desc, id desc limit $3`,
);

export const listPayoutsOfConnection = statement<SummedPayoutRow>(
  'reconciliation.listPayoutsOfConnection',
  `select ${PAYOUT}, ${SUMS} from payouts
   where tenant_id = (select current_tenant()) and connection_id = $4
     and (created_at, id) < ($1::timestamptz, $2::uuid)
   order by created_at desc, id desc limit $3`,
);

export const selectPayout = statement<PayoutRow>(
  'reconciliation.selectPayout',
  `select ${PAYOUT} from payouts where tenant_id = (select current_tenant()) and id = $1`,
);

export interface PayoutLineRow extends LineRow {
  readonly order_id: string | null;
  readonly entry_payment: string | null;
}

export const listPayoutLines = statement<PayoutLineRow>(
  'reconciliation.listPayoutLines',
  `select line.*, ledger.order_id, ledger.payment_id as entry_payment
   from (
     select * from statement_lines
     where tenant_id = (select current_tenant()) and connection_id = $1
       and payout_reference = $2 and id < $3
     order by id desc limit $4
   ) as line
   left join payment_ledger as ledger
     on ledger.tenant_id = (select current_tenant()) and ledger.id = line.ledger_id
   order by line.id desc`,
);
