// Gives up what a provider was to do: nothing is due any more.

import type { OrderId } from '@doorstep/core/ids.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { closeIntent, type IntentRow } from './intents.sql.ts';
import type { OrderPayment } from './read-payments.ts';
import { clearIntent, dropAsked } from './record-money.ts';
import { settleAccount } from './settle-account.ts';
import { setPayerAction } from './sql.ts';

/** The order must be locked by this transaction. */
export async function abandonIntent(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
): Promise<void> {
  await tx.run(closeIntent, [intent.id, 'abandoned', tx.now, null, null]);
  await tx.run(setPayerAction, [uuidOf(payment.id), false, null]);
  clearIntent(tx, payment, intent);
  await dropAsked(tx, order, payment, intent, 'not-needed');
  await settleAccount(tx, order, null, 'payment');
}
