// Customers of a file, by their external id, else by their e-mail address.

import { mapCustomer } from '@doorstep/core/history/master-map.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { changeCustomer } from '../customers/change-customer.ts';
import { createCustomer } from '../customers/create-customer.ts';
import { lockPastCustomers } from './customers.sql.ts';
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
