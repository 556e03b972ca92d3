// Forgets bulk actions: those never started after a day, those that are over after 30.

import type { CommandTx } from '../db/run-command.ts';
import { forgetBulkOrders, forgetBulks } from './bulk.sql.ts';

const ORDERS_EACH = 5000;

/** @returns how much was forgotten; call again while it is not 0 */
export async function forgetBulkActions(tx: CommandTx): Promise<number> {
  const orders = await tx.run(forgetBulkOrders, [tx.now, ORDERS_EACH]);
  return orders > 0 ? orders : tx.run(forgetBulks, [tx.now]);
}
