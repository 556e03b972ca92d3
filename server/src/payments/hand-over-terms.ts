// What a payment on terms asks of people, where another provider would be asked: credit, to authorize
// it; the invoice, to capture it.

import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isPaidFor } from '@doorstep/core/payments/payment-account.ts';
import type { CommandTx } from '../db/run-command.ts';
import { abandonIntent } from './abandon-intent.ts';
import { giveCredit } from './give-credit.ts';
import { handOverIntent, type IntentRow } from './intents.sql.ts';
import { invoiceTerms } from './invoice-terms.ts';
import type { OrderPayment } from './read-payments.ts';
import { selectAccount } from './sql.ts';
import { selectTermsOfOrder } from './terms.sql.ts';

/**
 * The order must be locked by this transaction.
 *
 * @returns `nobody`: there is no customer who could have credit, so it is declined
 */
export async function handOverTerms(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  intent: IntentRow,
): Promise<'done' | 'nobody'> {
  if (intent.kind === 'authorize') {
    const account = await tx.row(selectAccount, [uuidOf(order)]);
    // Nothing is to be paid any more, or it is paid another way.
    if (account?.dueMinor === 0n || isPaidFor(account)) {
      await abandonIntent(tx, order, payment, intent);
      return 'done';
    }
    return (await giveCredit(tx, { order, payment, intent })) === 'nobody' ? 'nobody' : 'done';
  }
  await tx.run(handOverIntent, [intent.id]);
  const terms = (await tx.rows(selectTermsOfOrder, [uuidOf(order)])).find(
    (one) => idFromUuid('payment', one.payment_id) === payment.id,
  );
  if (terms === undefined) throw new Error(`payment ${payment.id} has no terms`);
  if (terms.invoiced_at === null)
    await invoiceTerms(tx, terms, { number: null, issuedAt: tx.now, dueAt: null });
  return 'done';
}
