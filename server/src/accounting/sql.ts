// SQL of the books: entries, the chart of accounts, and how far the books are closed.

import type { ChartAccount } from '@doorstep/core/accounting/chart.ts';
import type { LedgerKind } from '@doorstep/core/payments/payment.ts';
import { statement } from '../db/statement.ts';

export interface BooksRow {
  readonly id: string;
  readonly closed_through: string | null;
  readonly chart: readonly ChartAccount[] | null;
  readonly version: number;
}

const BOOKS = 'id, closed_through, chart, version';

export const ensureBooks = statement(
  'accounting.ensureBooks',
  `insert into books (tenant_id, id) values (current_tenant(), $1) on conflict do nothing`,
);

export const selectBooks = statement<BooksRow>(
  'accounting.selectBooks',
  `select ${BOOKS} from books where tenant_id = (select current_tenant())`,
);

// Who enters something keeps the books from being closed meanwhile, and not others from entering.
export const shareBooks = statement<BooksRow>(
  'accounting.shareBooks',
  `select ${BOOKS} from books where tenant_id = (select current_tenant()) for share`,
);

export const lockBooks = statement<BooksRow>(
  'accounting.lockBooks',
  `select ${BOOKS} from books where tenant_id = (select current_tenant()) for update`,
);

export const updateChart = statement<BooksRow>(
  'accounting.updateChart',
  `update books set chart = $1, version = version + 1
   where tenant_id = (select current_tenant()) returning ${BOOKS}`,
);

export const updateClosed = statement(
  'accounting.updateClosed',
  `update books set closed_through = $1 where tenant_id = (select current_tenant())`,
);

// $2 the last day that is closed: what happened by then stands on the first open day.
export const insertEntries = statement<{ source_id: string }>(
  'accounting.insertEntries',
  `insert into journal_entries (tenant_id, id, posted_on, occurred_at, recorded_at, kind, source,
     source_id, provider, connection_id, order_id, payment_id, payout_reference, reference, lines)
   select current_tenant(), row.id,
          greatest((row.at at time zone 'UTC')::date, $2::date + 1), row.at, $3, row.kind,
          row.source, row."sourceId", row.provider, row.connection, row."order", row.payment,
          row.payout, row.reference, row.lines
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, at timestamptz, kind text, source text, "sourceId" uuid, provider text,
     connection uuid, "order" uuid, payment uuid, payout text, reference text, lines jsonb)
   on conflict do nothing
   returning source_id`,
);

export interface NotEnteredRow {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly kind: LedgerKind;
  readonly amount_minor: bigint;
  readonly currency: string;
  /** What it is worth in the currency of the order, where that is another one. */
  readonly order_amount_minor: bigint | null;
  readonly order_currency: string;
  readonly reference: string;
  readonly occurred_at: Date;
  readonly fee_minor: bigint | null;
  readonly fee_currency: string | null;
  readonly provider: string;
  readonly connection_id: string | null;
}

const ENTERABLE = `ledger.id, ledger.order_id, ledger.payment_id, ledger.kind, ledger.amount_minor,
          ledger.currency, ledger.provider_reference as reference, ledger.occurred_at,
          ledger.fee_minor, ledger.fee_currency, payment.provider, payment.connection_id,
          ledger.order_amount_minor, account.currency as order_currency`;

const WITH_ITS_ACCOUNT = `join payment_accounts as account
     on account.tenant_id = (select current_tenant()) and account.order_id = ledger.order_id`;

const isMissing = (fee: string) => `not exists (
         select from journal_entries as entry
         where entry.tenant_id = (select current_tenant()) and entry.source = 'ledger'
           and entry.source_id = ledger.id and entry.kind ${fee} 'fee')`;

/** What moved money and is not entered, or whose fee is not. */
const IS_NOT_ENTERED = `ledger.kind not in ('authorized', 'voided')
     and (${isMissing('<>')}
          or coalesce(ledger.fee_minor, 0) <> 0 and ${isMissing('=')})`;

export const selectNotEnteredOfOrders = statement<NotEnteredRow>(
  'accounting.selectNotEnteredOfOrders',
  `select ${ENTERABLE}
   from unnest($1::uuid[]) as wanted(id)
   join payment_ledger as ledger
     on ledger.tenant_id = (select current_tenant()) and ledger.order_id = wanted.id
   join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = ledger.payment_id
   ${WITH_ITS_ACCOUNT}
   where ${IS_NOT_ENTERED}
   order by ledger.id`,
);

// Before a period is closed: what the reader of the log has not come to, and fees told later.
export const listNotEnteredOfPeriod = statement<NotEnteredRow>(
  'accounting.listNotEnteredOfPeriod',
  `select ${ENTERABLE}
   from payment_ledger as ledger
   join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = ledger.payment_id
   ${WITH_ITS_ACCOUNT}
   where ledger.tenant_id = (select current_tenant())
     and (ledger.occurred_at, ledger.id) > ($1::timestamptz, $2::uuid)
     and ledger.occurred_at < $3
     and ${IS_NOT_ENTERED}
   order by ledger.occurred_at, ledger.id limit $4`,
);

