// The provider waits for the payer: to confirm with the bank, or to approve at its site. The order
// is held with the link by a reader of the log; the provider tells when it was done, and is asked
// now and then in case that gets lost.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { type IntentRow, postponeIntent } from './intents.sql.ts';
import type { OrderPayment } from './read-payments.ts';
import { setPayerAction } from './sql.ts';

const ASK_AGAIN_MS = 5 * 60_000;

export async function waitForPayer(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
  { reference, link }: { readonly reference: string; readonly link: string | null },
): Promise<void> {
  const next = new Date(tx.now.getTime() + ASK_AGAIN_MS);
  await tx.run(postponeIntent, [intent.id, next, reference, 'payer-action', null]);
  const isNewLink = (await tx.run(setPayerAction, [uuidOf(payment.id), true, link])) > 0;
  if (!isNewLink && intent.provider_reference === reference) return;
  await emitOfOrder(tx, order, 'payment.action_required.v1', {
    payment: payment.id,
    intent: idFromUuid('paymentIntent', intent.id),
  });
}
