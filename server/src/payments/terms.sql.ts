// SQL of payment terms and credit. Terms are read and written with their order locked; the row of a
// customer's credit is locked behind it, whenever credit is given.

import { statement } from '../db/statement.ts';

export const insertTerms = statement(
  'payments.insertTerms',
  `insert into payment_terms (tenant_id, payment_id, order_id, currency, net_days, purchase_order,
     created_at)
   select current_tenant(), row.payment, row."order", row.currency, row."netDays",
          row."purchaseOrder", $2
   from jsonb_to_recordset($1::jsonb) as row(
     payment uuid, "order" uuid, currency text, "netDays" integer, "purchaseOrder" text)`,
);

export interface TermsRow {
  readonly payment_id: string;
  readonly order_id: string;
  readonly customer_id: string | null;
  readonly currency: string;
  readonly net_days: number | null;
  readonly purchase_order: string | null;
  readonly waits_since: Date | null;
  readonly granted_at: Date | null;
  readonly approved_by: string | null;
  readonly approval_note: string | null;
  readonly invoice_number: string | null;
  readonly invoiced_at: Date | null;
  readonly due_at: Date | null;
  readonly overdue_at: Date | null;
  readonly settled_at: Date | null;
}

const TERMS = `payment_id, order_id, customer_id, currency, net_days, purchase_order, waits_since,
          granted_at, approved_by, approval_note, invoice_number, invoiced_at, due_at, overdue_at,
          settled_at`;

export const selectTermsOfOrder = statement<TermsRow>(
  'payments.selectTermsOfOrder',
  `select ${TERMS} from payment_terms
   where tenant_id = (select current_tenant()) and order_id = $1
   order by payment_id`,
);

// Whose credit it is, once: an order keeps its customer.
export const bindTerms = statement<TermsRow>(
  'payments.bindTerms',
  `update payment_terms as terms
   set customer_id = coalesce(terms.customer_id, (
     select customer_id from orders
     where tenant_id = (select current_tenant()) and id = terms.order_id))
   where terms.tenant_id = (select current_tenant()) and terms.payment_id = $1
   returning ${TERMS}`,
);

export const holdTerms = statement(
  'payments.holdTerms',
  `update payment_terms set waits_since = coalesce(waits_since, $2)
   where tenant_id = (select current_tenant()) and payment_id = $1`,
);

// It is not asked for any more.
export const dropWaiting = statement(
  'payments.dropWaiting',
  `update payment_terms set waits_since = null
   where tenant_id = (select current_tenant()) and payment_id = $1`,
);

export const grantTerms = statement(
  'payments.grantTerms',
  `update payment_terms
   set waits_since = null, granted_at = $2, approved_by = $3, approval_note = $4
   where tenant_id = (select current_tenant()) and payment_id = $1`,
);

export const invoiceTerms = statement<TermsRow>(
  'payments.invoiceTerms',
  `update payment_terms
   set invoiced_at = $2, due_at = $3, invoice_number = coalesce($4, invoice_number),
       overdue_at = case when $3::timestamptz > $5::timestamptz then null else overdue_at end
   where tenant_id = (select current_tenant()) and payment_id = $1
   returning ${TERMS}`,
);

export const settleTerms = statement(
  'payments.settleTerms',
  `update payment_terms set settled_at = $2
   where tenant_id = (select current_tenant()) and payment_id = $1
     and (settled_at is null) <> ($2::timestamptz is null)`,
);

export interface CreditRow {
  readonly currency: string;
  readonly limit_minor: bigint;
  readonly net_days: number;
  readonly version: number;
}

const CREDIT = 'currency, limit_minor, net_days, version';

// One after the other: of two orders that want the same part of it, the second sees that it is used.
export const lockCredit = statement<CreditRow>(
  'payments.lockCredit',
  `select ${CREDIT} from customer_credits
   where tenant_id = (select current_tenant()) and customer_id = $1 and currency = $2
   for update`,
);

export const selectCredits = statement<CreditRow>(
  'payments.selectCredits',
  `select ${CREDIT} from customer_credits
   where tenant_id = (select current_tenant()) and customer_id = $1
   order by currency`,
);