export interface DisputeToEnterRow {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly reference: string;
  readonly provider: string;
  readonly connection_id: string | null;
}

const DISPUTES_OF_ORDERS = `from unnest($1::uuid[]) as wanted(id)
   join payment_disputes as dispute
     on dispute.tenant_id = (select current_tenant()) and dispute.order_id = wanted.id
   join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = dispute.payment_id`;

export const selectLostDisputes = statement<DisputeToEnterRow>(
  'accounting.selectLostDisputes',
  `select dispute.id, dispute.order_id, dispute.payment_id, dispute.amount_minor,
          payment.currency, dispute.provider_reference as reference, payment.provider,
          payment.connection_id
   ${DISPUTES_OF_ORDERS}
   where dispute.status = 'lost'
     and not exists (select from journal_entries as entry
       where entry.tenant_id = (select current_tenant()) and entry.source = 'dispute'
         and entry.source_id = dispute.id)`,
);

// Won after they were entered as lost: by the amount and the currency of that entry.
export const selectRegainedDisputes = statement<DisputeToEnterRow>(
  'accounting.selectRegainedDisputes',
  `select dispute.id, dispute.order_id, dispute.payment_id,
          (lost.lines -> 0 ->> 'debit')::bigint as amount_minor,
          lost.lines -> 0 ->> 'currency' as currency, dispute.provider_reference as reference,
          payment.provider, payment.connection_id
   ${DISPUTES_OF_ORDERS}
   join journal_entries as lost
     on lost.tenant_id = (select current_tenant()) and lost.source = 'dispute'
    and lost.source_id = dispute.id and lost.kind = 'dispute-lost'
   where dispute.status = 'won'
     and not exists (select from journal_entries as entry
       where entry.tenant_id = (select current_tenant()) and entry.source = 'dispute'
         and entry.source_id = dispute.id and entry.kind = 'dispute-loss-reversal')`,
);

// ---- closing ----

export const selectFirstDay = statement<{ day: string | null }>(
  'accounting.selectFirstDay',
  `select posted_on as day from journal_entries
   where tenant_id = (select current_tenant()) order by posted_on, id limit 1`,
);

export const countEntries = statement<{ entries: number }>(
  'accounting.countEntries',
  `select count(*)::integer as entries from journal_entries
   where tenant_id = (select current_tenant()) and posted_on between $1 and $2`,
);

export interface ClosingRow {
  readonly id: string;
  readonly from_day: string;
  readonly through_day: string;
  readonly entries: number;
  readonly created_at: Date;
  readonly created_by: string;
}

const CLOSING = 'id, from_day, through_day, entries, created_at, created_by';

export const insertClosing = statement<ClosingRow>(
  'accounting.insertClosing',
  `insert into book_closings (tenant_id, id, from_day, through_day, chart, entries, created_at,
     created_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $6, $7) returning ${CLOSING}`,
);

export const selectClosings = statement<ClosingRow>(
  'accounting.selectClosings',
  `select ${CLOSING} from book_closings
   where tenant_id = (select current_tenant()) and id < $1 order by id desc limit $2`,
);

// The accounts that each day stands on: those it was closed with.
export const selectChartsOfPeriod = statement<{
  through_day: string;
  chart: readonly ChartAccount[];
}>(
  'accounting.selectChartsOfPeriod',
  `select through_day, chart from book_closings
   where tenant_id = (select current_tenant()) and through_day >= $1
   order by through_day limit 500`,
);

// ---- the journal as a file ----

export interface EntryRow {
  readonly id: string;
  readonly posted_on: string;
  readonly occurred_at: Date;
  readonly kind: string;
  readonly provider: string;
  readonly order_id: string | null;
  readonly order_number: string | null;
  readonly payment_id: string | null;
  readonly payout_reference: string | null;
  readonly reference: string;
  readonly lines: readonly {
    readonly role: string;
    readonly currency: string;
    readonly debit: string;
    readonly credit: string;
  }[];
}

export const listEntries = statement<EntryRow>(
  'accounting.listEntries',
  `select entry.id, entry.posted_on, entry.occurred_at, entry.kind, entry.provider,
          entry.order_id, coalesce(ord.number_text, ord.number::text) as order_number, entry.payment_id, entry.payout_reference,
          entry.reference, entry.lines
   from (
     select * from journal_entries
     where tenant_id = (select current_tenant())
       and (posted_on, id) > ($1::date, $2::uuid) and posted_on <= $3
     order by posted_on, id limit $4
   ) as entry
   left join orders as ord
     on ord.tenant_id = (select current_tenant()) and ord.id = entry.order_id
   order by entry.posted_on, entry.id`,
);
