// What is told of a payment is told in its currency: whoever names another one means another amount.

import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { OrderPayment } from './read-payments.ts';

/** @param currency undefined: it was not said */
export function refuseOtherCurrency(
  payment: Pick<OrderPayment, 'id' | 'currency'>,
  currency: string | undefined,
): Refusal | undefined {
  if (currency === undefined || currency === payment.currency) return undefined;
  return refuse(
    'payment-in-other-currency',
    `The payment ${payment.id} is in ${payment.currency}, not in ${currency}.`,
    { currency: payment.currency },
  );
}
