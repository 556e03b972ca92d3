// SQL of erasing a customer: every place that holds something personal.

import { statement } from '../db/statement.ts';
import type { CustomerRow } from './sql.ts';

export const eraseCustomerRow = statement<CustomerRow>(
  'customers.eraseCustomer',
  `update customers
   set external_id = null, email = null, name = null, phone = null, erased_at = $2,
       version = version + 1
   where tenant_id = (select current_tenant()) and id = $1
   returning id, external_id, email, name, phone, created_at, erased_at, merged_into, version`,
);

// Waits for commands on these orders: what they are still writing must be erased as well.
export const lockOrdersOfCustomer = statement<{ id: string }>(
  'customers.lockOrdersOfCustomer',
  `select id from orders
   where tenant_id = (select current_tenant()) and customer_id = $1
   order by id for update`,
);

export const eraseOrderContacts = statement(
  'customers.eraseOrderContacts',
  `update order_contacts
   set email = null, phone = null, name = null, billing_address = null,
       shipping_address = case when shipping_address is null then null
         else jsonb_build_object('country', shipping_address -> 'country') end
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])`,
);

// Where it went to stays known to about 100 km: enough for a report, too little for a household.
export const eraseOrders = statement<{ id: string; version: number }>(
  'customers.eraseOrders',
  `update orders
   set custom_fields = '{}', latitude = round(latitude), longitude = round(longitude),
       personal_since = 'infinity', version = version + 1
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   returning id, version`,
);

// Something may have been written on the orders $1 at $2: those that were erased are not any more. In the
// order of their ids, as every command on several orders locks them.
export const markWritten = statement(
  'customers.markWritten',
  `with erased as (
     select id from orders
     where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
       and personal_since = 'infinity'
     order by id for update
   )
   update orders as ord set personal_since = told.at
   from erased join unnest($1::uuid[], $2::timestamptz[]) as told(id, at) on told.id = erased.id
   where ord.tenant_id = (select current_tenant()) and ord.id = erased.id`,
);

export const eraseOrderNotes = statement(
  'customers.eraseOrderNotes',
  `update order_notes set body = '[erased]'
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])`,
);

// All holds are answered: the stored answer of one names itself, not its order.
export const eraseHoldNotes = statement<{ id: string }>(
  'customers.eraseHoldNotes',
  `update order_holds set note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
   returning id`,
);

export const eraseCancellationNotes = statement(
  'customers.eraseCancellationNotes',
  `update order_cancellations set note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and note is not null`,
);

// What was granted stays, and what is still to be refunded is known by the provider's reference.
export const eraseGrantNotes = statement(
  'customers.eraseGrantNotes',
  `update granted_refunds set note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and note is not null`,
);

export const eraseRequestNotes = statement(
  'customers.eraseRequestNotes',
  `update refund_requests set note = null, decision_note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and (note is not null or decision_note is not null)`,
);

export const eraseTermsNotes = statement(
  'customers.eraseTermsNotes',
  `update payment_terms set approval_note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and approval_note is not null`,
);

// Of their store credit, of cards that are theirs, and of what their orders did with either.
export const eraseStoredValueNotes = statement(
  'customers.eraseStoredValueNotes',
  `update stored_value_movements as movement set note = null
   from stored_values as value
   where value.tenant_id = (select current_tenant()) and value.customer_id is not null
     and value.customer_id = any ($1::uuid[])
     and movement.tenant_id = (select current_tenant()) and movement.value_id = value.id
     and movement.note is not null`,
);

export const eraseReviewNotes = statement(
  'customers.eraseReviewNotes',
  `update risk_reviews set note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and note is not null`,
);

export const eraseRiskTraces = statement(
  'customers.eraseRiskTraces',
  `delete from risk_traces
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])`,
);

export const eraseRiskWords = statement(
  'customers.eraseRiskWords',
  `update risk_signals set detail = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and detail is not null`,
);

export const eraseDifferenceNotes = statement(
  'customers.eraseDifferenceNotes',
  `update differences set note = '[erased]'
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and note is not null`,
);

