// An authorization that takes one capture gives the rest back to the buyer with it: that is recorded with
// the capture, whichever way it was told, and what the order still needs has to be asked for anew.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { isPaidFor } from '@doorstep/core/payments/payment-account.ts';
import type { MovedMoney } from '@doorstep/core/payments/provider.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { OrderPayment } from './read-payments.ts';
import { recordMoney } from './record-money.ts';
import { selectAccount } from './sql.ts';

/** The capture is recorded already; the caller settles the account afterwards. */
export async function recordRelease(
  tx: CommandTx,
  order: OrderId,
  payment: OrderPayment,
  capture: Pick<MovedMoney, 'reference' | 'occurredAt' | 'releasedMinor'>,
): Promise<void> {
  const { reference, occurredAt, releasedMinor = 0n } = capture;
  if (releasedMinor === 0n) return;
  const isNew = await recordMoney(tx, order, {
    payment,
    kind: 'voided',
    amountMinor: releasedMinor,
    reference: `${reference}/released`,
    occurredAt,
    intent: null,
    expectedMinor: releasedMinor,
  });
  if (!isNew || isPaidFor(await tx.row(selectAccount, [uuidOf(order)]))) return;
  tx.raise({
    type: 'payment-declined',
    cause: order,
    about: { order, payment: payment.id },
    data: {
      code: 'captures-once',
      kind: 'authorize',
      amountMinor: Number(releasedMinor),
      currency: payment.currency,
    },
  });
}
