// SQL of payments: accounts, ways of paying, the ledger. Intents are in intents.sql.ts. Everything
// here is read and written with the order locked: an order's money is changed by one at a time.

import type { CaptureMoment } from '@doorstep/core/catalog/channel.ts';
import type { LedgerKind, PaymentMoney } from '@doorstep/core/payments/payment.ts';
import type {
  AccountSums,
  AccountTerms,
  PaymentStatus,
} from '@doorstep/core/payments/payment-account.ts';
import { statement } from '../db/statement.ts';

export interface AccountRow extends AccountTerms, AccountSums {
  readonly currency: string;
  readonly captureAt: CaptureMoment;
  readonly payBy: Date | null;
  readonly status: PaymentStatus;
}

const ACCOUNT = `currency, capture_at as "captureAt", due_minor as "dueMinor",
          granted_minor as "grantedMinor", earned_minor as "earnedMinor", finished,
          authorized_minor as "authorizedMinor", voided_minor as "voidedMinor",
          captured_minor as "capturedMinor", refunded_minor as "refundedMinor",
          pay_by as "payBy", status`;

export const selectAccount = statement<AccountRow>(
  'payments.selectAccount',
  `select ${ACCOUNT} from payment_accounts
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

// Paid for, or nothing left to pay: nobody waits for the money any more.
export const updateTerms = statement<AccountRow>(
  'payments.updateTerms',
  `update payment_accounts set due_minor = $2::bigint, granted_minor = $3, earned_minor = $4,
     finished = $5,
     pay_by = case when $2::bigint = 0
                     or greatest(authorized_minor - voided_minor, captured_minor)
                        - refunded_minor >= $2::bigint
                   then null else pay_by end
   where tenant_id = (select current_tenant()) and order_id = $1
   returning ${ACCOUNT}`,
);

export const addToAccount = statement(
  'payments.addToAccount',
  `update payment_accounts set
     authorized_minor = authorized_minor + $2, voided_minor = voided_minor + $3,
     captured_minor = captured_minor + $4, refunded_minor = refunded_minor + $5,
     pay_by = case when greatest(authorized_minor + $2 - voided_minor - $3, captured_minor + $4)
                        - refunded_minor - $5 >= due_minor
                   then null else pay_by end
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

export const forgetPayBy = statement(
  'payments.forgetPayBy',
  `update payment_accounts set pay_by = null
   where tenant_id = (select current_tenant()) and order_id = $1`,
);

export const insertAccounts = statement(
  'payments.insertAccounts',
  `insert into payment_accounts (tenant_id, order_id, currency, capture_at, due_minor,
     granted_minor, earned_minor, finished, authorized_minor, captured_minor, pay_by, created_at)
   select current_tenant(), row."order", row.currency, row."captureAt", row.due, row.granted,
          row.earned, row.finished, row.authorized, row.captured, row."payBy", $2
   from jsonb_to_recordset($1::jsonb) as row(
     "order" uuid, currency text, "captureAt" text, due bigint, granted bigint, earned bigint,
     finished boolean, authorized bigint, captured bigint, "payBy" timestamptz)`,
);

export const insertPayments = statement(
  'payments.insertPayments',
  `insert into payments (tenant_id, id, order_id, number, provider, currency, amount_minor, token,
     provider_reference, authorized_minor, captured_minor, authorizing_minor, created_at,
     order_amount_minor, conversion_stated_by)
   select current_tenant(), row.id, row."order", row.number, row.provider, row.currency,
          row.amount, row.token, row.reference, row.authorized, row.captured, row.authorizing, $2,
          row.worth, row."statedBy"
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, "order" uuid, number integer, provider text, currency text, amount bigint,
     token text, reference text, authorized bigint, captured bigint, authorizing bigint,
     worth bigint, "statedBy" text)`,
);

export interface PaymentRow extends PaymentMoney {
  readonly id: string;
  readonly number: number;
  readonly provider: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** What it is worth in the currency of the order; null: it is in that. */
  readonly orderAmountMinor: bigint | null;
  readonly statedBy: string | null;
  readonly token: string | null;
  readonly reference: string | null;
  readonly captureBlocked: boolean;
  readonly refundBlocked: boolean;
  readonly voidBlocked: boolean;
  readonly declinedCode: string | null;
  readonly expiresAt: Date | null;
  readonly connection: string | null;
  readonly payerWaits: boolean;
  readonly payerActionLink: string | null;
  readonly createdAt: Date;
}

export const selectPayments = statement<PaymentRow>(
  'payments.selectPayments',
  `select id, number, provider, currency, amount_minor as "amountMinor", token,
          order_amount_minor as "orderAmountMinor", conversion_stated_by as "statedBy",
          provider_reference as reference, capture_blocked as "captureBlocked",
          refund_blocked as "refundBlocked", void_blocked as "voidBlocked",
          declined_code as "declinedCode", created_at as "createdAt",
          authorizing_minor as authorizing, authorized_minor as authorized,
          capturing_minor as capturing, captured_minor as captured,
          refunding_minor as refunding, refunded_minor as refunded,
          voiding_minor as voiding, voided_minor as voided, disputed_minor as disputed,
          carried_minor as carried,
          authorization_expires_at as "expiresAt", payer_action_link as "payerActionLink",
          payer_waits as "payerWaits", connection_id as connection,
          unasked_refunded_minor as "unaskedRefunded"
   from payments where tenant_id = (select current_tenant()) and order_id = $1
   order by number`,
);

export const selectOrderOfPayment = statement<{ order_id: string }>(
  'payments.selectOrderOfPayment',
  `select order_id from payments where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectConnectionOfPayment = statement<{ connection_id: string | null }>(
  'payments.selectConnectionOfPayment',
  `select connection_id from payments where tenant_id = (select current_tenant()) and id = $1`,
);

const MONEY = `id uuid, authorizing bigint, authorized bigint, capturing bigint, captured bigint,
     refunding bigint, refunded bigint, voiding bigint, voided bigint, disputed bigint`;

// What is asked for. By how much facts went beyond is left alone, so that the constraints bind
// every intent.
export const addAsked = statement(
  'payments.addAsked',
  `update payments as payment set
     authorizing_minor = payment.authorizing_minor + coalesce(row.authorizing, 0),
     capturing_minor = payment.capturing_minor + coalesce(row.capturing, 0),
     refunding_minor = payment.refunding_minor + coalesce(row.refunding, 0),
     voiding_minor = payment.voiding_minor + coalesce(row.voiding, 0)
   from jsonb_to_recordset($1::jsonb) as row(${MONEY})
   where payment.tenant_id = (select current_tenant()) and payment.id = row.id`,
);

// What happened, or what was asked for and will not happen: both may change how far facts went
// beyond what they may be. $2 what the provider calls the authorization; $3 a refund nobody asked
// for.
export const addFacts = statement(
  'payments.addFacts',
  `update payments as payment set
     authorizing_minor = payment.authorizing_minor + coalesce(row.authorizing, 0),
     authorized_minor = payment.authorized_minor + coalesce(row.authorized, 0),
     capturing_minor = payment.capturing_minor + coalesce(row.capturing, 0),
     captured_minor = payment.captured_minor + coalesce(row.captured, 0),
     refunding_minor = payment.refunding_minor + coalesce(row.refunding, 0),
     refunded_minor = payment.refunded_minor + coalesce(row.refunded, 0),
     voiding_minor = payment.voiding_minor + coalesce(row.voiding, 0),
     voided_minor = payment.voided_minor + coalesce(row.voided, 0),
     disputed_minor = payment.disputed_minor + coalesce(row.disputed, 0),
     overcaptured_minor = greatest(0,
       payment.captured_minor + coalesce(row.captured, 0)
       + payment.capturing_minor + coalesce(row.capturing, 0)
       + payment.voided_minor + coalesce(row.voided, 0)
       + payment.voiding_minor + coalesce(row.voiding, 0)
       - payment.authorized_minor - coalesce(row.authorized, 0)),
     overrefunded_minor = greatest(0,
       payment.refunded_minor + coalesce(row.refunded, 0)
       + payment.refunding_minor + coalesce(row.refunding, 0)
       - payment.captured_minor - coalesce(row.captured, 0) - payment.carried_minor),
     unasked_refunded_minor = payment.unasked_refunded_minor + $3::bigint,
     provider_reference = coalesce(payment.provider_reference, $2)
   from jsonb_to_recordset($1::jsonb) as row(${MONEY})
   where payment.tenant_id = (select current_tenant()) and payment.id = row.id`,
);

// A refund goes elsewhere: what one payment gives over, another gives back.
export const carryMoney = statement(
  'payments.carryMoney',
  `update payments as payment set carried_minor = payment.carried_minor + row.carried
   from jsonb_to_recordset($1::jsonb) as row(id uuid, carried bigint)
   where payment.tenant_id = (select current_tenant()) and payment.id = row.id`,
);

export const blockPayment = statement(
  'payments.blockPayment',
  `update payments set
     declined_code = case when $2::text = 'authorize' then $3 else declined_code end,
     capture_blocked = capture_blocked or $2::text = 'capture',
     refund_blocked = refund_blocked or $2::text = 'refund',
     void_blocked = void_blocked or $2::text = 'void'
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const unblockPayment = statement(
  'payments.unblockPayment',
  `update payments set capture_blocked = false, refund_blocked = false, void_blocked = false
   where tenant_id = (select current_tenant()) and id = $1`,
);

// What was refused for good, $2, is not needed any more: what is needed later is another question.
export const forgetRefusals = statement(
  'payments.forgetRefusals',
  `update payments set capture_blocked = capture_blocked and not 'capture' = any ($2::text[]),
     refund_blocked = refund_blocked and not 'refund' = any ($2::text[]),
     void_blocked = void_blocked and not 'void' = any ($2::text[])
   where tenant_id = (select current_tenant()) and id = $1`,
);

// Told twice under the provider's name for it, a movement is recorded once.
export const insertLedger = statement(
  'payments.insertLedger',
  `insert into payment_ledger (tenant_id, id, order_id, payment_id, intent_id, kind, amount_minor,
     currency, provider_reference, occurred_at, recorded_at, actor, fee_minor, fee_currency,
     order_amount_minor)
   select current_tenant(), row.id, row."order", row.payment, row.intent, row.kind, row.amount,
          row.currency, row.reference, row.at, $2, row.by, row.fee, row."feeCurrency", row.worth
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, "order" uuid, payment uuid, intent uuid, kind text, amount bigint, currency text,
     reference text, at timestamptz, by text, fee bigint, "feeCurrency" text, worth bigint)
   on conflict do nothing`,
);

// The movement that the provider calls so, and which intent asked for it.
export const selectMovement = statement<{ intent_id: string | null; amount_minor: bigint }>(
  'payments.selectMovement',
  `select intent_id, amount_minor from payment_ledger
   where tenant_id = (select current_tenant()) and payment_id = $1 and kind = $2
     and provider_reference = $3`,
);

// The intent that a movement answered, when the provider told of it before it answered; of a refund that
// has come back, what came back as well. Nothing is left of that one then.
export const joinLedger = statement<{ amount_minor: bigint | null }>(
  'payments.joinLedger',
  `with joined as (
     update payment_ledger set intent_id = $4
     where tenant_id = (select current_tenant()) and payment_id = $1
       and (kind = $2 or kind = 'returned' and $2::text = 'refunded')
       and provider_reference = $3 and intent_id is null
     returning case kind when 'returned' then -amount_minor else amount_minor end as amount_minor
   )
   select sum(amount_minor)::bigint as amount_minor from joined`,
);

export interface LedgerRow {
  readonly id: string;
  readonly payment_id: string;
  readonly intent_id: string | null;
  readonly kind: LedgerKind;
  readonly amount_minor: bigint;
  readonly currency: string;
  /** What it is worth to the order, of a payment in another currency. */
  readonly order_amount_minor: bigint | null;
  readonly provider_reference: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly fee_minor: bigint | null;
  readonly fee_currency: string | null;
}

export const selectLedger = statement<LedgerRow>(
  'payments.selectLedger',
  `select id, payment_id, intent_id, kind, amount_minor, provider_reference, occurred_at,
          recorded_at, actor, fee_minor, fee_currency, currency, order_amount_minor
   from payment_ledger where tenant_id = (select current_tenant()) and order_id = $1
   order by id`,
);

// A fee that the provider tells later than the movement: written once, as the movement itself.
export const fillFee = statement(
  'payments.fillFee',
  `update payment_ledger set fee_minor = $4, fee_currency = $5
   where tenant_id = (select current_tenant()) and payment_id = $1 and kind = $2
     and provider_reference = $3 and fee_minor is null`,
);

// The provider's own statement says another fee than its answer did.
export const correctFee = statement(
  'payments.correctFee',
  `update payment_ledger set fee_minor = $2, fee_currency = $3
   where tenant_id = (select current_tenant()) and id = $1`,
);

// When an authorization is told, it is the one in force: a renewed one has another name. $4 when to
// see to it before it runs out.
export const setAuthorization = statement(
  'payments.setAuthorization',
  `update payments
   set provider_reference = coalesce($2::text, provider_reference), authorization_expires_at = $3,
       renewal_due_at = $4
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const setPayerAction = statement(
  'payments.setPayerAction',
  `update payments set payer_waits = $2::boolean, payer_action_link = $3::text
   where tenant_id = (select current_tenant()) and id = $1
     and (payer_waits, payer_action_link) is distinct from ($2::boolean, $3::text)`,
);

// As doorstep_clock: whose authorizations run out soon.
export const selectTenantsWithDueRenewals = statement<{ tenant_id: string }>(
  'payments.selectTenantsWithDueRenewals',
  `select distinct tenant_id from payments
   where renewal_due_at is not null and renewal_due_at <= $1`,
);

export interface DueRenewalRow {
  readonly id: string;
  readonly order_id: string;
}

// Put off while it is seen to, so that another process does not do the same: $2 until when.
export const leaseRenewals = statement<DueRenewalRow>(
  'payments.leaseRenewals',
  `update payments as payment set renewal_due_at = $2
   from (
     select id from payments
     where tenant_id = (select current_tenant()) and renewal_due_at <= $1
     order by renewal_due_at, id limit $3 for no key update skip locked
   ) as due
   where payment.tenant_id = (select current_tenant()) and payment.id = due.id
   returning payment.id, payment.order_id`,
);

export const forgetRenewal = statement(
  'payments.forgetRenewal',
  `update payments set renewal_due_at = null
   where tenant_id = (select current_tenant()) and id = $1`,
);
