// SQL of erasing what names a customer where no row says that it is about them: somebody wrote their
// address down. These read whole tables of what people type, as an erasure is rare; what captures and
// carriers write by the million is reached by its order instead.

import { statement } from '../db/statement.ts';

export interface KnownAsRow {
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
}

// By what customers and their orders call themselves.
export const selectWhatTheyAreCalled = statement<KnownAsRow>(
  'customers.selectWhatTheyAreCalled',
  `select email, phone, name from customers
   where tenant_id = (select current_tenant()) and id = any ($1::uuid[])
   union
   select email, phone, name from order_contacts
   where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])
   union
   select null, place ->> 'phone', place ->> 'name'
   from order_contacts, lateral (values (shipping_address), (billing_address)) as at(place)
   where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])`,
);

// $1 is what no two people share, as a regular expression. Whoever stands in a row of a file stands
// there with name and address, so the rows of its whole document go.
export const eraseRowsNaming = statement(
  'customers.eraseRowsNaming',
  `with named as (
     select import_id, number, document_key from import_rows
     where tenant_id = (select current_tenant()) and (raw ~* $1 or document_key ~* $1)
   ), told as (
     select document.import_id, document.place, document.key
     from (select distinct import_id, document_key from named) as row
     join import_documents as document on document.tenant_id = (select current_tenant())
       and document.import_id = row.import_id and document.key = row.document_key
   ), freed as (
     update import_documents as document set key = concat('[erased ', told.place, ']'),
         reason = case when document.reason is not null then '[erased]' end
     from told
     where document.tenant_id = (select current_tenant())
       and document.import_id = told.import_id and document.place = told.place
   ), gone as (
     select row.import_id, row.number, concat('[erased ', told.place, ']') as key
     from told join import_rows as row on row.tenant_id = (select current_tenant())
       and row.import_id = told.import_id and row.document_key = told.key
     union all
     select import_id, number, null from named where document_key is null
   )
   update import_rows as row
   set raw = null, document_key = gone.key, problems = null, warnings = null
   from gone
   where row.tenant_id = (select current_tenant()) and row.import_id = gone.import_id
     and row.number = gone.number`,
);

const WORD = `'[erased]', 'gi'`;
const without = (column: string) => `${column} = regexp_replace(${column}, $1, ${WORD})`;
const naming = (columns: readonly string[]) => columns.map((one) => `${one} ~* $1`).join(' or ');

/** Of texts that people wrote the rest stays, wherever they are. */
const erasing = (what: string, table: string, ...columns: readonly string[]) =>
  statement(
    `customers.erase${what}Naming`,
    `update ${table} set ${columns.map(without).join(', ')}
     where tenant_id = (select current_tenant()) and (${naming(columns)})`,
  );

export const eraseTextsNaming = [
  erasing('Notes', 'order_notes', 'body'),
  erasing('Holds', 'order_holds', 'note'),
  erasing('Cancellations', 'order_cancellations', 'note'),
  erasing('Grants', 'granted_refunds', 'note'),
  erasing('RefundRequests', 'refund_requests', 'note', 'decision_note'),
  erasing('StoredValue', 'stored_value_movements', 'note'),
  erasing('Terms', 'payment_terms', 'approval_note', 'purchase_order'),
  erasing('Reviews', 'risk_reviews', 'note'),
  erasing('Comments', 'exception_comments', 'body'),
  erasing('Returns', 'returns', 'note', 'decline_note'),
  erasing('ReturnItems', 'return_items', 'note', 'label'),
  erasing('Differences', 'differences', 'note'),
  erasing('Reservations', 'reservations', 'owner_reference'),
  erasing('FileNames', 'imports', 'file_name'),
  erasing('ReportNames', 'provider_statements', 'file_name'),
];

/** What was sold to them ($2) may be called by their name. */
const erasingIn = (what: string, table: string, ...columns: readonly string[]) =>
  statement(
    `customers.erase${what}Of`,
    `update ${table} set ${columns.map(without).join(', ')}
     where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])
       and (${naming(columns)})`,
  );

export const eraseTitlesOf = [
  erasingIn('Lines', 'order_lines', 'title'),
  erasingIn('Adjustments', 'order_adjustments', 'name', 'code'),
  erasingIn('Charges', 'order_charges', 'title'),
];

export const eraseExceptionsNaming = statement(
  'customers.eraseExceptionsNaming',
  `update exceptions
   set title = regexp_replace(title, $1, ${WORD}), note = regexp_replace(note, $1, ${WORD}),
       cause = case when cause ~* $1 then id::text else cause end,
       data = regexp_replace(data::text, $1, ${WORD})::jsonb
   where tenant_id = (select current_tenant())
     and (title ~* $1 or note ~* $1 or cause ~* $1 or data::text ~* $1)`,
);

// Of parcels that nobody knows.
export const eraseScansNaming = statement(
  'customers.eraseScansNaming',
  `update tracking_events
   set description = regexp_replace(description, $1, ${WORD}),
       place = regexp_replace(place, $1, ${WORD})
   where tenant_id = (select current_tenant()) and parcel_id is null
     and (description ~* $1 or place ~* $1)`,
);

export const eraseViewsNaming = statement(
  'customers.eraseViewsNaming',
  `update order_views
   set shown = regexp_replace(shown::text, $1, ${WORD})::jsonb,
       name = regexp_replace(name, $1, ${WORD}), version = version + 1
   where tenant_id = (select current_tenant()) and (shown::text ~* $1 or name ~* $1)`,
);

export const eraseBulkActionsNaming = statement(
  'customers.eraseBulkActionsNaming',
  `update bulk_actions set action = regexp_replace(action::text, $1, ${WORD})::jsonb
   where tenant_id = (select current_tenant()) and action::text ~* $1`,
);

export const eraseAnswersNaming = statement(
  'customers.eraseAnswersNaming',
  `update idempotency_keys set answer = $2
   where tenant_id = (select current_tenant()) and answer ~* $1`,
);

// What receivers answered to what they were told of the customers ($1) and orders ($2), or said of
// them ($3).
export const eraseReceiversAnswers = statement(
  'customers.eraseReceiversAnswers',
  `update webhook_deliveries set last_answer = null, last_error = null
   where tenant_id = (select current_tenant())
     and (last_answer is not null or last_error is not null)
     and (last_answer ~* $3 or last_error ~* $3 or subject in (
       select unnest($1::uuid[] || $2::uuid[])
       union all select id from fulfillment_orders
         where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])
       union all select id from parcels
         where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])
       union all select id from payments
         where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])
       union all select id from returns
         where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])
       union all select id from exceptions
         where tenant_id = (select current_tenant()) and order_id = any ($2::uuid[])))`,
);
