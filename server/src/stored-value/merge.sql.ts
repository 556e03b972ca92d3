// SQL of store credit that goes to another customer.

import { statement } from '../db/statement.ts';

export const selectOpenHolds = statement<{ hold_id: string; held_minor: bigint }>(
  'storedValue.selectOpenHolds',
  `select hold_id, sum(held_minor)::bigint as held_minor from stored_value_movements
   where tenant_id = (select current_tenant()) and value_id = $1 and hold_id is not null
   group by hold_id having sum(held_minor) > 0
   order by hold_id`,
);

export const setMovedTo = statement(
  'storedValue.setMovedTo',
  `update stored_values set moved_to = $2, expiry_due_at = null
   where tenant_id = (select current_tenant()) and id = $1`,
);

// What was moved here before goes on with it, so that nobody follows a chain.
export const moveAccountsOf = statement(
  'storedValue.moveAccountsOf',
  `update stored_values set moved_to = $2
   where tenant_id = (select current_tenant()) and moved_to is not null and moved_to = $1`,
);

export const moveCards = statement(
  'storedValue.moveCards',
  `update stored_values set customer_id = $2
   where tenant_id = (select current_tenant()) and kind = 'gift-card' and customer_id is not null
     and customer_id = $1`,
);
