// Customers of a file, by their external id, else by their e-mail address.

import { mapCustomer } from '@doorstep/core/history/master-map.ts';
import type { PastCustomer } from '@doorstep/core/history/past-order.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { changeCustomer } from '../customers/change-customer.ts';
import { createCustomer } from '../customers/create-customer.ts';
import { lockPastCustomers, type PastCustomerRow } from './customers.sql.ts';
import { became, findNothing, refused, takeOneByOne } from './take-one-by-one.ts';

export const importCustomers = takeOneByOne({
  kind: 'customer',
  map: mapCustomer,
  find: findNothing,
  take: async (tx, wish) => {
    const found = await tx.rows(lockPastCustomers, [
      wish.externalId === null ? [] : [wish.externalId],
      wish.email === null ? [] : [wish.email],
    ]);
    const known = found.find((row) => row.external_id === wish.externalId) ?? found[0];
    const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
    if (known === undefined) {
      const made = await createCustomer(tx, given);
      return isRefusal(made) ? refused(made) : became(undefined, made);
    }
    // An address that two people share, or that went to another one, makes nobody the other.
    if (isAnother(known, wish)) return refused(takenOver(known, wish));
    const id = idFromUuid('customer', known.id);
    if (known.is_alias) {
      // The customer they were merged into is known by these already, beside its own.
      const { externalId: _, email: __, ...rest } = given;
      const changed = await changeCustomer(tx, id, rest);
      return isRefusal(changed) ? refused(changed) : became(0, changed);
    }
    const changed = await changeCustomer(tx, id, given);
    return isRefusal(changed) ? refused(changed) : became(known.version, changed);
  },
});

function isAnother({ external_id }: PastCustomerRow, { externalId }: PastCustomer): boolean {
  return external_id !== null && externalId !== null && external_id !== externalId;
}

function takenOver({ external_id }: PastCustomerRow, { externalId }: PastCustomer): Refusal {
  return refuse(
    'already-exists',
    `The customer with this e-mail address has the external id ${external_id}, the row ${externalId}.`,
    { field: 'email' },
  );
}