export const upsertCredit = statement<CreditRow>(
  'payments.upsertCredit',
  `insert into customer_credits as credit (tenant_id, customer_id, currency, limit_minor, net_days,
     changed_at, changed_by)
   values (current_tenant(), $1, $2, $3, $4, $5, $6)
   on conflict (tenant_id, customer_id, currency) do update
   set limit_minor = excluded.limit_minor, net_days = excluded.net_days,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by,
       version = credit.version + 1
   returning ${CREDIT}`,
);

/** As core/payments/payment-terms.ts has it; a test holds the two against each other. */
const OWED = `greatest(0, least(payment.authorized_minor - payment.voided_minor, account.due_minor)
                    - (payment.captured_minor - payment.refunded_minor))`;
const MONEY_OF_TERMS = `join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = terms.payment_id
   join payment_accounts as account
     on account.tenant_id = (select current_tenant()) and account.order_id = terms.order_id`;

// What a customer owes or will owe in a currency.
export const selectOwed = statement<{ owed_minor: bigint }>(
  'payments.selectOwed',
  `select coalesce(sum(${OWED}), 0)::bigint as owed_minor
   from payment_terms as terms ${MONEY_OF_TERMS}
   where terms.tenant_id = (select current_tenant()) and terms.customer_id = $1
     and terms.currency = $2 and terms.settled_at is null`,
);

export interface OpenTermsRow extends TermsRow {
  readonly number: string;
  readonly owed_minor: bigint;
}

export const selectOpenTerms = statement<OpenTermsRow>(
  'payments.selectOpenTerms',
  `select ${TERMS.replaceAll(/\w+/g, (column) => `terms.${column}`)}, coalesce(ord.number_text, ord.number::text) as number,
          ${OWED}::bigint as owed_minor
   from payment_terms as terms ${MONEY_OF_TERMS}
   join orders as ord on ord.tenant_id = (select current_tenant()) and ord.id = terms.order_id
   where terms.tenant_id = (select current_tenant()) and terms.customer_id = $1
     and terms.settled_at is null
   order by terms.currency, terms.payment_id limit $2`,
);

// What waits for credit of the customers of these orders ($1), of these customers ($2), or for these
// orders themselves ($3): who waits longest first.
export const selectWaitingTerms = statement<{ payment_id: string }>(
  'payments.selectWaitingTerms',
  `select waits.payment_id from payment_terms as waits
   where waits.tenant_id = (select current_tenant()) and waits.waits_since is not null
     and waits.settled_at is null and waits.customer_id is not null
     and waits.customer_id = any (array(
       select customer_id from payment_terms
       where tenant_id = (select current_tenant())
         and order_id = any ($1::uuid[] || $3::uuid[])
       union all select unnest($2::uuid[])))
     and (waits.order_id = any ($3::uuid[]) or waits.customer_id = any (array(
       select customer_id from payment_terms
       where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
       union all select unnest($2::uuid[]))))
   order by waits.waits_since, waits.payment_id`,
);

// Of these orders, those that wait for credit, or are held for it.
export const selectOrdersOnCredit = statement<{ order_id: string }>(
  'payments.selectOrdersOnCredit',
  `select order_id from payment_terms
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and waits_since is not null
   union
   select order_id from order_holds
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and released_at is null and reason = 'credit-limit'`,
);

// As doorstep_clock: whose invoices are due.
export const selectTenantsWithDueInvoices = statement<{ tenant_id: string }>(
  'payments.selectTenantsWithDueInvoices',
  `select distinct tenant_id from payment_terms
   where due_at is not null and overdue_at is null and settled_at is null and due_at <= $1`,
);

// One at a time: its order is locked next, and nothing before it.
export const selectDueInvoice = statement<{ payment_id: string }>(
  'payments.selectDueInvoice',
  `select payment_id from payment_terms
   where tenant_id = (select current_tenant()) and due_at is not null and overdue_at is null
     and settled_at is null and due_at <= $1
   order by due_at limit 1`,
);

export const markOverdue = statement(
  'payments.markOverdue',
  `update payment_terms set overdue_at = $2
   where tenant_id = (select current_tenant()) and payment_id = $1`,
);

export const bumpCustomerVersion = statement<{ version: number }>(
  'payments.bumpCustomerVersion',
  `update customers set version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);
