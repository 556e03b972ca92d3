// Keeps what an authorization is called, until when it holds, and when to see to it.

import { uuidOf } from '@doorstep/core/ids.ts';
import { renewalDue } from '@doorstep/core/payments/authorization-expiry.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { OrderPayment } from './read-payments.ts';
import { setAuthorization, setPayerAction } from './sql.ts';

interface Held {
  readonly reference: string;
  readonly expiresAt?: Date;
  readonly renewableFrom?: Date;
}

/** The payer has nothing left to do. */
export async function recordAuthorization(
  tx: CommandTx,
  payment: Pick<OrderPayment, 'id'>,
  { reference, expiresAt, renewableFrom }: Held,
): Promise<void> {
  const id = uuidOf(payment.id);
  await tx.run(setPayerAction, [id, false, null]);
  if (expiresAt === undefined) return;
  const due = renewalDue(tx.now, expiresAt, renewableFrom);
  await tx.run(setAuthorization, [id, reference, expiresAt, due]);
}
