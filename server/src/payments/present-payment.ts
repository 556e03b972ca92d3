// A payment as people see it.

import type { PaymentAnswer } from '@doorstep/contract/payments.ts';
import { idFromUuid, type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { rateOf } from '@doorstep/core/payments/conversion.ts';
import type { Tx } from '../db/transaction.ts';
import { type OrderPayment, readPayments } from './read-payments.ts';
import { selectAccount } from './sql.ts';

/** @param orderCurrency what the order is in */
export function presentPayment(
  order: OrderId,
  payment: OrderPayment,
  orderCurrency: string,
): PaymentAnswer {
  return {
    id: payment.id,
    order,
    number: payment.number,
    provider: payment.provider,
    currency: payment.currency,
    amountMinor: Number(payment.amountMinor),
    conversion: conversionOf(payment, orderCurrency),
    reference: payment.reference,
    authorizedMinor: Number(payment.authorized),
    voidedMinor: Number(payment.voided),
    capturedMinor: Number(payment.captured),
    refundedMinor: Number(payment.refunded),
    authorizingMinor: Number(payment.authorizing),
    voidingMinor: Number(payment.voiding),
    capturingMinor: Number(payment.capturing),
    refundingMinor: Number(payment.refunding),
    blocked: [
      ...(payment.captureBlocked ? (['capture'] as const) : []),
      ...(payment.refundBlocked ? (['refund'] as const) : []),
      ...(payment.voidBlocked ? (['void'] as const) : []),
    ],
    declinedCode: payment.declinedCode,
    disputedMinor: Number(payment.disputed),
    carriedMinor: Number(payment.carried),
    connection:
      payment.connection === null ? null : idFromUuid('providerConnection', payment.connection),
    authorizationExpiresAt: payment.expiresAt?.toISOString() ?? null,
    payerAction: payment.payerWaits ? { link: payment.payerActionLink } : null,
    createdAt: payment.createdAt.toISOString(),
  };
}

function conversionOf(
  { currency, conversion, statedBy, createdAt }: OrderPayment,
  orderCurrency: string,
): PaymentAnswer['conversion'] {
  if (conversion === null) return null;
  return {
    orderAmountMinor: Number(conversion.orderAmountMinor),
    orderCurrency,
    rate: rateOf(conversion, { from: currency, to: orderCurrency }),
    statedBy: statedBy ?? '',
    statedAt: createdAt.toISOString(),
  };
}

/** Read anew: what was recorded and settled meanwhile shows. */
export async function presentPaymentNow(
  tx: Tx,
  order: OrderId,
  { id }: Pick<OrderPayment, 'id'>,
): Promise<PaymentAnswer> {
  const payment = (await readPayments(tx, order)).find((one) => one.id === id);
  if (payment === undefined) throw new Error(`payment ${id} went from its order`);
  const account = await tx.row(selectAccount, [uuidOf(order)]);
  return presentPayment(order, payment, account?.currency ?? payment.currency);
}