// What is being paid at this moment keeps its token, and loses the link to the payer's page.
export const erasePaymentTokens = statement(
  'customers.erasePaymentTokens',
  `update payments
   set token = case when authorizing_minor = 0 then null else token end, payer_action_link = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and (token is not null and authorizing_minor = 0 or payer_action_link is not null)`,
);

export const eraseFailureDetails = statement(
  'customers.eraseFailureDetails',
  `update payment_intents set failure_detail = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and failure_detail is not null`,
);

// What people wrote about it, when they put it before others as well. A report of theirs may be named by
// what is personal, too.
export const eraseExceptionWords = statement(
  'customers.eraseExceptionWords',
  `update exceptions
   set note = null,
       title = case when title is not null then '[erased]' end,
       cause = case when type = 'reported' then id::text else cause end,
       data = case when type = 'reported' then '{}'::jsonb else data - 'note' end
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and (note is not null or type = 'reported' or data ? 'note')`,
);

export const eraseExceptionComments = statement(
  'customers.eraseExceptionComments',
  `update exception_comments as comment set body = '[erased]'
   from exceptions as trouble
   where trouble.tenant_id = (select current_tenant()) and trouble.order_id = any ($1::uuid[])
     and comment.tenant_id = (select current_tenant()) and comment.exception_id = trouble.id`,
);

export const eraseReturnNotes = statement(
  'customers.eraseReturnNotes',
  `update returns set note = null, decline_note = null
   where tenant_id = (select current_tenant()) and order_id = any ($1::uuid[])
     and (note is not null or decline_note is not null)`,
);

export const eraseReturnItemWords = statement(
  'customers.eraseReturnItemWords',
  `update return_items as item
   set note = null, label = case when item.label is not null then '[erased]' end
   from returns as ret
   where ret.tenant_id = (select current_tenant()) and ret.order_id = any ($1::uuid[])
     and item.tenant_id = (select current_tenant()) and item.return_id = ret.id
     and (item.note is not null or item.label is not null)`,
);

// Carriers write who signed, and where.
export const eraseTrackingWords = statement(
  'customers.eraseTrackingWords',
  `update tracking_events as scan set description = null, place = null
   from parcels as box
   where box.tenant_id = (select current_tenant()) and box.order_id = any ($1::uuid[])
     and scan.tenant_id = (select current_tenant()) and scan.parcel_id = box.id
     and (scan.description is not null or scan.place is not null)`,
);

// The rows of files that told of the customer, of these orders, or of their credits. Their key goes,
// too: it may be an e-mail address.
export const eraseSourceRows = statement(
  'customers.eraseSourceRows',
  `with told as (
     select document.import_id, document.place, document.key
     from import_documents as document
     where document.tenant_id = (select current_tenant()) and document.entity_id in (
       select unnest($2::uuid[])
       union all select unnest($1::uuid[])
       union all select id from past_documents
         where tenant_id = (select current_tenant()) and customer_id = any ($1::uuid[]))
   ), erased as (
     update import_rows as row
     set raw = null, document_key = concat('[erased ', told.place, ']'), problems = null,
         warnings = null
     from told
     where row.tenant_id = (select current_tenant()) and row.import_id = told.import_id
       and row.document_key = told.key
   )
   update import_documents as document set key = concat('[erased ', told.place, ']'),
     reason = case when document.reason is not null then '[erased]' end
   from told
   where document.tenant_id = (select current_tenant())
     and document.import_id = told.import_id and document.place = told.place`,
);

export const deletePersonalTokens = statement(
  'customers.deletePersonalTokens',
  `delete from search_tokens
   where tenant_id = (select current_tenant())
     and (entity = any ($1::uuid[]) and kind = 'customer'
          or entity = any ($2::uuid[]) and kind = 'order-contact')`,
);

// Reads the tenant's stored answers of two weeks: an erasure is rare and may take its time.
export const eraseStoredAnswers = statement(
  'customers.eraseStoredAnswers',
  `update idempotency_keys set answer = $2
   where tenant_id = (select current_tenant()) and answer is not null
     and exists (
       select from regexp_matches(answer, '(?:cus|ord|hld)_[0-9a-f]{32}', 'g') as found(ids)
       where found.ids[1] = any ($1::text[]))`,
);
