// Who was merged is nobody of their own.

import { type Invariant, invariant, OWN } from './sql.ts';

export const customerInvariants: readonly Invariant[] = [
  invariant(
    'mergedCustomersHaveNothing',
    'Who was merged has no orders and no past documents, and was merged into somebody who is left',
    `with merged as (
       select id, merged_into from customers where ${OWN} and merged_into is not null
     )
     select merged.id as subject, concat('order ', ord.number) as found, 'none' as expected
     from merged join orders as ord on ord.${OWN} and ord.customer_id = merged.id
     union all
     select merged.id, concat('past document ', document.external_id), 'none'
     from merged
     join past_documents as document on document.${OWN} and document.customer_id = merged.id
     union all
     select merged.id, concat('merged into ', merged.merged_into), 'somebody who is left'
     from merged join merged as other on other.id = merged.merged_into`,
  ),
];
