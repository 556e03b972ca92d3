// What was imported adds up, and stands for nothing that happened here.

import { type Invariant, invariant, OWN } from './sql.ts';

export const historyInvariants: readonly Invariant[] = [
  invariant(
    'historyIsImported',
    'An order is marked as imported when, and only when, an import made it',
    `select coalesce(ord.id, imported.order_id) as subject,
            concat('imported at ', ord.imported_at) as found,
            concat('by import ', imported.import_id) as expected
     from (select id, imported_at from orders where ${OWN} and imported_at is not null) as ord
     full join (select * from imported_orders where ${OWN}) as imported
       on imported.order_id = ord.id
     where ord.id is null or imported.order_id is null`,
  ),
  invariant(
    'pastDocumentsAddUp',
    'The total of a past document is the sum of its lines',
    `select document.id as subject, document.total_minor as found,
            coalesce(sum(line.amount_minor), 0) as expected
     from past_documents as document
     left join past_document_lines as line on line.tenant_id = document.tenant_id
       and line.document_id = document.id
     where document.${OWN}
     group by document.id, document.total_minor
     having document.total_minor <> coalesce(sum(line.amount_minor), 0)`,
  ),
  invariant(
    'importsAreCounted',
    'What an import says it handled is what its documents say',
    `with decided as (
       select import_id, count(*) as documents, count(outcome) as handled
       from import_documents where ${OWN} group by import_id
     )
     select imp.id as subject, concat_ws(' of ', imp.documents_handled, imp.documents) as found,
            concat_ws(' of ', coalesce(decided.handled, 0), coalesce(decided.documents, 0))
              as expected
     from imports as imp
     left join decided on decided.import_id = imp.id
     where imp.${OWN}
       and (imp.documents_handled, imp.documents)
         <> (coalesce(decided.handled, 0), coalesce(decided.documents, 0))`,
  ),
];
