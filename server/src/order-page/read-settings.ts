// How the page for buyers is set; as long as nobody said, it is open and takes no returns.

import type { OrderPageAnswer } from '@doorstep/contract/order-page.ts';
import { selectOwnTenant } from '../access/users.sql.ts';
import type { Tx } from '../db/transaction.ts';
import { selectOrderPage } from './sql.ts';

export async function readSettings(tx: Tx): Promise<OrderPageAnswer> {
  const [row, tenant] = await Promise.all([tx.row(selectOrderPage), tx.row(selectOwnTenant)]);
  return {
    open: row?.is_open ?? true,
    returnDays: row?.return_days ?? null,
    approvesReturns: row?.approves_returns ?? false,
    contactUrl: row?.contact_url ?? null,
    version: row?.version ?? 0,
    path: `/track/${tenant?.slug ?? ''}`,
  };
}
