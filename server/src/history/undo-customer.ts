// Erases a customer that an import made, if nothing was ordered and nothing changed since. What a
// customer was before a change is not kept: that would be a second copy of what people may have erased.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { eraseCustomer } from '../customers/erase-customer.ts';
import { selectCustomerFacts } from './master.sql.ts';
import { CHANGED_SINCE, type Undoer } from './undoer.ts';

export const undoCustomer: Undoer = async (tx, { outcome, entity }) => {
  if (entity === null || outcome === 'change')
    return 'What the customer was before is not kept, for it would be personal data.';
  const now = await tx.row(selectCustomerFacts, [entity]);
  if (now === undefined || now.version !== 1) return CHANGED_SINCE;
  if (now.has_orders) return 'The customer ordered since.';
  const erased = await eraseCustomer(tx, idFromUuid('customer', entity));
  return isRefusal(erased) ? erased.detail : null;
};
