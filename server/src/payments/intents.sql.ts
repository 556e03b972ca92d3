// SQL of payment intents: what a provider is to do. A row is the job; its id the idempotency key of
// the call.

import type { IntentKind } from '@doorstep/core/payments/payment.ts';
import { statement } from '../db/statement.ts';

export type IntentState = 'open' | 'by-hand' | 'succeeded' | 'declined' | 'abandoned';

// What is to be done by hand waits for a person, not for a time. All else is due at once, also where
// the clock of the process that wrote it down is ahead: the database's says no later than now.
export const insertIntents = statement(
  'payments.insertIntents',
  `insert into payment_intents (tenant_id, id, order_id, payment_id, kind, amount_minor, state,
     cause, created_at, created_by, next_attempt_at)
   select current_tenant(), row.id, row."order", row.payment, row.kind, row.amount, row.state,
          row.cause, $2, row.by, case when row.state = 'open' then least($2::timestamptz, now()) end
   from jsonb_to_recordset($1::jsonb) as row(
     id uuid, "order" uuid, payment uuid, kind text, amount bigint, state text, cause text,
     by text)`,
);

export interface IntentRow {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly kind: IntentKind;
  readonly amount_minor: bigint;
  readonly state: IntentState;
  readonly cause: string;
  readonly attempts: number;
  readonly created_at: Date;
  readonly next_attempt_at: Date | null;
  readonly provider_reference: string | null;
  readonly failure_code: string | null;
}

const INTENT = `id, order_id, payment_id, kind, amount_minor, state, cause, attempts, created_at,
          next_attempt_at, provider_reference, failure_code`;

export const selectIntent = statement<IntentRow>(
  'payments.selectIntent',
  `select ${INTENT} from payment_intents
   where tenant_id = (select current_tenant()) and id = $1`,
);

export const selectOpenIntents = statement<IntentRow>(
  'payments.selectOpenIntents',
  `select ${INTENT} from payment_intents
   where tenant_id = (select current_tenant()) and order_id = $1 and closed_at is null
   order by id`,
);

export const selectOpenUnpaid = statement<{ payment_id: string }>(
  'payments.selectOpenUnpaid',
  `select payment_id from exceptions
   where tenant_id = (select current_tenant()) and type = 'shipped-unpaid' and cause = $1::text
     and closed_at is null`,
);

export interface LeasedIntent {
  readonly id: string;
  readonly order_id: string;
  readonly payment_id: string;
  readonly kind: IntentKind;
  readonly amount_minor: bigint;
  readonly attempts: number;
  readonly pending: string | null;
  readonly provider: string;
  readonly currency: string;
  readonly token: string | null;
  readonly reference: string | null;
  readonly due_minor: bigint;
  readonly created_at: Date;
  /** Takes all that is left of the authorization, and nothing else is being taken. */
  readonly is_last: boolean;
}

// $1 now by the shop's clock, $2 how many; $3 now and $4 the end of the lease by the real one. An
// intent whose lease has run out was left by a process that is gone: it is due again, under the
// same key.
export const leaseIntents = statement<LeasedIntent>(
  'payments.leaseIntents',
  `with due as (
     select id from payment_intents
     where tenant_id = (select current_tenant()) and next_attempt_at <= $1
       and (leased_until is null or leased_until <= $3)
     order by next_attempt_at, id limit $2 for update skip locked
   ), leased as (
     update payment_intents as intent set leased_until = $4, attempts = intent.attempts + 1
     from due
     where intent.tenant_id = (select current_tenant()) and intent.id = due.id
     returning intent.*
   )
   select leased.id, leased.order_id, leased.payment_id, leased.kind, leased.amount_minor,
          leased.attempts, leased.provider_reference as pending, payment.provider,
          payment.currency, payment.token, payment.provider_reference as reference,
          account.due_minor, leased.created_at,
          payment.authorized_minor <= payment.captured_minor + payment.voided_minor
                                      + leased.amount_minor as is_last
   from leased
   join payments as payment
     on payment.tenant_id = (select current_tenant()) and payment.id = leased.payment_id
   join payment_accounts as account
     on account.tenant_id = (select current_tenant()) and account.order_id = leased.order_id`,
);

// $2 the attempt the lease is for: when another process has taken the intent, it is not extended.
export const extendLease = statement(
  'payments.extendLease',
  `update payment_intents set leased_until = $3
   where tenant_id = (select current_tenant()) and id = $1 and attempts = $2
     and leased_until is not null`,
);

// As doorstep_clock. Looks at the first thousand that are due, so that a surge is not read whole
// every time; $1 now by the shop's clock, $2 by the real one, $3 tenants that are served to their
// limit already.
export const selectTenantsWithDueIntents = statement<{ tenant_id: string }>(
  'payments.selectTenantsWithDueIntents',
  `select distinct tenant_id from (
     select tenant_id from payment_intents
     where next_attempt_at is not null and next_attempt_at <= $1
       and (leased_until is null or leased_until <= $2) and tenant_id <> all ($3::uuid[])
     order by next_attempt_at limit 1000
   ) as due`,
);

// As doorstep_clock: also one that is being done just now.
export const selectIsAnyIntentDue = statement<{ due: boolean }>(
  'payments.selectIsAnyIntentDue',
  `select exists (
     select from payment_intents
     where next_attempt_at is not null and next_attempt_at <= $1) as due`,
);

export const closeIntent = statement(
  'payments.closeIntent',
  `update payment_intents set state = $2, closed_at = $3, next_attempt_at = null,
     leased_until = null, failure_code = $4, failure_detail = $5
   where tenant_id = (select current_tenant()) and id = $1 and closed_at is null`,
);

// The payer did something, or the provider decided: what waits for that looks at once.
export const wakeIntents = statement(
  'payments.wakeIntents',
  `update payment_intents set next_attempt_at = least($2::timestamptz, now())
   where tenant_id = (select current_tenant()) and payment_id = $3 and order_id = $1
     and state = 'open' and next_attempt_at > $2`,
);

export const postponeIntent = statement(
  'payments.postponeIntent',
  `update payment_intents set next_attempt_at = $2, leased_until = null,
     provider_reference = coalesce($3, provider_reference), failure_code = $4,
     failure_detail = $5
   where tenant_id = (select current_tenant()) and id = $1 and state = 'open'`,
);

export const handOverIntent = statement(
  'payments.handOverIntent',
  `update payment_intents set state = 'by-hand', next_attempt_at = null, leased_until = null
   where tenant_id = (select current_tenant()) and id = $1 and state = 'open'`,
);

export const hurryIntents = statement(
  'payments.hurryIntents',
  `update payment_intents set next_attempt_at = least($2::timestamptz, now())
   where tenant_id = (select current_tenant()) and payment_id = $3 and order_id = $1
     and state = 'open'`,
);

// As doorstep_clock: whose orders were not paid in time.
export const selectTenantsWithDueAccounts = statement<{ tenant_id: string }>(
  'payments.selectTenantsWithDueAccounts',
  `select distinct tenant_id from payment_accounts
   where pay_by is not null and pay_by <= $1`,
);

export const selectUnpaidOrder = statement<{ order_id: string }>(
  'payments.selectUnpaidOrder',
  `select order_id from payment_accounts
   where tenant_id = (select current_tenant()) and pay_by <= $1
   order by pay_by limit 1`,
);
