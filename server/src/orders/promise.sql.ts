// SQL of the dates that an order is promised for.

import type { PromiseSource } from '@doorstep/core/orders/promised-date.ts';
import { statement } from '../db/statement.ts';

export interface PromisedRow {
  readonly ship_by: Date | null;
  readonly promised_by: PromiseSource | null;
  readonly deliver_by: Date | null;
}

export const selectPromised = statement<PromisedRow>(
  'orders.selectPromised',
  `select ship_by, promised_by, deliver_by from orders
   where tenant_id = (select current_tenant()) and id = $1`,
);

// The event that the order was released with tells of it: the cut-offs stand there.
export const updateShipBy = statement(
  'orders.updateShipBy',
  `update orders set ship_by = $2, promised_by = 'cut-off'
   where tenant_id = (select current_tenant()) and id = $1 and ship_by is null`,
);

export const updatePromised = statement<{ version: number }>(
  'orders.updatePromised',
  `update orders set ship_by = $2, promised_by = $3, deliver_by = $4, version = version + 1
   where tenant_id = (select current_tenant()) and id = $1 returning version`,
);
